"""A form beside a list: it adds a new entry, or changes the one that is chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.fields import Field
from ganztag.desktop.widgets.form import Form
from ganztag.domain.objection import Objection

WIDTH = 372


class EntryForm(Card):
    """``confirmed()`` when the entry is to be kept; *fixed* fields are hidden while an entry is changed.

    *words* are the headlines and verbs for a new entry and for a change: (title, verb) twice.
    """

    confirmed = Signal()
    left = Signal()

    def __init__(
        self, fields: Sequence[Field], words: tuple[tuple[str, str], tuple[str, str]], cancel: str, fixed: Sequence[str]
    ) -> None:
        super().__init__(" ")
        self._new, self._old = words
        self._fixed, self._empty = fixed, {field.key: None for field in fields}
        self.form = Form(fields, self._changed, above=True)
        self.key: int | None = None
        self.keep_button, self._cancel = Button("", None, "primary"), Button(cancel)
        buttons, whole = row(gap=8), column(gap=12)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.keep_button)
        whole.addWidget(self.form)
        whole.addLayout(buttons)
        self.body.addLayout(whole)
        self.keep_button.clicked.connect(self._confirm)
        self._cancel.clicked.connect(self._leave)
        self.setFixedWidth(fonts.px(WIDTH))

    def begin(self, values: dict[str, Any], key: int | None = None, subject: str = "") -> None:
        """Show the values of an entry that is changed (*key*), or those that a new one begins with."""
        self.key = key
        title, verb = self._new if key is None else self._old
        self.name(subject or title)
        self.keep_button.setText(verb)
        self._cancel.setVisible(key is not None)
        for field in self._fixed:
            self.form.set_field_visible(field, key is None)
        self.form.show_values({**self._empty, **values})

    def _changed(self, _key: str, _value: object) -> None:
        """Nothing is kept before it is confirmed."""

    def _leave(self) -> None:
        self.left.emit()

    def _confirm(self) -> None:
        try:
            self.form.values()
        except Objection:
            return
        self.confirmed.emit()
