"""Changing the school year by hand: names of classes, exceptions for children, the report, the banner."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.jobs import Now
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.rollover import open_year
from ganztag.desktop.rollover.year_dialog import YearDialog
from ganztag.desktop.school.screen import SchoolScreen
from ganztag.desktop.widgets.text import Text
from ganztag.operations.rollover.new_year import change_year
from ganztag.planning.rollover.year_plan import YearChoices
from ganztag.queries import classes, pupils
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import hosted
from tests.desktop.rollover.conftest import Owner
from tests.offered import Offered
from tests.storage.any_rows import dump

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk_of(offered: Offered, ask: Recorder) -> Desk:
    return Desk(offered.office, ask, Now(), Preferences())


@pytest.fixture
def changing(qtbot: QtBot, desk_of: Desk, offered: Offered) -> YearDialog:
    dialog = YearDialog(desk_of, None, offered.term.school_year_id)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    QTest.mouseClick(button, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(8, button.height() // 2))


def classes_then(desk: Desk) -> dict[str, str]:
    term = desk.term()
    return {row.call_name: row.class_name for row in desk.office.read(pupils.pupils, term.id, term.starts)}


def to_children(changing: YearDialog) -> None:
    changing.tabs.pick("pupils")
    changing.tabs.picked.emit("pupils")


def test_the_button_names_the_year_and_changes_to_it(qtbot: QtBot, changing: YearDialog, desk_of: Desk) -> None:
    assert changing.change_button.text().strip() == "In das Schuljahr 2027/28 wechseln"
    assert changing.summary.text() == "3 Kinder in Klassen · 1 geht ab"
    click(qtbot, changing.change_button)
    assert desk_of.term().name == "1. Halbjahr 2027/28"
    assert classes_then(desk_of) == {"Ada": "6a", "Ben": "6a", "Cem": "6a", "Dana": ""}


def test_a_class_gets_another_name_where_it_stands(
    qtbot: QtBot, changing: YearDialog, desk_of: Desk, offered: Offered
) -> None:
    table, rows = changing.classes.table, changing.classes.rows
    place = table.visualRect(rows.index_of(offered.class_5a)).center()
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    type_text(editor, "6x")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows.visible()[0].line.name == "6x")  # Qt takes it over a moment later
    click(qtbot, changing.change_button)
    assert classes_then(desk_of)["Ada"] == "6x"


def test_other_classes_begin_empty_where_she_types_them(qtbot: QtBot, changing: YearDialog, desk_of: Desk) -> None:
    field = changing.classes.first
    assert field.text() == "5a"
    field.setFocus()
    field.selectAll()
    type_text(field, "5a, 5b, 5c")
    press(field, Qt.Key.Key_Return)
    click(qtbot, changing.change_button)
    found = desk_of.office.read(classes.classes, desk_of.term().school_year_id, desk_of.term().starts)
    assert [row.name for row in found] == ["5a", "5b", "5c", "6a"]


def test_a_child_repeats_by_a_click_and_goes_with_its_class_again_by_another(
    qtbot: QtBot, changing: YearDialog, desk_of: Desk, offered: Offered
) -> None:
    to_children(changing)
    changing.pupils.table.choose(offered.ada)
    assert not changing.pupils.as_class.isEnabled()
    click(qtbot, changing.pupils.stays)
    assert changing.pupils.now.text() == "5a → 5a"
    assert "1 von Hand" in changing.summary.text()
    click(qtbot, changing.pupils.as_class)
    assert changing.pupils.now.text() == "5a → 6a"
    click(qtbot, changing.pupils.stays)
    click(qtbot, changing.change_button)
    assert classes_then(desk_of)["Ada"] == "5a"


def test_several_children_are_decided_at_once(qtbot: QtBot, changing: YearDialog, offered: Offered) -> None:
    to_children(changing)
    changing.pupils.table.selectAll()
    assert changing.pupils.who.text() == "4 Kinder"
    click(qtbot, changing.pupils.leaves)
    assert changing.summary.text().endswith("4 gehen ab · 4 von Hand")
    click(qtbot, changing.pupils.without)
    assert "4 ohne Klasse" in changing.summary.text()


def test_a_child_moves_into_another_class(qtbot: QtBot, changing: YearDialog, desk_of: Desk, offered: Offered) -> None:
    to_children(changing)
    changing.pupils.table.choose(offered.ben)
    choice = changing.pupils.classes
    place = next(place for place in range(choice.count()) if choice.itemData(place) == "5a")
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    changing.pupils.filters.turn_on("hand")
    assert changing.pupils.rows.visible_ids() == [offered.ben]
    click(qtbot, changing.change_button)
    assert classes_then(desk_of)["Ben"] == "5a"


def test_what_does_not_go_on_is_not_taken_over(qtbot: QtBot, changing: YearDialog, desk_of: Desk) -> None:
    click(qtbot, changing.boxes.boxes["blocks"])
    click(qtbot, changing.boxes.boxes["work_there"])
    assert not changing.plan.new_blocks
    click(qtbot, changing.change_button)
    assert desk_of.term().school_year == "2026/27"


def test_what_is_to_be_known_stands_beside_it(changing: YearDialog) -> None:
    said = "\n".join(label.text() for label in changing.boxes.findChildren(Text))
    assert "läuft noch bis 31.07.2027" in said


def test_the_report_can_be_kept(qtbot: QtBot, changing: YearDialog, ask: Recorder, tmp_path: Path) -> None:
    path = tmp_path / "Wechsel.txt"
    ask.answers.append(path)
    changing._save_report()
    text = path.read_text(encoding="utf-8-sig")
    assert "5a → 6a (3)" in text
    assert "Wójcik, Dana (6a)" in text
    assert changing.banner.sentence() == "Bericht gespeichert: Wechsel.txt"


def test_after_the_change_the_button_is_off(qtbot: QtBot, desk_of: Desk, offered: Offered) -> None:
    desk_of.office.do(change_year(offered.term.school_year_id, YearChoices()))
    again = YearDialog(desk_of, None, offered.term.school_year_id)
    qtbot.addWidget(again)
    assert not again.change_button.isEnabled()
    assert "schon geschehen" in again.banner.sentence()


def test_the_school_screen_opens_it_and_its_banner_takes_it_back(
    qtbot: QtBot, desk_of: Desk, ask: Recorder, offered: Offered
) -> None:
    with hosted(qtbot, desk_of, SchoolScreen(desk_of)) as (screen, _ear):
        screen.go_to_chip("terms")
        before = dump(desk_of.office)
        ask.answers.append(_as_it_is)
        click(qtbot, screen._new_year)
        assert screen.banner.sentence() == "3 Kinder sind in Klassen des Schuljahrs 2027/28."
        assert desk_of.term().school_year == "2027/28"
        screen.banner._pressed()
        assert dump(desk_of.office) == before


def test_a_change_that_is_cancelled_changes_nothing(desk_of: Desk, ask: Recorder, owner: Owner) -> None:
    class Refusing(Recorder):
        def show(self, dialog: object) -> bool:
            dialog.deleteLater()  # type: ignore[attr-defined]
            return False

    before = dump(desk_of.office)
    assert not open_year(Desk(desk_of.office, Refusing(), Now(), Preferences()), owner)
    assert dump(desk_of.office) == before


def _as_it_is(_dialog: YearDialog) -> None:
    """Nothing is to be switched."""
