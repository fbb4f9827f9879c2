"""Courses every second week, on single dates, in a part of the half-year: in and out of tables."""

from datetime import date, time
from pathlib import Path

from ganztag.exchange.kinds import Kind
from ganztag.operations import courses, meetings
from ganztag.operations.exporting import export
from ganztag.operations.meetings import NewMeeting
from ganztag.queries import courses as queries
from ganztag.queries import frame
from ganztag.queries.courses import CourseRow
from tests.operations.importing.files import Folder, changes, counts

HEAD = "Nr;Titel;Block;Raum;Rhythmus;Datum;Fest;Ab Datum;Bis Datum;Ausstattung;Je Klasse\n"
TABLE = HEAD + (
    "1;Garten;Mo 14:00-15:30;R 1;A-Wochen;;ja;28.09.2026;18.12.2026;Spaten, Waschbecken;4\n"
    "2;Film;Sa 10:00-16:00;R 2;;26.09.2026, 27.09.2026;;;;;\n"
    "3;Chor;Mo 14:00-15:30;R 1;B;;;;;;\n"
    "3;;Di 14:00-15:30;R 2;;;;;;;\n"
)


def offered(folder: Folder) -> dict[str, CourseRow]:
    term = folder.office.read(frame.term)
    return {row.number: row for row in folder.office.read(queries.courses, term.id)}


def met(course: CourseRow) -> list[tuple[str, date | None, time | None]]:
    return [(row.rhythm, row.on_date, row.starts) for row in course.meetings]


def test_rhythms_dates_and_spans_come_in(folder: Folder) -> None:
    made = folder.bring("courses", TABLE)
    assert [one.names for one in made.creates if one.label.msgid == "Blocks"] == [("Mo 14:00-15:30", "Di 14:00-15:30")]
    found = offered(folder)
    garden = found["1"]
    assert met(garden) == [("A", None, time(14))]
    assert (garden.starts, garden.ends, garden.equipment) == (
        date(2026, 9, 28),
        date(2026, 12, 18),
        "Spaten, Waschbecken",
    )
    assert (garden.max_per_class, garden.meetings[0].fixed) == (4, True)
    assert met(found["2"]) == [("once", date(2026, 9, 26), time(10)), ("once", date(2026, 9, 27), time(10))]
    assert [row.block_id for row in found["2"].meetings] == [None, None]
    assert met(found["3"]) == [("B", None, time(14)), ("weekly", None, time(14))]
    assert counts(folder.plan("courses", TABLE)) == {"unchanged": 3}


def test_what_was_written_out_comes_back_unchanged_and_whole(folder: Folder, tmp_path: Path) -> None:
    folder.bring("courses", TABLE)
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    export(folder.office, Kind.COURSES, first)
    text = first.read_text("utf-8-sig")
    assert counts(folder.plan("courses", text)) == {"unchanged": 3}
    for row in offered(folder).values():
        folder.office.do(courses.delete(row.id))
    folder.bring("courses", text)
    export(folder.office, Kind.COURSES, second)
    assert second.read_text("utf-8-sig") == text


def test_a_rhythm_that_changes_is_named_and_written(folder: Folder) -> None:
    folder.bring("courses", TABLE)
    other = HEAD + "1;Garten;Mo 14:00-15:30;R 1;B-Wochen;;;;;;\n"
    plan = folder.plan("courses", other)
    assert changes(plan, "1 Garten")["Rhythm"] == ("A-Wochen", "B-Wochen")
    folder.bring("courses", other)
    garden = offered(folder)["1"]
    assert met(garden) == [("B", None, time(14))]
    assert (garden.meetings[0].fixed, garden.starts, garden.equipment) == (False, None, "")


def test_a_table_without_these_columns_leaves_them_alone(folder: Folder) -> None:
    folder.bring("courses", TABLE)
    folder.office.do(meetings.add(offered(folder)["1"].id, NewMeeting(rhythm="once", on_date=date(2026, 10, 10))))
    folder.bring("courses", "Nr;Titel;Block;Raum\n1;Garten AG;Mo 14:00-15:30;R 2\n")
    garden = offered(folder)["1"]
    assert (garden.title, garden.starts, garden.max_per_class) == ("Garten AG", date(2026, 9, 28), 4)
    assert met(garden) == [("A", None, time(14)), ("once", date(2026, 10, 10), None)]


def test_what_cannot_be_is_refused_with_its_column(folder: Folder) -> None:
    for row, word in (
        ("1;Garten;Mo 14:00-15:30;;einmalig;;;;;;\n", "Datum"),
        ("1;Garten;Mo 14:00-15:30;;manchmal;;;;;;\n", "Rhythmus"),
        ("1;Garten;;;;31.02.2027;;;;;\n", "Datum"),
        ("1;Garten;Mo 14:00-15:30;;;;;18.12.2026;28.09.2026;;\n", "Bis Datum"),
        ("1;Garten;Mo 14:00-15:30;;;;;18.12.2030;;;\n", "Ab Datum"),
    ):
        plan = folder.plan("courses", HEAD + row)
        assert [problem.column for problem in plan.errors] == [word]


def test_an_a_week_and_a_b_week_share_a_block(folder: Folder) -> None:
    table = HEAD + "1;Garten;Mo 14:00-15:30;R 1;A;;;;;;\n1;;Mo 14:00-15:30;R 2;B;;;;;;\n"
    folder.bring("courses", table)
    assert sorted(met(offered(folder)["1"])) == [("A", None, time(14)), ("B", None, time(14))]
    assert counts(folder.plan("courses", table)) == {"unchanged": 1}


def test_what_the_allocation_needs_comes_in_and_goes_out(folder: Folder, tmp_path: Path) -> None:
    table = (
        "Nr;Titel;Min;Max;Ideal;Förderplätze;Muss laufen;Zugang\n1;Garten;4;12;8;2;ja;nur Eingeladene\n2;Chor;;;;;;\n"
    )
    folder.bring("courses", table)
    found = offered(folder)
    assert [(found[n].ideal_size, found[n].max_support, found[n].must_run, found[n].admission) for n in "12"] == [
        (8, 2, True, "invited"),
        (None, None, False, "open"),
    ]
    written = tmp_path / "courses.csv"
    export(folder.office, Kind.COURSES, written)
    assert "8;2;ja;eingeladen" in written.read_text("utf-8-sig")


def test_what_is_wanted_and_how_it_went_comes_in_and_goes_out(folder: Folder, tmp_path: Path) -> None:
    folder.bring(
        "courses", "Nr;Titel;Termine je Woche;Wieder anbieten;Auswertung\n1;Garten;2;nein;Zu viel Regen\n2;Chor;;ja;\n"
    )
    found = offered(folder)
    assert [(found[n].meetings_wanted, found[n].again, found[n].evaluation) for n in "12"] == [
        (2, "no", "Zu viel Regen"),
        (1, "yes", ""),
    ]
    written = tmp_path / "courses.csv"
    export(folder.office, Kind.COURSES, written)
    assert "2;nein;Zu viel Regen" in written.read_text("utf-8-sig")
    assert counts(folder.plan("courses", written.read_text("utf-8-sig"))) == {"unchanged": 2}
