"""The preview of an import, as the coordinator uses it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from ganztag.desktop.desk import Desk
from ganztag.desktop.importing import open_import
from ganztag.desktop.importing.dialog import ImportDialog
from ganztag.desktop.widgets.banner import Banner
from ganztag.queries.import_state.pupils import pupils
from tests.desktop.hands import Recorder

HEAD = "Nachname;Vorname;Klasse;ID\n"
TWO = HEAD + "Kaya;Mia;5a;1\nO'Brien;Liam;6a;2\n"


class Owner(QWidget):
    """A window with a banner."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner(self)


def _as_it_is(_dialog: ImportDialog) -> None:
    """Nothing is to be switched."""


@pytest.fixture
def owner(qtbot: object) -> Owner:
    made = Owner()
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    return made


@pytest.fixture
def bring(desk: Desk, ask: Recorder, owner: Owner, tmp_path: Path) -> Callable[..., bool]:
    """Return what imports a text, after *fill* has had its way with the dialog."""

    def act(text: str, fill: Callable[[ImportDialog], None] = _as_it_is) -> bool:
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        ask.answers.append(fill)
        return open_import(desk, owner, "pupils", path)

    return act


def names(desk: Desk) -> list[str]:
    return sorted(one.call_name for one in desk.office.read(pupils, desk.today()))


def test_an_import_is_told_in_the_banner_and_can_be_taken_back(
    bring: Callable[..., bool], desk: Desk, owner: Owner
) -> None:
    seen: list[str] = []
    assert bring(TWO, lambda dialog: seen.append(dialog.import_button.text().strip()))
    assert len(seen) == 1
    assert "2" in seen[0]
    assert names(desk) == ["Liam", "Mia"]
    assert owner.banner.sentence()
    owner.banner._pressed()
    assert names(desk) == []


def test_a_wrong_row_blocks_the_button_until_it_is_left_out(bring: Callable[..., bool], desk: Desk) -> None:
    def leave_out(dialog: ImportDialog) -> None:
        assert not dialog.import_button.isEnabled()
        assert not dialog.skip.isHidden()
        assert dialog.rows.visible()[2].what is not None
        assert dialog.table.chosen_id() == 2  # the wrong one, to begin with
        dialog.skip.setChecked(True)
        assert dialog.import_button.isEnabled()

    assert bring(TWO + ";;5a;3\n", leave_out)
    assert names(desk) == ["Liam", "Mia"]


def test_nothing_is_written_while_a_row_is_wrong(bring: Callable[..., bool], desk: Desk) -> None:
    def stay(dialog: ImportDialog) -> None:
        dialog.accept()
        assert dialog.banner.sentence()

    assert not bring(TWO + ";;5a;3\n", stay)
    assert names(desk) == []


def test_chips_filter_by_what_becomes_of_a_row(bring: Callable[..., bool]) -> None:
    bring(TWO)

    def look(dialog: ImportDialog) -> None:
        dialog.filters.turn_on("changed")
        assert [row.name for row in dialog.rows.visible()] == ["Kaya, Mia"]
        dialog.filters.turn_on("all")
        assert len(dialog.rows.visible()) == 3

    assert bring(HEAD + "Kaya;Mia;5b;1\nO'Brien;Liam;6a;2\nMeyer;Luca;5a;3\n", look)


def test_the_question_is_answered_beside_the_list(bring: Callable[..., bool], desk: Desk) -> None:
    bring(TWO)

    def answer(dialog: ImportDialog) -> None:
        assert not dialog.import_button.isEnabled()
        dialog.row_view.same.click()
        assert dialog.import_button.isEnabled()
        assert dialog.focusWidget() is dialog.import_button

    assert bring(HEAD + "Kaya;Karim;5a;1\nO'Brien;Liam;6a;2\n", answer)
    assert names(desk) == ["Karim", "Liam"]


def test_columns_are_chosen_by_hand_and_remembered(bring: Callable[..., bool], desk: Desk) -> None:
    def choose(dialog: ImportDialog) -> None:
        assert dialog.view.key() == "columns"
        for place, key in enumerate(("surname", "call_name", "class_name")):
            dialog.columns.picked.emit("", place, key)
        assert dialog.import_button.isEnabled()

    assert bring("Wie\tRuf\tWo\nKaya\tMia\t5a\n", choose)
    assert bring("Wie\tRuf\tWo\nMeyer\tLuca\t5a\n")
    assert names(desk) == ["Luca", "Mia"]


def test_the_whole_school_lets_the_missing_leave(bring: Callable[..., bool], desk: Desk) -> None:
    bring(TWO)

    def all_of_it(dialog: ImportDialog) -> None:
        assert not dialog.import_button.isEnabled()
        dialog.whole_school.setChecked(True)

    assert bring(HEAD + "Kaya;Mia;5a;1\n", all_of_it)
    assert [one.exit is None for one in desk.office.read(pupils, desk.today()) if one.call_name == "Liam"] == [False]


def test_letters_and_delimiter_can_be_switched(bring: Callable[..., bool], desk: Desk) -> None:
    def switch(dialog: ImportDialog) -> None:
        dialog.source.reread.emit("cp1252", ";")
        assert dialog.rows.visible()[0].name == "MÃ¼ller, Jo"
        dialog.source.reread.emit("utf-8", ";")

    assert bring(HEAD + "Müller;Jo;5a;1\n", switch)


def test_a_file_that_is_no_table_is_told_in_a_sentence(desk: Desk, ask: Recorder, owner: Owner, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7 ...")
    assert not open_import(desk, owner, "pupils", path)
    assert len(ask.said) == 1


def test_an_empty_table_can_be_saved(bring: Callable[..., bool], ask: Recorder, tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"

    def save(dialog: ImportDialog) -> None:
        ask.answers.append(path)
        dialog._save_template()

    bring(TWO, save)
    assert path.stat().st_size > 1000
