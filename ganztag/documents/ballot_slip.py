"""Ballot slip: what this child may wish in each block, boxes for its wishes, a number to type or scan, a receipt."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ganztag import language
from ganztag.documents import names, page, qr, slip_pages, wording
from ganztag.documents.faces import BOLD, REGULAR, SEMIBOLD, TABULAR, TABULAR_SEMIBOLD
from ganztag.documents.fitting import setting, wrapped
from ganztag.documents.fonts import Style, width
from ganztag.documents.page import Leaf, Paper, Progress
from ganztag.documents.pen import BOX, HAIR, HEAD, MM, TOP, Pen
from ganztag.documents.printed import Printed
from ganztag.documents.slip_pages import LEFT, RIGHT, Part, Row, SlipPage
from ganztag.documents.slip_tail import draw_tail, tail_height
from ganztag.language import _
from ganztag.queries.ballot_paper_rows import BallotSlip

_QR = 21 * MM
_BOX = 5.8 * MM
_INFO_TOP, _INFO_PAD = 42.5 * MM, 4 * MM
_LATER_TOP = 44 * MM  # where blocks begin on further pages
_TEXT = Style(REGULAR, 9.6)
_SMALL = Style(REGULAR, 7.8)


def write(slips: Sequence[BallotSlip], target: Path | BinaryIO, *, progress: Progress | None = None) -> Printed:
    """Print the slips into one file; what is there is replaced at the end. *progress* gets (page, pages)."""
    return page.write(leaves(slips), paper(), target, progress)


def write_each(slips: Sequence[BallotSlip], folder: Path, *, progress: Progress | None = None) -> Printed:
    """Print each slip into a file of its own in *folder*; no file has a child's name in its name."""
    return page.write_each(_stems(slips), (leaves([slip]) for slip in slips), paper(), folder, progress)


def paper() -> Paper:
    return Paper(_("Ballot slips"), page.PORTRAIT)


def leaves(slips: Sequence[BallotSlip]) -> list[Leaf]:
    """Return the planned pages of all slips."""
    return [leaf for slip in slips for leaf in _leaves(slip)]


def _stems(slips: Sequence[BallotSlip]) -> list[str]:
    seen: Counter[str] = Counter()
    stems = []
    for slip in slips:
        seen[slip.class_name] += 1
        number = slip.number or f"{seen[slip.class_name]:02d}"
        stems.append(_("Ballot slip {name} {number}", name=slip.class_name, number=number))
    return stems


def _leaves(slip: BallotSlip) -> list[Leaf]:
    told = _Told(slip)
    planned = slip_pages.pages(slip, (told.bottom + 4.6 * MM, _LATER_TOP), tail_height(slip))
    mark = " · ".join(filter(None, (slip.class_name, names.sorted_(slip.name))))
    return [
        Leaf(partial(_draw, slip, told, one, (number, len(planned))), (mark,) if number == 1 else ())
        for number, one in enumerate(planned, 1)
    ]


class _Told:
    """The framed box that says what to do, in lines."""

    def __init__(self, slip: BallotSlip) -> None:
        self.lead = _("How it works:")
        self.indent = width(self.lead, Style(SEMIBOLD, 9.6)) + 5
        room = RIGHT - LEFT - 2 * _INFO_PAD
        first, *rest = wrapped(wording.how_to_vote(slip), _TEXT, room - self.indent)
        self.lines = [first, *wrapped(" ".join(rest), _TEXT, room)] if rest else [first]
        self.until, self.whom = wording.return_by(slip)
        self.late = wording.too_late(slip)
        self.bottom = _INFO_TOP + (10.4 + 4.4 * len(self.lines) + (4.6 if self.late else 0)) * MM

    def draw(self, pen: Pen) -> None:
        pen.frame(LEFT, _INFO_TOP, (RIGHT - LEFT, self.bottom - _INFO_TOP), BOX, 4)
        x, y = LEFT + _INFO_PAD, _INFO_TOP + 5.6 * MM
        pen.text(x, y, self.lead, Style(SEMIBOLD, 9.6))
        for number, text in enumerate(self.lines):
            pen.text(x + (0 if number else self.indent), y, text, _TEXT)
            y += 4.4 * MM
        y += 1.2 * MM
        wide = pen.text(x, y, self.until, Style(BOLD, 12))
        pen.text(x + wide + 3 * MM, y, self.whom, _TEXT)
        if self.late:
            pen.text(x, y + 5 * MM, self.late, _TEXT)


def _draw(slip: BallotSlip, told: _Told, planned: SlipPage, numbers: tuple[int, int], pen: Pen) -> None:
    _heading(pen, slip)
    first = numbers[0] == 1
    if first:
        told.draw(pen)
    y = told.bottom + 4.6 * MM if first else _LATER_TOP
    for part in planned.parts:
        y = _part(pen, slip, part, y, planned.pitch) + slip_pages.gap(planned.pitch)
    if not slip.blocks:
        text = _("There is no course that you can take. Please ask the office.")
        pen.text(LEFT, y + 5 * MM, text, Style(SEMIBOLD, 10.4))
    if planned.last:
        draw_tail(pen, slip)
    _foot(pen, slip, numbers)


def _heading(pen: Pen, slip: BallotSlip) -> None:
    _code(pen, slip.number)
    begins = page.school(pen, slip.head, RIGHT - _QR - 6 * MM, 9.4 * MM, slip.ballot)
    text = "  ·  ".join(filter(None, (_("Ballot slip"), str(slip.head.term_name))))
    fit = setting(text, Style(SEMIBOLD, 10.2), begins - LEFT - 4 * MM, 7.6, most=1)
    pen.text(LEFT, 14 * MM, fit.lines[0], fit.style)
    page.title(pen, names.spoken(slip.name), (LEFT, 25.2 * MM), RIGHT - _QR - 10 * MM - LEFT, (21, 14))
    x = LEFT
    if slip.class_name:
        x += pen.text(LEFT, 32 * MM, page.class_title(slip.class_name), Style(SEMIBOLD, 11.4)) + 5 * MM
    told = [slip.name.native]
    if slip.days:
        told.append(_("Booked: {days}", days=", ".join(map(language.weekday, slip.days))))
    fit = setting("  ·  ".join(filter(None, told)), Style(REGULAR, 11.4), RIGHT - _QR - 6 * MM - x, 8, most=1)
    page.told(pen, fit)
    pen.text(x, 32 * MM, fit.lines[0], fit.style)


def _code(pen: Pen, number: str) -> None:
    """Draw the number as a code to scan and in digits; an empty frame where none was given yet."""
    left, top = RIGHT - _QR, 9.5 * MM
    if not number:
        pen.frame(left, top, (_QR, _QR), HAIR, 2)
        for line, text in enumerate(wrapped(_("The number is given when it is printed."), _SMALL, _QR - 3 * MM)):
            pen.text(left + _QR / 2, top + (6.4 + 3.2 * line) * MM, text, _SMALL, "centre")
        return
    pen.squares(left, top, _QR, qr.fields(number))
    pen.text(left + _QR / 2, 37.2 * MM, number, Style(TABULAR_SEMIBOLD, 11.4), "centre")


def _part(pen: Pen, slip: BallotSlip, part: Part, top: float, pitch: float) -> float:
    """Draw a block with its rows; return where it ends."""
    _block_head(pen, slip, part, top)
    y = top + slip_pages.HEAD
    pen.across(LEFT, RIGHT, y, HAIR)
    for row in part.rows:
        height = row.height(pitch)
        _row(pen, row, y, height)
        _boxes(pen, slip.wishes, y + height / 2, pitch)
        y += height
        pen.across(LEFT, RIGHT, y, HAIR)
    if part.ends:
        baseline = y + pitch / 2 + 1.3 * MM
        pen.text(slip_pages.TITLE, baseline, _("any: from here on I take every course"), Style(REGULAR, 9.6))
        _boxes(pen, slip.wishes, y + pitch / 2, pitch)
        y += pitch
        pen.across(LEFT, RIGHT, y, HEAD)
    return y


def _block_head(pen: Pen, slip: BallotSlip, part: Part, top: float) -> None:
    block, baseline = part.block, top + 5.2 * MM
    pen.across(LEFT, RIGHT, top, TOP)
    x = LEFT + pen.text(LEFT, baseline, language.weekday(block.weekday), Style(BOLD, 12.2)) + 3 * MM
    times = _("{starts}–{ends}", starts=block.starts, ends=block.ends)
    more = _("continued") if part.goes_on else ""
    text = ", ".join(filter(None, (block.name, times, more)))
    label = _("Wish")
    begins = slip_pages.boxes_begin(slip.wishes)
    label_left = begins - 3 * MM - width(label, Style(REGULAR, 8.6))
    fit = setting(text, Style(REGULAR, 9.8), label_left - 4 * MM - x, 7.6, most=1)
    page.told(pen, fit)
    pen.text(x, baseline, fit.lines[0], fit.style)
    pen.text(label_left, baseline, label, Style(REGULAR, 8.6))
    step = slip_pages.box_step(slip.wishes)
    for rank in range(1, slip.wishes + 1):
        centre = begins + (rank - 0.5) * step
        pen.text(centre, baseline, f"{rank}.", Style(BOLD, 11.4), "centre")


def _row(pen: Pen, row: Row, top: float, height: float) -> None:
    middle = top + height / 2
    title = row.title
    base = middle + 1.3 * MM - (len(title.lines) - 1) * 1.8 * MM
    pen.text(LEFT, base, row.course.number, Style(TABULAR, 9.6))
    for line, text in enumerate(title.lines):
        pen.text(slip_pages.TITLE, base + line * 3.6 * MM, text, title.style)
    page.told(pen, title)
    if row.note is not None:
        page.told(pen, row.note)
        base = middle + 1.1 * MM - (len(row.note.lines) - 1) * 1.8 * MM
        for line, text in enumerate(row.note.lines):
            pen.text(slip_pages.NOTE, base + line * 3.6 * MM, text, row.note.style)


def _boxes(pen: Pen, wishes: int, middle: float, pitch: float) -> None:
    step = slip_pages.box_step(wishes)
    side = min(_BOX, step - 1.2 * MM, pitch - 1.5 * MM)
    for rank in range(wishes):
        left = slip_pages.boxes_begin(wishes) + (rank + 0.5) * step - side / 2
        pen.frame(left, middle - side / 2, (side, side), BOX, 1.4)


def _foot(pen: Pen, slip: BallotSlip, numbers: tuple[int, int]) -> None:
    baseline = 290 * MM
    day = language.date(slip.as_of.date(), "stamp")
    pen.text(LEFT, baseline, _("As of {day}", day=day), _SMALL)
    told = [page.class_title(slip.class_name)] if slip.class_name else []
    told.append(_("slip {number} of {count}", number=slip.place, count=slip.count))
    if numbers[1] > 1:
        told.append(page.page_of(*numbers))
    pen.text(RIGHT, baseline, " · ".join(told), _SMALL, "right")
