"""A shell to type into."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from ganztag import console, language


class Answer(NamedTuple):
    code: int
    out: str
    err: str


Shell = Callable[..., Answer]


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Return a function that runs one command line in an empty folder, in German."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    spoken = language.spoken()

    def run(*words: object) -> Answer:
        capsys.readouterr()
        code = console.main([str(word) for word in words])
        language.speak(spoken)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def school(shell: Shell) -> Path:
    """Return a new school file with four children, two courses and wishes."""
    path = Path("school.ganztag")
    Path("pupils.csv").write_text(
        "Nachname;Vorname;Klasse;Geburtsdatum;Geschlecht;ID;Tage\n"
        "Müller;Jörg;5a;03.02.2016;m;1;Mo,Di\n"
        "von der Heide;Zoë;5b;29.02.2016;w;2;\n"
        "Kaya;Mia;5a;;w;3;Mo\n"
        ";Pelé;5a;;;008;Mo\n",
        encoding="utf-8",
    )
    Path("courses.csv").write_text(
        "Nr;Titel;Kurz;Kategorie;Art;Block;Raum;Leitung;Min;Max;Jahrgänge;Status\n"
        "01;Chor;;Musik;;Mo 14:00-15:30;Aula;Ada Lovelace;;2;;\n"
        "02;Robotik;;Technik;;Mo 14:00-15:30;R 1;Alan Turing;1;1;5;angeboten\n"
        "03;Leer;;;;Mo 14:00-15:30;;;3;9;;\n"
        "04;Geplant;;;;Mo 14:00-15:30;;;;;;geplant\n",
        encoding="utf-8",
    )
    Path("wishes.csv").write_text(
        "Nachname;Vorname;Klasse;Block;Wunsch 1;Wunsch 2;Wunsch 3\n"
        "Müller;Jörg;5a;Mo 14:00-15:30;02;03;01\n"
        "von der Heide;Zoë;5b;;Robotik;;01\n"
        "Kaya;Mia;5a;;02;01;\n"
        ";Pelé;5a;;01;02;\n",
        encoding="utf-8",
    )
    assert shell("new", path, "--name", "Schule am Kai", "--land", "HH").code == 0
    for kind in ("pupils", "courses", "wishes"):
        answer = shell("import", kind, f"{kind}.csv", "--into", path)
        assert answer.code == 0, answer
    return path
