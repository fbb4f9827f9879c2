import datetime as dt
from pathlib import Path

from ganztag.exchange.blocks import BlockRef, YearSpan
from ganztag.exchange.courses import read_courses
from ganztag.exchange.kinds import Kind
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import CourseRecord
from tests.exchange.files import table

HEAD = "Nr;Titel;Kurz;Kategorie;Art;Block;Raum;Leitung;Min;Max;Jahrgänge;Status\n"


def courses(folder: Path, text: str) -> Reading[CourseRecord]:
    return read_courses(table(folder, Kind.COURSES, text))


def test_a_whole_row_becomes_a_course_with_its_meetings(tmp_path: Path) -> None:
    reading = courses(
        tmp_path,
        HEAD
        + '008;Robotik;Robo;Technik;Kurs;"Mo 14:00-15:30, Mi 14:00-15:30";101;"Anna Weiß, Li Wu";8;12;5-7,VSK;läuft\n',
    )
    (course,) = reading.records
    assert reading.problems == ()
    assert (course.number, course.title, course.short, course.category) == ("008", "Robotik", "Robo", "Technik")
    assert (course.kind, course.status, course.min_size, course.max_size) == ("course", "running", 8, 12)
    assert course.eligible == (YearSpan("5", "7"), YearSpan("VSK", "VSK"))
    assert [meeting.block for meeting in course.meetings] == [
        BlockRef(day, dt.time(14), dt.time(15, 30)) for day in (1, 3)
    ]
    assert {meeting.room for meeting in course.meetings} == {"101"}
    assert [leader.surname for leader in course.meetings[0].leaders] == ["Weiß", "Wu"]


def test_empty_cells_mean_offered_no_sizes_and_everyone(tmp_path: Path) -> None:
    (course,) = courses(tmp_path, HEAD + "1;Chor;;;;;;;;;;\n").records
    assert (course.status, course.kind, course.min_size, course.max_size) == ("offered", "course", None, None)
    assert (course.eligible, course.meetings) == ((), ())


def test_rows_of_one_number_are_one_course_with_several_meetings(tmp_path: Path) -> None:
    reading = courses(
        tmp_path,
        HEAD + "1;Chor;;;;Mo 14:00-15:30;101;Anna Weiß;8;;5;\n2;Schach;;;;Di 14:00-15:30;102;;;;;\n"
        "1;Chor;;Musik;;Mi 14:00-15:30;Aula;Li Wu;;;;\n",
    )
    choir, chess = reading.records
    assert reading.problems == ()
    assert [(m.room, m.leaders[0].whole, m.row) for m in choir.meetings] == [
        ("101", "Anna Weiß", 2),
        ("Aula", "Li Wu", 4),
    ]
    assert (choir.category, choir.min_size, choir.rows) == ("Musik", 8, (2, 4))
    assert chess.title == "Schach"


def test_rows_of_one_number_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    reading = courses(
        tmp_path, HEAD + "1;Chor;;;;Mo 14:00-15:30;;;;;;\n1;Schach;;;;Mi 14:00-15:30;;;;;;\n2;Töpfern;;;;;;;;;;\n"
    )
    (problem,) = reading.errors
    assert problem.row == 3
    assert "row 2" in str(problem)
    assert [course.number for course in reading.records] == ["2"]
    assert reading.wrong_rows == {("", 2), ("", 3)}


def test_the_same_block_twice_is_told(tmp_path: Path) -> None:
    reading = courses(tmp_path, HEAD + "1;Chor;;;;Mo 14:00-15:30;;;;;;\n1;Chor;;;;Mo 14:00-15:30;;;;;;\n")
    assert [problem.row for problem in reading.errors] == [3]


def test_a_course_with_one_wrong_row_is_left_out_as_a_whole(tmp_path: Path) -> None:
    reading = courses(
        tmp_path, HEAD + "1;Chor;;;;Mo 14:00-15:30;;;;;;\n1;Chor;;;;Mi 15:00-14:00;;;;;;\n2;Töpfern;;;;;;;;;;\n"
    )
    assert [course.number for course in reading.records] == ["2"]
    assert reading.wrong_rows == {("", 2), ("", 3)}


def test_all_wrong_values_of_a_row_are_told(tmp_path: Path) -> None:
    reading = courses(
        tmp_path,
        HEAD + "1;Chor;;;Zirkus;Mo 15:30-14:00;;;-1;viele;05.07.2026;vielleicht\n2;X;;;;;;;9;8;;\n;;;;;Mo;;;;;;\n",
    )
    assert [(p.row, p.column) for p in reading.problems] == [
        (2, "Min"), (2, "Max"), (2, "Art"), (2, "Status"), (2, "Jahrgänge"), (2, "Block"), (3, "Min"), (4, "Titel"),
    ]  # fmt: skip


def test_a_title_alone_is_enough_and_a_number_alone_too(tmp_path: Path) -> None:
    assert [c.title for c in courses(tmp_path, "AG\nChor\nSchach\n").records] == ["Chor", "Schach"]
    assert [c.number for c in courses(tmp_path, "Kursnummer;Max\n1;5\n").records] == ["1"]


def test_days_and_times_in_two_columns_are_one_block(tmp_path: Path) -> None:
    text = "Nr;Kurs;Tag;Uhrzeit\n1;Chor;Mo, Mi;14:00-15:30\n2;Schach;Di 14:00-15:00;15:00-16:00\n3;Yoga;Do;\n"
    choir, chess, yoga = courses(tmp_path, text).records
    expected = [BlockRef(day, dt.time(14), dt.time(15, 30)) for day in (1, 3)]
    assert [meeting.block for meeting in choir.meetings] == expected
    assert [meeting.block for meeting in chess.meetings] == [BlockRef(2, dt.time(14), dt.time(15))]
    assert [meeting.block for meeting in yoga.meetings] == [BlockRef(4)]


def test_a_column_of_times_beside_one_of_days_may_be_called_zeit(tmp_path: Path) -> None:
    (choir,) = courses(tmp_path, "Nr;Kurs;Tag;Zeit\n1;Chor;Mo;14:00-15:30\n").records
    (chess,) = courses(tmp_path, "Nr;Kurs;Zeit\n1;Schach;Di 14:00-15:00\n").records
    assert [meeting.block for meeting in choir.meetings] == [BlockRef(1, dt.time(14), dt.time(15, 30))]
    assert [meeting.block for meeting in chess.meetings] == [BlockRef(2, dt.time(14), dt.time(15))]
