"""Tab goes as one reads: through the layouts from top left, whatever was built or came first."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QWidget,
)


def step(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next (or previous) control of a window; tell whether there is one."""
    found = list(stops(window))
    if not found:
        return False
    here = QApplication.focusWidget()
    place = found.index(here) if here in found else _before(found, here)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found[(place + (1 if forward else -1)) % len(found)].setFocus(reason)
    return True


def _before(found: list[QWidget], here: QWidget | None) -> int:
    """Return the place of the control that a focus inside it belongs to, else that before the first."""
    return next((place for place, stop in enumerate(found) if here is not None and stop.isAncestorOf(here)), -1)


def stops(root: QWidget) -> Iterator[QWidget]:
    """Yield all controls that Tab reaches, in the order in which one reads them."""
    for widget in _inside(root):
        if not widget.isVisible():
            continue
        if _takes_tab(widget):
            yield widget
        yield from stops(widget)


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isEnabled() and widget.focusProxy() is None


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """Yield what a widget arranges, in order; controls keep their inner parts to themselves."""
    if isinstance(widget, QMainWindow):
        yield from (part for part in (widget.menuBar(), widget.centralWidget()) if part is not None)
    elif isinstance(widget, QScrollArea):
        yield from (part for part in (widget.widget(),) if part is not None)
    elif isinstance(widget, QSplitter):
        yield from (part for place in range(widget.count()) if (part := widget.widget(place)) is not None)
    elif isinstance(widget, QStackedWidget):
        yield from (part for part in (widget.currentWidget(),) if part is not None)
    elif (layout := widget.layout()) is not None:
        yield from _arranged(layout)


def _arranged(layout: QLayout) -> Iterator[QWidget]:
    if isinstance(layout, QStackedLayout):
        yield from (part for part in (layout.currentWidget(),) if part is not None)
        return
    for place in _places(layout):
        item = layout.itemAt(place)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _arranged(inner)


def _places(layout: QLayout) -> list[int]:
    """Return the items of a layout in order; a grid is read line by line."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: cast(tuple[int, int, int, int], layout.getItemPosition(place))[:2])
    return places
