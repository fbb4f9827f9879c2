"""Bringing pupils in: who is new, who changes, who asks, who leaves."""

from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations.importing import Answer, Settings, What, apply
from ganztag.queries.import_state.pupils import KnownPupil, pupils
from tests.operations.importing.files import PUPILS, Folder, changes, counts, what_of

TODAY = date(2026, 9, 14)
WHOLE = Settings(whole_school=True)


def children(folder: Folder, day: date = TODAY) -> dict[str, KnownPupil]:
    return {f"{one.call_name} {one.surname}": one for one in folder.office.read(pupils, day)}


def test_a_first_list_makes_children_with_class_year_group_number_and_days(folder: Folder) -> None:
    made = folder.bring("pupils", PUPILS)
    assert counts(made) == {"new": 3}
    assert [(one.label.msgid, one.names) for one in made.creates] == [
        ("Classes", ("5a", "5b", "6a")),
        ("Year groups", ("5", "6")),
    ]
    found = children(folder)
    assert (found["Mia Kaya"].class_name, found["Mia Kaya"].year_group) == ("5a", "5")
    assert (found["Mia Kaya"].birth_date, found["Mia Kaya"].sex) == (date(2016, 3, 15), "f")
    assert found["Mia Kaya"].days == (1, 2, 3, 4, 5)
    assert (found["Zoë Heide"].prefix, found["Zoë Heide"].days) == ("von der", (1, 3))
    assert found["Liam O'Brien"].external_ids == (("", "1003"),)


def test_planning_writes_nothing(folder: Folder) -> None:
    before = folder.office.revision
    folder.plan("pupils", PUPILS)
    assert folder.office.revision == before
    assert children(folder) == {}


def test_an_import_is_one_step_to_undo_and_to_redo(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    label = folder.office.undo()
    assert label is not None
    assert (label.msgid, label.plural, label.n) == ("Import {count} pupil", "Import {count} pupils", 3)
    assert children(folder) == {}
    folder.office.redo()
    assert len(children(folder)) == 3


def test_the_same_file_again_changes_nothing(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    assert counts(folder.plan("pupils", PUPILS)) == {"unchanged": 3}


def test_all_errors_are_told_at_once_and_nothing_is_imported(folder: Folder) -> None:
    text = PUPILS + "Meyer;Luca;5a;31.02.2016;w;1004;\n;;5a;;;1005;Mo\nKaya;Mia;5a;15.03.2016;x;1001;Xx\n"
    made = folder.plan("pupils", text)
    assert {(one.row, one.column) for one in made.errors} >= {(5, "Geburtsdatum"), (7, "Geschlecht"), (7, "Tage")}
    assert 6 in {one.row for one in made.errors}
    with pytest.raises(Objection):
        folder.office.do(apply(made))
    assert children(folder) == {}


def test_wrong_rows_can_be_left_out(folder: Folder) -> None:
    made = folder.plan("pupils", PUPILS + "Meyer;Luca;5a;31.02.2016;w;1004;\n")
    folder.office.do(apply(made, skip_bad_rows=True))
    assert sorted(children(folder)) == ["Liam O'Brien", "Mia Kaya", "Zoë Heide"]


def test_a_class_that_changes_is_a_move_from_today_on(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    made = folder.bring("pupils", "Nachname;Vorname;Klasse;ID\nKaya;Mia;6b;1001\n")
    assert changes(made, "Kaya, Mia") == {"Class": ("5a", "6b")}
    assert children(folder)["Mia Kaya"].class_name == "6b"
    assert children(folder)["Mia Kaya"].year_group == "6"
    assert children(folder, date(2026, 9, 13))["Mia Kaya"].class_name == "5a"


def test_classes_are_the_same_however_they_are_written(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    assert counts(folder.plan("pupils", "Nachname;Vorname;Klasse;ID\nKaya;Mia;Klasse 05A;1001\n")) == {"unchanged": 1}


def test_a_new_number_is_taken_over_where_name_and_birth_date_fit(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    made = folder.bring("pupils", PUPILS.replace("1001", "A-77"))
    assert changes(made, "Kaya, Mia") == {"ID": ("1001", "A-77")}
    assert children(folder)["Mia Kaya"].external_ids == (("", "A-77"),)


def test_children_of_one_name_with_different_numbers_stay_apart(folder: Folder) -> None:
    text = "Nachname;Vorname;Klasse;ID\nKaya;Mia;5a;1\nKaya;Mia;5a;2\n"
    folder.bring("pupils", text)
    made = folder.bring("pupils", text.replace("5a;2", "5b;2"))
    assert [(one.what, len(one.changes)) for one in made.items] == [(What.UNCHANGED, 0), (What.CHANGED, 1)]


def test_name_and_class_match_only_where_nothing_speaks_against_it(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    text = "Nachname;Vorname;Klasse;Geburtsdatum\nKaya;Mia;5a;\nvon der Heide;Zoë;5b;01.01.2015\n"
    made = folder.plan("pupils", text)
    assert what_of(made, "Kaya, Mia") is What.UNCHANGED
    assert what_of(made, "von der Heide, Zoë") is What.NEW
    assert [(one.row, one.column) for one in made.warnings] == [(3, "Geburtsdatum")]


def test_a_name_alone_matches_only_where_one_child_bears_it(folder: Folder) -> None:
    folder.bring("pupils", "Nachname;Vorname;Klasse;ID\nKaya;Mia;5a;1\nKaya;Mia;6a;2\nMeyer;Luca;5a;3\n")
    made = folder.plan("pupils", "Nachname;Vorname;Klasse\nKaya;Mia;7a\nMeyer;Luca;6a\n")
    assert what_of(made, "Kaya, Mia") is What.NEW
    assert what_of(made, "Meyer, Luca") is What.CHANGED


def test_several_children_that_fit_must_be_told_apart(folder: Folder) -> None:
    folder.bring("pupils", "Nachname;Vorname;Klasse;ID\nKaya;Mia;5a;1\nKaya;Mia;5a;2\n")
    made = folder.plan("pupils", "Nachname;Vorname;Klasse\nKaya;Mia;5a\n")
    assert counts(made) == {"wrong": 1}


@pytest.mark.parametrize("name", ["Schmidt-Kaya;Mia", "Yılmaz;Mia", "Kaya;Mia-Sophie"])
def test_a_new_surname_or_a_double_name_is_a_change(folder: Folder, name: str) -> None:
    folder.bring("pupils", PUPILS)
    made = folder.bring("pupils", f"Nachname;Vorname;Klasse;ID\n{name};5a;1001\n")
    assert counts(made) == {"changed": 1}


def test_a_number_with_another_first_name_asks(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    text = "Nachname;Vorname;Klasse;ID\nKaya;Karim;5a;1001\n"
    made = folder.plan("pupils", text)
    assert counts(made) == {"wrong": 1}
    assert [(one.row, one.known) for one in made.questions] == [(2, "Mia Kaya")]
    place = made.questions[0].place
    same = folder.plan("pupils", text, Settings(answers={place: Answer.SAME}))
    assert changes(same, "Kaya, Karim")["Call name"] == ("Mia", "Karim")
    another = folder.bring("pupils", text, Settings(answers={place: Answer.ANOTHER}))
    assert counts(another) == {"new": 1}
    assert children(folder)["Karim Kaya"].external_ids == (("", "1001"),)
    assert children(folder)["Mia Kaya"].external_ids == ()


def test_the_missing_leave_only_when_the_file_is_the_whole_school(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    text = "\n".join(PUPILS.splitlines()[:3])
    assert counts(folder.plan("pupils", text)) == {"unchanged": 2}
    made = folder.bring("pupils", text, WHOLE)
    assert counts(made) == {"unchanged": 2, "leaves": 1}
    gone = children(folder)["Liam O'Brien"]
    assert (gone.exit, gone.class_name, gone.days) == (date(2026, 9, 13), "", ())


def test_a_file_that_would_empty_the_school_warns(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    made = folder.plan("pupils", "\n".join(PUPILS.splitlines()[:2]), WHOLE)
    assert [one.message.n for one in made.warnings] == [2]


def test_nobody_leaves_while_rows_are_wrong(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    made = folder.plan("pupils", "Nachname;Vorname;Klasse;Geburtsdatum\nKaya;Mia;5a;gestern\n", WHOLE)
    assert counts(made) == {"wrong": 1}


def test_who_comes_back_is_in_class_and_booked_again(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    folder.bring("pupils", "\n".join(PUPILS.splitlines()[:3]), WHOLE)
    made = folder.bring("pupils", PUPILS)
    assert counts(made) == {"unchanged": 2, "changed": 1}
    back = children(folder)["Liam O'Brien"]
    assert (back.exit, back.class_name, back.days) == (None, "6a", (2,))


def test_an_exit_in_the_file_is_the_last_day(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    text = "Nachname;Vorname;Klasse;ID;Austritt\nKaya;Mia;5a;1001;30.09.2026\n"
    made = folder.bring("pupils", text)
    assert counts(made) == {"changed": 1}
    assert children(folder, date(2026, 10, 1))["Mia Kaya"].class_name == ""
    assert counts(folder.plan("pupils", text)) == {"unchanged": 1}


def test_an_empty_cell_of_days_means_all_and_no_such_column_says_nothing(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    assert counts(folder.plan("pupils", "Nachname;Vorname;Klasse;ID\nO'Brien;Liam;6a;1003\n")) == {"unchanged": 1}
    folder.bring("pupils", "Nachname;Vorname;Klasse;ID;Tage\nO'Brien;Liam;6a;1003;\n")
    assert children(folder)["Liam O'Brien"].days == (1, 2, 3, 4, 5)


def test_leave_times_ways_home_and_parents_come_along_and_siblings_share_them(folder: Folder) -> None:
    head = "Nachname;Vorname;Klasse;ID;Gehzeit Mo;Gehzeit Di;Heimweg;Sorgeberechtigte;Telefon\n"
    rows = "Kaya;Mia;5a;1;15:00;16:00;Bus;Ayşe Kaya, Uwe Berg;0170 1, 0170 2\n"
    rows += "Kaya;Can;6a;2;;;;Ayşe Kaya, Uwe Berg;+49 170 1, 0170/2\n"
    rows += "Kaya;Ela;7a;3;;;;Ayşe Kaya;0170 9\n"
    folder.bring("pupils", head + rows)
    found = children(folder)
    mia = found["Mia Kaya"]
    assert [(one.weekday, str(one.time)[:5], one.way_home) for one in mia.leaves[:2]] == [
        (1, "15:00", "bus"),
        (2, "16:00", "bus"),
    ]
    assert [(one.call_name, one.surname, one.phones) for one in mia.guardians] == [
        ("Ayşe", "Kaya", ("0170 1",)),
        ("Uwe", "Berg", ("0170 2",)),
    ]
    assert [one.id for one in found["Can Kaya"].guardians] == [one.id for one in mia.guardians]
    assert found["Ela Kaya"].guardians[0].id != mia.guardians[0].id
    assert counts(folder.plan("pupils", head + rows)) == {"unchanged": 3}


def test_a_child_that_is_known_shares_its_parents_with_a_new_sibling(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    head = "Nachname;Vorname;Klasse;ID;Sorgeberechtigte;Telefon\n"
    rows = "Kaya;Can;6a;2001;Ayşe Kaya, Ayşe Kaya;0170 1\nKaya;Mia;5a;1001;Ayşe Kaya;0170 1\n"
    folder.bring("pupils", head + rows)
    found = children(folder)
    assert [one.id for one in found["Can Kaya"].guardians] == [one.id for one in found["Mia Kaya"].guardians]
    assert [(one.surname, one.phones) for one in found["Mia Kaya"].guardians] == [("Kaya", ("0170 1",))]
    assert counts(folder.plan("pupils", head + rows)) == {"unchanged": 2}


def test_capitals_and_lost_accents_are_no_other_name(folder: Folder) -> None:
    folder.bring("pupils", "Nachname;Vorname;Klasse;ID\nSchmidt-Yılmaz;Zoë;5a;1\n")
    assert counts(folder.plan("pupils", "Nachname;Vorname;Klasse;ID\nSCHMIDT-YILMAZ;Zoe;5a;1\n")) == {"unchanged": 1}


def test_a_school_that_moved_on_since_the_preview_objects(folder: Folder) -> None:
    made = folder.plan("pupils", PUPILS)
    folder.bring("pupils", "Nachname;Vorname;Klasse;ID\nKaya;Mia;7c;1001\n")
    with pytest.raises(Objection, match=r"Vorschau|preview"):
        folder.office.do(apply(made))


def test_columns_set_by_hand_are_remembered_for_files_of_this_make(folder: Folder) -> None:
    text = "Kennung;Person;Ruf;Gruppe\nx1;Kaya;Mia;5a\n"
    assert not folder.plan("pupils", text).ready()
    by_hand = Settings(columns={"": {0: "external_id", 1: "surname", 2: "call_name", 3: "class_name"}})
    folder.bring("pupils", text, by_hand)
    again = folder.plan("pupils", text.replace("x1;Kaya;Mia", "x2;Meyer;Luca"))
    assert counts(again) == {"new": 1}
    (part,) = again.table.parts
    assert part.mapping == {0: "external_id", 1: "surname", 2: "call_name", 3: "class_name"}


def test_a_table_without_what_it_needs_says_so_and_plans_nothing(folder: Folder) -> None:
    made = folder.plan("pupils", "Klasse;Jahrgang\n5a;5\n")
    assert (made.items, made.rows_can_be_left_out) == ((), False)
    assert [one.row for one in made.errors] == [None]
