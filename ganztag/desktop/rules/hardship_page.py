"""The page of children who come before others, each with the reason."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop import icons
from ganztag.desktop.rules.entry_form import EntryForm
from ganztag.desktop.rules.page import Writing
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.cells import MUTED, NUMBER, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.domain.rules import MOST_WEIGHT
from ganztag.language import N_, _, number
from ganztag.operations import bonds
from ganztag.queries import rules as queries
from ganztag.queries.rules import HardshipRow

FIELDS = (
    Field("pupil_id", N_("Child"), Kind.SEEK, needed=True),
    Field("reason", N_("Reason"), hint=N_("kept, for all who ask later"), needed=True),
    Field("weight", N_("Weight (1 to 5; 5 counts most)"), Kind.NUMBER, lowest=1, highest=MOST_WEIGHT, needed=True),
    Field("ballot_id", N_("Holds for"), Kind.CHOICE),
)
COLUMNS: tuple[Column[HardshipRow], ...] = (
    Column("name", N_("Child"), shown=lambda found: found.name, cell=STRONG, width=180),
    Column("reason", N_("Reason"), shown=lambda found: found.reason, cell=MUTED, width=220, stretch=True),
    Column("weight", N_("Weight"), shown=lambda found: number(found.weight), sorted_by=lambda found: found.weight,
           cell=NUMBER, width=80),
)  # fmt: skip


class HardshipPage(QWidget):
    """``refresh()`` reads the cases as the file has them now."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self.rows: Rows[HardshipRow] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, name=_("Hardship"))
        self.entry = EntryForm(
            FIELDS,
            ((_("A child comes first"), _("Add")), (_("Change"), _("Keep the change"))),
            _("Cancel"),
            ("pupil_id", "ballot_id"),
        )
        self.remove = QAction(icons.icon("trash-2"), _("Remove"), self)
        self.remove.setShortcut(QKeySequence.StandardKey.Delete)
        self._empty, self._pages = Empty("star"), QStackedWidget()
        self._empty.show_texts(
            _("No hardship"),
            _("A child with a good reason comes before others where places are short. The reason is kept and is "
              "never printed in letters."),
        )  # fmt: skip
        self._arrange()
        self.table.offer([self.remove])
        self.table.opened.connect(self._edit)
        self.remove.triggered.connect(self._remove)
        self.entry.confirmed.connect(self._keep)
        self.entry.left.connect(self._new)
        self.entry.form.offer("pupil_id", writing.offered.children)
        self.entry.form.offer("ballot_id", writing.scope())
        self._new()

    def _arrange(self) -> None:
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        card, side, both = Card(bare=True), column(), row(gap=14)
        card.body.addWidget(self._pages)
        side.addWidget(self.entry)
        side.addStretch(1)
        both.addWidget(card, 1)
        both.addLayout(side)
        self.setLayout(both)

    def begin(self) -> None:
        self.entry.form.editor("pupil_id").setFocus()

    def count(self) -> int:
        return len(self.rows.all())

    def refresh(self) -> None:
        found = self._writing.desk.office.read(queries.hardships, self._writing.offered.ballot_id)
        self.rows.show(found)
        self._pages.setCurrentIndex(0 if found else 1)
        if self.entry.key is not None and self.rows.row_of(self.entry.key) is None:
            self._new()

    def _new(self) -> None:
        self.entry.begin({"reason": "", "weight": 1})

    def _edit(self, key: int) -> None:
        found = self.rows.row_of(key)
        if found is not None:
            self.entry.begin({field.key: getattr(found, field.key) for field in FIELDS}, key, found.name)
            self.entry.form.editor("reason").setFocus()

    def _keep(self) -> None:
        values, key = self.entry.form.values(), self.entry.key
        if key is not None:
            deed = bonds.edit_hardship(key, reason=values["reason"], weight=values["weight"])
        else:
            deed = bonds.add_hardship(values["pupil_id"], values["reason"], values["ballot_id"], values["weight"])
        done = self._writing.do(deed)
        if done is not None:
            self._new()
            self.table.choose(done)
            self.begin()

    def _remove(self) -> None:
        key = self.table.chosen_id()
        if key is not None:
            self._writing.do(bonds.remove_hardship(key), _("The entry is removed."))
