"""The button that brings in courses, or who is in which of them, from a file."""

from PySide6.QtGui import QAction

from ganztag.desktop import fonts, icons
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.buttons import MenuButton
from ganztag.language import N_, Message, _

_KINDS: dict[str, tuple[Message, str]] = {
    "courses": (N_("Import courses …"), "book-open"),
    "enrolments": (N_("Import enrolments …"), "users"),
}


class ImportMenu(MenuButton):
    """Opens the preview of an import in the window it stands in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", "download")
        self._desk = desk
        self.choices = {kind: self._made(kind, icon) for kind, (_words, icon) in _KINDS.items()}
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
            action.setText(str(_KINDS[kind][0]))

    def bring_in(self, kind: str = "courses") -> None:
        """Ask for a file of courses or of enrolments, and show what it would change."""
        from ganztag.desktop.importing import open_import  # noqa: PLC0415 -- the dialog is made when it is needed

        open_import(self._desk, self.window(), kind)

    def _picked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.bring_in(str(action.data()))
