"""The dialog for something that is born whole: a headline, a form, and one button that carries the verb."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.ask import objections
from ganztag.desktop.reading_order import step
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.fields import Field
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.domain.objection import Objection
from ganztag.language import _

D = TypeVar("D", bound="FormDialog")


class FormDialog(QDialog):
    """A headline, a sentence, a form, and one filled button that carries the verb.

    Give it its deed by `doing`: what speaks against it then stands in the dialog, and nothing that was typed is lost.
    """

    def __init__(
        self,
        owner: QWidget | None,
        fields: Sequence[Field],
        *,
        title: str,
        words: str,
        verb: str,
        label_width: int = 76,
    ) -> None:
        super().__init__(owner)
        self.setWindowTitle(title)
        self.form, self.banner = Form(fields, self._changed, label_width=label_width), Banner()
        self._deed: Callable[[Any], object] | None = None
        self.outcome: Any = None
        self.done_button = Button(verb, None, "primary")
        cancel = Button(_("Cancel"))
        self.done_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.done_button.setDefault(True)
        whole = column(gap=12, margins=(24, 22, 24, 20))
        whole.addWidget(Text(title, "scenario"))
        if words:
            whole.addWidget(Text(words, "body", "muted", wrap=True))
        whole.addWidget(self.form)
        whole.addWidget(self.banner)
        whole.addStretch(1)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.done_button)
        whole.addLayout(buttons)
        self.setLayout(whole)
        self.setMinimumWidth(fonts.px(520))
        self.form.editor(fields[0].key).setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)

    def _changed(self, _key: str, _value: object) -> None:
        """Nothing happens before all of it is confirmed."""

    def doing(self: D, deed: Callable[[D], object]) -> D:
        """Let *deed*(this dialog) be done when it is confirmed; `outcome` is what it returns."""
        self._deed = deed
        return self

    def answers(self) -> dict[str, Any]:
        return self.form.values()

    def accept(self) -> None:
        try:
            self.form.values()
        except Objection:
            return
        if self._deed is None or self._is_done(self._deed):
            super().accept()

    def _is_done(self, deed: Callable[[Any], object]) -> bool:
        """Say whether the deed could be done; if not, the banner says why."""
        refused = True
        with objections(self.banner):
            self.outcome = deed(self)
            refused = False
        if refused and (layout := self.layout()) is not None:
            layout.activate()
            self.adjustSize()
        return not refused
