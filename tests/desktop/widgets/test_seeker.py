"""A few letters find one of many rows."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.widgets.seeker import Seeker, Sought
from ganztag.domain.search import search_key
from tests.desktop.hands import press, type_text

NAMES = ("Öztürk, Cem", "Özil, Can", "Ahrens, Ben")


def seeker(qtbot: QtBot) -> tuple[Seeker, list[int]]:
    made = Seeker()
    taken: list[int] = []
    made.offer(lambda: [Sought(place, name, search_key(name)) for place, name in enumerate(NAMES)])
    made.found.connect(taken.append)
    qtbot.addWidget(made)
    made.show()
    return made, taken


def test_enter_takes_the_first_and_empties_the_line(qtbot: QtBot) -> None:
    line, taken = seeker(qtbot)
    type_text(line, "oez")
    assert line.near() == ["Öztürk, Cem", "Özil, Can"]
    press(line._popup, Qt.Key.Key_Return)
    assert taken == [0]
    assert line.text() == ""
    assert not line._popup.isVisible()


def test_down_marks_the_next_one(qtbot: QtBot) -> None:
    line, taken = seeker(qtbot)
    type_text(line, "oez")
    press(line._popup, Qt.Key.Key_Down)
    press(line._popup, Qt.Key.Key_Return)
    assert taken == [1]


def test_what_nobody_is_called_finds_nobody(qtbot: QtBot) -> None:
    line, taken = seeker(qtbot)
    type_text(line, "xyz")
    press(line, Qt.Key.Key_Return)
    assert (line.near(), taken) == ([], [])


def test_the_rows_are_read_at_the_first_letter_and_anew_only_when_offered_anew(qtbot: QtBot) -> None:
    made, asked = Seeker(), []
    qtbot.addWidget(made)
    made.show()

    def read() -> list[Sought]:
        asked.append("now")
        return [Sought(1, "Özil, Can", search_key("Özil, Can"))]

    made.offer(read)
    assert asked == []
    type_text(made, "öz")
    assert (made.near(), asked) == (["Özil, Can"], ["now"])
    made.offer(read)
    type_text(made, "i")
    assert asked == ["now", "now"]
