"""The demand view: bars by course, sentences, the children behind a figure, what booked children need."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag import language
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.wishes.demand_view import DemandView
from ganztag.desktop.wishes.demand_words import tone_of
from ganztag.desktop.wishes.screen import DEMAND, ENTER, WishesScreen
from ganztag.domain.ballot_papers import Said
from ganztag.operations import wishes
from tests.desktop.hands import press
from tests.desktop.stage import Stage
from tests.voting import Voting, book, over_the_week, voting, wish

Shown = tuple[Voting, WishesScreen]


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Iterator[Shown]:
    school = voting(desk.office)
    stage, screen = Stage(qtbot), WishesScreen(desk)
    stage.show(screen, desk)
    screen.go_to_chip(DEMAND)
    yield school, screen
    stage.close()


def listed(view: DemandView) -> list[str]:
    return [row.demand.course.number for row in view.rows.all()]


def test_before_a_paper_is_there_it_says_what_will_stand_here(shown: Shown) -> None:
    _school, screen = shown
    assert len(screen.demand_view.findings.sentences()) == 1
    assert screen.demand_view._help.isHidden()


def test_the_most_wished_course_stands_first_with_its_children(shown: Shown) -> None:
    school, screen = shown
    view = screen.demand_view
    for name in ("Ada", "Ben", "Can"):
        wish(school, name, "Mo", "12", "11")
    assert listed(view)[:2] == ["11", "12"]
    view.table.choose(school.courses["12"])
    assert [(one.row.voter.name, one.rank) for one in view.wishers.rows.all()] == [
        ("Ahmadi, Ada", 1), ("Böttcher, Ben", 1), ("Çelik, Can", 1),
    ]  # fmt: skip
    assert "12 Töpfern" in view.wishers.title.text()


def test_a_figure_leads_to_the_paper_of_a_child(shown: Shown) -> None:
    school, screen = shown
    wish(school, "Emil", "Mo", "12")
    view = screen.demand_view
    view.table.choose(school.courses["12"])
    view.wishers.table.choose(school.pupils["Emil"])
    press(view.wishers.table, Qt.Key.Key_Return)
    assert screen.view.key() == ENTER
    assert screen.grid.entry.pupil_id() == school.pupils["Emil"]


def test_courses_that_are_too_small_or_lack_children_are_said_and_lead_to_their_row(shown: Shown) -> None:
    school, screen = shown
    view = screen.demand_view
    for name in ("Ada", "Ben", "Can"):
        wish(school, name, "Mo", "11", "13")
    told = view.findings.sentences()
    assert [one for one in told if "11 Robotik" in one and "1" in one]
    assert [one for one in told if "13 Klettern" in one]
    view.findings.followed.emit(school.courses["13"])
    assert view.table.chosen_id() == school.courses["13"]


def test_another_block_is_shown_by_its_day(shown: Shown) -> None:
    school, screen = shown
    wish(school, "Ada", "Mi", "22")
    view = screen.demand_view
    view.block._tell(str(school.blocks["Mi"]))
    assert listed(view)[0] == "22"
    over_the_week(school)
    assert set(listed(view)) == {"11", "12", "13", "31", "21", "22", "40"}


def test_answers_that_are_no_wishes_are_said(shown: Shown) -> None:
    school, screen = shown
    office = school.office
    office.do(wishes.set_said(school.ballot, school.pupils["Ada"], school.blocks["Mo"], Said(any_from=1)))
    office.do(wishes.set_said(school.ballot, school.pupils["Ben"], school.blocks["Mo"], Said(none=True)))
    language.speak("en")
    screen.refresh()
    told = " ".join(screen.demand_view.findings.sentences())
    assert "1 child takes any course here. 1 child wants no place here." in told


def test_where_more_places_help_is_calculated_on_request_and_forgotten_with_the_next_wish(shown: Shown) -> None:
    school, screen = shown
    view = screen.demand_view
    for name in school.pupils:
        wish(school, name, "Mo", "11", "12")
    assert not view._help.isHidden()
    before = len(view.findings.sentences())
    view._help.click()
    assert view._help.isHidden()
    assert len(view.findings.sentences()) > before
    wish(school, "Ada", "Mo", "12")
    assert not view._help.isHidden()


def test_what_booked_children_need_stands_beside_once_days_are_booked(shown: Shown) -> None:
    school, screen = shown
    needs = screen.demand_view.needs
    assert not needs._nothing.isHidden()
    for name in ("Ada", "Dora"):
        book(school, name, 5)
    assert needs._nothing.isHidden()
    assert needs._table is not None
    friday = needs._table.rows.all()[-1].need
    assert (friday.weekday, friday.booked, friday.short) == (5, 2, 2)
    texts = [column.text(needs._table.rows.all()[-1]) for column in needs._table.rows.columns]
    assert texts[1:3] == ["2", "0"]
    assert texts[-2:] == ["1", "1"]


def test_the_way_to_the_reminders_is_open(shown: Shown, qtbot: QtBot) -> None:
    _school, screen = shown
    screen.go_to_chip(ENTER)
    with qtbot.waitSignal(screen.wanted) as led:
        screen.page.missing._remind.click()
    assert led.args == [Place("lists", chip="missing-wishes")]


def test_both_languages_and_widths_can_be_painted(shown: Shown, qtbot: QtBot) -> None:
    school, screen = shown
    wish(school, "Ada", "Mo", "11", "12")
    german = screen.demand_view.grab().toImage()
    language.speak("en")
    screen.retranslate()
    screen.refresh()
    assert screen.demand_view.grab().toImage() != german


def test_before_any_paper_is_in_no_course_is_called_too_small(shown: Shown) -> None:
    school, screen = shown
    courses = {row.demand.course.number: row.demand for row in screen.demand_view.rows.all()}
    assert (courses["13"].too_few, tone_of(courses["13"])) == (False, "muted")
    wish(school, "Ada", "Mo", "12")
    courses = {row.demand.course.number: row.demand for row in screen.demand_view.rows.all()}
    assert (courses["13"].too_few, tone_of(courses["13"])) == (True, "bad")


def test_a_figure_of_booked_children_leads_to_them(shown: Shown, qtbot: QtBot) -> None:
    school, screen = shown
    book(school, "Ada", 5)
    table = screen.demand_view.needs._table
    assert table is not None
    place = [column.key for column in table.rows.columns].index("booked")
    index = next(
        table.model().index(line, place)
        for line in range(table.model().rowCount())
        if table.rows.row_at(table.model().index(line, place)).need.weekday == 5
    )
    with qtbot.waitSignal(screen.wanted) as led:
        table.clicked.emit(index)
    assert led.args == [Place("pupils", chip="day:5")]
