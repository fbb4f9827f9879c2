"""All that a user can look at: a window on the sample school with each of its screens."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTableView, QWidget

from ganztag.desktop.jobs import Now
from ganztag.desktop.main_window import MainWindow
from ganztag.desktop.opened import OpenSchool
from ganztag.desktop.opening import Opening
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.theme import Theme
from ganztag.desktop.translation import Translation
from ganztag.domain.clock import Clock
from tests.desktop.hands import Recorder


@contextmanager
def open_window(path: Path, theme: Theme, translation: Translation, clock: Clock) -> Iterator[MainWindow]:
    """Show a new window on a file, in the language and the theme that are on."""
    window = MainWindow(Preferences(), translation, theme)
    window.setWindowState(window.windowState().WindowNoState)
    window.resize(1440, 900)
    window.show()
    opening = Opening(window, Recorder(), Now(), clock)
    assert opening.open(path)
    yield window
    window.close()
    window.deleteLater()


def school_in(window: MainWindow) -> OpenSchool:
    return window.findChildren(OpenSchool)[0]


def screens(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Turn to one screen after the other."""
    school = school_in(window)
    for key in school.screens():
        school.turn_to(key)
        settle()
        shown = window.host.currentWidget()
        assert shown is not None
        yield key, shown


def settle() -> None:
    for _round in range(4):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def words(widget: QWidget) -> Counter[str]:
    """Return all texts of a widget and of all that is in it, hidden or not."""
    found: Counter[str] = Counter()
    for part in [widget, *widget.findChildren(QWidget)]:
        found.update([part.toolTip(), part.accessibleName(), part.windowTitle()])
        found.update(action.text() for action in part.actions() if isinstance(action, QAction))
        if isinstance(part, QLabel | QAbstractButton | QLineEdit):
            found[part.text()] += 1
        if isinstance(part, QLineEdit):
            found[part.placeholderText()] += 1
        if isinstance(part, QComboBox):
            found.update(part.itemText(place) for place in range(part.count()))
        if isinstance(part, QTableView) and part.model() is not None:
            found.update(_cells(part))
    return +found


def _cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
        for row in range(model.rowCount()):
            yield str(model.index(row, column).data())


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
