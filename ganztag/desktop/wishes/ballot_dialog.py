"""The dialog of a ballot: its name, how many wishes, until when, and for which blocks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.times import time_of
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.domain.objection import Objection
from ganztag.language import N_, _
from ganztag.queries.ballots import BallotRow
from ganztag.queries.frame import BlockRow

_FIELDS = (
    Field("name", N_("Name"), needed=True),
    Field("wishes", N_("Wishes a block"), Kind.NUMBER, lowest=1, highest=20, needed=True, half=True),
    Field("closes", N_("Return by"), Kind.DATE, half=True),
    Field("block_ids", N_("Blocks"), Kind.MANY),
)


class BallotDialog(QDialog):
    """Accepted only when all of it can be; ``answers()`` are name, wishes, closes and block_ids."""

    def __init__(self, owner: QWidget, blocks: Sequence[BlockRow], ballot: BallotRow | None, name: str) -> None:
        """*ballot* is the one that is changed, None for a new one, which is called *name* to begin with."""
        super().__init__(owner)
        title = _("Change ballot") if ballot else _("New ballot")
        self.setWindowTitle(title)
        self.banner = Banner()
        self.form = Form(_FIELDS, self._changed, label_width=120)
        self.form.offer("block_ids", [(block.id, block_name(block)) for block in blocks])
        self.form.show_values(
            {
                "name": ballot.name if ballot else name,
                "wishes": ballot.wishes if ballot else 3,
                "closes": ballot.closes if ballot else None,
                "block_ids": ballot.block_ids if ballot else frozenset(block.id for block in blocks),
            }
        )
        self.save_button = Button(_("Change ballot") if ballot else _("Add ballot"), "check", "primary")
        self._arrange(title)
        self.form.editor("name").setFocus()

    def _arrange(self, title: str) -> None:
        cancel = Button(_("Cancel"))
        self.save_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.save_button.setDefault(True)
        whole = column(gap=12, margins=(24, 22, 24, 20))
        whole.addWidget(Text(title, "scenario"))
        words = _("On a ballot the children wish courses, so many for each block. The allocation then gives each child "
                  "one course in each block in which it has wishes.")  # fmt: skip
        whole.addWidget(Text(words, "body", "muted", wrap=True))
        whole.addWidget(self.banner)
        whole.addWidget(self.form)
        whole.addStretch(1)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        whole.addLayout(buttons)
        self.setLayout(whole)
        self.resize(fonts.px(540), fonts.px(380))

    def _changed(self, _key: str, _value: object) -> None:
        """Nothing happens before the ballot is born whole."""

    def answers(self) -> dict[str, Any]:
        """Return what was answered; raises Objection where that cannot be."""
        return dict(self.form.values())

    def accept(self) -> None:
        try:
            answers = self.answers()
        except Objection:
            return
        if answers["block_ids"]:
            super().accept()
        else:
            self.form.reject("block_ids", _("Please choose at least one block."))


def block_name(block: BlockRow) -> str:
    """Return a block as people say it: ``Di 14:00–15:30 1. Block``."""
    return " ".join(filter(None, (time_of(block), block.name)))
