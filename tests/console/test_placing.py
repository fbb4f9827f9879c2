"""``ganztag place``: what it prints, what it writes, and how it answers."""

from pathlib import Path

import pytest

from tests.console.conftest import Shell

HEAD = "Nr;Titel;Kurz;Kategorie;Art;Block;Raum;Leitung;Min;Max;Jahrgänge;Status\n"
WAITING = "05;Trommeln;;Musik;;;;;3;9;;\n06;Nähen;;;;;;;3;9;;\n"
TUESDAY = "07;Tanzen;;;;Di 14:00-15:30;R 2;;3;9;;\n"


def _bring(shell: Shell, school: Path, rows: str) -> Path:
    Path("more.csv").write_text(HEAD + rows, encoding="utf-8")
    assert shell("import", "courses", "more.csv", "--into", school).code == 0
    return school


@pytest.fixture
def crowded(shell: Shell, school: Path) -> Path:
    """Return the school with two courses that wait for a place; its only block has one room too few."""
    return _bring(shell, school, WAITING)


@pytest.fixture
def waiting(shell: Shell, school: Path) -> Path:
    """Return the same school with Tuesday as well, where there are rooms."""
    return _bring(shell, school, WAITING + TUESDAY)


def test_a_proposal_is_printed_and_nothing_is_changed(shell: Shell, waiting: Path) -> None:
    before = waiting.read_bytes()
    answer = shell("place", waiting)
    assert "Trommeln" in answer.out
    assert "Nähen" in answer.out
    assert "HiGHS" in answer.out
    assert waiting.read_bytes() == before


def test_accepted_the_courses_have_their_places(shell: Shell, waiting: Path) -> None:
    proposed = shell("place", waiting, "--accept", "--seconds", "20")
    assert proposed.code == 0
    placed = [line for line in proposed.out.splitlines() if line.startswith(("Trommeln:", "Nähen:"))]
    assert len(placed) == 2
    assert all("Di" in line for line in placed)
    again = shell("place", waiting)
    assert again.code == 0
    assert again.out.count("\n") == 1


def test_what_has_no_place_is_told_with_its_reason_and_one(shell: Shell, crowded: Path) -> None:
    answer = shell("place", crowded)
    assert answer.code == 1
    lines = answer.out.splitlines()
    assert any(line.startswith(("Trommeln", "Nähen")) and "Aula" in line + "".join(lines) for line in lines)
    assert any(line.startswith("    Mo ") for line in lines)


def test_only_named_courses_are_placed(shell: Shell, waiting: Path) -> None:
    answer = shell("place", waiting, "06")
    assert "Nähen" in answer.out
    assert "Trommeln:" not in answer.out


@pytest.mark.parametrize("words", [["Gibtsnicht"], ["--seconds", "0"], ["--seconds", "viel"]])
def test_wrong_names_and_times_are_answered_with_two(shell: Shell, waiting: Path, words: list[str]) -> None:
    answer = shell("place", waiting, *words)
    assert answer.code == 2
    assert answer.err.count("\n") in (1, 2)
    assert answer.out == ""


def test_where_nothing_waits_it_says_so(shell: Shell, school: Path) -> None:
    answer = shell("place", school)
    assert answer.code == 0
    assert answer.out.count("\n") == 1


def test_the_command_explains_itself(shell: Shell) -> None:
    answer = shell("place", "--help")
    assert answer.code == 0
    assert "--accept" in answer.out
