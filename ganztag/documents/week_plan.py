"""Week plan: what a child does on which afternoon and when it goes home; two on a sheet, to be cut."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ganztag import language
from ganztag.documents import names, page, week_cells
from ganztag.documents.faces import BOLD, REGULAR, SEMIBOLD, TABULAR_BOLD, TABULAR_SEMIBOLD
from ganztag.documents.fitting import setting, size_for, wrapped
from ganztag.documents.fonts import Style, width
from ganztag.documents.page import Leaf, Paper, Progress
from ganztag.documents.pen import BOX, HAIR, HEAD, MM, TOP, Pen
from ganztag.documents.printed import Printed
from ganztag.documents.whereabouts import Where
from ganztag.language import _
from ganztag.queries.paper_rows import Block, PupilDay, SchoolDay, Stay, StayKind, WeekPlan

_LEFT, _RIGHT = 13 * MM, 197 * MM
_TIME = 20 * MM
_SHEET = 148.5 * MM
_TABLE, _HEAD, _LUNCH, _LEAVE = 27.5 * MM, 8.2 * MM, 8.6 * MM, 14 * MM
_BLOCK = 29 * MM
_LOWEST = 116.3 * MM  # how far down the table reaches at most
_FOOT = 137.6 * MM
_NOTE = Style(REGULAR, 9.2)
_TEXT = 4.1 * MM


class _Sheet(NamedTuple):
    """A plan and its number among those of its class."""

    plan: WeekPlan
    number: int
    all: int


def write(plans: Sequence[WeekPlan], target: Path | BinaryIO, *, progress: Progress | None = None) -> Printed:
    """Print the plans into one file; what is there is replaced at the end. *progress* gets (page, pages)."""
    return page.write(leaves(plans), paper(), target, progress)


def write_each(
    plans: Sequence[WeekPlan], folder: Path, *, progress: Progress | None = None, named: bool = False
) -> Printed:
    """Print each plan into a file of its own in *folder*; *named*: with the child's name in the file's name."""
    sheets = _numbered(plans)
    each = (_leaves([sheet]) for sheet in sheets)
    return page.write_each(_stems(sheets, named=named), each, paper(), folder, progress)


def paper() -> Paper:
    return Paper(_("Week plans"), page.PORTRAIT)


def leaves(plans: Sequence[WeekPlan]) -> list[Leaf]:
    """Return the planned pages, two plans on each."""
    return _leaves(_numbered(plans))


def _stems(sheets: Sequence[_Sheet], *, named: bool) -> list[str]:
    if named:
        return [f"{sheet.plan.class_name} {names.sorted_(sheet.plan.name)}" for sheet in sheets]
    return [_("Week plan {name} {number}", name=s.plan.class_name, number=f"{s.number:02d}") for s in sheets]


def _numbered(plans: Sequence[WeekPlan]) -> list[_Sheet]:
    counts = Counter(plan.class_name for plan in plans)
    seen: Counter[str] = Counter()
    sheets = []
    for plan in plans:
        seen[plan.class_name] += 1
        sheets.append(_Sheet(plan, seen[plan.class_name], counts[plan.class_name]))
    return sheets


def _leaves(sheets: Sequence[_Sheet]) -> list[Leaf]:
    pairs = [sheets[start : start + 2] for start in range(0, len(sheets), 2)]
    return [Leaf(partial(_draw, pair), tuple(_bookmark(sheet.plan) for sheet in pair)) for pair in pairs]


def _bookmark(plan: WeekPlan) -> str:
    return " · ".join(filter(None, (plan.class_name, names.sorted_(plan.name))))


def _draw(pair: Sequence[_Sheet], pen: Pen) -> None:
    for index, sheet in enumerate(pair):
        _plan(pen, sheet, index * _SHEET)
    pen.dashes(6 * MM, 204 * MM, _SHEET)
    pen.scissors(9.4 * MM, _SHEET, 3.8 * MM)


def _plan(pen: Pen, sheet: _Sheet, top: float) -> None:
    plan = sheet.plan
    _heading(pen, plan, top)
    bottom = _Table(pen, plan, top).draw()
    _notes(pen, plan, bottom, top + _FOOT)
    phone = plan.head.phone
    middle = _("Questions?  Office  {phone}", phone=phone) if phone else _("Questions? Ask the office.")
    number = _("{name} · sheet {number} of {count}", name=plan.class_name, number=sheet.number, count=sheet.all)
    page.foot(pen, (_LEFT, _RIGHT), top + _FOOT, (_date(plan), middle, number))


def _date(plan: WeekPlan) -> str:
    return language.date(plan.as_of.date(), "stamp")


def _heading(pen: Pen, plan: WeekPlan, top: float) -> None:
    begins = page.school(pen, plan.head, _RIGHT, top + 9 * MM, plan.head.subtitle)
    told = [_("My week"), str(plan.head.term_name), plan.name.native]
    x = _LEFT
    if plan.class_name:
        x += pen.text(x, top + 13.2 * MM, page.class_title(plan.class_name), Style(SEMIBOLD, 10.2)) + 3 * MM
    text = "  ·  ".join(filter(None, told))
    fit = setting(text, Style(REGULAR, 10.2), begins - x - 4 * MM, 7.6, most=1)
    page.told(pen, fit)
    pen.text(x, top + 13.2 * MM, fit.lines[0], fit.style)
    page.title(pen, names.spoken(plan.name), (_LEFT, top + 22.6 * MM), begins - _LEFT - 6 * MM, (23, 15))


def _notes(pen: Pen, plan: WeekPlan, bottom: float, foot: float) -> None:
    y = bottom + 5.6 * MM
    x = _LEFT
    if plan.pick_up:
        label = _("May fetch you:")
        x += pen.text(x, y, label, Style(SEMIBOLD, _NOTE.size)) + width(" ", _NOTE)
    text = "   ".join(filter(None, (", ".join(map(week_cells.unbroken, plan.pick_up)), *plan.notes)))
    lines = wrapped(text, _NOTE, _RIGHT - x) if text else []
    for line in lines:
        if y > foot - 2 * MM:
            pen.shortened(text)
            return
        pen.text(x, y, line, _NOTE)
        y += 4.2 * MM


class _Table:
    """The grid of a plan: days side by side, lunch, blocks and going home below each other."""

    def __init__(self, pen: Pen, plan: WeekPlan, top: float) -> None:
        self.pen, self.plan, self.top = pen, plan, top + _TABLE
        self.days = {day.weekday: day for day in plan.days}
        self.rows = week_cells.rows(plan)
        self.wide = (_RIGHT - _LEFT - _TIME) / max(1, len(plan.week))
        self.lunches = {weekday: _lunch(day) for weekday, day in self.days.items()}
        self.blocks = self.top + _HEAD + (_LUNCH if any(self.lunches.values()) else 0)
        room = top + _LOWEST - _LEAVE - self.blocks
        self.height = min(_BLOCK, room / max(1, len(self.rows)))
        self.bottom = self.blocks + self.height * len(self.rows)

    def draw(self) -> float:
        """Draw everything; return where the table ends."""
        pen, end = self.pen, self.bottom + _LEAVE
        for y, rule in ((self.top, TOP), (self.top + _HEAD, HEAD), (self.bottom, TOP), (end, TOP)):
            pen.across(_LEFT, _RIGHT, y, rule)
        for index, day in enumerate(self.plan.week):
            self._day(day, _LEFT + _TIME + index * self.wide)
        if any(self.lunches.values()):
            self._lunch_label()
        for index, row in enumerate(self.rows):
            self._row_label(row, self.blocks + index * self.height)
        label = _("I go home")
        size = size_for(label, Style(SEMIBOLD, 10.4), _TIME - 1 * MM, 7) or 7
        pen.text(_LEFT, self.bottom + 6.1 * MM, label, Style(SEMIBOLD, size))
        return end

    def _day(self, school_day: SchoolDay, left: float) -> None:
        day = self.days.get(school_day.weekday, PupilDay(school_day.weekday))
        self.pen.down(left, self.top, self.bottom + _LEAVE, HAIR)
        name = language.weekday(school_day.weekday)
        size = size_for(name, Style(BOLD, 12.2), self.wide - _TEXT - 0.8 * MM, 8) or 8
        self.pen.text(left + _TEXT, self.top + 5.6 * MM, name, Style(BOLD, size))
        if any(self.lunches.values()):
            self._lunch(self.lunches.get(school_day.weekday), left)
        cells = week_cells.placed(day, school_day, self.rows)
        for cell in cells:
            upper = self.blocks + cell.first * self.height
            lower = self.blocks + (cell.last + 1) * self.height
            week_cells.draw(self.pen, cell, left, (upper, lower), self.wide)
        self._rules(cells, left)
        self._leave(day, left, at_home=all(cell.where is Where.HOME for cell in cells))

    def _rules(self, cells: Sequence[week_cells.Placed], left: float) -> None:
        for index in range(1, len(self.rows)):
            if not any(cell.first < index <= cell.last for cell in cells):
                self.pen.across(left, left + self.wide, self.blocks + index * self.height)

    def _lunch(self, stay: Stay | None, left: float) -> None:
        y = self.top + _HEAD + 5.4 * MM
        text = (stay.title or _("Lunch")) if stay else "–"
        fit = setting(text, Style(REGULAR, 9.6), self.wide - _TEXT - 0.8 * MM, 7.4, most=1)
        page.told(self.pen, fit)
        self.pen.text(left + _TEXT, y, fit.lines[0], fit.style)

    def _lunch_label(self) -> None:
        starts = min(stay.starts for stay in self.lunches.values() if stay)
        self.pen.text(_LEFT, self.top + _HEAD + 5.4 * MM, language.time(starts), Style(TABULAR_SEMIBOLD, 11.2))
        self.pen.across(_LEFT, _RIGHT, self.blocks)

    def _row_label(self, row: Block, top: float) -> None:
        pen = self.pen
        pen.text(_LEFT, top + 5.2 * MM, language.time(row.starts), Style(TABULAR_SEMIBOLD, 11.2))
        pen.text(_LEFT, top + 9.2 * MM, _("to {time}", time=row.ends), Style(REGULAR, 8.6))
        fit = setting(row.name, Style(REGULAR, 8.4), _TIME - 1.5 * MM, 7, most=2)
        page.told(pen, fit)
        lines = fit.lines if self.height > 15 * MM else fit.lines[:1]
        for index, text in enumerate(lines):
            pen.text(_LEFT, top + self.height - 2 * MM - (len(lines) - 1 - index) * 3.4 * MM, text, fit.style)
        if top > self.blocks + 1:
            pen.across(_LEFT, _LEFT + _TIME, top)

    def _leave(self, day: PupilDay, left: float, *, at_home: bool) -> None:
        x, pen = left + _TEXT, self.pen
        if day.leaves:
            pen.text(x, self.bottom + 6.4 * MM, language.time(day.leaves), Style(TABULAR_BOLD, 14))
        elif day.booked or not at_home:
            pen.frame(x, self.bottom + 2.2 * MM, (14 * MM, 5.4 * MM), BOX, 2)
        way = str(day.way_home)
        fit = setting(way, Style(REGULAR, 9), self.wide - _TEXT - 0.8 * MM, 7.4, most=2)
        page.told(pen, fit)
        for index, text in enumerate(fit.lines):
            pen.text(x, self.bottom + (11 - (len(fit.lines) - 1) * 1.2 + index * 3.1) * MM, text, fit.style)


def _lunch(day: PupilDay) -> Stay | None:
    return next((stay for stay in day.stays if stay.kind is StayKind.LUNCH), None)
