"""The partner organisations: their list, and the chosen one beside it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag import language
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.screens import ListAndDetail
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, emptied
from ganztag.desktop.widgets.cells import MUTED, NUMBER, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.row_verbs import RowVerbs
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.language import N_, _, ngettext, number
from ganztag.operations import partners
from ganztag.operations.operation import Operation
from ganztag.queries.partners import PartnerRow

COLUMNS: tuple[Column[PartnerRow], ...] = (
    Column("name", N_("Partner"), shown=lambda row: row.name, cell=STRONG, width=180, stretch=True),
    Column("contact", N_("Contact"), shown=lambda row: row.contact, width=140),
    Column("phone", N_("Phone"), shown=lambda row: row.phone, cell=MUTED, width=130),
    Column("agreement", N_("Agreement"), shown=lambda row: row.agreement, cell=MUTED, width=150, gives_way=True),
    Column("ends", N_("Agreed until"), shown=lambda row: "" if row.ends is None else language.date(row.ends),
           sorted_by=lambda row: (row.ends is None, row.ends), cell=MUTED, width=116),
    Column("people", N_("People"), shown=lambda row: number(len(row.people)), sorted_by=lambda row: len(row.people),
           cell=NUMBER, width=90),
)  # fmt: skip
FIELDS = (
    Field("name", N_("Partner"), needed=True),
    Field("contact", N_("Contact"), half=True),
    Field("phone", N_("Phone"), half=True),
    Field("email", N_("E-mail")),
    Field("agreement", N_("Agreement"), hint=N_("Cooperation agreement of 1.8.2026 …")),
    Field("starts", N_("First day"), Kind.DATE, half=True),
    Field("ends", N_("Last day"), Kind.DATE, half=True),
    Field("note", N_("Note"), Kind.LINES),
)


class PartnerVerbs(RowVerbs):
    """Add, change, duplicate and delete partners."""

    def __init__(self, desk: Desk, table: Table, banner: Banner) -> None:
        super().__init__(desk, table, banner, duplicate=_duplicate, delete=_delete)

    def add(self) -> None:
        """Add a partner under the first free name, and choose it."""
        taken = {row.name for row in self._table.rows.all()}
        names = (_("New partner {number}", number=place) for place in range(1, len(taken) + 2))
        with objections(self._banner):
            name = next(name for name in names if name not in taken)
            self._table.choose(self._desk.office.do(partners.add(name)))

    def edit(self, key: str, value: Any) -> None:
        """Set a field of the chosen partner; objections are for the form."""
        row: PartnerRow | None = self.chosen()
        if row is not None:
            self._desk.office.do(partners.edit(row.id, row.name, **{key: value}))


class PartnerList(QWidget):
    """``person_wanted(id)`` leads to somebody who comes from the partner."""

    person_wanted = Signal(int)

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__()
        self.rows: Rows[PartnerRow] = Rows(COLUMNS, found_by=lambda row: row.search_key, parent=self)
        self.table = Table(self.rows, key="staff/partners", memory=desk.memory)
        self.verbs = PartnerVerbs(desk, self.table, banner)
        self.detail, self.form = DetailPanel(), Form(FIELDS, self.verbs.edit, above=True)
        self._people = self.detail.add_section()
        self.detail.add(self.form)
        self.empty = Empty("users")
        self.add_first = self.empty.add_button("", "plus", self.add, primary=False)
        card = Card(bare=True)
        card.body.addWidget(self.table)
        self._both = ListAndDetail(card, self.detail, key="staff/partners", memory=desk.memory, shares=(2, 1))
        whole = column()
        whole.addWidget(self._both)
        whole.addWidget(self.empty)
        self.setLayout(whole)
        self.table.chosen.connect(self._show_chosen)
        self.table.chosen.connect(self.detail.to_top)
        self.table.opened.connect(self._edit_chosen)
        self.table.offer(self.verbs.all())
        self.detail.offer(self.verbs.all())

    def retranslate(self) -> None:
        self.table.setAccessibleName(_("Partners"))
        self.add_first.setText(_("Add partner"))
        self.empty.show_texts(
            _("No partners yet"),
            _("Here stand the organisations that leaders come from: sports clubs, music schools, care providers, with "
              "contact and agreement."),
        )  # fmt: skip
        for part in (self.verbs, self.form, self.rows):
            part.retranslate()

    def show_partners(self, rows: list[PartnerRow]) -> None:
        self.rows.show(rows)
        self._both.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.choose_first()
        self._show_chosen()

    def add(self) -> None:
        self.verbs.add()
        self._edit_chosen()

    def _edit_chosen(self, *_args: object) -> None:
        self.form.edit("name")

    def _show_chosen(self, *_args: object) -> None:
        row: PartnerRow | None = self.verbs.chosen()
        for action in self.verbs.all():
            action.setEnabled(row is not None)
        if row is None:
            self.detail.show_nothing(_("Choose a partner on the left to see and change it."))
            return
        count = ngettext("{count} person", "{count} people", len(row.people))
        self.detail.show_head(row.name, " · ".join(part for part in (row.contact, count) if part))
        self._people.name(_("People"))
        emptied(self._people.body)
        if not row.people:
            words = _("Nobody comes from here yet. It is chosen at the person, under “Partner”.")
            self._people.body.addWidget(Text(words, "secondary", "muted", wrap=True))
        for staff_id, name in row.people:
            button = Button(name, kind="link")
            button.setObjectName(str(staff_id))
            button.clicked.connect(self._person_pressed)
            self._people.body.addWidget(button)
        self.form.show_values({field.key: getattr(row, field.key) for field in FIELDS})

    def _person_pressed(self) -> None:
        button = self.sender()
        if button is not None:
            self.person_wanted.emit(int(button.objectName()))


def _duplicate(partner: PartnerRow) -> Operation[int]:
    return partners.duplicate(partner.id, partner.name)


def _delete(partner: PartnerRow) -> tuple[Operation[None], str]:
    return partners.delete(partner.id, partner.name), _("{partner} is deleted.", partner=partner.name)
