"""Times of the week of rooms and people out of a table, and lessons out of a timetable."""

import re
from collections.abc import Sequence
from functools import partial

from ganztag.domain.text import tidy
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import LessonRecord, TimeRecord
from ganztag.exchange.rows import RowReader, Walk
from ganztag.exchange.sheets import Row, Sheet
from ganztag.exchange.tables import Part, Table
from ganztag.exchange.values import Wrong, choice_of, count_of, date_of, days_of, shortened, time_of, weekday_of
from ganztag.exchange.words import AVAILABLE
from ganztag.language import N_

_GPU001 = {1: "class_name", 2: "teacher", 3: "subject", 4: "room", 5: "weekday", 6: "period"}
_WIDEST, _ENOUGH = 16, 0.9
_ALL = (1, 2, 3, 4, 5)


def read_times(table: Table) -> Reading[TimeRecord]:
    """Return the times; a row names a room or a person, and where it names no weekday it means all."""
    return Walk[TimeRecord](table).through(_time).reading()


def _time(reader: RowReader) -> TimeRecord:
    room, person = reader.text("room"), reader.text("person")
    if bool(room) == bool(person) and reader.is_sound:
        message = N_("A time belongs to a room or to a person; this row names both.") if room else N_(
            "This row names neither a room nor a person.")  # fmt: skip
        reader.wrong("room" if reader.has("room") else "person", message)
    opens, closes = reader.value("opens", time_of), reader.value("closes", time_of)
    if opens and closes and closes <= opens:
        reader.wrong("closes", N_("This time ends before it begins."))
    starts, ends = reader.value("starts", date_of), reader.value("ends", date_of)
    if starts and ends and ends < starts:
        reader.wrong("ends", N_("The last day lies before the first."))
    days = reader.value("days", days_of)
    return TimeRecord(
        row=reader.row.number,
        sheet=reader.part.sheet,
        given=reader.part.given,
        room=room,
        person=person,
        days=_ALL if days is None else days,
        opens=opens,
        closes=closes,
        available=reader.text("available", partial(choice_of, AVAILABLE)) == "1",
        reason=reader.text("reason", tidy),
        starts=starts,
        ends=ends,
    )


def read_lessons(table: Table) -> Reading[LessonRecord]:
    """Return the lessons that have a day and a number; those that are not placed yet keep nobody busy."""
    return Walk[LessonRecord](table).through(_lesson).reading()


def _lesson(reader: RowReader) -> LessonRecord | None:
    weekday, period = reader.value("weekday", _weekday), reader.value("period", count_of)
    if not reader.is_sound:
        return None
    if weekday is None or period is None:
        reader.warn("", N_("This lesson has no day or no time yet and was left out."))
        return None
    return LessonRecord(
        row=reader.row.number,
        sheet=reader.part.sheet,
        given=reader.part.given,
        teacher=reader.text("teacher"),
        room=reader.text("room"),
        class_name=reader.text("class_name"),
        subject=reader.text("subject"),
        weekday=weekday,
        period=period,
    )


def _weekday(text: str) -> int | None:
    """Return a weekday by name or by number, 1 = Monday; None where none stands there."""
    plain = tidy(text)
    if not plain or plain == "0":
        return None
    if plain.isdigit():
        if not 1 <= int(plain) <= 7:
            raise Wrong(N_("“{text}” is no weekday from 1 to 7.", text=shortened(plain)))
        return int(plain)
    return weekday_of(plain)


def untis_lessons(sheet: Sheet) -> Part | None:
    """Return the lessons of Untis (GPU001, known by its places and without titles); None where it is something else."""
    rows = sheet.rows
    fitting = sum(map(_is_gpu001, rows))
    if not rows or fitting < _ENOUGH * len(rows) or not any(map(_has_names, rows)):
        return None
    return Part(sheet.name, None, ("",) * max(len(row.cells) for row in rows), _GPU001, rows)


def is_timetable(sheets: Sequence[Sheet]) -> bool:
    """Say whether a file is a timetable of Untis, whatever it was chosen for."""
    return any(untis_lessons(sheet) is not None for sheet in sheets)


def _is_gpu001(row: Row) -> bool:
    return (
        7 <= len(row.cells) <= _WIDEST
        and row.cells[0].strip().isdigit()
        and bool(re.fullmatch(r"[0-7]?", row.cells[5].strip()))
        and bool(re.fullmatch(r"\d{0,2}", row.cells[6].strip()))
    )


def _has_names(row: Row) -> bool:
    return any(cell.strip() and not cell.strip().isdigit() for cell in row.cells[1:5])
