"""Making text fit: first smaller, down to a floor, then in lines; never clipped, abbreviated or hyphenated."""

from typing import NamedTuple

from ganztag.documents.fonts import Style, width
from ganztag.documents.script import visible

_STEP = 0.1


class Setting(NamedTuple):
    """*text* set in lines of one size; *cut*: it was too long for all of them."""

    lines: tuple[str, ...]
    style: Style
    text: str
    cut: bool = False


def size_for(text: str, style: Style, room: float, floor: float) -> float | None:
    """Return the largest size from *style*'s down to *floor* at which *text* is no wider than *room*."""
    wide = width(text, style)
    if wide <= room:
        return style.size
    size = int(style.size * room / wide / _STEP) * _STEP
    return round(size, 2) if size >= floor else None


def setting(text: str, style: Style, room: float, floor: float, most: int = 2) -> Setting:
    """Return *text* in one line, or at *floor* in up to *most*."""
    size = size_for(text, style, room, floor)
    if size is not None:
        return Setting((text,), Style(style.face, size), text)
    small = Style(style.face, floor)
    lines = wrapped(text, small, room)
    if len(lines) <= most:
        return Setting(tuple(lines), small, text)
    last = lines[most - 1]
    while last and width(last + "…", small) > room:
        last = last[:-1]
    return Setting((*lines[: most - 1], last + "…"), small, text, cut=True)


def wrapped(text: str, style: Style, room: float) -> list[str]:
    """Return *text* in lines no wider than *room*, broken at U+0020.

    A word that is wider than a line is broken behind a hyphen of its own, else wherever the line is full.
    """
    lines: list[str] = []
    current = ""
    for word in visible(text).split(" "):
        joined = f"{current} {word}" if current else word
        if width(joined, style) <= room:
            current = joined
            continue
        if current:
            lines.append(current)
        *full, current = _pieces(word, style, room)
        lines.extend(full)
    return [*lines, current] if current or not lines else lines


def _pieces(word: str, style: Style, room: float) -> list[str]:
    pieces = []
    while width(word[:200], style) > room and len(word) > 1:
        count = _longest(word[:200], style, room)
        count = word.rfind("-", 0, count) + 1 or count
        pieces.append(word[:count])
        word = word[count:]
    return [*pieces, word]


def _longest(word: str, style: Style, room: float) -> int:
    """Return how many letters of *word* fit, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(word[:middle], style) <= room else (low, middle - 1)
    return low
