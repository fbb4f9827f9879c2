"""The names of the languages that families speak."""

from ganztag import language


def language_name(text: str) -> str:
    """Return the name of a language that is kept as its code (``uk``); any other text stays as it is."""
    if not (len(text) == 2 and text.isascii() and text.islower()):
        return text
    from babel import Locale  # noqa: PLC0415 -- not before the first paint

    return str(Locale(language.spoken()).languages.get(text, text))
