"""What the week says after a deed, where its cursor then is, and how long it says so."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.week.screen import WeekScreen
from ganztag.language import N_
from ganztag.operations import moving
from ganztag.operations import school as terms
from ganztag.operations.office import Office
from ganztag.planning.fitting import Move, Swap
from ganztag.queries import frame
from tests.desktop.hosting import hosted
from tests.desktop.week.hands import Hands, Planned, planned

_Key = Qt.Key


@dataclass
class Shown:
    """Pottery, choir and chess on Monday in the first block; sewing and theatre wait."""

    screen: WeekScreen
    week: Planned
    hands: Hands

    def chosen(self) -> str:
        chip = self.screen.chip()
        return chip.title if chip is not None else ""

    def choose(self, title: str) -> None:
        grid = self.screen.grid
        grid.choose(next(chip.key for chip in grid.sheet.chips if chip.title == title))
        grid.setFocus()


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, office: Office) -> Iterator[Shown]:
    week = planned(office)
    for title, room, leader in (
        ("Keramik", "Werkraum", "Şahin"), ("Chor", "Aula", "Owusu"), ("Schach", "R 104", "Müller"),
    ):  # fmt: skip
        office.do(moving.place(week.courses[title], week.blocks[1, 0], week.rooms[room], [week.leaders[leader]]))
    with hosted(qtbot, desk, WeekScreen(desk)) as (screen, _ear):
        qtbot.waitActive(screen.window())
        yield Shown(screen, week, Hands(screen))


def test_what_was_said_of_a_deed_goes_when_it_is_undone_or_another_follows(shown: Shown) -> None:
    shown.hands.drag(
        shown.hands.line_of(shown.screen.side.supply.list, "Nähen"), shown.hands.chip_at("Keramik")
    )  # both in the workshop, both led by Şahin
    assert " · " in shown.screen.banner.sentence()
    shown.week.office.undo()
    assert not shown.screen.banner.sentence()
    shown.week.office.redo()
    assert not shown.screen.banner.sentence()


def test_a_sentence_stands_in_the_place_of_the_keys_so_that_the_week_stays_where_it_is(shown: Shown) -> None:
    assert shown.screen.foot.isVisible()
    before = shown.hands.chip_at("Keramik")
    shown.choose("Keramik")
    shown.hands.press(_Key.Key_Up, shift=True)
    assert "nur einen Block" in shown.screen.banner.sentence()
    assert not shown.screen.foot.isVisible()
    assert shown.hands.chip_at("Keramik") == before
    shown.screen.banner.clear()
    assert shown.screen.foot.isVisible()


def test_what_was_set_down_is_the_chosen_course(shown: Shown) -> None:
    shown.choose("Chor")
    supply = shown.screen.side.supply
    shown.hands.drag(shown.hands.line_of(supply.list, "Theater"), shown.hands.cell_at(2, 0))
    assert shown.chosen() == "Theater"
    supply.turn_to("leader")
    shown.hands.drag(shown.hands.line_of(supply.list, "Owusu"), shown.hands.chip_at("Keramik"))
    assert shown.chosen() == "Keramik"
    assert "noch keine Leitung" not in shown.screen.side.chosen.facts()


def test_after_taking_out_a_course_the_next_one_of_its_cell_is_chosen(shown: Shown) -> None:
    names = [chip.title for chip in shown.screen.grid.sheet.in_cell[0, 0]]
    shown.choose(names[1])
    shown.hands.press(_Key.Key_Delete)
    assert shown.chosen() == names[2]
    shown.hands.press(_Key.Key_Delete)
    assert shown.chosen() == names[0]


def test_a_waiting_course_takes_the_place_that_a_swap_leaves_it(shown: Shown) -> None:
    at, week, side = shown.week.blocks, shown.week, shown.screen.side
    (keramik,) = next(chip.meetings for chip in shown.screen.grid.sheet.chips if chip.title == "Keramik")
    shown.choose("Keramik")
    side.supply.list.setFocus()
    shown.hands.press(_Key.Key_Return)
    shown.screen.planner._answer()
    assert side.asked is not None
    course, room = side.asked.id, week.rooms["Werkraum"]
    name = next(title for title, number in week.courses.items() if number == course)
    moves = (Move(0, at[1, 0], room, course), Move(keramik, at[2, 0], room))
    swap = Swap(moves, solves=True, findings=(), partner=keramik, cost=N_("Swap"))
    side.answers.swaps.picked.emit(swap)
    assert [place[0] for place in week.places(name)] == [at[1, 0]]
    assert shown.chosen() == name
    week.office.undo()
    assert week.places(name) == []
    assert [place[0] for place in week.places("Keramik")] == [at[1, 0]]


def test_page_keys_turn_the_real_weeks(shown: Shown) -> None:
    grid, head = shown.screen.grid, shown.screen.head
    head.show_week(shown.week.office.clock.today())
    first = grid.sheet.days[0].on
    grid.setFocus()
    shown.hands.press(_Key.Key_PageDown)
    assert first is not None
    assert (grid.sheet.days[0].on or first) > first
    shown.hands.press(_Key.Key_PageUp)
    assert grid.sheet.days[0].on == first


def test_another_half_year_shows_a_week_of_its_own(shown: Shown) -> None:
    office, head = shown.week.office, shown.screen.head
    head.show_week(office.clock.today())
    later = next(row for row in office.read(frame.terms) if row.starts > office.read(frame.term).ends)
    office.do(terms.choose_term(later.id))
    shown.screen.refresh()
    first = shown.screen.grid.sheet.days[0].on
    assert first is not None
    assert (first - later.starts).days > -7
