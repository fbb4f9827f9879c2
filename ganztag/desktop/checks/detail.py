"""One finding: its whole sentence, the ways to what it names, and letting it stand with a reason."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from ganztag.desktop import fonts
from ganztag.desktop.checks.columns import status
from ganztag.desktop.checks.reading import CheckRow, Link
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import emptied
from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.own_undo import TypingLine
from ganztag.desktop.widgets.text import Text
from ganztag.language import N_, Message, _

_KINDS: dict[str, Message] = {
    "course": N_("Go to the course {name}"),
    "room": N_("Go to the room {name}"),
    "staff": N_("Go to {name}"),
    "pupil": N_("Go to {name}"),
    "class": N_("Go to the children of class {name}"),
    "year_group": N_("Go to the children of year group {name}"),
    "block": N_("Go to the week"),
    "term": N_("Go to the half-years"),
    "day_off": N_("Go to the days off"),
}
_ICONS = {
    "course": "book-open", "room": "door-open", "staff": "id-card", "pupil": "user", "class": "users",
    "year_group": "users", "block": "calendar-days", "term": "school", "day_off": "school",
}  # fmt: skip


class CheckDetail(DetailPanel):
    """``wanted(Place)`` for a way to a thing; *accept* (row, reason) and *withdraw* (row) write."""

    wanted = Signal(object)

    def __init__(self, accept: Callable[[CheckRow, str], object], withdraw: Callable[[CheckRow], object]) -> None:
        super().__init__()
        self._accept, self._withdraw = accept, withdraw
        self._row: CheckRow | None = None
        self._links: Sequence[Link] = ()
        self._sentence = Text("", "body", wrap=True)
        self.add(self._sentence)
        self._ways = self.add_section()
        self._exception = self.add_section()
        self._words = Text("", "secondary", "muted", wrap=True)
        self.reason = TypingLine()
        self.reason.setProperty("box", "true")
        self.reason.setFixedHeight(fonts.px(34))
        self.accept_button, self.withdraw_button = Button("", "check"), Button("", "undo-2")
        self._exception.body.setSpacing(8)
        for widget in (self._words, self.reason, self.accept_button, self.withdraw_button):
            self._exception.body.addWidget(widget, 0, Qt.AlignmentFlag(0))
        self.accept_button.clicked.connect(self._let_stand)
        self.reason.returnPressed.connect(self._let_stand)
        self.withdraw_button.clicked.connect(self._take_back)

    def retranslate(self) -> None:
        self._ways.name(_("Where it is mended"))
        self._exception.name(_("Exception"))
        self.reason.setPlaceholderText(_("Reason, for example: agreed with the head"))
        self.reason.setAccessibleName(_("Reason"))
        self.accept_button.setText(_("Let it stand"))
        self.withdraw_button.setText(_("No exception any more"))
        self._row = None

    def show_row(self, row: CheckRow | None) -> None:
        """Show a finding; what was typed as a reason stays while it is the same one."""
        if row is None:
            self.show_nothing(_("Choose a line on the left to see what it is about and where it is mended."))
            return
        if row == self._row:
            return
        if self._row is None or row.id != self._row.id:
            self.reason.setText("")  # not clear(): then Ctrl+Z would bring the old reason back, not the finding
        self._row = row
        self.show_head(row.title, status(row).text)
        self._sentence.setText(row.sentence)
        self._show_links(row.links)
        self._show_exception(row)

    def _show_links(self, links: Sequence[Link]) -> None:
        emptied(self._ways.body)
        self._links = links
        for place, link in enumerate(links):
            button = Button(str(_KINDS[link.kind].filled(name=link.title)), _ICONS[link.kind], "link")
            button.setObjectName(str(place))
            button.clicked.connect(self._follow)
            self._ways.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._ways.setVisible(bool(links))

    def _show_exception(self, row: CheckRow) -> None:
        for widget in (self.reason, self.accept_button):
            widget.setVisible(not row.accepted)
        self.withdraw_button.setVisible(row.accepted)
        self._words.setText(
            _("It may stand: {reason}", reason=row.reason)
            if row.accepted
            else _("If it has to be like this, write down why. It then counts no more; the reason is kept.")
        )

    def _follow(self) -> None:
        button = self.sender()
        if button is not None:
            self.wanted.emit(self._links[int(button.objectName())].place)

    def _let_stand(self) -> None:
        if self._row is not None and not self._row.accepted:
            self._accept(self._row, self.reason.text())

    def _take_back(self) -> None:
        if self._row is not None:
            self._withdraw(self._row)
