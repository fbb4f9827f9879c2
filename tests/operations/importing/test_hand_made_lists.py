"""Lists that a school made by hand, brought in without touching the columns."""

from datetime import date, time

from ganztag.queries.import_state.pupils import KnownPupil, pupils
from tests.operations.importing.files import COURSES, PUPILS, Folder, counts

HEAD = "Name, Vorname;Kl.;Mutter;Handy Mutter;Notfallnummer;Mo;Di;Mi;Do;Fr\n"


def child(folder: Folder) -> KnownPupil:
    (found,) = folder.office.read(pupils, date(2026, 9, 14))
    return found


def test_days_times_guardian_and_numbers_of_a_hand_made_list_come_in(folder: Folder) -> None:
    text = HEAD + "Kaya, Mia;5a;Elif Kaya;0170 1;040 999;15:00;;x;;\n"
    folder.bring("pupils", text)
    mia = child(folder)
    assert (mia.surname, mia.call_name, mia.class_name, mia.days) == ("Kaya", "Mia", "5a", (1, 3))
    assert [(one.weekday, one.time) for one in mia.leaves] == [(1, time(15))]
    assert [(one.call_name, one.phones) for one in mia.guardians] == [("Elif", ("0170 1",))]
    assert mia.phones == ("040 999",)
    assert counts(folder.plan("pupils", text)) == {"unchanged": 1}


def test_crosses_take_no_known_time_away(folder: Folder) -> None:
    folder.bring("pupils", HEAD + "Kaya, Mia;5a;;;;15:00;;;;\n")
    folder.bring("pupils", HEAD + "Kaya, Mia;5a;;;;x;x;;;\n")
    assert (child(folder).days, [one.time for one in child(folder).leaves]) == ((1, 2), [time(15)])


def test_courses_with_day_and_times_apart_are_those_that_are_known(folder: Folder) -> None:
    folder.bring("courses", COURSES)
    text = "AG-Nr.;AG;Tag;von;bis;Ort;ab Klasse;bis Klasse\n1;Fußball;Mo;14:00;15:30;Halle;5;7\n"
    assert counts(folder.plan("courses", text)) == {"unchanged": 1}


def test_wishes_of_several_days_come_in(folder: Folder) -> None:
    folder.bring("pupils", PUPILS)
    folder.bring("courses", COURSES)
    made = folder.bring("wishes", "Name, Vorname;Klasse;Mo 1. Wunsch;Mi 1. Wunsch\nKaya, Mia;5a;Fußball;Schach\n")
    assert counts(made) == {"new": 1}
