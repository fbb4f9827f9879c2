"""The whole work from a shell: exit codes, sentences, files."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from ganztag.exchange.kinds import WRITTEN, Kind
from tests.console.conftest import Shell


def _rows(path: str | Path) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def _text(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()


def test_help_teaches_the_whole_run(shell: Shell) -> None:
    answer = shell("--help")
    assert answer.code == 0
    for word in ("new", "import", "template", "show", "check", "allocate", "print", "export"):
        assert word in answer.out


@pytest.mark.parametrize(
    "command", ["new", "import", "export", "template", "show", "check", "where", "allocate", "print"]
)
def test_each_command_explains_itself(shell: Shell, command: str) -> None:
    answer = shell(command, "--help")
    assert answer.code == 0
    assert len(answer.out) > 150


@pytest.mark.parametrize(
    "words",
    [
        ["frob"], [], ["show"], ["allocate", "x.ganztag", "--goal", "best"], ["allocate", "x.ganztag", "--seed", "a"],
        ["show", "none.ganztag"], ["print", "attendance", "none.ganztag", "--out", "x.pdf"], ["import", "pupils", "x"],
    ],
)  # fmt: skip
def test_wrong_use_is_answered_with_one_sentence_and_two(shell: Shell, words: list[str]) -> None:
    answer = shell(*words)
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert answer.out == ""


def test_new_never_writes_over_a_file(shell: Shell) -> None:
    assert shell("new", "a.ganztag").code == 0
    before = Path("a.ganztag").read_bytes()
    assert shell("new", "a.ganztag").code == 2
    assert Path("a.ganztag").read_bytes() == before


def test_the_sample_school_is_made_and_counted(shell: Shell) -> None:
    assert shell("new", "s.ganztag", "--sample").code == 0
    out = shell("show", "s.ganztag").out
    assert "Kinder: 350" in out
    assert "Kurse: 45" in out
    assert "Personal: 25" in out
    assert "Räume: 24" in out


def test_templates_have_the_headers_that_import_reads(shell: Shell) -> None:
    wanted = {
        Kind.PUPILS: "Nachname;Vorname;Klasse;Geburtsdatum;Geschlecht;ID;Tage",
        Kind.COURSES: "Nr;Titel;Kurz;Kategorie;Art;Block;Raum;Leitung;Min;Max;Jahrgänge;Status",
        Kind.STAFF: "Kürzel;Nachname;Vorname;Art;E-Mail;Telefon;ID",
        Kind.ROOMS: "Raum;Name;Plätze;Ausstattung",
        Kind.ENROLMENTS: "Nachname;Vorname;Klasse;ID;Nr;Block;Von;Bis;Grund",
    }
    for kind, headers in wanted.items():
        assert shell("template", kind.value).out.strip() == headers
    assert shell("template", "wishes").out.startswith("Nachname;Vorname;Klasse;Block;Wunsch 1;Wunsch 2")


def test_a_trial_changes_nothing(shell: Shell, school: Path) -> None:
    before = school.read_bytes()
    Path("more.csv").write_text("Nachname;Vorname;Klasse\nNeu;Ada;5a\n", encoding="utf-8")
    answer = shell("import", "pupils", "more.csv", "--into", school, "--dry-run")
    assert answer.code == 0
    assert "1 neu" in answer.out
    assert "Kinder: 4" in shell("show", school).out
    assert len(before) > 0


def test_all_problems_come_at_once_and_nothing_is_imported(shell: Shell, school: Path) -> None:
    Path("bad.csv").write_text(
        "Nachname;Vorname;Klasse;Geburtsdatum\nGut;Ada;5a;01.02.2016\nX;Y;5a;30.02.2018\n;;5a;\nZ;Q;5a;01.01.2016;zu;viel\n",
        encoding="utf-8",
    )
    answer = shell("import", "pupils", "bad.csv", "--into", school)
    assert answer.code == 1
    for row in ("Zeile 3", "Zeile 4", "Zeile 5"):
        assert row in answer.err
    assert "Kinder: 4" in shell("show", school).out
    assert shell("import", "pupils", "bad.csv", "--into", school, "--skip-bad-rows").code == 0
    assert "Kinder: 5" in shell("show", school).out


def test_allocation_writes_a_row_for_each_child_and_block_and_changes_nothing_without_accept(
    shell: Shell, school: Path
) -> None:
    answer = shell("allocate", school, "--goal", "greedy", "--seed", "7", "--out", "plan.csv")
    assert answer.code == 0
    assert "bewiesen" in answer.out
    assert "Entfällt: 03 Leer" in answer.out
    rows = _rows("plan.csv")
    assert list(rows[0]) == ["Nachname", "Vorname", "Klasse", "Block", "Nr", "Wunsch"]
    assert {row["Block"] for row in rows} == {"Mo 14:00-15:30"}
    assert len(rows) == 4
    assert sorted(row["Nr"] for row in rows) == ["", "01", "01", "02"]
    placed = {row["Vorname"]: row["Wunsch"] for row in rows}
    assert placed["Pelé"] == "1"
    assert {rank for rank in placed.values() if rank} <= {"1", "2", "3"}
    assert "Einschreibungen: 0" in shell("show", school).out


def test_the_same_seed_gives_the_same_plan(shell: Shell, school: Path) -> None:
    plans = []
    for _ in range(2):
        shell("allocate", school, "--seed", "5", "--out", "plan.csv")
        plans.append(Path("plan.csv").read_bytes())
    assert plans[0] == plans[1]


def test_from_acceptance_to_a_printed_list(shell: Shell, school: Path) -> None:
    assert shell("allocate", school, "--accept").code == 0
    assert "Einschreibungen: 3" in shell("show", school).out
    assert shell("print", "attendance", school, "--out", "lists.pdf", "--course", "01").code == 0
    text = _text(Path("lists.pdf"))
    assert "Pelé" in text
    assert "Ada Lovelace" in text
    assert "Seite 1 von 1" in text
    assert shell("print", "class", school, "--out", "classes").code == 0
    assert sorted(path.name for path in Path("classes").iterdir()) == ["Klasse 5a.pdf", "Klasse 5b.pdf"]
    assert shell("print", "pupil", school, "--out", "p.pdf", "--pupil", "Zoë von der Heide").code == 0
    assert "Zoë von der Heide" in _text(Path("p.pdf"))
    assert shell("print", "attendance", school, "--out", "x.pdf", "--course", "99").code == 2
    assert not Path("x.pdf").exists()


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_exported_is_imported_as_unchanged(shell: Shell, school: Path, ending: str) -> None:
    shell("allocate", school, "--accept")
    Path("t.csv").write_text("Raum;Person;Tag;Von;Bis\nAula;;Mo;8:00;13:00\n;Ada Lovelace;Fr;;\n", encoding="utf-8")
    assert shell("import", "times", "t.csv", "--into", school).code == 0
    Path("v.csv").write_text("Name;Telefon\nTurnverein;040 1\n", encoding="utf-8")
    assert shell("import", "partners", "v.csv", "--into", school).code == 0
    for kind in WRITTEN:
        table = f"{kind.value}.{ending}"
        assert shell("export", kind.value, school, "--out", table).code == 0
        answer = shell("import", kind.value, table, "--into", school, "--dry-run")
        assert answer.code == 0, answer.err
        assert "unverändert" in answer.out
        assert "neu" not in answer.out.split("\n")[0]
        assert "geändert" not in answer.out.replace("unverändert", "").split("\n")[0]


def test_numbers_and_ids_are_text(shell: Shell, school: Path) -> None:
    shell("export", "pupils", school, "--out", "p.csv")
    shell("export", "courses", school, "--out", "c.csv")
    assert "008" in {row["ID"] for row in _rows("p.csv")}
    assert {row["Nr"] for row in _rows("c.csv")} == {"01", "02", "03", "04"}


def test_check_ends_with_one_only_where_there_are_errors(shell: Shell, school: Path) -> None:
    assert shell("check", school).code == 0
    Path("clash.csv").write_text(
        "Nr;Titel;Block;Raum;Leitung\n09;Doppelt;Mo 14:30-15:00;Aula;Ada Lovelace\n", encoding="utf-8"
    )
    assert shell("import", "courses", "clash.csv", "--into", school).code == 0
    answer = shell("check", school)
    assert answer.code == 1
    assert "Ada Lovelace" in answer.out
    assert "Aula" in answer.out


def test_another_half_year_is_worked_on_by_name_only(shell: Shell, school: Path) -> None:
    assert "Kurse: 4" in shell("show", school).out
    assert (
        "Kurse: 0" in shell("show", school, "--half-year", "2026/27-2").out
        or "Kurse: 0" in shell("show", school, "--half-year", "2").out
    )
    assert shell("show", school, "--half-year", "1999").code == 2


def test_a_file_that_is_open_elsewhere_is_not_touched(shell: Shell, school: Path) -> None:
    code = (
        "import pathlib, sys; from ganztag.operations.opening import open_office;"
        "o = open_office(pathlib.Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(school)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        answer = shell("show", school)
        other.communicate("")
    assert answer.code == 2
    assert "geöffnet" in answer.err


def test_the_program_itself_never_shows_a_traceback(school: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ganztag", "import", "pupils", str(school), "--into", str(school)],
        capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "en_GB.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_check_lists_by_kinds_and_as_grave_as_is_asked_for(shell: Shell, school: Path) -> None:
    everything, worse = shell("check", school).out, shell("check", school, "--severity", "warning").out
    assert "Hinweis:" in everything
    assert "Hinweis:" not in worse
    assert "Warnung:" in worse
    assert everything.splitlines()[-1] == worse.splitlines()[-1]  # both count all
    assert shell("check", school, "--severity", "grave").code == 2


def test_check_names_exceptions_with_their_reasons_and_does_not_count_them(shell: Shell, school: Path) -> None:
    from ganztag.operations import exceptions
    from ganztag.operations.opening import open_office
    from ganztag.queries import checks, frame

    Path("clash.csv").write_text(
        "Nr;Titel;Block;Raum;Leitung\n09;Doppelt;Mo 14:30-15:00;Aula;Ada Lovelace\n", encoding="utf-8"
    )
    assert shell("import", "courses", "clash.csv", "--into", school).code == 0
    assert shell("check", school).code == 1
    office = open_office(school)
    term = office.read(frame.term)
    for found in office.read(checks.found, term.id, term.day_that_counts(office.clock.today())):
        if found.finding.severity == "error":
            office.do(exceptions.accept(term.id, found.finding.key, found.finding.code, "So abgesprochen"))
    office.close()
    answer = shell("check", school)
    assert answer.code == 0
    assert "So abgesprochen" in answer.out
    assert answer.out.splitlines()[-1].startswith("0 Fehler")


ICS = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261112\nDTEND;VALUE=DATE:20261114\nSUMMARY:Studientage\n"
    "END:VEVENT\nBEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:20261201\nSUMMARY:Geburtstag Frau Kaya\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:c\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20261202\nSUMMARY:Fest\nEND:VEVENT\nEND:VCALENDAR\n"
)


def test_days_off_come_out_of_a_calendar_file(shell: Shell, school: Path, tmp_path: Path) -> None:
    file = tmp_path / "termine.ics"
    file.write_text(ICS, encoding="utf-8")
    trial = shell("import", "days-off", str(file), "--into", str(school), "--dry-run")
    assert (trial.code, "Studientage" in trial.out, "1" in trial.err) == (0, True, True)
    first = shell("import", "days-off", str(file), "--into", str(school))
    assert "Geburtstag Frau Kaya" in first.out
    again = shell("import", "days-off", str(file), "--into", str(school), "--all")
    assert again.out.splitlines()[-1] == first.out.splitlines()[-1]  # now the birthday as well
    done = shell("import", "days-off", str(file), "--into", str(school), "--all")
    assert done.out.splitlines()[-1] != first.out.splitlines()[-1]
    assert shell("import", "days-off", str(school), "--into", str(school)).code == 2


def test_the_real_dates_are_written_as_a_table(shell: Shell, school: Path, tmp_path: Path) -> None:
    out = tmp_path / "dates.csv"
    assert shell("export", "sessions", str(school), "--out", str(out)).code == 0
    assert out.read_text("utf-8-sig").startswith("Tag;Wochentag;")
