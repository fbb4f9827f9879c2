"""The button in the head of a screen that brings in a file of one of several kinds."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.desk import Desk
from ganztag.desktop.importing import open_import
from ganztag.desktop.widgets.buttons import MenuButton
from ganztag.language import Message, _


class ImportMenu(MenuButton):
    """Opens the preview of an import over its screen; *kinds*: what can be brought in, in words, and icon.

    The first kind is what an empty screen begins with.
    """

    def __init__(self, desk: Desk, screen: QWidget, kinds: Mapping[str, tuple[Message, str]]) -> None:
        super().__init__("", "download")
        self._desk, self._screen, self._kinds = desk, screen, kinds
        self.choices = {kind: self._made(kind, icon) for kind, (_words, icon) in kinds.items()}
        self.offer(list(self.choices.values()))
        self.setFixedHeight(fonts.px(36))  # it stands in the head of the page

    def _made(self, kind: str, icon: str) -> QAction:
        action = QAction(icons.icon(icon), "", self)
        action.setData(kind)
        action.triggered.connect(self._picked)
        return action

    def retranslate(self) -> None:
        self.setText(_("Import …"))
        for kind, action in self.choices.items():
            action.setText(str(self._kinds[kind][0]))

    def begin(self) -> None:
        """Bring in the first kind."""
        self._bring_in(next(iter(self._kinds)))

    def _picked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._bring_in(str(action.data()))

    def _bring_in(self, kind: str) -> None:
        open_import(self._desk, self._screen, kind)
