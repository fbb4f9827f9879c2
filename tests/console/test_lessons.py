"""Lessons of a timetable, from the shell."""

from pathlib import Path

from tests.console.conftest import Shell

LESSONS = '1;"5a";"LOV";"De";"Aula";1;1;;\n2;"5a";"LOV";"Ma";"R 9";1;2;;\n'


def test_lessons_are_imported_and_unknown_rooms_told_or_added(shell: Shell, school: Path) -> None:
    Path("GPU001.TXT").write_text(LESSONS, encoding="cp1252")
    answer = shell("import", "lessons", "GPU001.TXT", "--into", school)
    assert answer.code == 0
    assert "R 9" in answer.err
    assert "1 neu" in answer.out
    answer = shell("import", "lessons", "GPU001.TXT", "--into", school, "--create", "rooms", "--create", "staff")
    assert answer.code == 0
    assert answer.err == ""
    assert "2 neu" in answer.out
    assert "LOV" in answer.out
    assert "2 unverändert" in shell("import", "lessons", "GPU001.TXT", "--into", school).out


def test_bell_times_are_told_kept_and_checked(shell: Shell, school: Path) -> None:
    Path("GPU001.TXT").write_text('1;"5a";"LOV";"De";"Aula";1;14;;\n', encoding="cp1252")
    assert shell("import", "lessons", "GPU001.TXT", "--into", school).code == 1
    assert shell("import", "lessons", "GPU001.TXT", "--into", school, "--bell-times", "14: 9-8").code == 2
    told = shell("import", "lessons", "GPU001.TXT", "--into", school, "--bell-times", "14: 19:00-19:45")
    assert told.code == 0
    assert shell("import", "lessons", "GPU001.TXT", "--into", school, "--dry-run").code == 0
