"""Protocol of an allocation: rules, goals with their proofs, the lot and how to draw it again, each child's result."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from ganztag.documents import flow, page, protocol_parts
from ganztag.documents.faces import REGULAR, SEMIBOLD
from ganztag.documents.fitting import setting
from ganztag.documents.flow import Item
from ganztag.documents.fonts import Style
from ganztag.documents.page import Leaf, Paper, Progress
from ganztag.documents.pen import MM, Pen
from ganztag.documents.printed import Printed
from ganztag.documents.protocol_parts import LEFT, RIGHT, Column, heading, sentence, table
from ganztag.language import _, ngettext, number
from ganztag.queries.protocol_rows import ProtocolCourse, ProtocolSheet

_TOP, _LATER, _FOOT = 33 * MM, 16 * MM, 285.9 * MM


def write(sheets: Sequence[ProtocolSheet], target: Path | BinaryIO, *, progress: Progress | None = None) -> Printed:
    """Print the protocols into one file; what is there is replaced at the end. *progress* gets (page, pages)."""
    return page.write(leaves(sheets), paper(), target, progress)


def write_each(sheets: Sequence[ProtocolSheet], folder: Path, *, progress: Progress | None = None) -> Printed:
    """Print each protocol into a file of its own in *folder*; *progress* gets (sheet, sheets)."""
    stems = [_("Protocol {name}", name=sheet.ballot) for sheet in sheets]
    return page.write_each(stems, (leaves([sheet]) for sheet in sheets), paper(), folder, progress)


def paper() -> Paper:
    return Paper(_("Protocol of the allocation"), page.PORTRAIT)


def leaves(sheets: Sequence[ProtocolSheet]) -> list[Leaf]:
    """Return the planned pages of all protocols."""
    return [leaf for sheet in sheets for leaf in _leaves(sheet)]


def _leaves(sheet: ProtocolSheet) -> Iterator[Leaf]:
    room = _FOOT - 3 * MM
    pages = flow.pages(list(_items(sheet)), room - _TOP, room - _LATER)
    for place, items in enumerate(pages, 1):
        yield Leaf(partial(_draw, sheet, items, (place, len(pages))), (sheet.ballot,) if place == 1 else ())


def _draw(sheet: ProtocolSheet, items: Sequence[Item], numbers: tuple[int, int], pen: Pen) -> None:
    if numbers[0] == 1:
        _heading(pen, sheet)
    else:
        fit = setting(f"{_kind(sheet)}  ·  {sheet.ballot}", Style(SEMIBOLD, 8.4), RIGHT - LEFT, 7.4, most=1)
        pen.text(LEFT, 11.5 * MM, fit.lines[0], fit.style)
    flow.draw(pen, items, _TOP if numbers[0] == 1 else _LATER)
    middle = _("For the file: not for the notice board") if sheet.named else _("Look for the number of your slip")
    page.foot(pen, (LEFT, RIGHT), _FOOT, (page.moment(sheet.as_of), middle, page.page_of(*numbers)))


def _heading(pen: Pen, sheet: ProtocolSheet) -> None:
    begins = page.school(pen, sheet.head, RIGHT, 9.1 * MM, str(sheet.head.term_name))
    pen.text(LEFT, 14.3 * MM, _kind(sheet), Style(SEMIBOLD, 10))
    wide = page.title(pen, sheet.ballot, (LEFT, 25.2 * MM), min(begins, 120 * MM) - LEFT, (21, 13))
    told = _("Proposal, not accepted")
    if sheet.accepted_at is not None:
        told = _("Accepted on {day}", day=sheet.accepted_at.date())
    fit = setting(told, Style(REGULAR, 10.2), RIGHT - LEFT - wide - 5 * MM, 7.4, most=1)
    pen.text(LEFT + wide + 5 * MM, 25.2 * MM, fit.lines[0], fit.style)


def _kind(sheet: ProtocolSheet) -> str:
    return _("Protocol of the allocation") if sheet.named else _("Result of the allocation")


def _items(sheet: ProtocolSheet) -> Iterator[Item]:
    yield from _figures(sheet)
    if sheet.rules:
        yield heading(_("Rules in force"))
        yield from (sentence(str(rule), mark="•") for rule in sheet.rules)
    yield from _levels(sheet)
    yield from _lot(sheet)
    yield from _courses(sheet.courses)
    if sheet.fixed:
        yield heading(_("Settled by hand beforehand"))
        yield from (sentence(str(text), mark="•") for text in sheet.fixed)
    if sheet.by_hand or sheet.changes:
        yield heading(_("Changed by hand"))
        if sheet.by_hand:
            yield sentence(_("The plan was changed by hand before it was accepted; the values are those after that."))
        yield from (sentence(str(text), mark="•") for text in sheet.changes)
    for name, children in groupby(sheet.children, lambda child: child.class_name):
        yield from protocol_parts.class_items(sheet, name, list(children))


def _figures(sheet: ProtocolSheet) -> Iterator[Item]:
    told = [
        ngettext("{count} child", "{count} children", sheet.children_count),
        ngettext("{count} place to be given", "{count} places to be given", sheet.places),
        *(_("Wish {rank}: {count}", rank=rank, count=count) for rank, count in sheet.counts),
    ]
    if sheet.others:
        told.append(_("Without a wish: {count}", count=sheet.others))
    told.append(_("Without a place: {count}", count=sheet.unplaced))
    yield protocol_parts.facts(told)


def _levels(sheet: ProtocolSheet) -> Iterator[Item]:
    yield heading(_("Goal: {goal}", goal=str(sheet.goal)))
    yield sentence(
        _("The goals are reached one after the other: none is given up for one that comes later. The bound is what no "
          "plan at all can pass; where value and bound are the same, the value is proven to be the best there is."),
        keep=True,
    )  # fmt: skip
    columns = (
        Column("", 5, numbers=True),
        Column(_("Goal"), 55),
        Column(_("Value"), 14, numbers=True),
        Column(_("Bound"), 14, numbers=True),
        Column(_("Proven"), 14),
    )
    yield from table(
        columns,
        [
            (f"{place}.", str(one.label), number(one.value), number(one.bound), _("yes") if one.proven else _("no"))
            for place, one in enumerate(sheet.levels, 1)
        ],
    )


def _lot(sheet: ProtocolSheet) -> Iterator[Item]:
    yield heading(_("The lot: number {seed}", seed=sheet.seed))
    yield sentence(
        _(
            "Where all other goals leave several plans, the one with the smallest sum of lots is taken. The lot of a "
            "child for a course is drawn from three numbers, “{seed}:child:course”: the first 20 bits of their BLAKE2b "
            "sum of 8 bytes, a number from 0 to 1,048,575. Child and course are the numbers in brackets. So everybody "
            "can draw it again, on any computer, and nobody can choose it.",
            seed=sheet.seed,
        )
    )
    solver, asked, found = sheet.solver_words
    yield sentence(
        _("Calculated with {solver}. Fingerprint of the question {asked}, of the plan {found}.", solver=solver,
          asked=asked, found=found)
    )  # fmt: skip


def _courses(courses: Sequence[ProtocolCourse]) -> Iterator[Item]:
    yield heading(_("Courses"))
    columns = (
        Column(_("Course"), 46),
        Column(_("Min"), 9, numbers=True),
        Column(_("Max"), 9, numbers=True),
        Column(_("Wished"), 15, numbers=True),
        Column(_("First wishes"), 16, numbers=True),
        Column(_("Places given"), 16, numbers=True),
        Column("", 32),
    )
    yield from table(columns, [_course(one) for one in courses])


def _course(one: ProtocolCourse) -> tuple[str, ...]:
    note = ""
    if one.needed is not None:
        note = _("Struck: {needed} needed", needed=one.needed)
    elif one.taken:
        note = ngettext("{count} place was held before", "{count} places were held before", one.taken)
    limits = ("" if size is None else number(size) for size in (one.min_size, one.max_size))
    return (
        _("{course} [{id}]", course=one.name, id=str(one.id)),
        *limits,
        number(one.wished),
        number(one.first),
        number(one.inside),
        note,
    )
