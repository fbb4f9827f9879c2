"""Papers of other kinds in the grid: ties, answers, refusals, slip numbers, wishes for the week; who is missing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.text import Elided
from ganztag.desktop.wishes.contents import Cell
from ganztag.desktop.wishes.geometry import Geometry
from ganztag.desktop.wishes.screen import WishesScreen
from ganztag.domain.ballot_papers import WEEK, slip_number
from ganztag.operations import wishes
from ganztag.queries.wishes import sheet
from tests.desktop.hands import press, type_text
from tests.desktop.stage import Stage
from tests.voting import Voting, over_the_week, voting, wish

Shown = tuple[Voting, WishesScreen]


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Iterator[Shown]:
    """Return the small school and the screen that shows its ballot."""
    school = voting(desk.office)
    stage, screen = Stage(qtbot), WishesScreen(desk)
    stage.show(screen, desk)
    screen.grid.setFocus()
    yield school, screen
    stage.close()


def enter(widget: QWidget) -> None:
    press(widget, Qt.Key.Key_Return)


def test_a_paper_of_another_kind_is_typed_with_signs(shown: Shown, desk: Desk) -> None:
    school, screen = shown
    for text in ("11/12", "!13", "*"):
        type_text(screen.grid, text)
        enter(screen.grid)
    assert screen.grid.entry.cell == 4  # behind the new cell of what is not wanted
    row = desk.office.read(sheet, school.ballot, school.today).rows[0]
    assert (len(row.ranks(school.blocks["Mo"])), row.any_from(school.blocks["Mo"])) == (2, 2)
    assert row.refused == {school.courses["13"]}


def test_the_menu_says_what_the_signs_say(shown: Shown, desk: Desk) -> None:
    school, screen = shown
    wish(school, "Ada", "Mo", "11")
    screen.verbs.signs["!"].trigger()
    screen.grid.leave()
    row = desk.office.read(sheet, school.ballot, school.today).rows[0]
    assert row.wishes == ()
    assert row.refused == {school.courses["11"]}
    press(screen.grid, Qt.Key.Key_Down)
    screen.verbs.signs["*"].trigger()
    press(screen.grid, Qt.Key.Key_Down)
    screen.verbs.signs["0"].trigger()
    screen.grid.leave()
    rows = desk.office.read(sheet, school.ballot, school.today).rows
    assert (rows[1].any_from(school.blocks["Mo"]), rows[2].wants_none(school.blocks["Mo"])) == (1, True)


def test_the_number_of_a_slip_leads_to_its_child_and_after_its_last_wish_the_next_is_asked(
    shown: Shown, desk: Desk
) -> None:
    school, screen = shown
    desk.office.do(wishes.number_papers(school.ballot))
    type_text(screen.grid, "#")
    field = screen.bar.number
    assert field.hasFocus()
    type_text(field, slip_number(5))
    enter(field)
    assert screen.grid.hasFocus()
    assert screen.grid.entry.pupil_id() == school.pupils["Emil"]
    for text in ("11", "12", "13", "21", "22", "40"):
        assert not field.hasFocus()
        type_text(screen.grid, text)
        enter(screen.grid)
    assert field.hasFocus()
    assert field.text() == ""


def test_a_mistyped_number_is_told_and_can_be_typed_again(shown: Shown, desk: Desk) -> None:
    school, screen = shown
    field = screen.bar.number
    field.given.emit("0001-1")
    assert "0001-1" in screen.banner.sentence()
    desk.office.do(wishes.number_papers(school.ballot))
    field.given.emit(slip_number(4))
    assert screen.banner.sentence() == ""
    assert screen.grid.entry.pupil_id() == school.pupils["Dora"]


def test_who_is_missing_and_who_is_wrong_stand_beside_with_their_reasons(shown: Shown, desk: Desk) -> None:
    school, screen = shown
    wish(school, "Ben", "Mo", "31")
    desk.office.do(wishes.mark_paper(school.ballot, school.pupils["Can"], "missing", "krank seit Montag"))
    texts = [part.accessibleName() or part.text() for part in screen.page.missing.findChildren(Button)]
    assert [name for name in texts if "," in name] == ["Ahmadi, Ada", "Çelik, Can", "Böttcher, Ben"]
    why = [part.text() for part in screen.page.missing.findChildren(Elided)]
    assert "krank seit Montag" in why
    assert any("7" in text for text in why)
    button = next(part for part in screen.page.missing.findChildren(Button) if part.accessibleName() == "Böttcher, Ben")
    button.click()
    assert screen.grid.entry.pupil_id() == school.pupils["Ben"]


def test_four_afternoons_of_three_wishes_are_seen_at_once(shown: Shown) -> None:
    _school, screen = shown
    place, cells = (
        Geometry(text_width=26, name_width=400),
        tuple(Cell(block, rank) for block in range(4) for rank in (1, 2, 3)),
    )
    for width in (860, 794):
        place.lay_out(cells, width, 500)
        assert place.content_width() <= width
    place.lay_out(cells[:6], 860, 500)
    assert place.has_name(0)
    place.lay_out(cells * 2, 794, 500)
    assert place.content_width() > 794
    across, _down = place.scroll_needed(QRect(place.left_of(23), place.head, place.widths[23], place.row_height))
    assert across == place.content_width() - 794
    assert screen.grid.geometry_.content_width() <= screen.grid.viewport().width()


def test_over_the_week_one_band_of_wishes_is_typed(shown: Shown, desk: Desk) -> None:
    school, screen = shown
    over_the_week(school)
    for text in ("21", "11", "40"):
        type_text(screen.grid, text)
        enter(screen.grid)
    row = desk.office.read(sheet, school.ballot, school.today).rows[0]
    assert row.ranks(WEEK) == tuple(
        (rank, school.courses[number]) for rank, number in enumerate(("21", "11", "40"), start=1)
    )
    assert screen.grid.entry.row == 1
