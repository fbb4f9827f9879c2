"""A small school to print from: two courses with three children, seen on the screen of lists."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.lists.screen import ListsScreen
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.screens import ScreenHost
from tests.desktop.hosting import put_up
from tests.operations.children import add_child, add_class, add_course, enrol

Show = Callable[[Desk], ListsScreen]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Return what shows the screen on a desk, as the window would, with the office's news."""
    kept: list[tuple[ScreenHost, OfficeSignals]] = []

    def shown(desk: Desk) -> ListsScreen:
        made = ListsScreen(desk)
        kept.append(put_up(qtbot, desk, made, (1140, 740)))
        return made

    yield shown
    kept.clear()


@pytest.fixture
def peopled(desk: Desk) -> Desk:
    """Return a desk on a school with Chor (Tola, Mia), Schach (Mia) and class 5a."""
    office = desk.office
    class_id = add_class(office, "5a")
    tola, mia = add_child(office, "Tola Adeyemi", class_id), add_child(office, "Mia Çelik", class_id)
    choir, chess = add_course(office, "Chor", 1), add_course(office, "Schach", 2)
    for pupil, course in ((tola, choir), (mia, choir), (mia, chess)):
        enrol(office, pupil, course)
    return desk


@pytest.fixture
def screen(show: Show, peopled: Desk) -> ListsScreen:
    return show(peopled)
