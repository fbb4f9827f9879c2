"""Names of children on lists: smaller down to a floor, then on lines of their own, then in a taller row."""

from typing import NamedTuple

from ganztag.documents.faces import BOLD, REGULAR, SEMIBOLD
from ganztag.documents.fitting import Setting, setting, size_for
from ganztag.documents.fonts import Style, width
from ganztag.documents.pen import MM, Pen
from ganztag.documents.script import leftward
from ganztag.queries.paper_rows import PersonName

_LEADING, _TALL_LEADING = 1.04, 1.25
_CAP = 0.727  # height of a capital in Inter
_APART = 2.2 * MM  # between a Latin name and the same name in its own script
_MOST = 20


class Part(NamedTuple):
    text: str
    style: Style


_NOTHING = Part("", Style(REGULAR, 0))


class NameLine(NamedTuple):
    """Parts side by side; *beside* stands at the right edge of the cell."""

    parts: tuple[Part, ...]
    beside: Part | None = None

    @property
    def size(self) -> float:
        return (self.parts[0] if self.parts else self.beside or _NOTHING).style.size

    @property
    def step(self) -> float:
        """How far it is to the next line; Arabic letters reach further down."""
        tall = self.beside is not None or any(leftward(part.text) for part in self.parts)
        return self.size * (_TALL_LEADING if tall else _LEADING)


class NameSetting(NamedTuple):
    lines: tuple[NameLine, ...]
    cut: bool = False

    @property
    def height(self) -> float:
        return sum(line.step for line in self.lines)


def family(name: PersonName) -> str:
    return f"{name.prefix} {name.surname}" if name.prefix else name.surname


def spoken(name: PersonName) -> str:
    """Return the name as it is said: call name first."""
    return " ".join(filter(None, (name.call_name, family(name)))) or name.native


def sorted_(name: PersonName) -> str:
    """Return the name as it stands in a list: surname first."""
    return ", ".join(filter(None, (family(name), name.call_name))) or name.native


def in_one_line(name: PersonName, room: float, size: float, floor: float, small: float) -> NameSetting:
    """Set "Surname, Call name": in a line of *size* to *floor*, else at *small* broken after the comma."""
    surname = family(name)
    parts = [Part(surname, Style(SEMIBOLD, size))] if surname else []
    if surname and name.call_name:
        parts = [Part(f"{surname},", Style(SEMIBOLD, size)), Part(f" {name.call_name}", Style(REGULAR, size))]
    elif name.call_name:
        parts = [Part(name.call_name, Style(SEMIBOLD if not surname else REGULAR, size))]
    native = Part(name.native, Style(REGULAR, size)) if name.native else None
    wide = sum(width(*part) for part in parts) + (width(*native) + (_APART if parts else 0) if native else 0)
    scale = min(1.0, room / wide) if wide else 1.0
    if size * scale >= floor:
        exact = int(size * scale * 10) / 10
        sized = tuple(Part(part.text, Style(part.style.face, exact)) for part in parts)
        return NameSetting((NameLine(sized, native and Part(native.text, Style(REGULAR, exact))),))
    texts = [(part.text.strip(), part.style.face) for part in parts]
    return _stacked([(text, face, small, small) for text, face in texts], name.native, room, small)


def in_two_lines(name: PersonName, room: float, sizes: tuple[float, float], floor: float) -> NameSetting:
    """Set the surname above the call name, each in its size down to *floor*, then broken at spaces."""
    surname = family(name)
    texts = [(surname, BOLD, sizes[0], floor)] if surname else []
    if name.call_name:
        texts.append((name.call_name, REGULAR if surname else BOLD, sizes[1], floor))
    return _stacked(texts, name.native, room, sizes[1] * 0.9)


def _stacked(texts: list[tuple[str, str, float, float]], native: str, room: float, native_size: float) -> NameSetting:
    settings = [setting(text, Style(face, size), room, floor, _MOST) for text, face, size, floor in texts]
    lines = [NameLine((Part(text, set_.style),)) for set_ in settings for text in set_.lines]
    cut = any(set_.cut for set_ in settings)
    if native:
        lines, more = _with_native(lines, native, room, native_size)
        cut = cut or more.cut
    return NameSetting(tuple(lines), cut)


def _with_native(lines: list[NameLine], native: str, room: float, size: float) -> tuple[list[NameLine], Setting]:
    """Put the native name beside the last line if there is room, else below."""
    style = Style(REGULAR, size)
    left = room - _APART - sum(width(*part) for part in lines[-1].parts) if lines else 0
    fits = size_for(native, style, left, size * 0.9) if left > 0 else None
    if fits:
        beside = Part(native, Style(REGULAR, fits))
        return [*lines[:-1], lines[-1]._replace(beside=beside)], Setting((native,), style, native)
    below = setting(native, style, room, size * 0.9, _MOST)
    return [*lines, *(NameLine((Part(text, below.style),)) for text in below.lines)], below


def draw(pen: Pen, set_: NameSetting, edges: tuple[float, float], top: float, height: float) -> None:
    """Draw a name between two edges, centred in a row."""
    left, right = edges
    y = top + (height - set_.height) / 2
    for line in set_.lines:
        step = line.step
        baseline = y + step / 2 + line.size * _CAP / 2
        x = left
        for part in line.parts:
            x += pen.text(x, baseline, *part)
        if line.beside:
            pen.text(right, baseline, *line.beside, "right")
        y += step
