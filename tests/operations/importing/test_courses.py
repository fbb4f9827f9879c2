"""Bringing courses in, with the blocks, rooms, leaders and categories that they name."""

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations.importing import What, apply
from ganztag.queries import frame
from ganztag.queries.import_state.courses import KnownCourse, courses
from ganztag.queries.import_state.people import staff
from tests.operations.importing.files import COURSES, PUPILS, Folder, changes, counts, what_of


def offered(folder: Folder) -> dict[str, KnownCourse]:
    term = folder.office.read(frame.term)
    return {one.number: one for one in folder.office.read(courses, term.id, term.school_year_id)}


def test_courses_come_with_all_that_they_name(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    made = folder.bring("courses", COURSES)
    assert {one.label.msgid: one.names for one in made.creates} == {
        "Blocks": ("Mo 14:00-15:30", "Mi 14:00-15:30"),
        "Rooms": ("Halle", "R 1", "R 2"),
        "Staff": ("Anna Berg",),
        "Year groups": ("7",),
        "Categories": ("Sport",),
    }
    found = offered(folder)
    football = found["1"]
    assert (football.title, football.short_name, football.category, football.status) == (
        "Fußball", "Fußball", "Sport", "offered",
    )  # fmt: skip
    assert (football.min_size, football.max_size, football.year_groups) == (5, 20, ("5", "6", "7"))
    assert [one.weekday for one in found["2"].meetings] == [1, 3]
    assert (found["008"].classes, found["008"].status) == (("6a",), "planned")
    assert [one.kind for one in folder.office.read(staff)] == ["teacher"]
    folder.office.undo()
    assert offered(folder) == {}


def test_the_same_courses_again_change_nothing(folder: Folder) -> None:
    folder.bring("courses", COURSES)
    assert counts(folder.plan("courses", COURSES)) == {"unchanged": 3}


def test_a_number_is_text(folder: Folder) -> None:
    folder.bring("courses", COURSES)
    assert what_of(folder.plan("courses", "Nr;Titel\n8;Chor\n"), "8 Chor") is What.NEW


def test_only_given_columns_change(folder: Folder) -> None:
    folder.bring("courses", COURSES)
    made = folder.bring("courses", "Nr;Max\n1;12\n")
    assert changes(made, "1 Fußball") == {"Maximum": ("20", "12")}
    football = offered(folder)["1"]
    assert (football.min_size, football.max_size, football.category, len(football.meetings)) == (5, 12, "Sport", 1)


def test_an_empty_size_is_none_and_empty_year_groups_are_all(folder: Folder) -> None:
    folder.bring("courses", COURSES)
    folder.bring("courses", "Nr;Min;Max;Jahrgänge\n1;;;\n")
    football = offered(folder)["1"]
    assert (football.min_size, football.max_size, football.year_groups) == (None, None, ())


def test_meetings_follow_the_file_where_it_names_blocks(folder: Folder) -> None:
    folder.bring("courses", COURSES)
    before = offered(folder)["2"].meetings
    folder.bring("courses", "Nr;Block\n2;Mi 14:00-15:30, Do 13-14\n")
    after = offered(folder)["2"].meetings
    assert [one.weekday for one in after] == [3, 4]
    assert after[0] == before[1]  # it kept its room


def test_several_rows_of_one_number_are_meetings_of_their_own(folder: Folder) -> None:
    text = "Nr;Titel;Block;Raum;Leitung\n5;Chor;Mo 14-15;Aula;Anna Berg\n5;Chor;Di 14-15;Halle;Uwe Kurz, Anna Berg\n"
    folder.bring("courses", text)
    choir = offered(folder)["5"]
    assert [(one.room, len(one.leader_ids)) for one in choir.meetings] == [("Aula", 1), ("Halle", 2)]
    assert counts(folder.plan("courses", text)) == {"unchanged": 1}


def test_a_leader_may_be_named_by_code_and_a_room_by_its_name(folder: Folder) -> None:
    folder.bring("staff", "Kürzel;Nachname;Vorname\nBER;Berg;Anna\n")
    folder.bring("rooms", "Raum;Name\nR 104;Werkraum\n")
    made = folder.bring("courses", "Nr;Titel;Block;Raum;Leitung\n1;Werken;Mo 14-15;Werkraum;ber\n")
    assert [one.label.msgid for one in made.creates] == ["Blocks"]
    assert offered(folder)["1"].meetings[0].room == "R 104"


def test_what_is_wrong_with_courses_is_told_by_row(folder: Folder) -> None:
    folder.bring("courses", COURSES)
    made = folder.plan("courses", "Nr;Titel;Block;Min;Max;Jahrgänge\n77;;;;;\n1;;Fr;;;\n2;Schach;Mo 16-15;9;3;7-5\n")
    assert [one.row for one in made.errors].count(4) >= 2
    assert {one.row for one in made.errors} == {2, 3, 4}
    with pytest.raises(Objection):
        folder.office.do(apply(made))


def test_a_minimum_over_the_maximum_that_is_there_objects(folder: Folder) -> None:
    folder.bring("courses", COURSES)
    made = folder.plan("courses", "Nr;Min\n1;21\n")
    assert [(one.row, one.column) for one in made.errors] == [(2, "Min")]


def test_all_that_is_wrong_stands_with_its_row_and_column(folder: Folder) -> None:
    folder.bring("staff", "Kürzel;Nachname;Vorname\nA;Berg;Anna\nB;Berg;Anna\n")
    made = folder.plan(
        "courses",
        "Nr;Titel;Block;Jahrgänge;Leitung\n1;Chor;Mo 14:00-15:30;;\n1;;Foo;;\n2;Tanz;;7-5;\n3;Go;;5-;\n"
        "4;Ton;Di 14:00-15:30;;\n4;;Mi 14:00-15:30;;Anna Berg\n",
    )
    assert [(one.row, one.column) for one in made.errors] == [
        (3, "Block"), (4, "Jahrgänge"), (5, "Jahrgänge"), (7, "Leitung"),
    ]  # fmt: skip
