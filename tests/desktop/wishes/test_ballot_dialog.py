"""Ballots as the coordinator sets them up: who votes for what, a trial round copied, the rules behind it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.rules.dialog import RulesDialog
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.wishes.ballot_dialog import BallotDialog, CopyBallotDialog
from ganztag.desktop.wishes.ballot_menu import REMEMBERED
from ganztag.desktop.wishes.ballot_verbs import BallotVerbs
from ganztag.queries import ballots
from ganztag.queries.to_allocate import stated_wishes
from tests.desktop.hands import Recorder
from tests.voting import Voting, voting, wish


@pytest.fixture
def school(desk: Desk) -> Voting:
    return voting(desk.office)


@pytest.fixture
def verbs(qtbot: QtBot, desk: Desk, school: Voting) -> BallotVerbs:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = BallotVerbs(desk, owner, Banner(owner))
    made.ballot = desk.office.read(ballots.ballot, school.ballot)
    return made


def test_a_new_ballot_is_for_some_and_has_only_chosen_courses(
    verbs: BallotVerbs, desk: Desk, school: Voting, ask: Recorder
) -> None:
    seen: list[str] = []

    def fill(dialog: BallotDialog) -> None:
        form = dialog.form
        form.editor("name").setText("Nur 5a")
        form.editor("block_ids").put({school.blocks["Mo"]})
        form.editor("per_week").put(True)
        form.editor("courses_due").setText("1")
        form.editor("min_wishes").setText("2")
        form.editor("who").put("classes")
        form.editor("which").put("chosen")
        dialog._follow()
        form.editor("class_ids").put({school.classes["5a"]})
        seen.extend(course.name for course in dialog.rows.all())
        dialog.table.ticked.emit([course.id for course in dialog.rows.all() if course.name != "11 Robotik"], False)

    ask.answers.append(fill)
    verbs.add_ballot()

    row = next(row for row in desk.office.read(ballots.ballots, school.term) if row.name == "Nur 5a")
    assert seen == ["11 Robotik", "12 Töpfern", "13 Klettern", "31 Bouldern", "40 Theater"], "only those on Monday"
    assert (row.per_week, row.courses_due, row.min_wishes) == (True, 1, 2)
    assert row.class_ids == {school.classes["5a"]}
    assert row.course_ids == {school.courses["11"]}


def test_what_was_not_chosen_is_said_in_the_dialog(
    verbs: BallotVerbs, desk: Desk, school: Voting, ask: Recorder
) -> None:
    complaints: list[str] = []

    def fill(dialog: BallotDialog) -> None:
        dialog.form.editor("who").put("years")
        dialog._follow()
        dialog.accept()
        complaints.append(dialog.form.complaint("year_group_ids"))
        dialog.form.editor("who").put("all")
        dialog.form.editor("courses_due").setText("7")
        dialog._follow()
        dialog.accept()
        complaints.append(dialog.banner.sentence())
        dialog.form.editor("courses_due").setText("")

    ask.answers.append(fill)
    verbs.change_ballot()
    assert all(complaints)


def test_a_ballot_that_is_changed_keeps_what_it_was(
    verbs: BallotVerbs, desk: Desk, school: Voting, ask: Recorder
) -> None:
    ask.answers.append(lambda dialog: dialog.form.editor("min_wishes").setText("3"))
    verbs.change_ballot()
    row = desk.office.read(ballots.ballot, school.ballot)
    assert (row.min_wishes, len(row.blocks), row.class_ids, row.course_ids) == (3, 2, frozenset(), frozenset())


def test_a_trial_round_is_copied_and_the_copy_is_worked_on(
    verbs: BallotVerbs, desk: Desk, school: Voting, ask: Recorder
) -> None:
    wish(school, "Ada", "Mo", "11")

    def fill(dialog: CopyBallotDialog) -> None:
        assert dialog.form.editor("name").text() == "Herbst 2"
        dialog.form.editor("with_wishes").put(True)

    ask.answers.append(fill)
    verbs.copy_ballot()

    made = next(row for row in desk.office.read(ballots.ballots, school.term) if row.name == "Herbst 2")
    assert len(desk.office.read(stated_wishes, made.id)) == 1
    kept = desk.memory.recall(REMEMBERED)
    assert kept is not None
    assert bytes(kept.data()).decode() == str(made.id)


def test_the_rules_are_opened_from_the_menu(verbs: BallotVerbs, ask: Recorder) -> None:
    opened: list[type[QWidget]] = []
    ask.answers.append(lambda dialog: opened.append(type(dialog)))
    verbs.rules.trigger()
    assert opened == [RulesDialog]


def test_the_papers_of_a_ballot_are_printed_from_its_menu(verbs: BallotVerbs) -> None:
    wanted: list[Place] = []
    verbs.wanted.connect(wanted.append)
    verbs.slips.trigger()
    assert verbs.slips in verbs.of_ballot()
    assert wanted == [Place("lists", chip="ballot")]
