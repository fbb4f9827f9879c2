"""What an import asks is answered on the command line."""

from pathlib import Path

import pytest

from tests.console.conftest import Shell

HEAD = "Nachname;Vorname;Klasse;ID\n"


@pytest.fixture
def renamed(shell: Shell) -> Path:
    """Return a school in which Karim and Ada are, and write a file in which Karim's number belongs to Mia."""
    path = Path("school.ganztag")
    Path("before.csv").write_text(HEAD + "Kaya;Karim;5a;1026\nAhmadi;Ada;5a;1027\n", encoding="utf-8")
    Path("after.csv").write_text(HEAD + "Kaya;Mia-Sophie;5b;1026\nAhmadi;Ada;6a;1027\n", encoding="utf-8")
    assert shell("new", path).code == 0
    assert shell("import", "pupils", "before.csv", "--into", path).code == 0
    return path


def test_a_number_with_another_first_name_is_asked_and_nothing_is_imported(shell: Shell, renamed: Path) -> None:
    answer = shell("import", "pupils", "after.csv", "--into", renamed, "--scope", "school")
    assert answer.code == 1
    assert "--same 2" in answer.err
    assert "--other 2" in answer.err
    assert "Kinder: 2" in shell("show", renamed).out
    shell("export", "pupils", renamed, "--out", "now.csv")
    assert "Karim" in Path("now.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("option", "told", "names"),
    [
        ("--same", "2 geändert", {"Mia-Sophie", "Ada"}),
        ("--other", "1 neu, 1 geändert, 1 geht ab", {"Mia-Sophie", "Ada"}),
    ],
)
def test_the_same_child_is_renamed_and_another_one_takes_its_place(
    shell: Shell, renamed: Path, option: str, told: str, names: set[str]
) -> None:
    words = ("import", "pupils", "after.csv", "--into", renamed, "--scope", "school")
    answer = shell(*words, option, "2")
    assert answer.code == 0, answer
    assert answer.out.splitlines()[0] == told
    shell("export", "pupils", renamed, "--out", "now.csv")
    rows = Path("now.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert {row.split(";")[1] for row in rows} == names
    assert shell(*words).out.splitlines()[0] == "2 unverändert"


@pytest.mark.parametrize("answers", [("--same", "3"), ("--same", "2", "--other", "2"), ("--other", "x")])
def test_an_answer_to_what_was_not_asked_is_wrong_use(shell: Shell, renamed: Path, answers: tuple[str, ...]) -> None:
    answer = shell("import", "pupils", "after.csv", "--into", renamed, *answers)
    assert answer.code == 2
    assert answer.err.count("\n") == 1
