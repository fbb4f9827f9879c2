"""``ganztag where``: places, reasons and swaps in the shell."""

from pathlib import Path

import pytest

from tests.console.conftest import Shell

_COURSES = """\
Nr;Titel;Kurz;Kategorie;Art;Block;Raum;Leitung;Min;Max;Jahrgänge;Status
01;Keramik;;;;Mo 14:00-15:00;Werkraum;Ada Lovelace;;12;;
02;Nähen;;;;Mo 14:00-15:00;Werkraum;Alan Turing;;12;;
03;Modellbau;;;;Di 14:00-15:00;Aula;Ada Lovelace;;12;;
04;Garten;;;;;;;;12;;
05;Chor;;;;Di 14:00-15:00;Halle;;;12;;
"""


@pytest.fixture
def planned(shell: Shell) -> Path:
    path = Path("plan.ganztag")
    Path("plan.csv").write_text(_COURSES, encoding="utf-8")
    assert shell("new", path, "--name", "Schule am Kai", "--land", "HH").code == 0
    answer = shell("import", "courses", "plan.csv", "--into", path)
    assert answer.code == 0, answer
    return path


def test_places_are_listed_with_their_room_and_swaps_below(shell: Shell, planned: Path) -> None:
    answer = shell("where", planned, "01")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[0] == "Keramik, Mo 14:00–15:00, Werkraum"
    assert lines[1].startswith("   1. + Mo 14:00–15:00, ")  # the leader has another course on Tuesday: another room
    assert any("- Di 14:00–15:00, Werkraum: Lovelace" in line for line in lines)
    assert "Nähen → Di 14:00–15:00, Werkraum" in lines[-2] + lines[-1]


def test_a_course_without_a_place_is_asked_for_as_a_draft(shell: Shell, planned: Path) -> None:
    answer = shell("where", planned, "garten")
    assert answer.code == 0
    assert answer.out.count("+ ") == 2
    assert "Garten" in answer.out.splitlines()[0]


def test_the_beginning_of_a_title_is_enough(shell: Shell, planned: Path) -> None:
    assert shell("where", planned, "model").out.splitlines()[0].startswith("Modellbau, Di")


def test_more_rooms_are_named_on_request(shell: Shell, planned: Path) -> None:
    one, two = (shell("where", planned, "Garten", "--rooms", count).out for count in (1, 2))
    assert len(two.splitlines()) > len(one.splitlines())


def test_an_unknown_course_is_answered_with_what_may_be_meant(shell: Shell, planned: Path) -> None:
    answer = shell("where", planned, "Keramk")
    assert answer.code == 2
    assert "Keramik" in answer.err
    assert shell("where", planned, "Zirkus").code == 2


def test_no_place_at_all_is_a_problem_of_the_data(shell: Shell) -> None:
    path = Path("small.ganztag")
    Path("small.csv").write_text("\n".join(_COURSES.splitlines()[:2]) + "\n", encoding="utf-8")
    assert shell("new", path, "--name", "Schule am Kai", "--land", "HH").code == 0
    assert shell("import", "courses", "small.csv", "--into", path).code == 0
    assert shell("where", path, "Keramik").code == 1


def test_numbers_of_rooms_begin_with_one(shell: Shell, planned: Path) -> None:
    assert shell("where", planned, "01", "--rooms", "0").code == 2
