"""The pages of a ballot slip: which blocks stand on which, and how high their rows are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ganztag.documents.faces import REGULAR, SEMIBOLD
from ganztag.documents.fitting import Setting, setting
from ganztag.documents.fonts import Style
from ganztag.documents.pen import MM
from ganztag.queries.ballot_paper_rows import BallotSlip, SlipBlock, SlipCourse

LEFT, RIGHT = 18 * MM, 196 * MM
TITLE, NOTE = LEFT + 11 * MM, 112 * MM
HEAD = 7.2 * MM
PITCHES = (8.4 * MM, 7.8 * MM, 7.2 * MM, 6.8 * MM, 6.4 * MM)
FOOT = 283.5 * MM
_TEXT_LINE = 3.6 * MM
_BOX_STEP, _BOXES = 9.2 * MM, 62 * MM


class Row(NamedTuple):
    """A course, its title and its note in lines."""

    course: SlipCourse
    title: Setting
    note: Setting | None

    def height(self, pitch: float) -> float:
        lines = max(len(self.title.lines), len(self.note.lines) if self.note else 1)
        return pitch if lines == 1 else max(pitch, (lines - 1) * _TEXT_LINE + 5.2 * MM)


class Part(NamedTuple):
    """A block, or what of it stands on a page; *goes_on*: its beginning is on the page before."""

    block: SlipBlock
    rows: tuple[Row, ...]
    goes_on: bool = False
    ends: bool = True

    def height(self, pitch: float) -> float:
        return HEAD + sum(row.height(pitch) for row in self.rows) + (pitch if self.ends else 0)


class SlipPage(NamedTuple):
    """The parts of a page; the last page has room for signature and receipt."""

    parts: tuple[Part, ...]
    pitch: float
    last: bool


def gap(pitch: float) -> float:
    """Return what is free above the next block."""
    return pitch * 0.53


def box_step(wishes: int) -> float:
    """Return how far the boxes of two wishes are apart."""
    return min(_BOX_STEP, _BOXES / max(1, wishes))


def boxes_begin(wishes: int) -> float:
    return RIGHT - 1.4 * MM - box_step(wishes) * wishes


def pages(slip: BallotSlip, tops: tuple[float, float], tail: float) -> list[SlipPage]:
    """Return the pages: all on one with the widest rows that fit there, else as many as it takes.

    *tops*: where blocks begin on the first page and on the others; *tail*: how high signature and receipt are.
    """
    parts = [Part(block, tuple(_rows(block, slip.wishes))) for block in slip.blocks]
    for pitch in PITCHES:
        if _height(parts, pitch) <= FOOT - tail - tops[0]:
            return [SlipPage(tuple(parts), pitch, last=True)]
    return list(_several(parts, tops, tail))


def _rows(block: SlipBlock, wishes: int) -> Iterator[Row]:
    edge = boxes_begin(wishes) - 3 * MM
    for course in block.courses:
        note = None
        room = edge - TITLE
        if str(course.note):
            begins = min(NOTE, edge - 30 * MM)
            note = setting(str(course.note), Style(REGULAR, 8.6), edge - begins, 7.8, most=3)
            room = begins - TITLE - 3 * MM
        yield Row(course, setting(course.title, Style(SEMIBOLD, 10.4), room, 8.8, most=3), note)


def _height(parts: Sequence[Part], pitch: float) -> float:
    return sum(part.height(pitch) for part in parts) + gap(pitch) * max(0, len(parts) - 1)


def _several(parts: Sequence[Part], tops: tuple[float, float], tail: float) -> Iterator[SlipPage]:
    """Fill page after page with whole blocks; one is cut only where it is longer than an empty page."""
    pitch = PITCHES[0]
    waiting, here, room = list(parts), list[Part](), FOOT - tops[0]
    while waiting:
        part = waiting.pop(0)
        needed = tail if not waiting else 0.0
        if _height([*here, part], pitch) + needed <= room or not (here or part.rows):
            here.append(part)
            continue
        if here:
            waiting.insert(0, part)
        else:
            head, rest = _cut(part, min(room, part.height(pitch) * 0.7), pitch)
            here, waiting = [head], [rest, *waiting]
        yield SlipPage(tuple(here), pitch, last=False)
        here, room = [], FOOT - tops[1]
    yield SlipPage(tuple(here), pitch, last=True)


def _cut(part: Part, room: float, pitch: float) -> tuple[Part, Part]:
    """Return what of a block fits into *room*, at least a row and never all of it, and the rest."""
    used, count = HEAD, 0
    while count < len(part.rows) - 1 and used + part.rows[count].height(pitch) <= room:
        used += part.rows[count].height(pitch)
        count += 1
    count = max(1, count)
    return part._replace(rows=part.rows[:count], ends=False), part._replace(rows=part.rows[count:], goes_on=True)
