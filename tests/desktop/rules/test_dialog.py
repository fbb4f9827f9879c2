"""The rules of the allocation, as the coordinator sets them."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.rules import open_rules
from ganztag.desktop.rules.dialog import RulesDialog
from ganztag.domain.pupils import Guardian, Guardianship
from ganztag.language import speak
from ganztag.operations import ballots, bonds, rules
from ganztag.planning import levels
from ganztag.queries import rules as queries
from ganztag.queries import to_allocate
from tests.desktop.hands import Recorder, press, type_text
from tests.ruling import Ruling, write
from tests.voting import voting


@pytest.fixture
def ruling(desk: Desk) -> Ruling:
    speak("en")
    return Ruling(voting(desk.office))


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, ruling: Ruling) -> Iterator[RulesDialog]:
    shown = RulesDialog(desk, None, ruling.school.ballot)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close()


def _sentences(dialog: RulesDialog) -> list[str]:
    parts = dialog.pages["rules"].list.parts.values()
    return [line.words.text() for part in parts for line in part.lines.values()]


def test_without_rules_every_kind_says_what_holds_and_who_does_it_otherwise(dialog: RulesDialog) -> None:
    assert _sentences(dialog) == []
    for part in dialog.pages["rules"].list.parts.values():
        assert part._default.text()
        assert part._source.text()
        assert part._default.isVisibleTo(dialog)


def test_a_rule_is_made_in_the_form_that_shows_its_sentence(dialog: RulesDialog, ruling: Ruling) -> None:
    page = dialog.pages["rules"]
    page.list.parts["courses"].add.click()
    form = page.form.form()
    assert page.form.sentence.text() == "Each child takes at least 1 course."

    form.editor("whom").put(("year", ruling.school.years["5"]))
    form.editor("whom").left.emit()
    form.editor("least").setFocus()
    form.editor("least").selectAll()
    type_text(form.editor("least"), "2")
    QApplication.processEvents()
    assert page.form.sentence.text() == "Each child of year group 5 takes at least 2 courses."

    page.form.keep_button.click()
    assert _sentences(dialog) == ["Each child of year group 5 takes at least 2 courses."]
    assert page.form.kind == ""


def test_a_rule_that_cannot_be_is_said_while_it_is_typed(dialog: RulesDialog) -> None:
    page = dialog.pages["rules"]
    page.list.parts["courses"].add.click()
    form = page.form.form()
    form.editor("most").put(0)
    page.form._say()
    assert "that cannot be met" in page.form.sentence.text()
    assert not page.form.keep_button.isEnabled()


def test_what_the_file_refuses_stands_in_the_banner_and_the_form_stays(dialog: RulesDialog, desk: Desk) -> None:
    desk.office.do(rules.add("courses", least=1))
    page = dialog.pages["rules"]
    page.list.parts["courses"].add.click()
    page.form.keep_button.click()
    assert "already a rule" in dialog.banner.sentence()
    assert page.form.kind == "courses"


def test_a_rule_is_switched_changed_and_deleted_and_comes_back(dialog: RulesDialog, desk: Desk) -> None:
    key = desk.office.do(rules.add("no_wish", word="place"))
    page = dialog.pages["rules"]
    line = page.list.line(key)
    assert line is not None
    press(line.switch, Qt.Key.Key_Space)
    assert [row.active for row in desk.office.read(queries.rules, None)] == [False]

    line.edit.click()
    page.form.form().editor("word").put("leave")
    page.form.keep_button.click()
    assert _sentences(dialog) == ["Children without a wish stay without a course."]

    line.delete.click()
    assert _sentences(dialog) == []
    dialog.banner._pressed()
    assert _sentences(dialog) == ["Children without a wish stay without a course."]


def test_fields_follow_what_was_chosen(dialog: RulesDialog) -> None:
    page = dialog.pages["rules"]
    page.list.parts["priority"].add.click()
    form = page.form.form()
    assert not form.editor("least").isVisibleTo(dialog)
    form.editor("word").put("days")
    page.form._say()
    assert form.editor("least").isVisibleTo(dialog)


def test_every_kind_has_a_form_that_makes_a_rule(dialog: RulesDialog, ruling: Ruling) -> None:
    page = dialog.pages["rules"]
    fill: dict[str, dict[str, Any]] = {
        "courses": {}, "no_wish": {}, "no_luck": {}, "before": {}, "compensate": {}, "balance": {},
        "priority": {"whom": ("class", ruling.school.classes["5a"])},
        "per_class": {"most": 3},
        "quota": {"most": 3},
    }  # fmt: skip
    for kind, values in fill.items():
        page.list.parts[kind].add.click()
        for key, value in values.items():
            page.form.form().editor(key).put(value)
        page.form._say()
        page.form.keep_button.click()
        assert dialog.banner.sentence() == "", kind
    assert len(_sentences(dialog)) == len(fill)
    ruling.problem()


def test_two_children_are_bound_by_the_form(dialog: RulesDialog, desk: Desk, ruling: Ruling) -> None:
    dialog.turn_to("bonds")
    page = dialog.pages["bonds"]
    page.entry.form.editor("pupil_id").put(ruling.pupil("Ada"))
    page.entry.form.editor("other_id").put(ruling.pupil("Ben"))
    page.entry.form.editor("kind").put("apart")
    page.entry.keep_button.click()

    (row,) = desk.office.read(queries.bonds, None)
    assert (row.kind, row.must) == ("apart", False)
    page.table.opened.emit(row.id)
    page.entry.form.editor("must").put(True)
    page.entry.keep_button.click()
    assert [one.must for one in desk.office.read(queries.bonds, None)] == [True]

    page.table.choose(row.id)
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Delete)
    assert desk.office.read(queries.bonds, None) == []


def test_siblings_are_taken_with_enter(dialog: RulesDialog, desk: Desk, ruling: Ruling) -> None:
    mother = Guardian(surname="Ahmadi")
    write(ruling.school, mother)
    for name in ("Ada", "Fee"):
        write(ruling.school, Guardianship(pupil_id=ruling.pupil(name), guardian_id=mother.id))
    dialog.turn_to("bonds")
    page = dialog.pages["bonds"]

    page.siblings.table.choose_first()
    press(page.siblings.table, Qt.Key.Key_Return)

    assert [(row.name, row.other_name) for row in desk.office.read(queries.bonds, None)] == [
        ("Ada Ahmadi", "Fee Fischer")
    ]
    assert page.siblings.rows.rowCount() == 0


def test_a_hardship_is_noted_with_its_reason(dialog: RulesDialog, desk: Desk, ruling: Ruling) -> None:
    dialog.turn_to("hardship")
    page = dialog.pages["hardship"]
    page.entry.form.editor("pupil_id").put(ruling.pupil("Ada"))
    page.entry.keep_button.click()
    assert page.entry.form.complaint("reason")

    page.entry.form.editor("reason").setText("pflegt die Großmutter")
    page.entry.keep_button.click()

    assert [row.reason for row in desk.office.read(queries.hardships, None)] == ["pflegt die Großmutter"]
    assert dialog.tabs._choices[2][1] == "Hardship 1"
    page.table.opened.emit(page.rows.all()[0].id)
    page.entry.form.editor("weight").setText("3")
    page.entry.keep_button.click()
    assert [row.weight for row in desk.office.read(queries.hardships, None)] == [3]


def test_goals_are_moved_by_keys_and_stand_as_usual_again(dialog: RulesDialog, desk: Desk, ruling: Ruling) -> None:
    dialog.turn_to("order")
    page = dialog.pages["order"]
    before = [goal.group for goal in page.rows.all()]
    assert before[:2] == [levels.UNMET, levels.UNPLACED]

    press(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    policy = desk.office.read(to_allocate.policy_of, ruling.school.ballot)
    assert policy.order[:2] == (levels.UNPLACED, levels.UNMET)
    assert page.table.chosen_id() == 2
    page.usual.click()
    assert [goal.group for goal in page.rows.all()] == before
    assert not page.usual.isEnabled()


def test_an_order_for_this_ballot_leaves_the_others_alone(dialog: RulesDialog, desk: Desk, ruling: Ruling) -> None:
    dialog.turn_to("order")
    page = dialog.pages["order"]
    page.scope.pick(ruling.school.ballot)
    page.refresh()
    page.down.click()
    other = desk.office.do(ballots.add(ruling.school.term, "Zweite"))
    assert desk.office.read(to_allocate.policy_of, other).order == ()
    assert desk.office.read(to_allocate.policy_of, ruling.school.ballot).order[0] == levels.UNPLACED


def test_the_rules_of_a_deleted_ballot_say_so(desk: Desk, ruling: Ruling, ask: Recorder, dialog: RulesDialog) -> None:
    desk.office.do(ballots.delete(ruling.school.ballot, "Herbst"))
    open_rules(desk, ruling.school.ballot, dialog)
    assert ask.said == ["This ballot was deleted meanwhile."]


def test_deeds_of_others_are_shown_at_once(dialog: RulesDialog, desk: Desk, ruling: Ruling) -> None:
    desk.office.do(bonds.add(ruling.pupil("Ada"), ruling.pupil("Ben"), "together"))
    assert dialog.tabs._choices[1][1] == "Together and apart 1"
