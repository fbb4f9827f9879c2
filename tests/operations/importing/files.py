"""Files for the tests of the import, made up on the spot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ganztag.exchange.kinds import Kind
from ganztag.operations.importing import ImportPlan, Settings, What, apply, plan
from ganztag.operations.office import Office

PUPILS = """Nachname;Vorname;Klasse;Geburtsdatum;Geschlecht;ID;Tage
Kaya;Mia;5a;15.03.2016;w;1001;
von der Heide;Zoë;5b;29.02.2016;w;1002;Mo,Mi
O'Brien;Liam;6a;01.09.2015;m;1003;Di
"""
COURSES = """Nr;Titel;Kurz;Kategorie;Art;Block;Raum;Leitung;Min;Max;Jahrgänge;Status
1;Fußball;;Sport;;Mo 14:00-15:30;Halle;Anna Berg;5;20;5-7;
2;Schach;;;;Mo 14:00-15:30, Mi 14:00-15:30;R 1;;;;;
008;Töpfern;;;;Mi 14:00-15:30;R 2;Anna Berg;;;6a;geplant
"""

Bring = Callable[..., ImportPlan]


class Folder:
    """Writes a text as a file and plans or does its import."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self._folder = office, folder

    def file(self, text: str, name: str = "list.csv") -> Path:
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def plan(self, kind: str, text: str, settings: Settings | None = None) -> ImportPlan:
        return plan(self.office, Kind(kind), self.file(text), settings)

    def bring(self, kind: str, text: str, settings: Settings | None = None) -> ImportPlan:
        """Import a text, which must be without errors."""
        made = self.plan(kind, text, settings)
        assert [str(problem) for problem in made.errors] == []
        self.office.do(apply(made))
        return made


@pytest.fixture
def folder(office: Office, tmp_path: Path) -> Folder:
    return Folder(office, tmp_path)


def counts(made: ImportPlan) -> dict[str, int]:
    """Return what the plan counts, without the zeros."""
    return {what.value: count for what, count in made.counts.items() if count}


def changes(made: ImportPlan, name: str) -> dict[str, tuple[str, str]]:
    """Return what changes for the item of this name, by the label of the field in English."""
    item = next(one for one in made.items if one.name == name)
    return {change.label.msgid: (change.before, change.after) for change in item.changes}


def what_of(made: ImportPlan, name: str) -> What:
    return next(one.what for one in made.items if one.name == name)
