"""What the tests of the windows share: the dressed application, a desk with a real office, and a clean table after."""

import gc
import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any import of Qt, else it aborts

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from ganztag import language, places
from ganztag.desktop.desk import Desk
from ganztag.desktop.jobs import Now
from ganztag.desktop.main_window import MainWindow
from ganztag.desktop.opening import Opening
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.theme import Theme
from ganztag.desktop.translation import Translation
from ganztag.domain.clock import Clock
from ganztag.operations.office import Office
from tests.desktop.hands import Recorder

NOISE = r"This plugin does not support"  # what the offscreen platform says of windows' places


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "desktop" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore(NOISE, extend=True))


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture(autouse=True)
def clean_table(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """German, light, no settings of earlier tests; afterwards nothing may be left open."""
    for file in places.settings().glob("*.ini"):
        file.unlink()
    language.speak("de")
    theme.choose("light")
    yield
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    gc.collect()
    QPixmapCache.clear()
    left = [widget for widget in qapp.topLevelWidgets() if widget.parent() is None]
    assert left == []


@pytest.fixture
def ask() -> Recorder:
    return Recorder()


@pytest.fixture
def desk(office: Office, ask: Recorder) -> Desk:
    """Return a desk on an empty school, with jobs that run at once."""
    return Desk(office, ask, Now(), Preferences())


@pytest.fixture
def sample_desk(sample: Office, ask: Recorder) -> Desk:
    """Return a desk on the sample school."""
    return Desk(sample, ask, Now(), Preferences())


@pytest.fixture
def window(qapp: QApplication, theme: Theme) -> Iterator[MainWindow]:
    """Return the main window on its start page."""
    translation = Translation(qapp)
    translation.speak("de")
    shown = MainWindow(Preferences(), translation, theme)
    shown.setWindowState(shown.windowState().WindowNoState)
    shown.resize(1440, 900)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()
    translation.speak("de")


@pytest.fixture
def opening(window: MainWindow, ask: Recorder, clock: Clock) -> Opening:
    """Return what opens files in the window; jobs run at once."""
    return Opening(window, ask, Now(), clock)
