"""What an open window does by itself, and what it remembers: count, new day, last screen, columns, half-year."""

import gc
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from ganztag.desktop.jobs import Now
from ganztag.desktop.keeping_up import KeepingUp
from ganztag.desktop.main_window import MainWindow, school_file
from ganztag.desktop.opened import OpenSchool
from ganztag.desktop.opening import Opening
from ganztag.desktop.overview.screen import OverviewScreen
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.rooms.screen import RoomsScreen
from ganztag.domain.clock import Clock
from ganztag.queries import frame
from tests.desktop.hands import Recorder


class Hands:
    """A clock whose hands can be moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 9, 14, 23, 58)  # noqa: DTZ001 -- local time

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def path(sample_school: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "sample.ganztag"
    copy.write_bytes(sample_school.read_bytes())
    return copy


def opened(opening: Opening, path: Path) -> OpenSchool:
    assert opening.open(path)
    assert opening.school is not None
    return opening.school


def test_the_sidebar_counts_what_the_overview_lists(window: MainWindow, opening: Opening, path: Path) -> None:
    school = opened(opening, path)
    (keeping,) = school.findChildren(KeepingUp)
    keeping.count()
    overview = window.host.screen_of("overview")
    assert isinstance(overview, OverviewScreen)
    count = sum(row.task.count for row in overview.tasks.rows if row.task.counted)
    assert count > 0
    assert window.navigation._buttons["overview"]._count == str(count)
    opening.close_file()
    assert window.navigation._buttons["overview"]._count == ""


def test_after_midnight_the_screens_show_the_new_day(
    window: MainWindow, ask: Recorder, path: Path, clock: Clock
) -> None:
    hands = Hands()
    school = opened(Opening(window, ask, Now(), Clock(hands, clock.utc)), path)
    (keeping,) = school.findChildren(KeepingUp)
    screen = window.host.screen_of("overview")
    assert isinstance(screen, OverviewScreen)
    assert "14. September" in screen.head._title.text()
    keeping.look_at_the_day()
    assert "14. September" in screen.head._title.text()
    hands.at += timedelta(minutes=5)
    keeping.look_at_the_day()
    assert "15. September" in screen.head._title.text()


def test_the_collector_is_spared_what_stays_as_long_as_the_file_is_open(
    window: MainWindow, opening: Opening, path: Path
) -> None:
    school = opened(opening, path)
    (keeping,) = school.findChildren(KeepingUp)
    assert keeping._settling.isActive()
    assert gc.get_freeze_count() == 0
    keeping.settle()
    assert gc.get_freeze_count() > 10_000
    opening.close_file()
    assert gc.get_freeze_count() == 0
    assert not keeping._settling.isActive()


def test_the_screen_that_was_left_last_comes_back(window: MainWindow, opening: Opening, path: Path) -> None:
    opened(opening, path).turn_to("rooms")
    opening.close_file()
    opened(opening, path)
    assert isinstance(window.host.shown(), RoomsScreen)


def test_widths_of_columns_come_back_after_a_restart(
    window: MainWindow, opening: Opening, path: Path, ask: Recorder, clock: Clock
) -> None:
    opened(opening, path).turn_to("rooms")
    first = window.host.screen_of("rooms")
    assert isinstance(first, RoomsScreen)
    first.table.setColumnWidth(0, 177)
    opening.close_file()
    window.preferences._settings.sync()
    assert Preferences().recall("rooms") is not None
    opened(opening, path).turn_to("rooms")
    second = window.host.screen_of("rooms")
    assert isinstance(second, RoomsScreen)
    assert second is not first
    assert second.table.columnWidth(0) == 177


def test_another_half_year_is_worked_on_from_the_sidebar_and_back_with_undo(
    window: MainWindow, opening: Opening, path: Path
) -> None:
    school = opened(opening, path)
    office = school.desk.office
    now = school.desk.term().id
    other = next(term for term in office.read(frame.terms) if term.id != now)
    window.navigation.term_picked.emit(other.id)
    assert school.desk.term().id == other.id
    assert other.name in window.navigation._term.accessibleName()
    office.undo()
    assert school.desk.term().id == now


def dragged(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_school_file_that_is_dropped_on_the_window_is_opened(
    window: MainWindow, opening: Opening, path: Path
) -> None:
    data = dragged(path)
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), action, data, buttons, keys))
    assert opening.school is not None
    assert opening.school.desk.office.path == path


def test_other_files_and_several_at_once_are_no_school(tmp_path: Path) -> None:
    assert school_file(dragged(tmp_path / "Klassenliste.csv")) is None
    assert school_file(dragged(tmp_path / "a.ganztag", tmp_path / "b.ganztag")) is None
    assert school_file(dragged(tmp_path / "A.GANZTAG")) == tmp_path / "A.GANZTAG"


@pytest.mark.parametrize("trouble", ["damaged", "newer", "gone", "foreign"])
def test_a_file_that_cannot_be_opened_says_why_and_what_to_do(
    window: MainWindow, opening: Opening, path: Path, trouble: str
) -> None:
    content = bytearray(path.read_bytes())
    if trouble == "damaged":
        content = content[: len(content) // 2]
    elif trouble == "newer":
        content[60:64] = (999).to_bytes(4, "big")
    elif trouble == "foreign":
        content = bytearray(b"Nachname;Vorname\n" * 400)
    path.write_bytes(content)
    if trouble == "gone":
        path.unlink()
    assert not opening.open(path)
    banner = window.start_page.banner
    assert banner.tone() == "bad"
    assert path.name in banner.sentence()
    assert banner._advice.text()
    assert trouble == "gone" or path.read_bytes() == content


def test_a_recent_file_that_is_gone_is_not_offered_again(
    window: MainWindow, opening: Opening, path: Path, qtbot: QtBot
) -> None:
    opened(opening, path)
    opening.close_file()
    path.unlink()
    window.start_page.file_picked.emit(path)
    assert window.start_page.banner.sentence()
    assert str(path) not in window.preferences.liking.recent
