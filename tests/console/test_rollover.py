"""``copy-offer`` and ``new-year`` in a shell: a trial first, then --accept."""

from pathlib import Path

from tests.console.conftest import Shell


def test_a_copy_is_a_trial_until_it_is_accepted(shell: Shell, school: Path) -> None:
    trial = shell("copy-offer", school)
    assert trial.code == 0
    assert "1. Halbjahr" in trial.out
    assert "4 Kurse werden übernommen" in trial.out
    assert "nur eine Probe" in trial.out
    assert "4 Kurse werden übernommen" in shell("copy-offer", school).out
    done = shell("copy-offer", school, "--without-leaders", "--with-children", "--accept")
    assert done.code == 0
    assert "4 Kurse stehen jetzt im 2. Halbjahr" in done.out


def test_a_second_copy_is_refused(shell: Shell, school: Path) -> None:
    first = shell("copy-offer", school, "--accept")
    assert first.code == 0
    name = first.out.splitlines()[0].split(" → ")[0]
    again = shell("copy-offer", school, "--from", name, "--accept")
    assert again.code == 2
    assert "nichts mehr zu übernehmen" in again.err


def test_single_courses_and_a_half_year_by_name(shell: Shell, school: Path) -> None:
    year = shell("copy-offer", school).out.splitlines()[0].rsplit(" ", 1)[1]
    answer = shell("copy-offer", school, "--to", f"{year}-2", "--only", "01", "--only", "02")
    assert "2 Kurse werden übernommen" in answer.out
    unknown = shell("copy-offer", school, "--only", "99")
    assert (unknown.code, "99" in unknown.err) == (2, True)
    nowhere = shell("copy-offer", school, "--to", "2001/02-1")
    assert nowhere.code == 2
    assert "2. Halbjahr" in nowhere.err


def test_a_new_year_is_a_trial_until_it_is_accepted(shell: Shell, school: Path) -> None:
    trial = shell("new-year", school, "--class", "5b=6c")
    assert trial.code == 0
    assert "5a geht ab (3)" in trial.out  # the only year group is the last one as well
    assert "5b → 6c (1)" in trial.out
    assert "nur eine Probe" in trial.out
    done = shell("new-year", school, "--class", "5a=6a", "--class", "5b=6b", "--first", "5a,5b", "--accept")
    assert done.code == 0
    assert "4 Kinder sind in Klassen" in done.out
    again = shell("new-year", school, "--accept")
    assert again.code == 2


def test_a_class_that_is_not_there_is_answered_with_those_that_are(shell: Shell, school: Path) -> None:
    answer = shell("new-year", school, "--class", "7x=8x")
    assert answer.code == 2
    assert "5a, 5b" in answer.err
