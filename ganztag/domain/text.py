"""Names and notes as they are kept: one form of each letter, nothing invisible, no stray blanks."""

import re
import unicodedata

_BLANKS = re.compile(r"[^\S\n]+")
_LOOSE_ENDS = frozenset(  # no short name ends with these
    ("für", "und", "mit", "der", "die", "das", "im", "in", "am",
     "an", "aus", "zum", "zur", "von", "for", "and", "the")
)  # fmt: skip
_KEPT_INVISIBLE = "\u200c\u200d"  # joiners that Persian and Indian names need


def tidy(text: str, *, lines: bool = False) -> str:
    """Return *text* in NFC without control and format characters; blanks collapsed; line breaks only with *lines*."""
    kept = []
    for character in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")):
        kind = unicodedata.category(character)
        if character in "\n\t\u2028\u2029":
            kept.append("\n" if lines and character != "\t" else " ")
        elif kind in ("Zs", "Zl", "Zp"):
            kept.append(" ")
        elif kind[0] != "C" or character in _KEPT_INVISIBLE:
            kept.append(character)
    return _BLANKS.sub(" ", "".join(kept)).strip()


def tags(text: str) -> tuple[str, ...]:
    """Return the words parted by commas or semicolons, each once in any spelling of case, in their order."""
    found: dict[str, str] = {}
    for part in re.split(r"[,;\n]", text):
        if word := tidy(part):
            found.setdefault(word.casefold(), word)
    return tuple(found.values())


def short_name(title: str, size: int = 10) -> str:
    """Return a short name of at most *size* characters made from a title, cut at a word where possible."""
    plain = tidy(title)
    if len(plain) <= size:
        return plain
    words = [word for word in re.split(r"[\s:–—,/&()]+", plain) if word] or [plain]
    head = words[0]
    for word in words[1:]:
        if len(head) + 1 + len(word) > size:
            break
        head = f"{head} {word}"
    kept = head.split()
    while len(kept) > 1 and kept[-1].casefold() in _LOOSE_ENDS:
        kept.pop()
    head = " ".join(kept)
    if len(head) <= size:
        return head
    return head[: size - 1].rstrip("-") + "."
