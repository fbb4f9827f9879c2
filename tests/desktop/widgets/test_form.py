"""Forms: each field that is left changed is told at once; what cannot be is said under the field."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.widgets.fields import Field, Kind, read
from ganztag.desktop.widgets.form import Form
from ganztag.domain.objection import Objection
from ganztag.language import N_
from tests.desktop.hands import press, type_text

FIELDS = (
    Field("name", N_("Name"), needed=True),
    Field("seats", N_("Seats"), Kind.NUMBER, highest=500),
    Field("born", N_("Born"), Kind.DATE),
    Field("leaves", N_("Leaves"), Kind.TIME),
    Field("note", N_("Note"), Kind.LINES),
    Field("whole", N_("Whole"), Kind.CHOICE),
    Field("days", N_("Days"), Kind.MANY),
    Field("open", N_("Open"), Kind.CHECK),
)
VALUES: dict[str, Any] = {
    "name": "Aula", "seats": 200, "born": dt.date(2015, 3, 5), "leaves": dt.time(15, 0), "note": "", "whole": None,
    "days": frozenset({1}), "open": False,
}  # fmt: skip


class Office:
    """Takes changes as a real one would, and objects to a name it has already."""

    def __init__(self) -> None:
        self.changes: list[tuple[str, Any]] = []

    def change(self, key: str, value: Any) -> None:
        if value == "Bib":
            raise Objection(N_("There is already a room {room}.", room=value))
        self.changes.append((key, value))


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def form(qtbot: QtBot, office: Office) -> Form:
    made = Form(FIELDS, office.change)
    made.offer("whole", [(None, "keinem"), (7, "Halle")])
    made.offer("days", [(1, "Mo"), (2, "Di"), (3, "Mi")])
    made.show_values(VALUES)
    qtbot.addWidget(made)
    made.show()
    return made


def write(form: Form, key: str, text: str) -> None:
    editor = form.editor(key)
    editor.clear()
    type_text(editor, text)
    press(editor, Qt.Key.Key_Return)


def test_a_field_that_is_left_tells_its_value(form: Form, office: Office) -> None:
    write(form, "name", "Größe Łódź")
    write(form, "seats", "30")
    write(form, "born", "1.2.2016")
    write(form, "leaves", "1610")
    expected = [("name", "Größe Łódź"), ("seats", 30), ("born", dt.date(2016, 2, 1)), ("leaves", dt.time(16, 10))]
    assert office.changes == expected


def test_a_field_that_is_left_as_it_was_tells_nothing(form: Form, office: Office) -> None:
    write(form, "name", "Aula")
    write(form, "leaves", "15")
    assert office.changes == []
    assert form.editor("leaves").text() == "15:00"


def test_an_emptied_number_is_none(form: Form, office: Office) -> None:
    write(form, "seats", "")
    assert office.changes == [("seats", None)]


def test_what_is_no_number_is_said_under_the_field_and_stays_for_correction(form: Form, office: Office) -> None:
    write(form, "seats", "viele")
    assert office.changes == []
    assert "viele" in form.complaint("seats")
    assert form.editor("seats").text() == "viele"
    write(form, "seats", "12")
    assert form.complaint("seats") == ""


def test_an_objection_of_the_operation_stands_under_its_field(form: Form, office: Office) -> None:
    write(form, "name", "Bib")
    assert "Bib" in form.complaint("name")
    write(form, "name", "")
    assert form.complaint("name") != ""
    assert office.changes == []


def test_escape_brings_the_old_value_back(form: Form, office: Office) -> None:
    editor = form.editor("name")
    type_text(editor, " neu")
    press(editor, Qt.Key.Key_Escape)
    press(editor, Qt.Key.Key_Return)
    assert editor.text() == "Aula"
    assert office.changes == []


def test_news_do_not_overwrite_a_field_that_is_being_typed_in(qtbot: QtBot, form: Form) -> None:
    editor = form.editor("name")
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    editor.setFocus()
    type_text(editor, "x")
    typed = editor.text()
    form.show_values({**VALUES, "name": "Anders", "seats": 5})
    assert editor.text() == typed
    assert form.editor("seats").text() == "5"


def test_choices_chips_and_ticks_tell_at_once(form: Form, office: Office) -> None:
    choice = form.editor("whole")
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    chips = [form.editor("days").layout().itemAt(place).widget() for place in range(3)]
    chips[2].click()
    form.editor("open").click()
    assert office.changes == [("whole", 7), ("days", frozenset({1, 3})), ("open", True)]


@pytest.mark.parametrize(
    ("text", "day"),
    [("5.3.2027", dt.date(2027, 3, 5)), ("05.03.27", dt.date(2027, 3, 5)), ("2027-03-05", dt.date(2027, 3, 5)),
     ("05032027", dt.date(2027, 3, 5)), ("050399", dt.date(1999, 3, 5))],
)  # fmt: skip
def test_a_date_may_be_written_in_many_ways(text: str, day: dt.date) -> None:
    assert read(Field("born", N_("Born"), Kind.DATE), text) == day


@pytest.mark.parametrize("text", ["31.2.2027", "5.3.", "gestern", "1.1.1.1"])
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Objection, match=r"05\.03\.2027"):
        read(Field("born", N_("Born"), Kind.DATE), text)


@pytest.mark.parametrize("text", ["25:00", "14:60", "bald", "14.5"])
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Objection, match="14:00"):
        read(Field("leaves", N_("Leaves"), Kind.TIME), text)


def test_one_of_many_is_found_by_a_few_letters_and_what_is_only_typed_is_none(qtbot: QtBot) -> None:
    form = Form((Field("child", N_("Child"), Kind.SEEK, needed=True),), _nothing)
    qtbot.addWidget(form)
    form.offer("child", [(7, "Öztürk, Cem 5a"), (9, "Ahrens, Ben 6b")])
    form.show()
    line = form.editor("child").line
    with pytest.raises(Objection):
        form.values()
    type_text(line, "oez")
    with pytest.raises(Objection):
        form.values()
    press(line._popup, Qt.Key.Key_Return)
    assert form.values() == {"child": 7}
    assert line.text() == "Öztürk, Cem 5a"
    type_text(line, "x")
    with pytest.raises(Objection):
        form.values()


def _nothing(_key: str, _value: object) -> None:
    """Nothing happens when the field is left."""
