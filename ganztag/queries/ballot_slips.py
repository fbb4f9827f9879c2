"""The rows of ballot slips: for each child that may vote, the courses that it may take in each of its blocks."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, _, weekday
from ganztag.queries import courses, frame, paper_frame, wishes
from ganztag.queries.ballot_paper_rows import BallotSlip, SlipBlock, SlipCourse
from ganztag.queries.ballots import ballot_named
from ganztag.queries.courses import CourseRow
from ganztag.queries.frame import BlockRow
from ganztag.queries.meetings import weeks_of
from ganztag.queries.wish_checks import Place, WishCourse, kind_of
from ganztag.queries.wishes import WishRow, WishSheet
from ganztag.storage.reader import Reader


def ballot_slips(
    reader: Reader,
    term_id: int,
    now: datetime,
    pupil_ids: Collection[int] | None = None,
    ballot_id: int | None = None,
) -> list[BallotSlip]:
    """Return the slips of the chosen children, class by class; None: of all who may vote on a day they stay.

    *ballot_id* None: of the only ballot of the half-year; objects where there are several.
    """
    key = ballot_id if ballot_id is not None else ballot_named(reader, term_id).id
    sheet = wishes.sheet(reader, key, now.date())
    rows = [row for row in sheet.rows if _blocks_of(row, sheet)]
    counts = Counter(row.voter.class_name for row in rows)
    chosen = [row for row in rows if pupil_ids is None or row.id in pupil_ids]
    if not chosen:
        raise Objection(N_("There is no child to print a slip for."))
    term = frame.term(reader, sheet.ballot.term_id)
    head, names = paper_frame.head(reader, term), paper_frame.children(reader, {row.id for row in chosen})
    known, places = _Courses(reader, sheet), _places(rows)
    return [
        BallotSlip(
            head=head,
            ballot=sheet.ballot.name,
            name=names[row.id].name,
            class_name=row.voter.class_name,
            as_of=now,
            number=row.number,
            wishes=sheet.ballot.wishes,
            closes=sheet.ballot.closes,
            per_week=sheet.ballot.per_week,
            courses_due=sheet.ballot.courses_due,
            days=tuple(sorted(row.voter.days)),
            blocks=tuple(known.block(block, row) for block in _blocks_of(row, sheet)),
            place=places[row.id],
            count=counts[row.voter.class_name],
        )
        for row in chosen
    ]


def pupil_ids(reader: Reader, ballot_id: int, day: date) -> list[int]:
    """Return the children who get a slip, class by class."""
    sheet = wishes.sheet(reader, ballot_id, day)
    return [row.id for row in sheet.rows if _blocks_of(row, sheet)]


def _blocks_of(row: WishRow, sheet: WishSheet) -> list[BlockRow]:
    return [block for block in sheet.ballot.blocks if row.voter.stays_on(block.weekday)]


def _places(rows: Iterable[WishRow]) -> dict[int, int]:
    """Return the number of each slip in its class, whatever part of the class is printed."""
    seen: Counter[str] = Counter()
    places = {}
    for row in rows:
        seen[row.voter.class_name] += 1
        places[row.id] = seen[row.voter.class_name]
    return places


class _Courses:
    """The courses of a ballot as slips name them."""

    def __init__(self, reader: Reader, sheet: WishSheet) -> None:
        self._sheet = sheet
        self._choices: Mapping[int, list[WishCourse]] = {
            block.id: [course for course in sheet.courses if block.id in course.blocks] for block in sheet.ballot.blocks
        }
        self._rows = {row.id: row for row in courses.courses(reader, sheet.ballot.term_id)}

    def block(self, block: BlockRow, row: WishRow) -> SlipBlock:
        own = frozenset(one.id for one in _blocks_of(row, self._sheet))
        place = Place(row.voter, block.id, {}, row.busy, own)
        found = [
            SlipCourse(course.number, course.title, _note(self._rows[course.id], block))
            for course in self._choices[block.id]
            if kind_of(course, place) is None
        ]
        return SlipBlock(block.weekday, block.name, block.starts, block.ends, tuple(found))


def _note(course: CourseRow, block: BlockRow) -> Message | str:
    """Return what is other than once a week in this block: further days, every second week."""
    weeks = {str(weeks_of(meeting)) for meeting in course.meetings if meeting.block_id == block.id} - {""}
    others = sorted({meeting.weekday for meeting in course.meetings if meeting.block_id != block.id})
    notes = sorted(weeks)
    if others:
        notes.append(_("also on {days}", days=", ".join(map(weekday, others))))
    return ", ".join(notes)
