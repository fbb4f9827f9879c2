"""The dialog of a ballot: its name, how many wishes, until when, and for which blocks."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ganztag.desktop.times import time_of
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
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


class BallotDialog(FormDialog):
    """Accepted only when all of it can be; ``answers()`` are name, wishes, closes and block_ids."""

    def __init__(self, owner: QWidget, blocks: Sequence[BlockRow], ballot: BallotRow | None, name: str) -> None:
        """*ballot* is the one that is changed, None for a new one, which is called *name* to begin with."""
        super().__init__(
            owner,
            _FIELDS,
            title=_("Change ballot") if ballot else _("New ballot"),
            words=_("On a ballot the children wish courses, so many for each block. The allocation then gives each "
                    "child one course in each block in which it has wishes."),
            verb=_("Change ballot") if ballot else _("Add ballot"),
            label_width=120,
        )  # fmt: skip
        self.form.offer("block_ids", [(block.id, block_name(block)) for block in blocks])
        self.form.show_values(
            {
                "name": ballot.name if ballot else name,
                "wishes": ballot.wishes if ballot else 3,
                "closes": ballot.closes if ballot else None,
                "block_ids": ballot.block_ids if ballot else frozenset(block.id for block in blocks),
            }
        )
        self.form.editor("name").setFocus()

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
