"""Dialogs for things born whole: what speaks against the deed stands in the dialog, and what was typed stays."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.fields import Field
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.language import N_
from ganztag.operations import rooms
from ganztag.queries import rooms as queries
from tests.desktop.hands import type_text

FIELDS = (Field("code", N_("Room"), needed=True),)


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> Iterator[FormDialog]:
    desk.office.do(rooms.add("R 104"))
    made = FormDialog(None, FIELDS, title="Raum", words="", verb="Anlegen")
    qtbot.addWidget(made)
    made.doing(lambda dialog: desk.office.do(rooms.add(dialog.answers()["code"])))
    made.show()
    yield made
    made.close()


def test_an_objection_stands_in_the_dialog_and_the_text_stays(dialog: FormDialog, desk: Desk) -> None:
    type_text(dialog.form.editor("code"), "R 104")
    dialog.done_button.click()
    assert dialog.isVisible()
    assert "R 104" in dialog.banner.sentence()
    assert dialog.form.editor("code").text() == "R 104"
    type_text(dialog.form.editor("code"), "b")
    dialog.done_button.click()
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert {room.id: room.code for room in desk.office.read(queries.rooms, desk.term().id)}[dialog.outcome] == "R 104b"


def test_without_what_is_needed_nothing_is_done(dialog: FormDialog, desk: Desk) -> None:
    dialog.done_button.click()
    assert dialog.isVisible()
    assert dialog.form.complaint("code")
    assert len(desk.office.read(queries.rooms, desk.term().id)) == 1
