"""Which papers the school wants to see is set up under School."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.school.screen import SchoolScreen
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.operations import staff_papers
from ganztag.queries.staff_papers import requirements
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import hosted


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[SchoolScreen]:
    with hosted(qtbot, desk, SchoolScreen(desk)) as (made, _ear):
        made.go_to_chip("papers")
        yield made


def test_a_paper_is_added_moved_and_changed(screen: SchoolScreen, desk: Desk, ask: Recorder) -> None:
    section = screen.sections["papers"]

    def fill(dialog: FormDialog) -> None:
        dialog.form.show_values({"name": "Rettungsschwimmer", "kinds": frozenset({"teacher"}), "valid_months": 24})

    ask.answers.append(fill)
    section.add()
    chosen = section.chosen()
    assert chosen is not None
    assert chosen.name == "Rettungsschwimmer"
    section.up.trigger()
    found = desk.office.read(requirements)
    assert [one.name for one in found].index("Rettungsschwimmer") == len(found) - 2
    editor = section.form.editor("warn_days")
    editor.clear()
    type_text(editor, "30")
    press(editor, Qt.Key.Key_Return)
    kinds = section.form.editor("kinds")
    kinds._chips[1].click()
    (paper,) = [one for one in desk.office.read(requirements) if one.name == "Rettungsschwimmer"]
    assert (paper.warn_days, paper.kinds, paper.valid_months) == (30, ("teacher", "freelancer"), 24)


def test_the_usual_papers_are_put_into_an_empty_list(screen: SchoolScreen, desk: Desk) -> None:
    for one in desk.office.read(requirements):
        desk.office.do(staff_papers.unwant(one.id, one.name))
    section = screen.sections["papers"]
    assert section._usual.isVisible()
    section._usual.click()
    assert len(desk.office.read(requirements)) == 6
    assert not section._usual.isVisible()


def test_a_paper_is_asked_for_no_more_and_comes_back(screen: SchoolScreen, desk: Desk) -> None:
    section = screen.sections["papers"]
    section.table.choose_first()
    section.delete.trigger()
    assert len(desk.office.read(requirements)) == 5
    screen.banner._button.click()
    assert len(desk.office.read(requirements)) == 6
