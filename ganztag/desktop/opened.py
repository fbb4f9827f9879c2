"""One open school in the window: builds each screen when it is first wanted and carries the office's news to all."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.finder import Finder, Hit
from ganztag.desktop.finding import hits
from ganztag.desktop.keeping_up import KeepingUp
from ganztag.desktop.main_window import MainWindow, finish_typing
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.screens import Screen
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.language import N_, number
from ganztag.operations import school as operations
from ganztag.queries import finding, frame

_FRAME_TABLES = frozenset({"school", "term", "school_year"})
_IN_PLANNING = N_("Half-year · being planned")
_HALF_YEAR = N_("Half-year")
_LAST = "screen"


class OpenSchool(QObject):
    """Lives as long as the file is open; ``close()`` gives everything back."""

    def __init__(self, desk: Desk, window: MainWindow, builders: Mapping[str, Callable[[Desk], Screen]]) -> None:
        super().__init__(window)
        self.desk, self._window, self._builders = desk, window, builders
        self._signals = OfficeSignals(desk.office, self)
        self._signals.changed.connect(self._news)
        self._actions = window.actions_
        self._keeping_up = KeepingUp(desk, self._show_count, window.host.read_anew, self)
        self._connections = [
            (window.navigation.turned, self.turn_to),
            (window.navigation.term_picked, self._pick_term),
            (window.navigation.terms_wanted, self._to_terms),
            (window.navigation.find_wanted, self.find),
            (window.host.wanted, self.go),
            (self._actions.named["find"].triggered, self.find),
            (self._actions.undo.triggered, self.undo),
            (self._actions.redo.triggered, self.redo),
            (self._actions.named["add"].triggered, self.add),
            (self._actions.named["search"].triggered, self.search),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)
        window.navigation.keep_only(list(builders))
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the screen that was left last, else the first, as fresh as the file."""
        self._show_frame()
        self._show_state()
        self._actions.show_open(is_open=True)
        self._keeping_up.soon()
        kept = self.desk.memory.recall(_LAST)
        last = bytes(kept.data()).decode() if kept is not None else ""
        if self._builders:
            self.turn_to(last if last in self._builders else next(iter(self._builders)))

    def screens(self) -> list[str]:
        """Return the keys of all screens, in the order of the sidebar."""
        return list(self._builders)

    def turn_to(self, key: str) -> None:
        """Show a screen; build it at its first time."""
        if key not in self._builders:
            return
        finish_typing()
        host = self._window.host
        if not host.has(key):
            host.add(self._builders[key](self.desk))
            self._keeping_up.settle_soon()
        self._window.navigation.turn_on(key)
        self.desk.memory.keep(_LAST, QByteArray(key.encode()))
        self._actions.named["add"].setEnabled(hasattr(host.screen_of(key), "add"))
        with objections(self._window.banner):
            host.turn_to(key)
            host.take_keys()

    def go(self, place: Place) -> None:
        """Lead to a row of a screen."""
        self.turn_to(place.screen)
        if place.screen in self._builders:
            screen = self._window.host.screen_of(place.screen)
            screen.go_to(place.id)
            go_to_chip = getattr(screen, "go_to_chip", None)
            if place.chip and go_to_chip is not None:
                go_to_chip(place.chip)
            go_to_ids = getattr(screen, "go_to_ids", None)
            if place.ids and go_to_ids is not None:
                go_to_ids(place.ids)

    def _to_terms(self) -> None:
        """Lead to the half-years: there the offer is copied and the school year changed."""
        self.go(Place("school", chip="terms"))

    def add(self) -> None:
        """Begin a new entry on the screen that is shown, where one can be made there."""
        add = getattr(self._window.host.shown(), "add", None)
        if add is not None:
            add()

    def search(self) -> None:
        """Put the cursor into the search of the screen that is shown; where it has none, search for anything."""
        screen = self._window.host.shown()
        fields: list[SearchField] = screen.findChildren(SearchField) if isinstance(screen, QWidget) else []
        field = next((field for field in fields if field.isVisible()), None)
        if field is None:
            self.find()
            return
        field.setFocus()
        field.selectAll()

    def undo(self) -> None:
        self._hush()
        with objections(self._window.banner):
            self.desk.office.undo()

    def redo(self) -> None:
        self._hush()
        with objections(self._window.banner):
            self.desk.office.redo()

    def _hush(self) -> None:
        """Let no screen say any longer that something was done which is now taken back, or the other way round."""
        for banner in self._window.findChildren(Banner):
            banner.clear()

    def find(self) -> None:
        """Open the search for anything."""
        with objections(self._window.banner):
            entries = self.desk.office.read(finding.everything, self.desk.term().id, self.desk.today())
            actions = [*self._actions.all(), *self._window.navigation.screen_actions]
            commands = [action for action in actions if action.isEnabled() and not action.isChecked()]
            finder = Finder(self._findable(entries, commands), self._window)
            finder.picked.connect(self._found)
            finder.open()

    def _findable(self, entries: list[finding.Found], commands: list[QAction]) -> list[Hit]:
        own = [action for action in commands if action is not self._actions.named["find"]]
        return hits(entries, own, self._actions.titles_of_groups())

    def _found(self, target: object) -> None:
        if isinstance(target, Place):
            self.go(target)
        elif isinstance(target, QAction):
            target.trigger()

    def close(self) -> None:
        """Let go of window and file."""
        self._window.removeEventFilter(self)
        self._keeping_up.stop()
        self._signals.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._window.host.clear_screens()
        self._window.banner.clear()
        self._actions.show_deeds(None, None)
        self._actions.show_open(is_open=False)
        self._show_count(0)
        self.desk.office.close()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After a switch of language the window's own words come from here."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_frame()
            self._show_state()
        return super().eventFilter(watched, event)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _FRAME_TABLES:
            self._show_frame()
        self._show_state()
        self._keeping_up.soon()
        with objections(self._window.banner):
            self._window.host.news(tables)

    def _show_state(self) -> None:
        office = self.desk.office
        self._actions.show_deeds(office.undo_label, office.redo_label)
        self._window.navigation.show_state(office.last_saved, office.undo_label)

    def _show_count(self, count: int) -> None:
        self._window.navigation.show_count("overview", number(count) if count else "")

    def _show_frame(self) -> None:
        office, navigation = self.desk.office, self._window.navigation
        school, terms = office.read(frame.school), office.read(frame.terms)
        navigation.show_school(school.name)
        current = next((term for term in terms if term.id == school.term_id), None)
        is_ahead = current is not None and current.starts > office.clock.today()
        caption, tone = (_IN_PLANNING, "warn") if is_ahead else (_HALF_YEAR, "muted")
        names = [(term.id, term.name) for term in terms]
        navigation.show_terms(names, school.term_id, str(caption), tone)

    def _pick_term(self, term_id: int) -> None:
        with objections(self._window.banner):
            if term_id != self.desk.term().id:
                self.desk.office.do(operations.choose_term(term_id))
