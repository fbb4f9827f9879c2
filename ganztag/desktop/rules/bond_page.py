"""The page of those who are together or apart; siblings are proposed."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ganztag.desktop import icons
from ganztag.desktop.rules.entry_form import EntryForm
from ganztag.desktop.rules.page import Writing
from ganztag.desktop.rules.siblings import Siblings
from ganztag.desktop.widgets.card import Card, Scroll, row
from ganztag.desktop.widgets.cells import MUTED, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_, _
from ganztag.operations import bonds
from ganztag.queries import rules as queries
from ganztag.queries.rules import BondRow

FIELDS = (
    Field("pupil_id", N_("Child"), Kind.SEEK, needed=True),
    Field("other_id", N_("and child"), Kind.SEEK, needed=True),
    Field("kind", N_("Together or apart"), Kind.CHOICE, half=True),
    Field("must", N_("How strictly"), Kind.CHOICE, half=True),
    Field("reason", N_("Reason"), hint=N_("siblings, friends, a quarrel …")),
    Field("ballot_id", N_("Holds for"), Kind.CHOICE),
)


def _what(bond: BondRow) -> Pill:
    if bond.kind == "together":
        return Pill(_("must be together"), "accent") if bond.must else Pill(_("together, if possible"), "muted")
    return Pill(_("never together"), "warn") if bond.must else Pill(_("apart, if possible"), "muted")


COLUMNS: tuple[Column[BondRow], ...] = (
    Column("name", N_("Child"), shown=lambda bond: bond.name, cell=STRONG, width=204),
    Column("what", N_("How"), shown=_what, cell=PILL, width=164),
    Column("other", N_("and child"), shown=lambda bond: bond.other_name, cell=STRONG, width=204),
    Column("reason", N_("Reason"), shown=lambda bond: bond.reason, cell=MUTED, width=100, stretch=True),
)  # fmt: skip


class BondPage(QWidget):
    """``refresh()`` reads the bonds as the file has them now."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self.rows: Rows[BondRow] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, name=_("Together and apart"))
        self.entry = EntryForm(
            FIELDS,
            ((_("Two children"), _("Add")), (_("Change"), _("Keep the change"))),
            _("Cancel"),
            ("pupil_id", "other_id", "ballot_id"),
        )
        self.siblings = Siblings()
        self.remove = QAction(icons.icon("trash-2"), _("Remove"), self)
        self.remove.setShortcut(QKeySequence.StandardKey.Delete)
        self._empty, self._pages = Empty("users"), QStackedWidget()
        self._empty.show_texts(
            _("Nobody is bound to anybody"),
            _("Two children can be together in each course, or apart: they must, or if it is possible. Siblings are "
              "proposed at the right."),
        )  # fmt: skip
        self._arrange()
        self._connect()
        self._offer()

    def _arrange(self) -> None:
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        card, side, both = Card(bare=True), Scroll(gap=14), row(gap=14)
        card.body.addWidget(self._pages)
        side.body.addWidget(self.entry)
        side.body.addWidget(self.siblings, 1)
        side.setMinimumWidth(self.entry.width())  # a low screen scrolls it
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        both.addWidget(card, 1)
        both.addWidget(side)
        self.setLayout(both)

    def _connect(self) -> None:
        self.table.offer([self.remove])
        self.table.opened.connect(self._edit)
        self.remove.triggered.connect(self._remove)
        self.entry.confirmed.connect(self._keep)
        self.entry.left.connect(self._new)
        self.siblings.taken.connect(self._take)

    def _offer(self) -> None:
        form, offered = self.entry.form, self._writing.offered
        for key in ("pupil_id", "other_id"):
            form.offer(key, offered.children)
        form.offer("kind", [("together", _("together")), ("apart", _("apart"))])
        form.offer("must", [(False, _("if possible")), (True, _("must"))])
        form.offer("ballot_id", self._writing.scope())
        self._new()

    def begin(self) -> None:
        self.entry.form.editor("pupil_id").setFocus()

    def count(self) -> int:
        return len(self.rows.all())

    def refresh(self) -> None:
        office, ballot = self._writing.desk.office, self._writing.offered.ballot_id
        found = office.read(queries.bonds, ballot)
        self.rows.show(found)
        self._pages.setCurrentIndex(0 if found else 1)
        self.siblings.show_pairs(office.read(queries.sibling_proposals, ballot))
        if self.entry.key is not None and self.rows.row_of(self.entry.key) is None:
            self._new()

    def _new(self) -> None:
        self.entry.begin({"kind": "together", "must": False, "reason": ""})

    def _edit(self, key: int) -> None:
        bond = self.rows.row_of(key)
        if bond is not None:
            subject = _("{one} and {other}", one=bond.name, other=bond.other_name)
            self.entry.begin({field.key: getattr(bond, field.key) for field in FIELDS}, key, subject)
            self.entry.form.editor("kind").setFocus()

    def _keep(self) -> None:
        values, key = self.entry.form.values(), self.entry.key
        ballot, one, other = values.pop("ballot_id"), values.pop("pupil_id"), values.pop("other_id")
        if key is not None:
            deed = bonds.edit(key, **values)
        else:
            deed = bonds.add(one, other, values.pop("kind"), ballot, **values)
        done = self._writing.do(deed)
        if done is not None:
            self._new()
            self.table.choose(done)
            self.begin()

    def _remove(self) -> None:
        key = self.table.chosen_id()
        if key is not None:
            self._writing.do(bonds.remove(key), _("The entry is removed."))

    def _take(self, one: int, other: int) -> None:
        deed = bonds.add(one, other, "together", reason=_("siblings"))
        if self._writing.do(deed) is not None:
            self.siblings.table.setFocus()
