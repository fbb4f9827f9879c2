"""The menus File, Edit, View and Help, shown by the mark in the sidebar and by the menu bar."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ganztag.desktop import icons
from ganztag.desktop.actions import Actions
from ganztag.language import _


class Menus:
    """Builds the menus once; the same menus hang in the bar and below the mark."""

    def __init__(self, actions: Actions, screens: Sequence[QAction], bar: QMenuBar, owner: QWidget) -> None:
        named = actions.named
        self.file, self.edit, self.view, self.help = (QMenu(owner) for _each in range(4))
        self._language, self._theme = QMenu(owner), QMenu(owner)
        self._language.setIcon(icons.icon("languages"))
        self._theme.setIcon(icons.icon("moon"))
        _fill(self.file, [named["new"], named["open"], named["save_copy"], named["close_file"], None, named["quit"]])
        _fill(self.edit, [actions.undo, actions.redo, None, named["add"], None, named["search"], named["find"]])
        self._language.addActions(actions.languages.actions())
        self._theme.addActions(actions.themes.actions())
        _fill(self.view, [*screens, None])
        self.view.addMenu(self._theme)
        self.view.addMenu(self._language)
        self.view.addAction(named["menu_bar"])
        _fill(self.help, [named["log"], named["about"]])
        self.main = QMenu(owner)
        for menu in (self.file, self.edit, self.view, self.help):
            self.main.addMenu(menu)
            bar.addMenu(menu)
        self.retranslate()

    def retranslate(self) -> None:
        self.file.setTitle(_("&File"))
        self.edit.setTitle(_("&Edit"))
        self.view.setTitle(_("&View"))
        self.help.setTitle(_("&Help"))
        self._language.setTitle(_("Language"))
        self._theme.setTitle(_("Theme"))


def _fill(menu: QMenu, actions: Sequence[QAction | None]) -> None:
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
