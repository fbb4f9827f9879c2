"""Finding a name however a person would type it: without accents, ae for ä, Latin for Cyrillic and Greek."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, the way people write them on a German keyboard.
_PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ŋ": "n", "ə": "e",
        "ß": "ss", "ʼ": None, "'": None, "’": None, "`": None, "´": None, "ʻ": None, "‘": None,
    }
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
# DIN 1460 simplified to what parents write: Ukrainian and Russian, then Greek.
_LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
        "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": None, "ъ": None,
        "ю": "iu", "я": "ia", "ы": "y", "э": "e", "ё": "e",
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
        "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
        "χ": "ch", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip
_RUSSIAN = str.maketrans({"г": "g", "и": "i", "й": "j", "ю": "yu", "я": "ya", "є": "ye", "ї": "yi", "х": "h"})
_SEPARATOR = re.compile(r"[\W_]+")


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return *text* in small plain letters, words parted by one space: ``Müller-Şahin`` -> ``muller sahin``."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_PLAIN)
    return _SEPARATOR.sub(" ", _without_marks(plain).translate(_PLAIN)).strip()


def search_key(*parts: str) -> str:
    """Return what is kept beside a row so that `matches` finds it by any part, in any usual spelling."""
    whole = " ".join(part for part in parts if part)
    small = unicodedata.normalize("NFC", whole).casefold()
    spellings = [folded(whole), folded(small.translate(_UMLAUTS))]
    # Once with letters as they are (й, ї), once more without their accents (ύ).
    spellings += [folded(small.translate(table).translate(_LATIN)).translate(_LATIN) for table in ({}, _RUSSIAN)]
    joined = [folded(part).replace(" ", "") for part in parts if part and ("-" in part or " " in part)]
    words = dict.fromkeys(word for spelling in spellings for word in spelling.split())
    return " " + " ".join([spellings[0], *dict.fromkeys(w for w in [*words, *joined] if w not in spellings[0].split())])


def words(query: str) -> tuple[str, ...]:
    """Return the words of a query, folded; each has to stand in the key."""
    return tuple(folded(query).split())


def matches(key: str, query_words: tuple[str, ...]) -> bool:
    return all(word in key for word in query_words)
