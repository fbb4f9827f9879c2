"""Bringing staff and rooms in."""

from ganztag.operations.importing import What
from ganztag.queries.import_state.people import rooms, staff
from tests.operations.importing.files import Folder, changes, counts, what_of

STAFF = """Kürzel;Nachname;Vorname;Art;E-Mail;Telefon;ID
BER;Berg;Anna;;a@example.org;0170;9001
KUR;Kurz;Uwe;Honorarkraft;;;
"""
ROOMS = """Raum;Name;Plätze;Ausstattung
008;Aula;120;Bühne
R 104;;;
"""


def test_staff_come_in_again_unchanged_and_back_out(folder: Folder) -> None:
    assert counts(folder.bring("staff", STAFF)) == {"new": 2}
    assert [(one.code, one.kind) for one in folder.office.read(staff)] == [("BER", "teacher"), ("KUR", "freelancer")]
    assert counts(folder.plan("staff", STAFF)) == {"unchanged": 2}
    folder.office.undo()
    assert folder.office.read(staff) == []


def test_a_person_is_known_by_number_by_code_by_name(folder: Folder) -> None:
    folder.bring("staff", STAFF)
    by_number = folder.plan("staff", "ID;Nachname;Vorname\n9001;Berg-Kurz;Anna\n")
    assert changes(by_number, "Berg-Kurz, Anna") == {"Surname": ("Berg", "Berg-Kurz")}
    by_code = folder.plan("staff", "Kürzel;Nachname;Vorname;Telefon\nkur;Kurz;Uwe;0171\n")
    assert changes(by_code, "Kurz, Uwe")["Phone"] == ("", "0171")
    by_name = folder.plan("staff", "Nachname;Vorname;E-Mail\nKurz;Uwe;u@example.org\n")
    assert what_of(by_name, "Kurz, Uwe") is What.CHANGED


def test_a_code_that_another_person_has_is_refused(folder: Folder) -> None:
    folder.bring("staff", STAFF)
    made = folder.plan("staff", "Kürzel;Nachname;Vorname;ID\nKUR;Berg;Anna;9001\n")
    assert [(one.row, one.column) for one in made.errors] == [(2, "Kürzel")]


def test_rooms_come_in_again_unchanged_and_back_out(folder: Folder) -> None:
    assert counts(folder.bring("rooms", ROOMS)) == {"new": 2}
    assert [(one.code, one.seats) for one in folder.office.read(rooms)] == [("008", 120), ("R 104", None)]
    assert counts(folder.plan("rooms", ROOMS)) == {"unchanged": 2}
    folder.office.undo()
    assert folder.office.read(rooms) == []


def test_a_room_keeps_what_the_file_does_not_say(folder: Folder) -> None:
    folder.bring("rooms", ROOMS)
    made = folder.bring("rooms", "Raum;Name;Plätze\n008;;100\nr104;Werkraum;\n")
    assert changes(made, "008") == {"Places": ("120", "100")}
    assert [(one.name, one.seats) for one in folder.office.read(rooms)] == [("Aula", 100), ("Werkraum", None)]


def test_rooms_whose_digits_are_alike_are_two(folder: Folder) -> None:
    folder.bring("rooms", "Raum;Plätze\n1.12;20\n")
    assert counts(folder.plan("rooms", "Raum;Plätze\n11.2;24\n1-12;20\n")) == {"new": 1, "unchanged": 1}
