"""Days off out of calendar files as programs really write them."""

import datetime as dt
from pathlib import Path

import pytest

from ganztag.exchange.calendar_ics import CalendarFile, Event, read_calendar
from ganztag.exchange.sheets import Unreadable

FIRST, LAST = dt.date(2026, 8, 1), dt.date(2028, 7, 31)
GOOGLE = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Schule am Lindenkanal
X-WR-TIMEZONE:Europe/Berlin
{events}END:VCALENDAR
"""
OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""


def event(*lines: str, uid: str = "a1@school") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260801T120000Z", *lines, "END:VEVENT", ""])


def read(tmp_path: Path, *events: str) -> CalendarFile:
    file = tmp_path / "termine.ics"
    file.write_bytes(GOOGLE.format(events="".join(events)).replace("\n", "\r\n").encode())
    return read_calendar(file, FIRST, LAST)


def days(found: CalendarFile) -> list[tuple[str, dt.date, dt.date]]:
    return [(one.name, one.starts, one.ends) for one in found.events]


def test_the_end_of_an_all_day_event_is_the_day_after_it(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        event("DTSTART;VALUE=DATE:20261112", "DTEND;VALUE=DATE:20261114", "SUMMARY:Studientage"),
        event("DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261123", "SUMMARY:Ohne Länge", uid="a2"),
        event("DTSTART;VALUE=DATE:20261124", "SUMMARY:Ohne Ende", uid="a3"),
        event("DTSTART;VALUE=DATE:20261125", "DURATION:P2D", "SUMMARY:Zwei Tage", uid="a4"),
    )
    assert days(found) == [
        ("Studientage", dt.date(2026, 11, 12), dt.date(2026, 11, 13)),
        ("Ohne Länge", dt.date(2026, 11, 23), dt.date(2026, 11, 23)),
        ("Ohne Ende", dt.date(2026, 11, 24), dt.date(2026, 11, 24)),
        ("Zwei Tage", dt.date(2026, 11, 25), dt.date(2026, 11, 26)),
    ]
    assert [one.likely for one in found.events] == [True] * 4


def test_times_are_told_in_local_days_and_an_appointment_is_hardly_a_day_off(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        event("DTSTART:20261130T230000Z", "DTEND:20261201T230000Z", "SUMMARY:Ausflug"),  # UTC: the whole 1 December
        event("DTSTART:20261203T190000", "DTEND:20261203T210000", "SUMMARY:Elternabend", uid="a2"),
        OUTLOOK_ZONE,
        event("DTSTART;TZID=W. Europe Standard Time:20270201T000000",
              "DTEND;TZID=W. Europe Standard Time:20270203T000000", "SUMMARY:Zeugnistage", uid="a3"),
    )  # fmt: skip
    assert days(found) == [
        ("Ausflug", dt.date(2026, 12, 1), dt.date(2026, 12, 1)),
        ("Elternabend", dt.date(2026, 12, 3), dt.date(2026, 12, 3)),
        ("Zeugnistage", dt.date(2027, 2, 1), dt.date(2027, 2, 2)),
    ]
    assert [one.likely for one in found.events] == [True, False, True]  # from midnight to midnight: whole days


def test_yearly_events_come_each_year_within_the_days_that_count(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        event("DTSTART;VALUE=DATE:20190613", "DTEND;VALUE=DATE:20190614", "RRULE:FREQ=YEARLY",
              "SUMMARY:Geburtstag Frau Öztürk"),
        event("DTSTART;VALUE=DATE:20200305", "DTEND;VALUE=DATE:20200307", "RRULE:FREQ=YEARLY;UNTIL=20270401",
              "SUMMARY:Schulfest", uid="fest"),
    )  # fmt: skip
    assert days(found) == [
        ("Schulfest", dt.date(2027, 3, 5), dt.date(2027, 3, 6)),
        ("Geburtstag Frau Öztürk", dt.date(2027, 6, 13), dt.date(2027, 6, 13)),
        ("Geburtstag Frau Öztürk", dt.date(2028, 6, 13), dt.date(2028, 6, 13)),
    ]
    assert [one.likely for one in found.events] == [True, False, False]
    assert len({one.uid for one in found.events}) == 3


def test_weekly_events_are_no_days_off_and_their_exceptions_count(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        event("DTSTART;TZID=Europe/Berlin:20260907T150000", "DTEND;TZID=Europe/Berlin:20260907T160000",
              "RRULE:FREQ=WEEKLY;UNTIL=20260928T130000Z;BYDAY=MO", "EXDATE;TZID=Europe/Berlin:20260914T150000",
              "SUMMARY:Konferenz"),
        event("RECURRENCE-ID;TZID=Europe/Berlin:20260921T150000", "DTSTART;TZID=Europe/Berlin:20260923T150000",
              "DTEND;TZID=Europe/Berlin:20260923T160000", "SUMMARY:Konferenz (verschoben)"),
        event("RECURRENCE-ID;TZID=Europe/Berlin:20260928T150000", "DTSTART;TZID=Europe/Berlin:20260928T150000",
              "STATUS:CANCELLED", "SUMMARY:Konferenz"),
    )  # fmt: skip
    assert [(one.name, one.starts) for one in found.events] == [
        ("Konferenz", dt.date(2026, 9, 7)),
        ("Konferenz (verschoben)", dt.date(2026, 9, 23)),
    ]
    assert not any(one.likely for one in found.events)


def test_listed_dates_are_taken_and_far_too_many_are_cut(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        event("DTSTART;VALUE=DATE:20261005", "RDATE;VALUE=DATE:20261102,20270510", "SUMMARY:Wandertag"),
        event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY", "SUMMARY:Mensa", uid="mensa"),
    )
    assert [one.starts for one in found.events if one.name == "Wandertag"] == [
        dt.date(2026, 10, 5), dt.date(2026, 11, 2), dt.date(2027, 5, 10),
    ]  # fmt: skip
    assert sum(one.name == "Mensa" for one in found.events) == 60


def test_what_is_cancelled_or_cannot_be_read_is_left_aside_and_counted(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        event("DTSTART;VALUE=DATE:20261112", "STATUS:CANCELLED", "SUMMARY:Abgesagt"),
        event("DTSTART;VALUE=DATE:20261113", uid="nameless"),
        event("SUMMARY:Ohne Tag", uid="dayless"),
        event("DTSTART;VALUE=DATE:20261113", "RRULE:FREQ=SECONDLY", "SUMMARY:Ticken", uid="ticks"),
        event("DTSTART;VALUE=DATE:20261116", "SUMMARY:Bleibt", uid="good"),
        event("DTSTART;VALUE=DATE:20250616", "SUMMARY:Lange vorbei", uid="old"),
    )
    assert [one.name for one in found.events] == ["Bleibt"]
    assert (found.cancelled, found.broken) == (1, 3)


def test_folded_lines_escapes_and_old_letters_are_read(tmp_path: Path) -> None:
    text = event("DTSTART;VALUE=DATE:20261112", "SUMMARY:Pädagogischer Tag\\, alle Jahrgänge\n  und Gäste")
    file = tmp_path / "alt.ics"
    file.write_bytes(GOOGLE.format(events=text).encode("cp1252"))
    (found,) = read_calendar(file, FIRST, LAST).events
    assert found == Event(
        "a1@school", "Pädagogischer Tag, alle Jahrgänge und Gäste", dt.date(2026, 11, 12), dt.date(2026, 11, 12)
    )


@pytest.mark.parametrize("rule", ["FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;INTERVAL=-1"])
def test_a_rule_that_never_goes_on_cannot_be_read(tmp_path: Path, rule: str) -> None:
    found = read(tmp_path, event("DTSTART;VALUE=DATE:20261116", f"RRULE:{rule}", "SUMMARY:Immer"))
    assert (found.events, found.broken) == ((), 1)


def test_a_day_left_out_of_a_series_is_the_day_here(tmp_path: Path) -> None:
    late = event(
        "DTSTART;TZID=Europe/Berlin:20261005T003000", "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20261011T223000Z",
        "SUMMARY:Nachtwache",
    )  # fmt: skip
    assert [one.starts for one in read(tmp_path, late).events] == [dt.date(2026, 10, 5)]


def test_from_midnight_to_midnight_is_a_whole_day(tmp_path: Path) -> None:
    outlook = event(
        "DTSTART;TZID=Europe/Berlin:20261005T000000", "DTEND;TZID=Europe/Berlin:20261006T000000", "SUMMARY:Studientag"
    )
    (found,) = read(tmp_path, outlook).events
    assert (found.starts, found.ends, found.likely) == (dt.date(2026, 10, 5), dt.date(2026, 10, 5), True)


def test_what_lasts_for_years_is_hardly_a_day_off(tmp_path: Path) -> None:
    (found,) = read(tmp_path, event("DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20300101", "SUMMARY:Immer")).events
    assert not found.likely


@pytest.mark.parametrize("kind", ["within a letter", "old line ends", "utf-16"])
def test_strange_ways_to_write_a_file_are_read(tmp_path: Path, kind: str) -> None:
    content = GOOGLE.format(events=event("DTSTART;VALUE=DATE:20261112", "SUMMARY:Brückentag")).encode()
    if kind == "within a letter":
        content = content.replace("ü".encode(), b"\xc3\r\n \xbc")
    elif kind == "old line ends":
        content = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r")
    else:
        content = content.decode().encode("utf-16")
    file = tmp_path / "seltsam.ics"
    file.write_bytes(content)
    assert [one.name for one in read_calendar(file, FIRST, LAST).events] == ["Brückentag"]


@pytest.mark.parametrize(
    "content", [b"", b"Name;Klasse\nAda;5a\n", b"%PDF-1.7", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
                b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n"]
)  # fmt: skip
def test_what_is_no_calendar_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "etwas.ics"
    file.write_bytes(content)
    with pytest.raises(Unreadable, match=r"etwas\.ics"):
        read_calendar(file, FIRST, LAST)
    with pytest.raises(Unreadable, match=r"fehlt\.ics"):
        read_calendar(tmp_path / "fehlt.ics", FIRST, LAST)
