"""Who cares for a child: one line a guardian that unfolds into fields, and the siblings who share it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.detail import Section
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Elided, Text, rule
from ganztag.language import N_, _
from ganztag.queries.pupil_family import GuardianRow

FIELDS = (
    Field("call_name", N_("Call name"), half=True),
    Field("surname", N_("Surname"), half=True),
    Field("relation", N_("Relation"), hint=N_("Mother, father, grandmother …"), half=True),
    Field("phone", N_("Phone"), half=True),
    Field("more_phone", N_("Another phone number"), half=True),
    Field("email", N_("E-mail"), half=True),
    Field("may_pick_up", N_("May fetch the child"), Kind.CHECK),
)
Change = Callable[[GuardianRow, str, Any], object]


class GuardianItem(QWidget):
    """One guardian. *on_change* (row, field, value) gets each field that was left changed."""

    first_wanted = Signal(int)
    unlink_wanted = Signal(int)
    sibling_wanted = Signal(int)

    def __init__(self, on_change: Change) -> None:
        super().__init__()
        self._on_change = on_change
        self.row: GuardianRow | None = None
        self._name, self._about = Elided("", "strong"), Elided("", "secondary", "muted")
        self._phone, self._first = Text("", "medium", selectable=True), Text("", "caption_strong", "bad")
        self.unfold = IconButton("pencil", "")
        self.form = Form(FIELDS, self._changed, above=True)
        self._call_first, self._unlink = Button("", None, "link"), Button("", None, "link")
        self._siblings = Button("", None, "link")
        self._siblings.setFont(fonts.font("secondary"))
        self._siblings.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._siblings.setMinimumWidth(fonts.px(60))  # many siblings must not widen the page
        self._folded = QWidget()
        self._build()
        self.unfold.clicked.connect(self.turn)
        self._call_first.clicked.connect(self._first_pressed)
        self._unlink.clicked.connect(self._unlink_pressed)
        self._siblings.clicked.connect(self._sibling_pressed)

    def _build(self) -> None:
        names, phones, line = column(gap=2), column(gap=2), row(gap=8)
        names.addWidget(self._name)
        names.addWidget(self._about)
        phones.addWidget(self._phone, 0, Qt.AlignmentFlag.AlignRight)
        phones.addWidget(self._first, 0, Qt.AlignmentFlag.AlignRight)
        line.addLayout(names, 1)
        line.addLayout(phones)
        line.addWidget(self.unfold)
        verbs = row(gap=14)
        for button in (self._call_first, self._unlink):
            verbs.addWidget(button)
        verbs.addStretch(1)
        inner = column(gap=6, margins=(0, 4, 0, 6))
        inner.addWidget(self.form)
        inner.addLayout(verbs)
        self._folded.setLayout(inner)
        self._folded.hide()
        whole = column(gap=4, margins=(0, 6, 0, 6))
        whole.addLayout(line)
        whole.addWidget(self._siblings)
        whole.addWidget(self._folded)
        self.setLayout(whole)

    def show_guardian(self, shown: GuardianRow, *, first: bool) -> None:
        self.row = shown
        pick_up = _("may pick up") if shown.may_pick_up else _("may not pick up")
        self._name.setText(shown.name)
        self._about.setText(", ".join(part for part in (shown.relation, pick_up) if part))
        self._phone.setText(shown.phones[0].number if shown.phones else _("no phone number"))
        self._phone.set_tone("" if shown.phones else "muted")
        self._phone.setToolTip("\n".join(f"{phone.number} {phone.label}".strip() for phone in shown.phones))
        self._first.setText(_("first in an emergency") if first else "")
        self._first.setVisible(first)
        self.unfold.name(_("Change {guardian}", guardian=shown.name))
        self._call_first.setText(_("Call first in an emergency"))
        self._call_first.setVisible(not first)
        self._unlink.setText(_("Remove"))
        names = ", ".join(sibling.name for sibling in shown.siblings)
        self._siblings.setText(_("also cares for {names}", names=names))
        self._siblings.setToolTip(names)
        self._siblings.setVisible(bool(shown.siblings))
        self.form.show_values(_values(shown))

    def turn(self) -> None:
        """Unfold the fields, or fold them again."""
        unfolds = self._folded.isHidden()
        self._folded.setVisible(unfolds)
        if unfolds:
            self.form.editor("call_name").setFocus()

    def retranslate(self) -> None:
        self.form.retranslate()

    def _changed(self, key: str, value: Any) -> None:
        if self.row is not None:
            self._on_change(self.row, key, value)

    def _first_pressed(self) -> None:
        if self.row is not None:
            self.first_wanted.emit(self.row.id)

    def _unlink_pressed(self) -> None:
        if self.row is not None:
            self.unlink_wanted.emit(self.row.guardian_id)

    def _sibling_pressed(self) -> None:
        if self.row is not None and self.row.siblings:
            self.sibling_wanted.emit(self.row.siblings[0].id)


def _values(shown: GuardianRow) -> dict[str, Any]:
    numbers = [phone.number for phone in shown.phones]
    return {
        "call_name": shown.call_name,
        "surname": shown.surname,
        "relation": shown.relation,
        "phone": numbers[0] if numbers else "",
        "more_phone": numbers[1] if len(numbers) > 1 else "",
        "email": shown.email,
        "may_pick_up": shown.may_pick_up,
    }


class Family(Section):
    """All guardians; ``add_wanted``, ``link_wanted`` ask for one more, ``sibling_wanted(id)`` leads to a sibling."""

    add_wanted = Signal()
    link_wanted = Signal()
    first_wanted = Signal(int)
    unlink_wanted = Signal(int)
    sibling_wanted = Signal(int)

    def __init__(self, on_change: Change) -> None:
        super().__init__()
        self._on_change = on_change
        self._items: dict[int, GuardianItem] = {}
        self._list = column()
        self._none = Text("", "secondary", "muted", wrap=True)
        self._add, self._link = Button("", "plus", "link"), Button("", "link", "link")
        self.body.addWidget(rule())
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        self.body.addSpacing(fonts.px(4))
        verbs = row(gap=14)
        verbs.addWidget(self._add)
        verbs.addWidget(self._link)
        verbs.addStretch(1)
        self.body.addLayout(verbs)
        self._add.clicked.connect(self.add_wanted)
        self._link.clicked.connect(self.link_wanted)

    def retranslate(self) -> None:
        self.name(_("Guardians"))
        self._none.setText(_("Nobody is entered yet: who may be called, and who may fetch the child?"))
        self._add.setText(_("Add guardian"))
        self._link.setText(_("As sibling of …"))
        for item in self._items.values():
            item.retranslate()

    def show_guardians(self, guardians: tuple[GuardianRow, ...]) -> None:
        wanted = [shown.id for shown in guardians]
        for key in [key for key in self._items if key not in wanted]:
            gone = self._items.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, shown in enumerate(guardians):
            item = self._items.get(shown.id) or self._made(shown.id)
            if self._list.indexOf(item) != place:
                self._list.insertWidget(place, item)
            item.show_guardian(shown, first=place == 0)
        self._none.setVisible(not guardians)

    def item(self, guardianship_id: int) -> GuardianItem:
        return self._items[guardianship_id]

    def open_guardian(self, guardian_id: int) -> None:
        """Unfold a guardian that was just added."""
        for item in self._items.values():
            if item.row is not None and item.row.guardian_id == guardian_id:
                item.turn()

    def _made(self, key: int) -> GuardianItem:
        item = GuardianItem(self._on_change)
        item.first_wanted.connect(self.first_wanted)
        item.unlink_wanted.connect(self.unlink_wanted)
        item.sibling_wanted.connect(self.sibling_wanted)
        self._items[key] = item
        return item
