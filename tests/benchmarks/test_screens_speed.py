"""Each screen on a large school: shown anew after a change, searched, and what the sidebar counts after each news.

The yardstick is plain Python on the same CPU in the same run: sorting as many names as a quiet core of ours sorts in
ten milliseconds. The limits lie at about the double of what the screens take today, so that another doubling is told.
"""

import gc
import random
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ganztag.application import collect_seldom
from ganztag.desktop import fonts
from ganztag.desktop.all_screens import SCREENS
from ganztag.desktop.desk import Desk
from ganztag.desktop.jobs import Now
from ganztag.desktop.keeping_up import KeepingUp
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.screens import ScreenHost
from ganztag.desktop.theme import Theme
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.language import sort_key
from ganztag.operations import courses, enrolments, meetings, pupils
from ganztag.operations.office import Office
from ganztag.queries import finding
from tests.desktop.hands import Recorder, type_text
from tests.desktop.hosting import put_up

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
AFTER_A_CHANGE = {
    "overview": 110, "courses": 90, "week": 28, "rooms": 28, "staff": 48, "checks": 25, "pupils": 105, "wishes": 170,
    "allocation": 30, "attendance": 70, "changes": 150, "lists": 105, "school": 10,
}  # fmt: skip
"""Milliseconds of a quiet core; the findings come beside (test_rules_speed.py)."""
A_LETTER, COUNTED, EVERYTHING = 30, 14, 24


def _milliseconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


@pytest.fixture(scope="module", autouse=True)
def collector() -> Iterator[None]:
    """Begin as the program does."""
    before = gc.get_threshold()
    gc.collect()
    collect_seldom()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.fixture
def desk(qapp: QApplication, large: Office) -> Desk:
    fonts.put_on(qapp)
    Theme(qapp, "light")
    return Desk(large, Recorder(), Now(), Preferences())


def _hold(what: str, spent: float, most: float) -> None:
    chance = random.Random(20)
    keys = [sort_key("".join(chance.choices("abcdefgh", k=8))) for _name in range(12_000)]
    allowed = most * min(_milliseconds(lambda: sorted(keys)) for _turn in range(7)) / 10
    print(f"\n{what}: {spent:.0f} ms CPU; {most} ms are {allowed:.0f} ms here and now")
    assert spent <= allowed


def _changes(desk: Desk) -> dict[str, Callable[[], object]]:
    """Return one typical change of each kind."""
    offer, office = desk.watch.offer(), desk.office
    meeting, child, course = offer.meetings[1], offer.children[3], offer.courses[4]
    free = next(course.id for course in offer.courses if (child.id, course.id) not in offer.index.stays)
    other = next(block.id for block in offer.blocks if block.id != meeting.block)
    enrol = enrolments.enrol(child.id, free, even_if_full=True, even_if_not_allowed=True)
    return {
        "meeting moved": lambda: office.do(meetings.change(meeting.id, time_block_id=other)),
        "child enrolled": lambda: office.do(enrol),
        "child renamed": lambda: office.do(pupils.edit(child.id, surname="Neu")),
        "course renamed": lambda: office.do(courses.edit(course.id, title="Neu")),
    }


def _seen_anew(desk: Desk, host: ScreenHost, change: Callable[[], object]) -> float:
    """Do a change of which the screen does not hear, let the findings be known, and tell the screen of it."""
    news: list[frozenset[str]] = []
    leave = desk.office.subscribe(lambda changes: news.append(frozenset(changes.rows)))
    change()
    leave()
    desk.watch.findings()

    def tell() -> None:
        host.news(news[0])
        QApplication.processEvents()

    return _milliseconds(tell)


def _first_letter(field: QLineEdit) -> float:
    def type_it() -> None:
        type_text(field, "a")
        QApplication.processEvents()

    found = []
    for _turn in range(5):
        field.clear()
        QApplication.processEvents()
        found.append(_milliseconds(type_it))
    return sorted(found)[2]


@pytest.mark.parametrize("key", SCREENS)
def test_a_screen_shows_a_change_before_one_notices(qtbot: QtBot, desk: Desk, key: str) -> None:
    desk.watch.findings()
    screen = SCREENS[key](desk)
    host, signals = put_up(qtbot, desk, screen, (1216, 900))
    signals.stop()
    QApplication.processEvents()
    spent = {name: _seen_anew(desk, host, change) for name, change in _changes(desk).items()}
    told = ", ".join(f"{name} {time:.0f}" for name, time in spent.items())
    _hold(f"{key} after a change ({told})", max(spent.values()), AFTER_A_CHANGE[key])
    fields: list[QLineEdit] = [field for field in host.findChildren(SearchField) if field.isVisible()]
    if fields:
        _hold(f"{key}: the first letter of a search", _first_letter(fields[0]), A_LETTER)
    host.close()


def test_the_sidebar_counts_and_anything_is_found_at_once(desk: Desk) -> None:
    counts: list[int] = []
    desk.watch.findings()
    parent = ScreenHost()
    keeping_up = KeepingUp(desk, counts.append, lambda: None, parent)
    count = min(_milliseconds(keeping_up.count) for _turn in range(3))
    keeping_up.stop()
    parent.deleteLater()
    assert counts[0] > 0
    _hold("what is open is counted", count, COUNTED)
    term, today = desk.term().id, desk.today()
    assert len(desk.office.read(finding.everything, term, today)) == 1500
    find = min(_milliseconds(lambda: desk.office.read(finding.everything, term, today)) for _turn in range(3))
    _hold("all that can be found by name", find, EVERYTHING)
