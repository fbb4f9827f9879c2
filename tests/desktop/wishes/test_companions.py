"""Friends from the slip: chosen by their names, shown at the child, taken back again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.search_popup import SearchPopup
from ganztag.desktop.wishes.screen import WishesScreen
from ganztag.operations import bonds as deeds
from ganztag.queries.rules import BondRow, bonds
from tests.desktop.hands import press, type_text
from tests.desktop.stage import Stage
from tests.voting import Voting, voting

Shown = tuple[Voting, WishesScreen]


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Iterator[Shown]:
    school = voting(desk.office)
    stage, screen = Stage(qtbot), WishesScreen(desk)
    stage.show(screen, desk)
    screen.grid.setFocus()
    yield school, screen
    stage.close()


def bound(school: Voting) -> list[BondRow]:
    return school.office.read(bonds, school.ballot)


def choose(screen: WishesScreen, name: str) -> None:
    finder = screen.findChildren(SearchPopup)[-1]
    type_text(finder.search, name)
    press(finder.search, Qt.Key.Key_Return)


def test_f4_finds_the_friend_by_its_name_and_the_child_shows_it(shown: Shown) -> None:
    school, screen = shown
    assert screen.page.strip.isHidden()
    type_text(screen.grid, "11")
    press(screen.grid, Qt.Key.Key_F4)
    choose(screen, "emil")
    found = bound(school)
    assert [(one.name, one.other_name, one.kind, one.must) for one in found] == [
        ("Ada Ahmadi", "Emil Ebert", "together", False)
    ]
    assert found[0].ballot_id == school.ballot
    assert not screen.page.strip.isHidden()
    assert [one.short.split()[-2:] for one in screen.verbs.companions.of(school.pupils["Emil"])] == [["Ada", "Ahmadi"]]
    name = QPoint(60, screen.grid.cell_area().center().y())
    assert "Ada Ahmadi und Emil Ebert" in screen.grid.tip_at(name)


def test_children_of_the_own_class_stand_first(shown: Shown) -> None:
    _school, screen = shown
    press(screen.grid, Qt.Key.Key_F4)
    listed = screen.findChildren(SearchPopup)[-1].list
    assert [listed.item(place).text().split(",")[0] for place in range(3)] == ["Böttcher", "Çelik", "Demir"]


def test_the_menu_offers_apart_for_sure_and_takes_everything_back(shown: Shown) -> None:
    school, screen = shown
    menu = QMenu(screen)
    screen.verbs.companions.actions(school.pupils["Ada"], QPoint(), menu)
    screen.verbs.companions.ways["never"].trigger()
    choose(screen, "ben")
    assert [(one.kind, one.must) for one in bound(school)] == [("apart", True)]
    removing = screen.verbs.companions.actions(school.pupils["Ada"], QPoint(), menu)[3:]
    assert [action.text().endswith("Ben Böttcher") for action in removing] == [True]
    removing[0].trigger()
    assert bound(school) == []


def test_the_cross_beside_a_name_takes_the_friend_back(shown: Shown) -> None:
    school, screen = shown
    school.office.do(deeds.add(school.pupils["Ada"], school.pupils["Can"], "together", school.ballot))
    cross = screen.page.strip.findChildren(Button)[-1]
    cross.click()
    assert bound(school) == []
    assert screen.page.strip.isHidden()


def test_two_who_are_bound_already_are_told_and_nothing_changes(shown: Shown) -> None:
    school, screen = shown
    school.office.do(deeds.add(school.pupils["Ada"], school.pupils["Can"], "apart", school.ballot))
    press(screen.grid, Qt.Key.Key_F4)
    choose(screen, "can")
    assert screen.banner.isVisible()
    assert [one.kind for one in bound(school)] == ["apart"]
