"""``ganztag allocate`` and the papers of a ballot on the command line."""

import csv
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.console.conftest import Shell
from tests.documents.reading import flat, pages


def _rows(name: str) -> list[dict[str, str]]:
    with Path(name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def _text(name: str) -> str:
    return flat(" ".join(pages(Path(name).read_bytes())))


@pytest.mark.parametrize("goal", ["balanced", "generous", "greedy", "weekly"])
def test_each_goal_tells_its_levels_with_value_and_proof(shell: Shell, school: Path, goal: str) -> None:
    answer = shell("allocate", school, "--goal", goal)
    assert answer.code == 0
    levels = [line for line in answer.out.splitlines() if re.match(r"  \d+\. .*: -?[\d.]+ \(bewiesen\)$", line)]
    assert len(levels) >= 3
    assert "Los" in levels[-1]


def test_who_has_no_place_is_named_with_the_reason(shell: Shell, school: Path) -> None:
    answer = shell("allocate", school, "--out", "plan.csv")
    (lost,) = [row for row in _rows("plan.csv") if not row["Nr"]]
    (told,) = [line for line in answer.out.splitlines() if lost["Vorname"] in line]
    assert "14:00" in told
    assert "02 Robotik" in told


def test_why_a_child_is_in_a_course_or_not_is_answered(shell: Shell, school: Path) -> None:
    answer = shell("allocate", school, "--out", "plan.csv", "--explain", "Zoë von der Heide", "03", "--explain",
                   "3", "Robotik", "--explain", "Müller, Jörg", "02")  # fmt: skip
    assert answer.code == 0
    told = answer.out.split("\n\n")[1:]
    assert [block.splitlines()[0].split(" ")[0] for block in told] == ["von", "Kaya,", "Müller,"]
    assert "03 Leer" in told[0]
    got = {row["Vorname"] for row in _rows("plan.csv") if row["Nr"] == "02"}
    for name, block in (("Mia", told[1]), ("Jörg", told[2])):
        assert ("Brief" in block or "letter" in block) is (name not in got)


@pytest.mark.parametrize("asked", [("Niemand", "01"), ("Mia Kaya", "99"), ("", "01")])
def test_who_is_not_there_cannot_be_explained(shell: Shell, school: Path, asked: tuple[str, str]) -> None:
    answer = shell("allocate", school, "--explain", *asked, "--accept")
    assert answer.code == 2
    assert "Einschreibungen: 0" in shell("show", school).out


def test_an_order_of_ones_own_puts_the_levels_in_it(shell: Shell, school: Path) -> None:
    usual = shell("allocate", school).out
    other = shell("allocate", school, "--order", "first wishes, no good wish").out
    good = "Kinder ohne 1./2. Wunsch"
    assert usual.index(good) < usual.index("Erstwünsche:")
    assert other.index("Erstwünsche:") < other.index(good)


@pytest.mark.parametrize(
    "words",
    [
        ["--order", "luck"], ["--order", "unplaced,unplaced"], ["--keep", "some"], ["--time-limit", "0"],
        ["--time-limit", "soon"], ["--protocol", "p.csv"], ["--without", "rule:77"], ["--goal", "fair"],
        ["--without", "rule:77", "--accept"],
    ],
)  # fmt: skip
def test_wrong_use_is_told_and_nothing_is_written(shell: Shell, school: Path, words: list[str]) -> None:
    before = sorted(Path().iterdir())
    answer = shell("allocate", school, *words)
    assert answer.code == 2
    assert answer.err.strip()
    assert sorted(Path().iterdir()) == before


def test_kept_places_stay_where_a_fresh_plan_would_move_them(shell: Shell, school: Path) -> None:
    shell("allocate", school, "--accept", "--seed", "1")
    first = _plan(shell, school, "--seed", "1")
    seeds = [seed for seed in range(2, 30) if _plan(shell, school, "--seed", str(seed)) != first]
    assert seeds
    for keep in ("first", "after-unplaced"):
        assert _plan(shell, school, "--seed", str(seeds[0]), "--keep", keep) == first


def _plan(shell: Shell, school: Path, *words: str) -> list[dict[str, str]]:
    assert shell("allocate", school, "--out", "plan.csv", *words).code == 0
    return _rows("plan.csv")


def test_a_plan_within_a_time_limit_comes_with_what_is_proven_of_it(shell: Shell, school: Path) -> None:
    answer = shell("allocate", school, "--time-limit", "20,5")
    assert answer.code == 0
    assert "nicht bewiesen" not in answer.out


def test_the_protocol_of_a_proposal_is_written_before_anything_is_accepted(shell: Shell, school: Path) -> None:
    assert shell("allocate", school, "--seed", "7", "--protocol", "protocol.pdf").code == 0
    text = _text("protocol.pdf")
    for words in ("7:", "BLAKE2b", "02 Robotik", "Kaya, Mia", "HiGHS"):
        assert words in text
    assert "Einschreibungen: 0" in shell("show", school).out
    assert shell("print", "protocol", school, "--out", "p.pdf").code == 2


def test_from_the_slip_to_the_letter(shell: Shell, school: Path) -> None:
    assert shell("print", "ballot", school, "--out", "slips.pdf").code == 0
    slips = _text("slips.pdf")
    assert "Zoë von der Heide" in slips
    assert "0001-3" in slips
    assert "04 Geplant" not in slips
    assert shell("allocate", school, "--accept").code == 0
    for paper in ("letter", "protocol", "results"):
        assert shell("print", paper, school, "--out", f"{paper}.pdf").code == 0
    assert "Mia Kaya" in _text("letter.pdf")
    assert "Kaya" in _text("protocol.pdf")
    assert "Kaya" not in _text("results.pdf")
    assert "0001-3" in _text("results.pdf")
    assert shell("print", "letter", school, "--out", "one.pdf", "--pupil", "Mia Kaya").code == 0
    assert len(pages(Path("one.pdf").read_bytes())) == 1


def test_missing_wishes_come_by_class_and_an_option_that_does_not_fit_is_refused(shell: Shell, school: Path) -> None:
    Path("more.csv").write_text("Nachname;Vorname;Klasse;Tage\nNeu;Ada;5b;Mo\n", encoding="utf-8")
    shell("import", "pupils", "more.csv", "--into", school)
    assert shell("print", "missing-wishes", school, "--out", "m.pdf").code == 0
    text = _text("m.pdf")
    assert "Neu, Ada" in text
    assert "Kaya" not in text
    assert shell("print", "missing-wishes", school, "--out", "x.pdf", "--course", "01").code == 2
    assert shell("print", "attendance", school, "--out", "x.pdf", "--ballot", "Wahl").code == 2
    assert shell("print", "ballot", school, "--out", "x.pdf", "--ballot", "Andere").code == 2
    assert not Path("x.pdf").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only there it can be seen that the solver has begun")
def test_stopped_with_ctrl_c_nothing_is_taken_over(shell: Shell, school: Path, tmp_path: Path) -> None:
    assert shell("new", "big.ganztag", "--sample").code == 0
    words = ("allocate", "big.ganztag", "--accept", "--out", "plan.csv")
    running = subprocess.Popen(
        [sys.executable, "-m", "ganztag", *words], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "LC_ALL": "de_DE.UTF-8"},
    )  # fmt: skip
    library = Path(f"/proc/{running.pid}/maps")
    while library.exists() and running.poll() is None and "highs" not in library.read_text().lower():
        time.sleep(0.005)
    running.send_signal(signal.SIGINT)
    _out, err = running.communicate(timeout=60)
    assert b"Traceback" not in err
    assert running.returncode == 2
    assert not Path("plan.csv").exists()
    assert "Einschreibungen: 0" in shell("show", "big.ganztag").out
