"""Whether a child needs a place for support: read from a column of many names, written only where anybody does."""

from pathlib import Path

import pytest

from ganztag.exchange.fields import template
from ganztag.exchange.kinds import Kind
from ganztag.language import speaking
from ganztag.operations.exporting import export
from ganztag.queries.import_state.pupils import pupils
from tests.operations.importing.files import PUPILS, Folder, changes, counts

HEAD = "Nachname;Vorname;Klasse;ID;Förderbedarf\n"


def needing(folder: Folder) -> set[str]:
    return {one.call_name for one in folder.office.read(pupils, folder.office.clock.today()) if one.support}


@pytest.mark.parametrize(("cell", "needs"), [("ja", True), ("x", True), ("✓", True), ("nein", False), ("–", False),
                                             ("ohne", False), ("", False)])  # fmt: skip
def test_yes_and_no_are_understood(folder: Folder, cell: str, needs: bool) -> None:
    made = folder.bring("pupils", HEAD + f"Kaya;Mia;5a;1001;{cell}\n")
    assert (needing(folder), made.warnings) == ({"Mia"} if needs else set(), ())


def test_a_kind_of_need_means_yes_and_is_told(folder: Folder) -> None:
    made = folder.bring("pupils", HEAD + "Kaya;Mia;5a;1001;LE\n")
    with speaking("en"):
        assert [str(one.message) for one in made.warnings] == ["“LE” counts as yes; the words themselves are not kept."]
    assert needing(folder) == {"Mia"}


def test_a_changed_cell_changes_the_child_and_an_empty_one_says_nothing(folder: Folder) -> None:
    folder.bring("pupils", HEAD + "Kaya;Mia;5a;1001;ja\nO'Brien;Liam;6a;1003;ja\n")
    made = folder.bring("pupils", HEAD + "Kaya;Mia;5a;1001;\nO'Brien;Liam;6a;1003;nein\n")
    assert counts(made) == {"unchanged": 1, "changed": 1}
    assert changes(made, "O'Brien, Liam") == {"Needs a place for support": ("ja", "nein")}
    assert needing(folder) == {"Mia"}


def test_the_column_goes_out_only_where_anybody_needs_it_and_comes_back(folder: Folder, tmp_path: Path) -> None:
    folder.bring("pupils", PUPILS)
    path = tmp_path / "pupils.csv"
    export(folder.office, Kind.PUPILS, path)
    assert "Förder" not in path.read_text("utf-8-sig")
    assert "Förderplatz" not in template(Kind.PUPILS)
    folder.bring("pupils", HEAD.replace("Förderbedarf", "Förderplatz") + "Kaya;Mia;5a;1001;ja\n")
    export(folder.office, Kind.PUPILS, path)
    text = path.read_text("utf-8-sig")
    assert text.splitlines()[0].endswith(";Förderplatz")
    assert counts(folder.plan("pupils", text)) == {"unchanged": 3}
    folder.bring("pupils", HEAD + "Kaya;Mia;5a;1001;nein\n")
    folder.bring("pupils", text)
    assert needing(folder) == {"Mia"}
