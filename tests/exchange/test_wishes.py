from pathlib import Path

import pytest

from ganztag.exchange.kinds import Kind
from ganztag.exchange.problems import Reading
from ganztag.exchange.reading import read_sheets
from ganztag.exchange.recognising import recognise
from ganztag.exchange.records import WishRecord
from ganztag.exchange.wish_columns import rank_of_header
from ganztag.exchange.wishes import read_wishes
from tests.exchange.files import table, workbook

TITLES = ("Fußball", "Schach", "Chor", "Garten; Natur", "Robotik (Kl. 3/4)")


def wishes(folder: Path, text: str, known: tuple[str, ...] = ()) -> Reading[WishRecord]:
    return read_wishes(table(folder, Kind.WISHES, text, known))


@pytest.mark.parametrize(
    ("title", "rank"),
    [("Wunsch 1", 1), ("1. Wunsch", 1), ("Wahl 2", 2), ("Erstwunsch", 1), ("Drittwahl", 3), ("2nd choice", 2),
     ("Deine Wünsche [Rang 3]", 3), ("Wahl 6 (Ersatzwunsch)", 6), ("Choice 10", 10), ("Priorität 2", 2),
     ("First choice", 1),
     ("Wunsch", None), ("Klasse 1", None), ("Wünsche (Töpfern)", None)],
)  # fmt: skip
def test_a_title_names_a_rank(title: str, rank: int | None) -> None:
    assert rank_of_header(title) == rank


def test_one_column_per_rank_and_an_empty_wish_keeps_its_rank(tmp_path: Path) -> None:
    reading = wishes(
        tmp_path,
        "Nachname;Vorname;Klasse;Block;Wunsch 1;Wunsch 2;Wunsch 3;ID\n"
        "Kaya;Mia;3a;Mo 14:00-15:30;008;;11 – Robotik;1006\nO'Brien;Liam;4b;;;-;;\n",
    )
    mia, liam = reading.records
    assert reading.problems == ()
    assert mia.wishes == ((1, "008"), (3, "11 – Robotik"))
    assert (str(mia.block), mia.external_id) == ("Mo 14:00-15:30", "1006")
    assert (liam.wishes, liam.block) == ((), None)


def test_one_column_per_course_of_a_form_is_found_by_its_question(tmp_path: Path) -> None:
    reading = wishes(
        tmp_path,
        "Zeitstempel,Vorname,Nachname,Klasse,Wünsche (Fußball),Wünsche (Garten; Natur),Wünsche (Robotik (Kl. 3/4))\n"
        "2026-09-02,Mia,Kaya,3a,2,,1\n2026-09-02,Zoë,Heide,4b,,1,\n",
    )
    assert [one.wishes for one in reading.records] == [
        ((1, "Robotik (Kl. 3/4)"), (2, "Fußball")),
        ((1, "Garten; Natur"),),
    ]


def test_one_column_per_course_with_crosses_gives_equal_ranks(tmp_path: Path) -> None:
    reading = wishes(tmp_path, "Name;Klasse;Töpfern;Schach;Chor\nMia Kaya;3a;x;;X\n", ("Töpfern", "Schach", "Chor"))
    assert reading.records[0].wishes == ((1, "Chor"), (1, "Töpfern"))


def test_a_remark_is_no_course(tmp_path: Path) -> None:
    reading = wishes(tmp_path, "Nachname;Klasse;Töpfern;Schach;Bemerkung\nKaya;3a;1;2;mit Elif\nGroß;3a;;1;\n")
    assert [one.wishes for one in reading.records] == [((1, "Töpfern"), (2, "Schach")), ((1, "Schach"),)]
    assert reading.not_taken_over == ("Bemerkung",)


def test_all_wishes_in_one_cell_are_parted_by_known_titles(tmp_path: Path) -> None:
    head = "Nachname|Klasse|Deine Reihenfolge|An welchen Tagen?\n"
    text = head + "Kaya|3a|Garten; Natur;Fußball;Robotik (Kl. 3/4);|Montag;Mittwoch;\n"
    expected = ((1, "Garten; Natur"), (2, "Fußball"), (3, "Robotik (Kl. 3/4)"))
    assert wishes(tmp_path, text, TITLES).records[0].wishes == expected
    assert wishes(tmp_path, text).records[0].wishes == expected
    loose = head + "Kaya|3a|Garten; Natur; Fußball|Montag\n"
    assert wishes(tmp_path, loose, TITLES).records[0].wishes == ((1, "Garten; Natur"), (2, "Fußball"))


def test_a_form_that_was_not_sent_off_is_left_out(tmp_path: Path) -> None:
    reading = wishes(
        tmp_path,
        '"Antwort ID","Datum Abgeschickt","Kind [Vorname]","Kind [Nachname]","Klasse","Wünsche [Rang 1]"\n'
        '"1","2026-09-02 10:00","Mia","Kaya","3a","Chor"\n"2","","Liam","Wu","4b","Chor"\n',
    )
    assert [one.surname for one in reading.records] == ["Kaya"]
    assert [problem.row for problem in reading.warnings] == [3]


def test_of_several_submissions_the_last_counts(tmp_path: Path) -> None:
    reading = wishes(
        tmp_path, "Zeitstempel,Nachname,Klasse,1. Wunsch\na,Kaya,3a,Chor\nb,Groß,1c,Chor\nc,Kaya,Klasse 3A,Schach\n"
    )
    assert [(one.row, one.superseded) for one in reading.records] == [(2, True), (3, False), (4, False)]
    assert [problem.row for problem in reading.warnings] == [4]


def test_the_same_name_twice_in_an_own_list_is_kept_and_told(tmp_path: Path) -> None:
    reading = wishes(tmp_path, "Nachname;Klasse;Wahl 1\nKaya;3a;1\nKaya;3a;2\n")
    assert [one.superseded for one in reading.records] == [False, False]
    assert [problem.row for problem in reading.warnings] == [3]


def test_the_number_of_an_answer_is_not_the_childs(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        {
            "Sheet1": [
                ["ID", "Fertigstellungszeit", "Nachname des Kindes", "Klasse", "1. Wunsch"],
                [1, "x", "Kaya", "3a", 10],
            ]
        },
    )
    (record,) = read_wishes(recognise(read_sheets(path), Kind.WISHES)).records
    assert (record.external_id, record.wishes) == ("", ((1, "10"),))


def test_a_cell_that_is_no_rank_is_told(tmp_path: Path) -> None:
    found = table(tmp_path, Kind.WISHES, "Nachname;Klasse;Töpfern;Schach;Chor\nKaya;3a;1;2;\nWu;3a;2;1;\n")
    better = found.corrected({2: "course:Töpfern", 1: "course:Schach"})
    assert [(p.row, p.column) for p in read_wishes(better).errors] == [(2, "Klasse"), (3, "Klasse")]


def test_a_table_without_wishes_says_so(tmp_path: Path) -> None:
    reading = wishes(tmp_path, "Nachname;Vorname;Klasse\nKaya;Mia;3a\n")
    assert "Wish" in str(reading.errors[0])
    assert not reading.usable


def test_a_rank_may_have_several_columns_and_all_of_them_count(tmp_path: Path) -> None:
    head = "Nachname;Klasse;Wunsch 1 Montag;Wunsch 1 Mittwoch;Wunsch 2;Wunsch 2;Wunsch 1 Grund\n"
    (mia,) = wishes(tmp_path, head + "Kaya;3a;Schach;Chor;Fußball;Schach;weil\n", TITLES).records
    assert mia.wishes == ((1, "Chor"), (1, "Schach"), (2, "Fußball"), (2, "Schach"))
