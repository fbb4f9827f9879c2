"""Bringing wishes in: which child, which course, which block."""

from pathlib import Path

from ganztag.operations import ballots as deeds
from ganztag.operations.exporting import export
from ganztag.operations.importing import Settings, What
from ganztag.queries import frame
from ganztag.queries.import_state.choices import ballots, wishes
from tests.operations.importing.files import COURSES, PUPILS, Folder, changes, counts, what_of

HEAD = "Nachname;Vorname;Klasse;Wunsch 1;Wunsch 2;Wunsch 3\n"


def filled(folder: Folder) -> Folder:
    folder.bring("pupils", PUPILS)
    folder.bring("courses", COURSES.replace("geplant", ""))
    return folder


def ranks(folder: Folder) -> list[int]:
    term = folder.office.read(frame.term)
    found = folder.office.read(ballots, term.id)
    return [one.rank for one in folder.office.read(wishes, found[0].id)]


def test_wishes_make_the_ballot_and_stand_in_the_blocks_of_their_courses(folder: Folder) -> None:
    made = filled(folder).bring("wishes", HEAD + "Kaya;Mia;5a;1;2;\nO'Brien;Liam;6a;008;;1\n")
    assert counts(made) == {"new": 2}
    assert [(one.label.msgid, one.names) for one in made.creates] == [("Ballot", ("Wahl",))]
    assert sorted(ranks(folder)) == [1, 1, 2, 2, 3]  # chess meets twice; an empty wish keeps its rank
    assert counts(folder.plan("wishes", HEAD + "Kaya;Mia;5a;1;2;\nO'Brien;Liam;6a;008;;1\n")) == {"unchanged": 2}
    folder.office.undo()
    assert folder.office.read(ballots, folder.office.read(frame.term).id) == []


def test_wishes_in_the_file_replace_those_of_the_child(folder: Folder) -> None:
    filled(folder).bring("wishes", HEAD + "Kaya;Mia;5a;1;2;\nO'Brien;Liam;6a;008;;\n")
    made = folder.bring("wishes", HEAD + "Kaya;Mia;5a;008;;\n")
    assert changes(made, "Kaya, Mia") == {"Wishes": ("1, 2", "008")}
    assert ranks(folder) == [1, 1]


def test_with_a_block_column_only_the_wishes_of_that_block_are_replaced(folder: Folder) -> None:
    head = "Nachname;Vorname;Klasse;Block;Wunsch 1;Wunsch 2\n"
    filled(folder).bring("wishes", head + "Kaya;Mia;5a;Mo 14:00-15:30;1;2\nKaya;Mia;5a;Mi 14:00-15:30;008;2\n")
    assert sorted(ranks(folder)) == [1, 1, 2, 2]
    folder.bring("wishes", head + "Kaya;Mia;5a;Mi;2;\n")
    assert sorted(ranks(folder)) == [1, 1, 2]


def test_a_course_that_does_not_meet_in_the_block_is_an_error(folder: Folder) -> None:
    made = filled(folder).plan("wishes", "Nachname;Vorname;Klasse;Block;Wunsch 1\nKaya;Mia;5a;Mi;1\n")
    assert [(one.row, one.column) for one in made.errors] == [(2, "Wunsch 1")]


def test_children_and_courses_that_are_not_known_are_told_with_a_guess(folder: Folder) -> None:
    made = filled(folder).plan("wishes", HEAD + "Kaya;Mai;5a;1;;\nKaya;Mia;5a;Schahc;;\nO'Brien;Liam;6a;99;;\n")
    values = [(one.row, one.message.values.get("meant")) for one in made.errors]
    assert values == [(2, "Mia Kaya"), (3, "Schach"), (4, None)]
    assert counts(made) == {"wrong": 3}


def test_a_course_by_title_and_swapped_names_are_understood(folder: Folder) -> None:
    made = filled(folder).plan("wishes", HEAD + "Mia;Kaya;5a;fussball;;\n")
    assert what_of(made, "Kaya, Mia") is What.NEW


def test_what_is_doubtful_is_a_warning(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    folder.bring("courses", COURSES)
    made = folder.plan("wishes", HEAD + "Kaya;Mia;5b;008;1;1\n")
    assert made.errors == ()
    assert [(one.row, one.column) for one in made.warnings] == [
        (2, "Klasse"),
        (2, "Wunsch 1"),  # not on offer
        (2, "Wunsch 1"),  # not for her class
        (2, "Wunsch 3"),  # twice
    ]


def test_the_number_decides_between_children_of_one_name(folder: Folder) -> None:
    folder.bring("pupils", "Nachname;Vorname;Klasse;ID\nKaya;Mia;3a;1\nKaya;Mia;3a;2\n")
    folder.bring("courses", COURSES)
    assert counts(folder.plan("wishes", HEAD + "Kaya;Mia;3a;1;;\n")) == {"wrong": 1}
    head = HEAD.replace("\n", ";ID\n")
    made = folder.bring("wishes", head + "Kaya;Mia;3a;1;;;1\nKaya;Mia;3a;2;;;2\n")
    assert counts(made) == {"new": 2}


def test_one_column_for_each_course_gives_equal_ranks_too(folder: Folder) -> None:
    made = filled(folder).bring(
        "wishes", "Nachname;Vorname;Klasse;Fußball;Schach\nKaya;Mia;5a;x;x\nO'Brien;Liam;6a;2;1\n"
    )
    assert counts(made) == {"new": 2}
    assert sorted(ranks(folder)) == [1, 1, 1, 1, 1, 2]


def test_several_ballots_must_be_told_apart(folder: Folder) -> None:
    filled(folder)
    term = folder.office.read(frame.term)
    for name in ("Herbst", "Winter"):
        folder.office.do(deeds.add(term.id, name))
    text = HEAD + "Kaya;Mia;5a;1;;\n"
    made = folder.plan("wishes", text)
    assert ([one.row for one in made.errors], made.rows_can_be_left_out) == ([None], False)
    folder.bring("wishes", text, Settings(ballot="winter"))
    assert len(folder.office.read(wishes, folder.office.read(ballots, term.id)[1].id)) == 1


def test_two_different_papers_of_a_child_are_refused(folder: Folder) -> None:
    made = filled(folder).plan("wishes", HEAD + "Kaya;Mia;5a;1;;\nKaya;Mia;5a;2;;\n")
    assert [one.row for one in made.errors] == [3]


def test_a_course_on_a_day_without_wishes_is_told_and_the_new_ballot_has_that_day(folder: Folder) -> None:
    head = "Nachname;Vorname;Klasse;Block;Wunsch 1;Wunsch 2\n"
    made = filled(folder).bring("wishes", head + "Kaya;Mia;5a;Mo 14:00-15:30;1;2\nO'Brien;Liam;6a;Mo;2;1\n")
    assert [(one.row, one.column) for one in made.warnings] == [(2, "Wunsch 2"), (3, "Wunsch 1")]
    term = folder.office.read(frame.term)
    assert len(folder.office.read(ballots, term.id)[0].block_ids) == 2
    more = folder.plan("wishes", head + "O'Brien;Liam;6a;Mi;008;2\n")
    assert more.warnings == ()


def test_wishes_that_stay_from_an_earlier_file_count_for_courses_on_two_days(folder: Folder) -> None:
    head = "Nachname;Vorname;Klasse;Block;Wunsch 1\n"
    filled(folder).bring("wishes", head + "O'Brien;Liam;6a;Mi;008\n")
    assert folder.plan("wishes", head + "O'Brien;Liam;6a;Mo;2\n").warnings == ()
    assert folder.plan("wishes", head + "Kaya;Mia;5a;Mo;2\n").warnings != ()


def test_several_courses_in_a_cell_have_one_rank(folder: Folder) -> None:
    filled(folder)
    text = HEAD + "Kaya;Mia;5a;1, 2;;\n"
    folder.bring("wishes", text)
    assert ranks(folder) == [1, 1, 1]
    made = folder.plan("wishes", HEAD + "Kaya;Mia;5a;1, 99;;\nO'Brien;Liam;6a;Schahc, Tanz;;\n")
    assert [(one.row, one.column) for one in made.errors] == [(2, "Wunsch 1"), (3, "Wunsch 1")]
    assert [one.message.values["course"] for one in made.errors] == ["99", "Schahc, Tanz"]


def test_equal_ranks_are_exported_as_they_came(folder: Folder, tmp_path: Path) -> None:
    filled(folder).bring("wishes", HEAD + "Kaya;Mia;5a;1, 2;;\nO'Brien;Liam;6a;;;2, 1\n")
    export(folder.office, "wishes", tmp_path / "again.csv")
    made = folder.plan("wishes", (tmp_path / "again.csv").read_text("utf-8-sig"))
    assert counts(made) == {"unchanged": 4}


def test_rows_of_a_child_with_and_without_a_block_do_not_replace_each_other_unseen(folder: Folder) -> None:
    head = "Nachname;Vorname;Klasse;Block;Wunsch 1\n"
    filled(folder)
    for rows in ("Kaya;Mia;5a;Mo;1\nKaya;Mia;5a;;2\n", "Kaya;Mia;5a;;2\nKaya;Mia;5a;Mo;1\n"):
        assert [(one.row, one.column) for one in folder.plan("wishes", head + rows).errors] == [(3, "Block")]
    made = folder.plan("wishes", head + "Kaya;Mia;5a;Do;1\nKaya;Mia;5a;Mo;1\n")
    assert [(one.row, one.column) for one in made.errors] == [(2, "Block")]


def test_a_wrong_cell_does_not_make_a_column_of_a_course_disappear(folder: Folder) -> None:
    made = filled(folder).plan(
        "wishes", "Nachname;Vorname;Klasse;1;8;Alter\nKaya;Mia;5a;x;1;10\nO'Brien;Liam;6a;?;2;11\n"
    )
    assert [(one.row, one.column) for one in made.errors] == [(3, "1")]
    assert made.not_taken_over == ("Alter",)
