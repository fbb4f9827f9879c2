"""Odd names of files, output that nobody reads, options out of range: one sentence, never a traceback."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.console.conftest import Shell


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["new", ""], "DATEI"), (["print", "attendance", "s.ganztag", "--out", ""], "--out"),
        (["allocate", "s.ganztag", "--seed", "9223372036854775808"], "--seed"),
        (["allocate", "s.ganztag", "--out", "plan.pdf"], "plan.pdf"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_before_anything_is_done(shell: Shell, words: list[str], named: str) -> None:
    answer = shell(*words)
    assert answer.code == 2
    assert named in answer.err
    assert list(Path().iterdir()) == []


def test_a_folder_is_called_by_its_name(shell: Shell, tmp_path: Path) -> None:
    assert tmp_path.name in shell("show", ".").err


def test_the_version_is_told(shell: Shell) -> None:
    assert shell("--version").out.startswith("ganztag ")


def test_an_unknown_sheet_is_told_with_those_there_are(shell: Shell, school: Path) -> None:
    assert shell("export", "pupils", school, "--out", "p.xlsx").code == 0
    answer = shell("import", "pupils", "p.xlsx", "--into", school, "--sheet", "Klasse 5")
    assert answer.code == 2
    assert "Sheet1" in answer.err


def test_output_that_nobody_reads_is_no_mistake(school: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ganztag", "show", str(school)],
            stdout=writing, stderr=subprocess.PIPE, check=False, env={**os.environ, "PYTHONUNBUFFERED": ""},
        )  # fmt: skip
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 0


def test_a_namesake_without_wishes_brings_the_id_into_the_plan(shell: Shell, school: Path) -> None:
    assert shell("allocate", school, "--out", "plan.csv").code == 0
    assert "ID" not in Path("plan.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(";")
    Path("more.csv").write_text(
        "Nachname;Vorname;Klasse;Geburtsdatum;ID\nMüller;Jörg;5a;09.09.2015;77\n", encoding="utf-8"
    )
    assert shell("import", "pupils", "more.csv", "--into", school).code == 0
    assert shell("allocate", school, "--out", "plan.csv").code == 0
    with Path("plan.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    assert {row["ID"] for row in rows if row["Vorname"] == "Jörg"} == {"1"}


def test_a_window_without_a_screen_is_answered_with_a_sentence() -> None:
    hidden = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "ganztag"], capture_output=True, text=True, check=False, env=hidden, timeout=60
    )
    assert done.returncode == 2
    assert "--help" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_open_school_file_is_not_read_as_a_table(shell: Shell, school: Path) -> None:
    """Closing a second handle of it would drop the locks that keep others out (safety.md 0.5)."""
    answer = shell("import", "pupils", school, "--into", school)
    assert answer.code == 2
    assert "geöffnete Schuldatei" in answer.err
