"""Courses out of a table: several rows of one number are several meetings of one course."""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import partial

from ganztag.domain.text import tags, tidy
from ganztag.exchange.blocks import BlockRef, YearSpan, blocks_of, years_of
from ganztag.exchange.person_names import people_of
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import CourseRecord, MeetingRecord
from ganztag.exchange.rows import RowReader, Walk, row_name
from ganztag.exchange.tables import Table
from ganztag.exchange.values import choice_of, count_of, date_of
from ganztag.exchange.words import ADMISSION, AGAIN, COURSE_KIND, COURSE_STATUS, RHYTHM, YES
from ganztag.language import N_, Message

# What a further row of a course may leave empty, but not say otherwise.
_SAID_ONCE = {
    "title": N_("the title"),
    "short": N_("the short name"),
    "category": N_("the category"),
    "kind": N_("the kind"),
    "status": N_("the status"),
    "min_size": N_("the minimum"),
    "max_size": N_("the maximum"),
    "eligible": N_("the year groups"),
    "description": N_("the description"),
    "starts": N_("the first day"),
    "ends": N_("the last day"),
    "equipment": N_("what its room has to have"),
    "max_per_class": N_("how many of one class"),
    "meetings_wanted": N_("how many dates a week"),
    "ideal_size": N_("the ideal size"),
    "max_support": N_("the places for support"),
    "must_run": N_("whether it must run"),
    "admission": N_("who can wish it"),
    "again": N_("whether it is offered again"),
    "evaluation": N_("how it went"),
}


@dataclass
class _Rows:
    """What is known of each row beside its record: its course's number and what it leaves empty."""

    numbers: dict[tuple[str, int], str] = field(default_factory=dict)
    empty: dict[tuple[str, int], frozenset[str]] = field(default_factory=dict)

    def wrong_numbers(self, wrong: Collection[tuple[str, int]]) -> set[str]:
        return {number for place in wrong if (number := self.numbers.get(place, ""))}


def read_courses(table: Table) -> Reading[CourseRecord]:
    """Return the courses of a table, the meetings of several rows put together."""
    walk: Walk[CourseRecord] = Walk(table)
    rows = _Rows()
    walk.through(partial(_course, rows=rows))
    walk.records = _grouped(walk, rows)
    return walk.reading()


def _course(reader: RowReader, *, rows: _Rows) -> CourseRecord:
    number, title = reader.text("number"), reader.text("title")
    if not number and not title and reader.is_sound:
        reader.wrong("title" if reader.has("title") else "number", N_("This row has neither a title nor a number."))
    least, most = reader.value("min_size", count_of), reader.value("max_size", count_of)
    if least is not None and most is not None and least > most:
        message = N_("The minimum ({least}) is greater than the maximum ({most}).", least=least, most=most)
        reader.wrong("min_size", message)
    rows.numbers[reader.place] = number.casefold()
    rows.empty[reader.place] = frozenset(key for key in _SAID_ONCE if not tidy(reader.raw(key)))
    return CourseRecord(
        row=reader.row.number,
        sheet=reader.part.sheet,
        given=reader.part.given | ({"eligible"} if reader.has("year_from") else set()),
        rows=(reader.row.number,),
        number=number,
        title=title,
        short=reader.text("short"),
        category=reader.text("category"),
        kind=reader.text("kind", partial(choice_of, COURSE_KIND)) or "course",
        status=reader.text("status", partial(choice_of, COURSE_STATUS)) or "offered",
        min_size=least,
        max_size=most,
        eligible=_eligible(reader),
        description=reader.text("description", partial(tidy, lines=True)),
        starts=reader.value("starts", date_of),
        ends=reader.value("ends", date_of),
        equipment=", ".join(reader.value("equipment", tags) or ()),
        max_per_class=reader.value("max_per_class", count_of) or None,
        meetings_wanted=reader.value("meetings_wanted", count_of) or None,
        ideal_size=reader.value("ideal_size", count_of) or None,
        max_support=reader.value("max_support", count_of),
        must_run=reader.text("must_run", partial(choice_of, YES)) == "1",
        admission=reader.text("admission", partial(choice_of, ADMISSION)),
        again=reader.text("again", partial(choice_of, AGAIN)),
        evaluation=reader.text("evaluation", partial(tidy, lines=True)),
        meetings=_meetings(reader),
    )


def _meetings(reader: RowReader) -> tuple[MeetingRecord, ...]:
    """Return one meeting for each block of the row, all in its room and with its leaders."""
    leaders = reader.value("leaders", people_of) or ()
    room, when = reader.text("room"), partial(_blocks_at, time=_time(reader))
    blocks = reader.value("block", when) or ()
    said = MeetingRecord(
        row=reader.row.number, block=None, room=room, leaders=leaders, rhythm=_rhythm(reader), fixed=_fixed(reader)
    )
    dates = reader.value("dates", _dates_of) or ()
    if dates:
        return tuple(replace(said, block=_on(day, blocks), rhythm="once", on_date=day) for day in dates)
    if said.rhythm == "once":
        reader.wrong("dates" if reader.has("dates") else "rhythm", N_("What takes place once needs its date."))
    if not blocks and not room and not leaders:
        return ()
    return tuple(replace(said, block=block) for block in blocks or (None,))


def _rhythm(reader: RowReader) -> str | None:
    return reader.value("rhythm", partial(choice_of, RHYTHM))


def _fixed(reader: RowReader) -> bool | None:
    word = reader.value("fixed", partial(choice_of, YES))
    return None if word is None else word == "1"


def _dates_of(text: str) -> tuple[dt.date, ...]:
    """Return the single dates of a cell; raises `Wrong` where one of them is none."""
    days = (date_of(part) for part in re.split(r"[,;\n]", text) if part.strip())
    return tuple(dict.fromkeys(day for day in days if day is not None))


def _on(day: dt.date, blocks: tuple[BlockRef, ...]) -> BlockRef:
    """Return when a single date is: at the times that the row has for its weekday, else for any."""
    for block in (*(one for one in blocks if one.weekday == day.isoweekday()), *blocks):
        if block.starts or block.label:
            return replace(block, weekday=day.isoweekday())
    return BlockRef(day.isoweekday())


def _time(reader: RowReader) -> str:
    """Return the time of a row, its beginning and its end in one or two columns."""
    starts, ends = reader.text("time") or reader.text("starts_at"), reader.text("ends_at")
    return f"{starts}-{ends}" if starts and ends else starts


def _eligible(reader: RowReader) -> tuple[YearSpan, ...]:
    if not reader.has("year_from"):
        return reader.value("eligible", years_of) or ()
    first, last = reader.value("year_from", years_of), reader.value("year_to", years_of)
    if not first:
        return ()
    return (YearSpan(first[0].first, last[0].first if last else None),)


def _blocks_at(text: str, *, time: str) -> tuple[BlockRef, ...]:
    """Return the blocks of a cell; the times of a column of their own go to days that have none."""
    blocks = blocks_of(text)
    if time and not any(block.starts or block.label for block in blocks):
        return blocks_of(f"{text} {time}")
    return blocks


def _grouped(walk: Walk[CourseRecord], rows: _Rows) -> list[CourseRecord]:
    """Put the rows of one number together; where one of them is wrong the course is left out as a whole."""
    courses: dict[object, CourseRecord] = {}
    for record in walk.records:
        key = record.number.casefold() or (record.sheet, record.row)
        first = courses.get(key)
        if first is None:
            courses[key] = record
            continue
        empty = rows.empty[first.sheet, first.row], rows.empty[record.sheet, record.row]
        if (contradiction := _contradiction(first, record, empty[0] | empty[1])) is not None:
            walk.refuse(record, contradiction)
        else:
            courses[key] = _joined(first, record, empty[0] - empty[1])
            rows.empty[first.sheet, first.row] = empty[0] & empty[1]
    wrong = rows.wrong_numbers(walk.wrong_rows)
    sound = [one for one in courses.values() if one.number.casefold() not in wrong]
    walk.wrong_rows |= {(one.sheet, row) for one in courses.values() if one not in sound for row in one.rows}
    return sound


def _joined(first: CourseRecord, further: CourseRecord, fill: frozenset[str]) -> CourseRecord:
    """Return the course with the further row's meetings, and with what only the further row says."""
    said = {key: getattr(further, key) for key in fill}
    meetings = (*first.meetings, *further.meetings)
    return replace(first, rows=(*first.rows, further.row), meetings=meetings, **said)


def _contradiction(first: CourseRecord, further: CourseRecord, unsaid: frozenset[str]) -> Message | None:
    for key, what in _SAID_ONCE.items():
        if key not in unsaid and getattr(first, key) != getattr(further, key):
            return N_(
                "The course {number} stands in {other} too, but {what} is another there.",
                number=first.number,
                other=row_name(first),
                what=what,
            )
    met = {_when(meeting) for meeting in first.meetings}
    if any(_when(meeting) in met for meeting in further.meetings):
        return N_(
            "The course {number} meets in this block by {other} already.", number=first.number, other=row_name(first)
        )
    return None


def _when(meeting: MeetingRecord) -> tuple[BlockRef | None, str, dt.date | None]:
    return (meeting.block, meeting.rhythm or "weekly", meeting.on_date)
