"""The program's own actions, each once: menus, buttons and shortcuts share them. Undo names the deed."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from ganztag.desktop import icons
from ganztag.desktop.theme import THEMES
from ganztag.language import LANGUAGES, N_, Message, _

_LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}  # each in its own language
_THEME_NAMES = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}
_Key = QKeySequence.StandardKey

TITLES: dict[str, Message] = {
    "add": N_("New entry"),
    "search": N_("Search this list"),
    "new": N_("New school …"),
    "open": N_("Open …"),
    "save_copy": N_("Save a copy …"),
    "close_file": N_("Close file"),
    "quit": N_("Quit"),
    "find": N_("Find anything …"),
    "menu_bar": N_("Show menu bar"),
    "log": N_("Show log"),
    "about": N_("About Ganztag"),
}
_ICONS = {
    "add": "plus",
    "search": "search",
    "new": "school",
    "open": "folder-open",
    "save_copy": "copy",
    "close_file": "x",
    "quit": "log-out",
    "find": "search",
    "log": "scroll-text",
    "about": "info",
}
_KEYS: dict[str, QKeySequence.StandardKey | str] = {
    "add": _Key.New, "search": _Key.Find, "new": "Ctrl+Shift+N", "open": _Key.Open, "save_copy": "Ctrl+Shift+S",
    "close_file": _Key.Close, "quit": "Ctrl+Q", "find": "Ctrl+K",
}  # fmt: skip


class Actions(QObject):
    """``named["open"]`` and so on; ``undo`` and ``redo``; one checkable action for each language and theme."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.named = {key: self._made(key) for key in TITLES}
        self.undo = QAction(icons.icon("undo-2"), "", self)
        self.redo = QAction(icons.icon("redo-2"), "", self)
        self.undo.setShortcut(_Key.Undo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])  # twice the same is none at all
        self.named["menu_bar"].setCheckable(True)
        self.languages = self._group({tag: _LANGUAGE_NAMES[tag] for tag in LANGUAGES})
        self.themes = self._group(dict.fromkeys(THEMES, ""))
        self.retranslate()
        self.show_deeds(None, None)
        self.show_open(is_open=False)

    def _made(self, key: str) -> QAction:
        action = QAction(self)
        if key in _ICONS:
            action.setIcon(icons.icon(_ICONS[key]))
        if key in _KEYS:
            action.setShortcut(QKeySequence(_KEYS[key]))
        return action

    def _group(self, names: dict[str, str]) -> QActionGroup:
        group = QActionGroup(self)
        for key, name in names.items():
            action = QAction(name, group)
            action.setCheckable(True)
            action.setData(key)
        return group

    def show_open(self, *, is_open: bool) -> None:
        """Offer what needs a file only while one is open."""
        for key in ("add", "search", "find", "save_copy", "close_file"):
            self.named[key].setEnabled(is_open)

    def tick(self, group: QActionGroup, key: str) -> None:
        for action in group.actions():
            action.setChecked(action.data() == key)

    def all(self) -> list[QAction]:
        """Return those with shortcuts, for the window: they work whether or not a menu bar is seen."""
        return [*self.named.values(), self.undo, self.redo]

    def titles_of_groups(self) -> list[tuple[str, QAction]]:
        """Return languages and themes under whole names, for the search: Theme: Dark."""
        named = [(_("Language"), self.languages), (_("Theme"), self.themes)]
        return [
            (_("{group}: {choice}", group=title, choice=action.text()), action)
            for title, group in named
            for action in group.actions()
            if not action.isChecked()
        ]

    def show_deeds(self, undo: Message | None, redo: Message | None) -> None:
        """Name what undo and redo would do."""
        self.undo.setText(_("Undo: {deed}", deed=undo) if undo else _("Undo"))
        self.redo.setText(_("Redo: {deed}", deed=redo) if redo else _("Redo"))
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)

    def retranslate(self) -> None:
        for key, title in TITLES.items():
            self.named[key].setText(str(title))
        for action in self.themes.actions():
            action.setText(str(_THEME_NAMES[action.data()]))
