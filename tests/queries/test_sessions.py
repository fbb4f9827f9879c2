"""The sessions of the sample school: a few are other than their series."""

from datetime import date

from ganztag.operations.office import Office
from ganztag.queries import frame, sessions
from ganztag.queries.attendance_sheets import attendance_sheets
from ganztag.queries.overview import overview


def test_the_sample_school_has_one_of_each(sample: Office) -> None:
    term = sample.read(frame.term)
    rows = sample.read(sessions.sessions, term.id, term.starts, term.ends)
    other = {row.title: row for row in rows if row.state != "held"}
    assert {title: row.state for title, row in other.items()} == {
        "Robotik mit Lego": "cancelled", "Volleyball": "moved", "Chor": "changed",
    }  # fmt: skip
    assert other["Volleyball"].day != other["Volleyball"].series_day
    assert other["Chor"].absent
    assert other["Chor"].leaders != other["Chor"].absent
    there = {(key, row.day) for row in rows if row.state == "held" for key in row.leader_ids}
    assert not any((key, other["Chor"].day) in there for key in other["Chor"].leader_ids)


def test_the_attendance_list_strikes_a_cancelled_date_and_has_the_moved_one(sample: Office) -> None:
    term = sample.read(frame.term)
    rows = sample.read(sessions.sessions, term.id, term.starts, term.ends)
    cancelled = next(row for row in rows if row.state == "cancelled")
    moved = next(row for row in rows if row.state == "moved")
    ids = (cancelled.course_id, moved.course_id)
    sheets = {sheet.title: sheet for sheet in sample.read(attendance_sheets, term.id, sample.clock.now(), ids)}
    struck = [one.day for one in sheets[cancelled.title].dates if one.cancelled]
    assert struck == [cancelled.day]
    days = [one.day for one in sheets[moved.title].dates]
    assert moved.day in days
    assert moved.series_day not in days
    assert days == sorted(days)


def test_today_shows_what_really_takes_place(sample: Office) -> None:
    term = sample.read(frame.term)
    rows = sample.read(sessions.sessions, term.id, term.starts, term.ends)
    moved = next(row for row in rows if row.state == "moved")
    shown = sample.read(overview, term.id, moved.day)
    assert shown.day == moved.day
    assert moved.title in {row.course.title for block in shown.blocks for row in block.rows}
    cancelled = next(row for row in rows if row.state == "cancelled")
    shown = sample.read(overview, term.id, cancelled.day)
    assert cancelled.title not in {row.course.title for block in shown.blocks for row in block.rows}
    taken = next(row for row in rows if row.state == "changed")
    shown = sample.read(overview, term.id, taken.day)
    (row,) = (row for block in shown.blocks for row in block.rows if row.course.title == taken.title)
    assert row.meeting.leaders == taken.leaders


def test_a_reading_of_a_week_is_part_of_that_of_the_half_year(sample: Office) -> None:
    term = sample.read(frame.term)
    whole = sample.read(sessions.sessions, term.id, term.starts, term.ends)
    week = date(2026, 9, 28), date(2026, 10, 4)
    assert sample.read(sessions.sessions, term.id, *week) == [row for row in whole if week[0] <= row.day <= week[1]]
