"""What a screen is, how to write one, and who keeps it fresh.

How to write a screen (``rooms/`` is the pattern; copy its shape, not its words):

1. ``<subject>/columns.py``: ``COLUMNS = (Column("code", N_("Room"), shown=..., cell=STRONG), ...)``. Data only; what a
   cell shows is a small function of one frozen row from ``queries/<subject>.py``. Cells: ``widgets/cells.py``.
2. ``<subject>/screen.py``: a QWidget that keeps the promises of ``Screen`` below. Its constructor takes a ``Desk`` and
   builds from the top: ``PageHead`` (title, figures, at most one primary button), ``Banner``, ``FilterBox``, then
   ``ListAndDetail`` with a ``Card(bare=True)`` around the ``Table``, and the detail. ``list_page`` puts them together,
   ``Table.searched_by`` joins search and list; files come in by ``importing.open_import`` or its ``ImportMenu``.
3. ``refresh()`` reads the query and hands the rows to ``self.rows.show(...)``; selection stays by itself. Then it shows
   the chosen row in the detail. It is the only way in which anything on the screen changes.
4. ``<subject>/detail.py``: ``Form`` with a tuple of ``Field``; its ``on_change(key, value)`` calls an operation and
   lets an Objection fly: the form shows it under the field. No Save button; the news calls ``refresh()``.
5. ``<subject>/verbs.py``: one method for each thing she can do, named after the operation, and the QActions that head,
   context menu and detail share. Wrap what may object in ``with objections(banner):``. ``RowVerbs`` has what all lists
   do; ``stand_in(detail)`` puts them into list and detail, ``follow()`` enables what the chosen row allows.
6. ``concerns``: the names of the tables whose news matter. The host calls ``refresh()`` at once when the screen is
   seen, else when it is next shown. ``retranslate()`` sets all fixed words; the screen calls it once itself, the host
   after a switch of language, followed by ``refresh()``.
7. Name it in ``all_screens.py`` and nowhere else. To lead to another screen: ``self.wanted.emit(Place("pupils", id))``;
   ``go_to(id)`` is how others lead here, ``go_to_chip(key)`` (optional) how they lead to a filter. ``add()``
   (optional) is what Ctrl+N does; Ctrl+F goes to the first ``SearchField`` that is seen.
8. Optional: ``setFocusProxy(widget)`` names where typing goes when she turns to the screen: its search, its grid.
9. Say in ``packaging/picture_sights.py`` what else there is to see than its first sight: states and dialogs.

Rules that bite: connect bound methods, never a lambda that holds ``self``; put users' text into ``Text``/``Elided``
(plain text), never into a bare QLabel; colours only by ``tokens_of(self)`` inside paint events; words by ``_()`` inside
functions and ``N_()`` in data; long work by ``JobStrip`` (``widgets/job_strip.py``); questions by ``desk.ask``.
"""

from collections.abc import Sequence
from typing import Any, Protocol, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.widgets.card import column


class Screen(Protocol):
    """A QWidget that keeps these promises. *wanted* is ``Signal(object)`` and carries a ``Place``."""

    key: str
    concerns: frozenset[str]
    wanted: Any

    def refresh(self) -> None: ...

    def retranslate(self) -> None: ...

    def go_to(self, row_id: int | None) -> None: ...


def page_layout(screen: QWidget) -> QVBoxLayout:
    """Give a screen its margins of 24 and gaps of 16; return the layout to fill from the top."""
    layout = column(gap=14, margins=(24, 20, 24, 20))
    screen.setLayout(layout)
    return layout


def list_page(screen: QWidget, above: Sequence[QWidget], pages: QStackedWidget, work: QWidget, empty: QWidget) -> None:
    """Arrange a screen: what stands *above*, then the *work* (page 0 of *pages*) or what an *empty* school sees."""
    page = page_layout(screen)
    for widget in above:
        page.addWidget(widget)
    pages.addWidget(work)
    pages.addWidget(empty)
    page.addWidget(pages, 1)


class ListAndDetail(QSplitter):
    """List left, detail right; where the handle stands is remembered."""

    def __init__(
        self, left: QWidget, right: QWidget, *, key: str, memory: Preferences, shares: tuple[int, int] = (5, 2)
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._key, self._memory = f"{key}/splitter", memory
        self.addWidget(left)
        self.addWidget(right)
        self.setHandleWidth(fonts.px(16))
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, shares[0])
        self.setStretchFactor(1, shares[1])
        self.setSizes([shares[0] * 1000, shares[1] * 1000])
        state = memory.recall(self._key)
        if state is not None:
            self.restoreState(state)
        self.splitterMoved.connect(self._moved)

    def _moved(self) -> None:
        self._memory.keep(self._key, self.saveState())


class ScreenHost(QStackedWidget):
    """Shows one screen at a time; refreshes what news concern, now if it is seen, else when it is next shown."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screens: dict[str, Screen] = {}
        self._stale: set[str] = set()

    def add(self, screen: Screen) -> None:
        widget = cast(QWidget, screen)
        self._screens[screen.key] = screen
        self._stale.add(screen.key)
        screen.wanted.connect(self.wanted)
        self.addWidget(widget)

    def has(self, key: str) -> bool:
        return key in self._screens

    def screen_of(self, key: str) -> Screen:
        return self._screens[key]

    def shown(self) -> Screen | None:
        return next((s for s in self._screens.values() if cast(QWidget, s) is self.currentWidget()), None)

    def turn_to(self, key: str) -> None:
        """Show a screen, as fresh as the file."""
        screen = self._screens[key]
        self.setCurrentWidget(cast(QWidget, screen))
        self._freshen(screen)

    def take_keys(self) -> None:
        """Let her type at once: the focus goes where the screen begins (its focus proxy), else nowhere."""
        current = self.currentWidget()
        proxy = current.focusProxy() if current is not None else None
        if proxy is not None and proxy.isVisible():
            proxy.setFocus()

    def news(self, tables: frozenset[str]) -> None:
        """Take the news that rows of these tables changed."""
        self._stale |= {key for key, screen in self._screens.items() if tables & screen.concerns}
        current = self.shown()
        if current is not None:
            self._freshen(current)

    def read_anew(self) -> None:
        """Read everything anew: what holds today is another."""
        self._stale = set(self._screens)
        current = self.shown()
        if current is not None:
            self._freshen(current)

    def _freshen(self, screen: Screen) -> None:
        if screen.key in self._stale:
            screen.refresh()
            self._stale.discard(screen.key)  # not where it objected: then it is tried again

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for screen in self._screens.values():
                screen.retranslate()
            self.read_anew()
        super().changeEvent(event)

    def clear_screens(self) -> None:
        """Let all screens go, when the file is closed."""
        for screen in self._screens.values():
            widget = cast(QWidget, screen)
            self.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        self._screens.clear()
        self._stale.clear()
