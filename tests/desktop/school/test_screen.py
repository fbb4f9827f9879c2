"""What the coordinator sets up under School, and what she then sees."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.school.screen import SchoolScreen
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.operations import classes
from ganztag.queries import calendar, frame
from ganztag.queries.categories import categories
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import hosted


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[SchoolScreen]:
    with hosted(qtbot, desk, SchoolScreen(desk)) as (made, _ear):
        yield made


def fill(**values: object) -> object:
    def answer(dialog: FormDialog) -> None:
        dialog.form.show_values(values)

    return answer


def test_the_school_gets_another_name_at_once(screen: SchoolScreen, desk: Desk) -> None:
    editor = screen.data.address.editor("name")
    editor.clear()
    type_text(editor, "Grundschule Öjendorf")
    press(editor, Qt.Key.Key_Return)
    assert desk.office.read(frame.school).name == "Grundschule Öjendorf"


def test_another_land_brings_its_holidays(screen: SchoolScreen, desk: Desk) -> None:
    year = (date(2026, 8, 1), date(2027, 7, 31))
    before = desk.office.read(calendar.days_off, *year)
    choice = screen.data.rules.editor("land")
    choice.pick("BY")
    choice.picked.emit("BY")
    assert desk.office.read(frame.school).land == "BY"
    assert desk.office.read(calendar.days_off, *year) != before
    assert screen.banner.tone() == "ok"
    desk.office.undo()
    assert desk.office.read(calendar.days_off, *year) == before


def test_own_days_off_are_added_changed_and_deleted(screen: SchoolScreen, desk: Desk, ask: Recorder) -> None:
    screen.go_to_chip("days")
    section = screen.sections["days"]
    day = date(2026, 11, 23)
    ask.answers.append(fill(name="Pädagogischer Tag", starts=day, ends=day, scope=None))
    section.add()
    row = section.chosen()
    assert row is not None
    assert (row.name, row.kind, row.scope) == ("Pädagogischer Tag", "own", "")
    editor = section.form.editor("ends")
    editor.clear()
    type_text(editor, "24.11.2026")
    press(editor, Qt.Key.Key_Return)
    row = section.chosen()
    assert row is not None
    assert row.ends == date(2026, 11, 24)
    section.delete.trigger()
    assert "Pädagogischer Tag" not in [found.name for found in section.rows.all()]


def test_a_block_is_added_and_a_second_one_at_its_times_refused(
    screen: SchoolScreen, desk: Desk, ask: Recorder
) -> None:
    screen.go_to_chip("blocks")
    section = screen.sections["blocks"]
    told: list[str] = []

    def again(dialog: FormDialog) -> None:
        dialog.form.show_values({"weekday": 2, "starts": time(14), "ends": time(15), "name": ""})
        dialog.accept()
        told.append(dialog.banner.sentence())

    ask.answers = [fill(weekday=2, starts=time(14), ends=time(15), name=""), again]
    section.add()
    section.add()
    assert len(desk.office.read(frame.blocks, desk.term().school_year_id)) == 1
    assert told[0]


def test_classes_year_groups_and_categories_are_added(screen: SchoolScreen, desk: Desk, ask: Recorder) -> None:
    for chip, values in (
        ("classes", {"name": "7b", "kind": "class"}),
        ("years", {"label": "VSK"}),
        ("categories", {"name": "Sport"}),
    ):
        screen.go_to_chip(chip)
        ask.answers.append(fill(**values))
        screen._add.click()
    assert [row.name for row in screen.sections["classes"].rows.all()] == ["7b"]
    screen.go_to_chip("years")
    assert {row.label for row in screen.sections["years"].rows.all()} == {"7", "VSK"}
    (sport,) = desk.office.read(categories, desk.term().id)
    section = screen.sections["categories"]
    screen.go_to_chip("categories")
    section.form.editor("colour").pick(3)
    section.form.editor("colour").picked.emit(3)
    assert desk.office.read(categories, desk.term().id)[0].colour == 3 != sport.colour


def test_the_middle_of_the_year_moves_for_both_half_years(screen: SchoolScreen, desk: Desk) -> None:
    screen.go_to_chip("terms")
    section = screen.sections["terms"]
    first, second = desk.office.read(frame.terms)
    section.table.choose(first.id)
    editor = section.form.editor("ends")
    editor.clear()
    type_text(editor, "05.02.2027")
    press(editor, Qt.Key.Key_Return)
    first, second = desk.office.read(frame.terms)
    assert (first.ends, second.starts) == (date(2027, 2, 5), date(2027, 2, 6))


def test_another_half_year_is_worked_on_and_the_next_year_added(screen: SchoolScreen, desk: Desk) -> None:
    screen.go_to_chip("terms")
    section = screen.sections["terms"]
    second = desk.office.read(frame.terms)[1]
    section.table.choose(second.id)
    screen._work_on.click()
    assert desk.term().id == second.id
    assert [row.current for row in section.rows.all()] == [False, True]
    screen._add.click()
    assert len(section.rows.all()) == 4


def labels(screen: SchoolScreen) -> list[str]:
    return [row.label for row in screen.sections["years"].rows.visible()]


def test_year_groups_are_renamed_and_moved_where_they_stand(screen: SchoolScreen, desk: Desk) -> None:
    for label in ("5", "6", "7"):
        desk.office.do(classes.add_year_group(label))
    screen.go_to_chip("years")
    section = screen.sections["years"]
    section.table.choose(section.rows.visible_ids()[2])
    assert not section.down.isEnabled()
    section.up.trigger()
    assert labels(screen) == ["5", "7", "6"]
    row = section.chosen()
    assert row is not None
    assert row.label == "7"
    editor = section.form.editor("label")
    editor.setText("E1")
    press(editor, Qt.Key.Key_Return)
    assert labels(screen) == ["5", "E1", "6"]
    editor.setText("5")
    press(editor, Qt.Key.Key_Return)
    assert "5" in section.form.complaint("label")
    assert labels(screen) == ["5", "E1", "6"]


def test_the_half_year_that_is_worked_on_is_shown_first_and_another_can_be_taken(
    screen: SchoolScreen, desk: Desk
) -> None:
    screen.go_to_chip("terms")
    section = screen.sections["terms"]
    now = desk.term().id
    assert section.table.chosen_id() == now
    assert not screen._work_on.isEnabled()
    other = next(key for key in section.rows.visible_ids() if key != now)
    section.table.choose(other)
    screen._work_on.click()
    assert desk.term().id == other
    assert not screen._work_on.isEnabled()
