"""Words parted by commas complete themselves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.tags_editor import TagsEditor
from ganztag.language import N_
from tests.desktop.hands import press, type_text


@pytest.fixture
def told() -> list[tuple[str, object]]:
    return []


@pytest.fixture
def editor(qtbot: QtBot, told: list[tuple[str, object]]) -> Iterator[TagsEditor]:
    form = Form([Field("tags", N_("Equipment"), Kind.TAGS)], lambda key, value: told.append((key, value)))
    qtbot.addWidget(form)
    form.offer("tags", [(word, word) for word in ("Beamer", "Klavier", "Konzertklavier")])
    form.show_values({"tags": "Tafel"})
    form.show()
    made = form.editor("tags")
    assert isinstance(made, TagsEditor)
    yield made
    form.close()  # kept until here, else its editors go with it


def test_known_words_are_offered_for_the_letters_after_the_last_comma(editor: TagsEditor) -> None:
    editor.setCursorPosition(5)
    type_text(editor, ", klav")
    assert editor.near() == ["Klavier", "Konzertklavier"]
    editor.take("Klavier")
    assert editor.text() == "Tafel, Klavier"
    type_text(editor, ", kl")
    assert editor.near() == ["Konzertklavier"]


def test_words_are_kept_once_and_tidy(editor: TagsEditor, told: list[tuple[str, object]]) -> None:
    editor.selectAll()
    type_text(editor, "Tafel ,tafel;  15 PCs,")
    press(editor, Qt.Key.Key_Return)
    assert told == [("tags", "Tafel, 15 PCs")]


def test_escape_brings_the_old_words_back(editor: TagsEditor, told: list[tuple[str, object]]) -> None:
    editor.selectAll()
    type_text(editor, "x9")
    press(editor, Qt.Key.Key_Escape)
    assert editor.text() == "Tafel"
    assert told == []
