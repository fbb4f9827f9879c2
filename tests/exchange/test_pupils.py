import datetime as dt
from pathlib import Path

from ganztag.exchange.kinds import Kind
from ganztag.exchange.problems import Reading, Severity
from ganztag.exchange.pupils import read_pupils
from ganztag.exchange.records import PupilRecord
from tests.exchange.files import table, workbook

TODAY = dt.date(2026, 11, 22)


def pupils(folder: Path, text: str) -> Reading[PupilRecord]:
    return read_pupils(table(folder, Kind.PUPILS, text), TODAY)


def said(reading: Reading[PupilRecord]) -> list[str]:
    return [str(problem) for problem in reading.problems]


def test_a_whole_row_becomes_a_record(tmp_path: Path) -> None:
    reading = pupils(
        tmp_path,
        "Nachname;Vorname;Klasse;Geburtsdatum;Geschlecht;ID;Tage;Vornamen;Jahrgang;Eintritt;Austritt;Gehzeit Mo;"
        "Gehzeit Mi;Heimweg;Sorgeberechtigte;Telefon\n"
        "von der Heide;Zoë;Klasse 4b;29.02.2016;w;008;Mo,Mi;Zoë Marie;4;01.08.2024;;15:00;16 Uhr;Bus;"
        "Christiane von der Heide, Uwe Heide;'+49 541 998877\n",
    )
    (zoe,) = reading.records
    assert said(reading) == []
    assert (zoe.row, zoe.surname, zoe.call_name, zoe.class_name) == (2, "von der Heide", "Zoë", "4b")
    assert (zoe.birth_date, zoe.sex, zoe.external_id, zoe.days) == (dt.date(2016, 2, 29), "f", "008", (1, 3))
    assert (zoe.first_names, zoe.year_group, zoe.entry, zoe.exit) == ("Zoë Marie", "4", dt.date(2024, 8, 1), None)
    assert zoe.leave_times == ((1, dt.time(15)), (3, dt.time(16)))
    assert (zoe.way_home, zoe.phone) == ("bus", "+49 541 998877")
    assert [one.name.surname for one in zoe.guardians] == ["von der Heide", "Heide"]


def test_an_empty_cell_and_a_missing_column_are_two_things(tmp_path: Path) -> None:
    (child,) = pupils(tmp_path, "Nachname;Klasse;Tage\nKaya;3a;\n").records
    assert child.days is None
    assert "days" in child.given
    assert "birth_date" not in child.given


def test_all_problems_are_told_at_once_with_row_and_column(tmp_path: Path) -> None:
    reading = pupils(
        tmp_path,
        "Nachname;Vorname;Klasse;Geb.;Geschlecht;Tage\n"
        "Kaya;Mia;3a;30.02.2018;w;Mo\n"
        ";;3a;01.01.2018;w;\n"
        "Groß;Mia;1c;01.01.2030;x;Mo,Xx\n"
        "Nguyen;Anh;3b;18.08.2017;w;Di\n",
    )
    places = [(problem.row, problem.column) for problem in reading.problems]
    assert places == [(2, "Geb."), (3, "Nachname"), (4, "Geb."), (4, "Geschlecht"), (4, "Tage")]
    assert [child.surname for child in reading.records] == ["Nguyen"]
    assert reading.wrong_rows == {("", 2), ("", 3), ("", 4)}
    assert reading.usable


def test_a_row_with_too_many_cells_names_what_is_too_much(tmp_path: Path) -> None:
    reading = pupils(tmp_path, "Nachname;Vorname;Klasse\nKaya;Mia;3a\nHof; Nord;Ali;2a\nGroß;Mia;1c\n")
    (problem,) = reading.problems
    assert (problem.row, problem.severity) == (3, Severity.ERROR)
    assert "2a" in str(problem)
    assert len(reading.records) == 2


def test_notes_beside_a_sheet_are_only_warned_of(tmp_path: Path) -> None:
    from ganztag.exchange.reading import read_sheets
    from ganztag.exchange.recognising import recognise

    path = workbook(tmp_path, {"A": [["Nachname", "Klasse", ""], ["Kaya", "3a", "bitte prüfen"]]})
    reading = read_pupils(recognise(read_sheets(path), Kind.PUPILS), TODAY)
    assert len(reading.records) == 1
    assert [problem.is_error for problem in reading.problems] == [False]


def test_sums_footers_and_blank_rows_are_no_children(tmp_path: Path) -> None:
    reading = pupils(
        tmp_path,
        "Nachname;Vorname;Klasse\nKaya;Mia;3a\n;;\nSumme;Sofia;3a\nGesamt: 23;;\nInsgesamt;2;\nStand: 1.8.;;\n",
    )
    assert [child.surname for child in reading.records] == ["Kaya", "Summe"]
    assert [problem.row for problem in reading.warnings] == [5, 6, 7]
    assert not reading.errors


def test_the_same_child_twice_names_both_rows(tmp_path: Path) -> None:
    reading = pupils(
        tmp_path, "Nachname;Vorname;Klasse;Geburtsdatum\nKaya;Mia;3a;15.03.2017\nKAYA;Mia;03A;15.03.2017\n"
    )
    (problem,) = reading.errors
    assert problem.row == 3
    assert "row 2" in str(problem)
    assert len(reading.records) == 1


def test_two_children_of_one_name_are_two_by_id_or_birth_date(tmp_path: Path) -> None:
    by_date = pupils(tmp_path, "Nachname;Vorname;Klasse;Geburtsdatum\nKaya;Mia;3a;15.03.2017\nKaya;Mia;3a;22.10.2016\n")
    by_id = pupils(tmp_path, "Nachname;Vorname;Klasse;ID\nKaya;Mia;3a;1006\nKaya;Mia;3a;1007\n")
    assert len(by_date.records) == len(by_id.records) == 2
    assert not by_date.problems
    assert not by_id.problems


def test_the_same_id_twice_is_one_child_or_a_contradiction(tmp_path: Path) -> None:
    twice = pupils(tmp_path, "Nachname;Vorname;Klasse;ID\nKaya;Mia;3a;1\nKaya;Mia;3b;1\n")
    assert [(problem.row, len(twice.records)) for problem in twice.errors] == [(3, 1)]
    other = pupils(tmp_path, "Nachname;Vorname;Klasse;ID\nKaya;Mia;3a;1\nGroß;Emre;3b;1\n")
    assert [problem.row for problem in other.errors] == [2, 3]
    assert other.records == ()


def test_names_in_one_cell_are_parted_and_kept_whole(tmp_path: Path) -> None:
    found = pupils(tmp_path, 'Name des Kindes;Klasse\n"Müller, Jörg";2a\nZoë von der Heide;4b\n').records
    assert [(one.surname, one.call_name) for one in found] == [("Müller", "Jörg"), ("von der Heide", "Zoë")]
    assert found[0].whole_name == "Müller, Jörg"


def test_one_of_two_names_may_be_empty(tmp_path: Path) -> None:
    reading = pupils(tmp_path, "Nachname;Vorname;Klasse\nSukarno;;3a\n;Suharto;3a\nNULL;nan;3a\n")
    assert [(one.surname, one.call_name) for one in reading.records] == [
        ("Sukarno", ""),
        ("", "Suharto"),
        ("NULL", "nan"),
    ]
    assert reading.problems == ()


def test_a_child_who_has_left_keeps_its_date_and_is_warned_of_without(tmp_path: Path) -> None:
    reading = pupils(tmp_path, "Nachname;Klasse;Status;Entlassdatum\nKaya;3a;9;01.02.2025\nGroß;3a;8;\nWu;3a;2;\n")
    assert [one.exit for one in reading.records] == [dt.date(2025, 2, 1), None, None]
    assert [(problem.row, problem.column) for problem in reading.warnings] == [(3, "Status")]


def test_parents_of_daniss_are_taken_with_phone_and_mail(tmp_path: Path) -> None:
    (child,) = pupils(
        tmp_path,
        "SchuelerNachname;GruppeBezeichnung;Verantw1Nachname;Verantw1Vorname;Verantw1Telefon1;Verantw1EMail;"
        "Verantw2Nachname;Verantw2Vorname\nMüller;2a;Müller;Anne;0541/12;a@example.org;;\n",
    ).records
    (parent,) = child.guardians
    assert (parent.name.whole, parent.phone, parent.email) == ("Anne Müller", "0541/12", "a@example.org")


def test_the_sex_of_untis_is_the_other_way_round(tmp_path: Path) -> None:
    row = '"Müller_Jör";"Müller";;;;;;"Jörg";"17";"2a";"2";;"20180203";"";"1001";\n'
    (child,) = pupils(tmp_path, row).records
    assert (child.sex, child.external_id, child.birth_date) == ("m", "1001", dt.date(2018, 2, 3))


def test_a_lost_letter_is_only_a_warning(tmp_path: Path) -> None:
    reading = pupils(tmp_path, "Nachname;Vorname;Klasse\n?or?evi?;Ivo;4b\n")
    assert len(reading.records) == 1
    assert [problem.column for problem in reading.warnings] == ["Nachname"]


def test_a_name_without_end_is_wrong(tmp_path: Path) -> None:
    reading = pupils(tmp_path, f"Nachname;Klasse\n{'x' * 300};4b\n")
    assert [problem.column for problem in reading.errors] == ["Nachname"]


def test_an_exit_before_the_entry_is_wrong(tmp_path: Path) -> None:
    reading = pupils(tmp_path, "Nachname;Klasse;Eintritt;Austritt\nKaya;3a;01.08.2025;01.02.2025\n")
    assert [problem.column for problem in reading.errors] == ["Austritt"]


def test_a_missing_column_leaves_nothing_to_choose(tmp_path: Path) -> None:
    reading = pupils(tmp_path, "Klasse;Jahrgang\n3a;3\n")
    assert len(reading.problems) == 1
    assert not reading.usable
