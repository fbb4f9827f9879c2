"""The rows of the reminder list: children of a class without a ballot paper, or with one that is not in order."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime

from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, _, weekday
from ganztag.queries import ballots, classes, frame, paper_frame, wishes
from ganztag.queries.ballot_paper_rows import ListColumn, ListLine, ListSheet
from ganztag.queries.ballots import BallotRow
from ganztag.queries.paper_rows import SchoolHead, Words
from ganztag.queries.wishes import WishRow, WishSheet
from ganztag.storage.reader import Reader

_STATES: Mapping[str, Message] = {
    "missing": N_("no slip yet"),
    "empty": N_("the slip came back empty"),
    "faulty": N_("the slip is not valid"),
}
_MOST_TROUBLES = 4
COLUMNS = (
    ListColumn(N_("What is missing"), 60),
    ListColumn(N_("Number"), 18, tabular=True),
    ListColumn(N_("Done"), 14),
)


def missing_wishes(
    reader: Reader,
    term_id: int,
    now: datetime,
    chosen_ids: Collection[int] | None = None,
    ballot_id: int | None = None,
) -> list[ListSheet]:
    """Return a list for each of the chosen classes; None: for all in which something is missing.

    *ballot_id* None: of the only ballot of the half-year. Objects where there are several, or where nothing is missing.
    """
    ballot = ballots.ballot(reader, ballot_id) if ballot_id is not None else ballots.ballot_named(reader, term_id)
    sheet = wishes.sheet(reader, ballot.id, now.date())
    told = _told(sheet)
    term = frame.term(reader, ballot.term_id)
    by_class: dict[int | None, list[WishRow]] = defaultdict(list)
    for row in sheet.rows:
        if row.id in told:
            by_class[row.voter.class_id].append(row)
    names = {row.id: row.name for row in classes.classes(reader, term.school_year_id, term.day_that_counts(now.date()))}
    chosen: list[int | None] = [key for key in names if (key in by_class if chosen_ids is None else key in chosen_ids)]
    if chosen_ids is None and None in by_class:
        chosen.append(None)
    if not chosen:
        raise Objection(N_("Nothing is missing: every child has handed in its wishes."))
    head, known = paper_frame.head(reader, term), paper_frame.children(reader, told)
    blank = _blank(ballot, head, now)
    return [
        replace(
            blank,
            title=_title(names.get(key or 0, "")),
            lines=tuple(
                ListLine(known[row.id].name, row.voter.class_name, (_text(told[row.id]), row.number, ""))
                for row in by_class.get(key, ())
            ),
        )
        for key in chosen
    ]


def _blank(ballot: BallotRow, head: SchoolHead, now: datetime) -> ListSheet:
    return ListSheet(
        head=head,
        kind=N_("Missing wishes: {ballot}", ballot=ballot.name),
        title="",
        as_of=now,
        facts=(N_("return by {day}", day=ballot.closes),) if ballot.closes else (),
        columns=COLUMNS,
        middle=N_("Please ask these children for their slips."),
        nothing=N_("Nothing is missing."),
    )


def class_ids(reader: Reader, ballot_id: int, day: date) -> frozenset[int | None]:
    """Return the classes in which something is missing; None among them for children without a class."""
    sheet = wishes.sheet(reader, ballot_id, day)
    told = _told(sheet)
    return frozenset(row.voter.class_id for row in sheet.rows if row.id in told)


def _title(name: str) -> str:
    return _("Class {name}", name=name) if name else _("Without a class")


def _told(sheet: WishSheet) -> dict[int, list[Words]]:
    """Return what is missing, for each child that something is missing of."""
    found: dict[int, list[Words]] = {}
    awaited = {row.id for row in sheet.missing()}
    days = {block.id: block.weekday for block in sheet.ballot.blocks}
    for row in sheet.rows:
        told: list[Words] = []
        if row.paper in _STATES and (row.paper != "missing" or row.id in awaited):
            told.append(_STATES[row.paper])
            told += [row.note] if row.note else []
        for band, _place, trouble in row.troubles[:_MOST_TROUBLES]:
            told.append(N_("{day}: {trouble}", day=weekday(days[band]), trouble=trouble.message) if band in days
                        else trouble.message)  # fmt: skip
        if told:
            found[row.id] = told
    return found


def _text(told: list[Words]) -> str:
    return "; ".join(str(words).rstrip(".") for words in told)
