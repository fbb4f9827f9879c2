from pathlib import Path

import pytest

from ganztag.exchange.fields import headers, template
from ganztag.exchange.header_words import fingerprint, normal
from ganztag.exchange.kinds import WRITTEN, Kind
from ganztag.exchange.reading import read_sheets
from ganztag.exchange.recognising import columns_of, recognise
from ganztag.exchange.tables import choices, label_of
from tests.exchange.files import table, text_file, workbook

TITLES = {
    Kind.PUPILS: "Nachname;Vorname;Klasse;Geburtsdatum;Geschlecht;ID;Tage;Vornamen;Jahrgang;Eintritt;Austritt;"
    "Gehzeit Mo;Gehzeit Di;Gehzeit Mi;Gehzeit Do;Gehzeit Fr;Heimweg;Sorgeberechtigte;Telefon",
    Kind.COURSES: "Nr;Titel;Kurz;Kategorie;Art;Block;Raum;Leitung;Min;Max;Jahrgänge;Status;Beschreibung;"
    "Rhythmus;Datum;Fest;Ab Datum;Bis Datum;Ausstattung;Je Klasse;Termine je Woche;Wieder anbieten;Auswertung;"
    "Ideal;Förderplätze;Muss laufen;Zugang",
    Kind.STAFF: "Kürzel;Nachname;Vorname;Art;E-Mail;Telefon;ID;Partner;Höchststunden;Qualifikationen;"
    "Vertragsnummer;Vertrag von;Vertrag bis;Satz;Einheit;Freibetrag",
    Kind.PARTNERS: "Name;Ansprechperson;Telefon;E-Mail;Vereinbarung;Von;Bis;Notiz",
    Kind.ROOMS: "Raum;Name;Plätze;Ausstattung;Gebäude;Aufbau;Abbau;Mehrere Kurse;Teil von",
    Kind.WISHES: "Nachname;Vorname;Klasse;Block;Wunsch 1;Wunsch 2;Wunsch 3;Nicht;ID;Zettelnummer",
    Kind.ENROLMENTS: "Nachname;Vorname;Klasse;ID;Nr;Block;Von;Bis;Grund",
    Kind.TIMES: "Raum;Person;Wochentag;Von;Bis;Art;Grund;Ab Datum;Bis Datum",
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_our_own_titles_are_exact_and_known_again(kind: Kind) -> None:
    assert ";".join(headers(kind)) == TITLES[kind]
    assert len(columns_of(headers(kind), kind)) == len(headers(kind))


def test_the_empty_table_of_pupils_has_the_seven_plain_columns() -> None:
    assert ";".join(template(Kind.PUPILS)) == "Nachname;Vorname;Klasse;Geburtsdatum;Geschlecht;ID;Tage"


def _known(kind: Kind, titles: str) -> dict[str, str]:
    names = titles.split(";")
    return {names[column]: key for column, key in columns_of(names, kind).items()}


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (
            "Interne ID-Nummer;Nachname;Vorname;Klasse;Klassenlehrer;Geburtsdatum;Entlassdatum;vorauss. Abschlussdatum",
            {"Interne ID-Nummer": "external_id", "Nachname": "surname", "Vorname": "call_name", "Klasse": "class_name",
             "Geburtsdatum": "birth_date", "Entlassdatum": "exit"},
        ),
        (
            "name;longName;foreName;gender;birthDate;klasse.name;id;externKey;address.phone",
            {"longName": "surname", "foreName": "call_name", "gender": "sex", "birthDate": "birth_date",
             "klasse.name": "class_name", "externKey": "external_id", "address.phone": "phone"},
        ),
        (
            "SchuelerIdentNummer;SchuelerNachname;SchuelerRufname;SchuelerVornamen;GruppeBezeichnung;GruppeId;SchuelerId;"
            "SchuelerAbgangsdatum;Verantw1Nachname;Verantw1Telefon1;Lehrernachname1",
            {"SchuelerIdentNummer": "external_id", "SchuelerNachname": "surname", "SchuelerRufname": "call_name",
             "SchuelerVornamen": "first_names", "GruppeBezeichnung": "class_name", "SchuelerAbgangsdatum": "exit",
             "Verantw1Nachname": "guardian1_surname", "Verantw1Telefon1": "guardian1_phone"},
        ),
        (
            "Familienname;Rufname;Vornamen;Klasse / Klassengruppe;Jahrgangsstufe.Kurzform;Schüler/in E-Mail",
            {"Familienname": "surname", "Rufname": "call_name", "Vornamen": "first_names",
             "Klasse / Klassengruppe": "class_name", "Jahrgangsstufe.Kurzform": "year_group"},
        ),
        (
            "SLR_Nachname;SLR_Vorname;KLA_Klassennamen;KLA_KlassenlehrerKuerzel",
            {"SLR_Nachname": "surname", "SLR_Vorname": "call_name", "KLA_Klassennamen": "class_name"},
        ),
        ("Surname;First name;Class;Birth date;ID",
         {"Surname": "surname", "First name": "call_name", "Class": "class_name", "Birth date": "birth_date",
          "ID": "external_id"}),
        ("Rufname;Vorname;Nachname;Klasse",
         {"Rufname": "call_name", "Vorname": "first_names", "Nachname": "surname", "Klasse": "class_name"}),
        ("Name;Vorname;Klasse", {"Name": "surname", "Vorname": "call_name", "Klasse": "class_name"}),
        ("Name;Klasse", {"Name": "whole_name", "Klasse": "class_name"}),
        ("Nachname;Vornamen;Klasse", {"Nachname": "surname", "Vornamen": "call_name", "Klasse": "class_name"}),
    ],
)  # fmt: skip
def test_pupils_of_other_programs_are_recognised(titles: str, expected: dict[str, str]) -> None:
    assert _known(Kind.PUPILS, titles) == expected


def test_a_teacher_report_of_webuntis_is_recognised() -> None:
    assert _known(Kind.STAFF, "name;longName;foreName;title;pnr;address.email;address.mobile") == {
        "name": "code", "longName": "surname", "foreName": "call_name", "pnr": "external_id", "address.email": "email",
        "address.mobile": "mobile",
    }  # fmt: skip


def test_courses_under_many_titles_are_recognised() -> None:
    found = _known(Kind.COURSES, "No.;Angebot;Kürzel;Bereich;Wochentag;Ort;Kursleitung;Mindestzahl;Plätze;für wen")
    assert list(found.values()) == [
        "number", "title", "short", "category", "block", "room", "leaders", "min_size", "max_size", "eligible",
    ]  # fmt: skip


def test_the_header_is_found_below_titles_and_blank_lines(tmp_path: Path) -> None:
    found = table(
        tmp_path, Kind.PUPILS, "Klassenliste 2a\n\nStand;01.08.2026\n\nNachname;Vorname;Klasse\nMüller;Jörg;2a\n"
    )
    (part,) = found.parts
    assert part.header_row == 5
    assert [row.number for row in part.rows] == [6]
    assert found.usable


def test_empty_and_doubled_titles_do_no_harm_and_the_rest_is_listed(tmp_path: Path) -> None:
    found = table(
        tmp_path, Kind.PUPILS, "Auswahl;;Klasse;Nachname;Klassenlehrkraft;Klassenlehrkraft;Klasse\n;;1a;Kaya;X;Y;1a\n"
    )
    assert dict(found.parts[0].mapping) == {2: "class_name", 3: "surname"}
    assert found.not_taken_over == ("Auswahl", "Klassenlehrkraft", "Klasse")


def test_a_missing_column_is_one_problem_that_names_it(tmp_path: Path) -> None:
    found = table(tmp_path, Kind.PUPILS, "Nachname;Vorname;Geburtsdatum\nKaya;Mia;01.02.2018\n")
    assert [str(problem) for problem in found.problems] == [
        "No column for “Class” was found. Give the column this title, or choose it by hand."
    ]
    assert not found.usable


def test_a_table_without_any_known_title_says_what_it_needs(tmp_path: Path) -> None:
    found = table(tmp_path, Kind.PUPILS, "Foo;Bar\n1;2\n")
    assert "Nachname, Klasse" in str(found.problems[0])
    assert not found.usable


def test_columns_can_be_corrected_by_hand(tmp_path: Path) -> None:
    found = table(tmp_path, Kind.PUPILS, "Nachname;Vorname;Geburtsdatum;Gruppe\nKaya;Mia;01.02.2018;3a\n")
    better = found.corrected({3: "class_name", 2: None})
    assert dict(better.parts[0].mapping) == {0: "surname", 1: "call_name", 3: "class_name"}
    assert better.usable
    assert better.not_taken_over == ("Geburtsdatum",)
    moved = better.corrected({1: "surname"})
    assert dict(moved.parts[0].mapping) == {1: "surname", 3: "class_name"}


def test_a_class_list_without_titles_is_known_by_its_content(tmp_path: Path) -> None:
    found = table(tmp_path, Kind.PUPILS, "Müller;Jörg;2a;03.02.2018\nvon der Heide;Zoë;4b;29.02.2016\n")
    assert dict(found.parts[0].mapping) == {0: "surname", 1: "call_name", 2: "class_name", 3: "birth_date"}
    assert found.usable
    assert "Nachname, Vorname, Klasse, Geburtsdatum" in str(found.problems[0])


def test_the_pupils_of_untis_are_known_by_their_places(tmp_path: Path) -> None:
    row = '"Müller_Jör";"Müller";;;;;;"Jörg";"17";"2a";"2";;"20180203";"";"1001";'
    found = table(tmp_path, Kind.PUPILS, row + "\n" + row.replace("1001", "1002") + "\n")
    assert found.parts[0].given == {"surname", "call_name", "class_name", "untis_sex", "birth_date", "external_id"}


def test_all_sheets_of_a_kind_are_read_together_whatever_their_order_of_columns(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        {
            "Deckblatt": [["Musterschule"]],
            "1a": [["Klassenliste 1a"], [], ["Nachname", "Vorname", "Klasse"], ["Kaya", "Mia", "1a"]],
            "4b": [["Klasse", "Vorname", "Nachname"], ["4b", "Zoë", "von der Heide"]],
        },
    )
    sheets = read_sheets(path)
    found = recognise(sheets, Kind.PUPILS)
    assert [(part.sheet, part.header_row) for part in found.parts] == [("1a", 3), ("4b", 1)]
    assert found.skipped_sheets == ("Deckblatt",)
    assert [part.sheet for part in recognise(sheets, Kind.PUPILS, sheet="4b").parts] == ["4b"]


def test_a_repeated_header_is_no_row(tmp_path: Path) -> None:
    found = table(tmp_path, Kind.PUPILS, "Nachname;Klasse\nKaya;3a\nNachname;Klasse\nGroß;1c\n")
    assert [row.cells[0] for row in found.parts[0].rows] == ["Kaya", "Groß"]


def test_a_mapping_is_remembered_by_its_titles() -> None:
    assert fingerprint(["Nachname", "Klasse"]) == fingerprint([" NACHNAME ", "klasse:"])
    assert fingerprint(["Nachname", "Klasse"]) != fingerprint(["Klasse", "Nachname"])
    assert normal("Straße (Nr.)") == "strassenr"


@pytest.mark.parametrize("kind", list(Kind))
def test_every_choice_for_a_column_has_a_name(kind: Kind) -> None:
    assert all(str(label_of(kind, key)) for key in choices(kind))


def test_rooms_need_one_column_only(tmp_path: Path) -> None:
    found = recognise(read_sheets(text_file(tmp_path, "Raum\n101\n102\n")), Kind.ROOMS)
    assert found.usable
    assert len(found.parts[0].rows) == 2
