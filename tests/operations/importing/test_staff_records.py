"""Bringing partners, contracts and papers in with the staff."""

from datetime import date

import pytest

from ganztag.exchange.kinds import Kind
from ganztag.operations import staff_papers
from ganztag.operations.exporting import export
from ganztag.operations.importing import plan
from ganztag.queries.contracts import ContractRow, contracts
from ganztag.queries.import_state.people import staff
from ganztag.queries.partners import partners
from ganztag.queries.staff_papers import PaperRow, papers, requirements
from tests.operations.importing.files import Folder, changes, counts

CONDUCT = "Erweitertes Führungszeugnis"
STAFF = (
    "Kürzel;Nachname;Vorname;Art;Partner;Höchststunden;Qualifikationen;Vertragsnummer;Vertrag von;Vertrag bis;Satz;"
    "Einheit;Freibetrag;Nachweis: Erweitertes Führungszeugnis;Masernschutznachweis\n"
    "BER;Berg;Anna;Partner;TSV Öjendorf;6,5;Trainer C, Erste Hilfe;;;;;;;14.02.2024;nicht nötig\n"
    "KUR;Kurz;Uwe;Honorarkraft;;;;HON-7;01.08.2026;31.01.2027;24,50;45 Min.;Übungsleiter;01.09.2021 (bis 01.09.2025);\n"
)


def ids(folder: Folder) -> dict[str, int]:
    return {one.code: one.id for one in folder.office.read(staff)}


def contract(folder: Folder, code: str) -> ContractRow:
    (found,) = folder.office.read(contracts)[ids(folder)[code]]
    return found


def paper(folder: Folder, code: str, name: str) -> PaperRow:
    return next(one for one in folder.office.read(papers)[ids(folder)[code]] if one.name == name)


@pytest.fixture
def asked(folder: Folder) -> Folder:
    """Return a folder of a school whose first two papers have the German names, whatever speaks."""
    first, second = folder.office.read(requirements)[:2]
    folder.office.do(staff_papers.edit(first.id, first.name, name=CONDUCT))
    folder.office.do(staff_papers.edit(second.id, second.name, name="Masernschutznachweis"))
    return folder


def test_a_row_brings_partner_contract_and_papers(asked: Folder) -> None:
    assert counts(asked.bring("staff", STAFF)) == {"new": 2}
    (club,) = asked.office.read(partners)
    assert (club.name, len(club.people)) == ("TSV Öjendorf", 1)
    berg = next(one for one in asked.office.read(staff) if one.code == "BER")
    assert (berg.max_minutes, berg.qualifications) == (390, "Trainer C, Erste Hilfe")
    signed = contract(asked, "KUR")
    assert (signed.number, signed.rate_cents, signed.unit_minutes, signed.allowance) == ("HON-7", 2450, 45, "trainer")
    assert (signed.starts, signed.ends) == (date(2026, 8, 1), date(2027, 1, 31))
    assert paper(asked, "BER", CONDUCT).seen == date(2024, 2, 14)
    assert paper(asked, "BER", "Masernschutznachweis").state == "not_needed"
    assert paper(asked, "KUR", CONDUCT).due == date(2025, 9, 1)


def test_the_same_file_says_nothing_new_and_one_undo_takes_it_back(asked: Folder) -> None:
    asked.bring("staff", STAFF)
    assert counts(asked.plan("staff", STAFF)) == {"unchanged": 2}
    asked.office.undo()
    assert asked.office.read(staff) == []
    assert asked.office.read(partners) == []
    assert asked.office.read(contracts) == {}


def test_what_changes_is_told_field_by_field(asked: Folder) -> None:
    asked.bring("staff", STAFF)
    again = STAFF.replace("24,50", "26").replace("01.09.2021 (bis 01.09.2025)", "10.09.2026")
    made = asked.plan("staff", again)
    assert changes(made, "Kurz, Uwe") == {
        "Rate in euros": ("24,50", "26,00"),
        "{paper} seen on": ("01.09.2021 – 01.09.2025", "10.09.2026"),
    }
    asked.bring("staff", again)
    assert contract(asked, "KUR").rate_cents == 2600
    assert paper(asked, "KUR", CONDUCT).expires is None


def test_another_number_is_another_contract(asked: Folder) -> None:
    asked.bring("staff", STAFF)
    asked.bring("staff", "Kürzel;Nachname;Vorname;Vertragsnummer;Vertrag von\nKUR;Kurz;Uwe;HON-8;01.02.2027\n")
    old, new = asked.office.read(contracts)[ids(asked)["KUR"]]
    assert (old.number, new.number, new.rate_cents) == ("HON-7", "HON-8", 2450)


def test_a_rate_alone_belongs_to_the_contract_that_holds(asked: Folder) -> None:
    asked.bring("staff", STAFF)
    asked.bring("staff", "Kürzel;Nachname;Vorname;Satz\nKUR;Kurz;Uwe;30\n")
    assert contract(asked, "KUR").rate_cents == 3000


def test_empty_cells_take_nothing_away(asked: Folder) -> None:
    asked.bring("staff", STAFF)
    bare = "\n".join(line if not place else line.split(";")[0] + ";" + ";".join(line.split(";")[1:4]) + ";" * 11
                     for place, line in enumerate(STAFF.splitlines()))  # fmt: skip
    assert counts(asked.plan("staff", bare + "\n")) == {"unchanged": 2}


def test_a_paper_that_is_not_asked_for_yet_comes_with_the_file(asked: Folder) -> None:
    text = "Kürzel;Nachname;Vorname;Nachweis: Rettungsschwimmer\nKUR;Kurz;Uwe;01.03.2026\n"
    made = asked.bring("staff", text)
    assert [creation.names for creation in made.creates] == [("Rettungsschwimmer",)]
    assert paper(asked, "KUR", "Rettungsschwimmer").seen == date(2026, 3, 1)


def test_cells_that_are_wrong_are_told_with_their_columns(asked: Folder) -> None:
    text = (
        "Nachname;Vorname;Höchststunden;Satz;Einheit;Vertrag von;Vertrag bis;Masernschutznachweis\n"
        "Kurz;Uwe;viele;gut;50;01.02.2027;01.01.2027;bald\n"
    )
    found = asked.plan("staff", text).errors
    assert {one.column for one in found} == {
        "Höchststunden", "Satz", "Einheit", "Vertrag bis", "Masernschutznachweis"
    }  # fmt: skip


def test_partners_come_in_change_and_go_out_again(folder: Folder) -> None:
    text = "Name;Ansprechperson;Telefon;E-Mail;Vereinbarung;Von;Bis;Notiz\nTSV;Ida Berg;040 1;;Vertrag;01.08.2026;;\n"
    assert counts(folder.bring("partners", text)) == {"new": 1}
    assert counts(folder.plan("partners", text)) == {"unchanged": 1}
    folder.bring("partners", text.replace("040 1", "040 2").replace("TSV", "tsv"))
    (club,) = folder.office.read(partners)
    assert (club.name, club.phone, club.starts) == ("TSV", "040 2", date(2026, 8, 1))
    path = folder.file("", "partners.xlsx")
    assert export(folder.office, Kind.PARTNERS, path) == 1
    assert counts(plan(folder.office, Kind.PARTNERS, path)) == {"unchanged": 1}


def test_a_partner_twice_without_a_name_or_with_turned_days_is_refused(folder: Folder) -> None:
    text = "Name;Von;Bis\nTSV;;\ntsv;;\n;01.08.2026;\nClub;01.08.2026;01.07.2026\n"
    assert [one.row for one in folder.plan("partners", text).errors] == [3, 4, 5]
