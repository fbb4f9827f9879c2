"""Bringing enrolments in."""

from datetime import date

from ganztag.queries import frame
from ganztag.queries.import_state.choices import KnownEnrolment, enrolments
from tests.operations.importing.files import COURSES, PUPILS, Folder, changes, counts

HEAD = "Nachname;Vorname;Klasse;ID;Nr;Block;Von;Bis;Grund\n"
ROWS = "Kaya;Mia;5a;1001;1;Mo 14:00-15:30;;;\nO'Brien;Liam;6a;1003;008;;01.09.2026;30.11.2026;Wechsel\n"


def enrolled(folder: Folder) -> list[KnownEnrolment]:
    term = folder.office.read(frame.term)
    return folder.office.read(enrolments, term.id, term.school_year_id)


def filled(folder: Folder) -> Folder:
    folder.bring("pupils", PUPILS)
    folder.bring("courses", COURSES)
    return folder


def test_enrolments_come_in_again_unchanged_and_back_out(folder: Folder) -> None:
    assert counts(filled(folder).bring("enrolments", HEAD + ROWS)) == {"new": 2}
    assert [(one.starts, one.ends, one.reason) for one in enrolled(folder)] == [
        (None, None, ""),
        (date(2026, 9, 1), date(2026, 11, 30), "Wechsel"),
    ]
    assert counts(folder.plan("enrolments", HEAD + ROWS)) == {"unchanged": 2}
    folder.office.undo()
    assert enrolled(folder) == []


def test_an_end_is_a_change_and_an_empty_cell_says_nothing(folder: Folder) -> None:
    filled(folder).bring("enrolments", HEAD + ROWS)
    made = folder.bring("enrolments", HEAD + "Kaya;Mia;5a;1001;1;;;31.10.2026;umgezogen\n")
    assert changes(made, "Kaya, Mia: 1 Fußball") == {"Until": ("", "31.10.2026"), "Reason": ("", "umgezogen")}
    assert counts(folder.plan("enrolments", HEAD + "Kaya;Mia;5a;1001;1;;;;\n")) == {"unchanged": 1}


def test_two_courses_at_one_time_are_refused(folder: Folder) -> None:
    filled(folder).bring("enrolments", HEAD + ROWS)
    made = folder.plan("enrolments", HEAD + "Kaya;Mia;5a;1001;2;;;;\n")
    assert [(one.row, one.column) for one in made.errors] == [(2, "Nr")]


def test_a_course_that_overflows_is_a_warning(folder: Folder) -> None:
    filled(folder).bring("courses", "Nr;Max;Min\n1;1;\n")
    rows = "Kaya;Mia;5a;;1;;;;\nvon der Heide;Zoë;5b;;1;;;;\n"
    made = folder.plan("enrolments", HEAD + rows)
    assert ([one.row for one in made.warnings], made.errors) == ([3], ())
