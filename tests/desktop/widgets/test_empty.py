"""An empty screen says all that it has to say."""

from pytestqt.qtbot import QtBot

from ganztag.desktop.widgets.empty import Empty


def test_words_of_several_lines_get_all_the_height_that_they_need(qtbot: QtBot) -> None:
    empty = Empty("printer")
    qtbot.addWidget(empty)
    empty.resize(900, 700)
    empty.show_texts("Noch keine Kurse", "Jeder Kurs bekommt eine Liste mit einer Spalte für jeden Termin. " * 5)
    empty.show()
    words = empty._words
    assert words.height() >= words.heightForWidth(words.width())
