"""What can be done with people from the screen: their data, papers, contracts, and the table of their fees."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.staff.paper_dialog import PaperDialog
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.row_verbs import RowVerbs
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_, Message, _
from ganztag.operations import contracts, staff, staff_papers, usual_papers
from ganztag.operations.operation import Operation
from ganztag.queries.staff import StaffRow
from ganztag.queries.staff_papers import PaperRow

_PAPER_DEEDS: tuple[tuple[str, Message, Message | str], ...] = (
    ("seen", N_("Seen today"), N_("Space")),
    ("not_needed", N_("Not needed"), "–"),
    ("missing", N_("Missing again"), N_("Del")),
    ("open", N_("Change …"), N_("Enter")),
)


class StaffVerbs(RowVerbs):
    """The actions of the screen, and what its detail writes."""

    def __init__(self, desk: Desk, table: Table, banner: Banner) -> None:
        super().__init__(desk, table, banner, duplicate=_duplicate, delete=_delete)
        self._pointed: PaperRow | None = None

    def add(self) -> None:
        """Add a person under a name to be typed over, and choose it."""
        with objections(self._banner):
            self._table.choose(self._desk.office.do(staff.add(surname=_("New person"))))

    def edit(self, key: str, value: Any) -> None:
        """Set a field of the chosen person; objections are for the form."""
        row: StaffRow | None = self.chosen()
        if row is not None:
            self._desk.office.do(staff.edit(row.id, **{key: value}))

    def paper(self, deed: str, paper: PaperRow) -> None:
        """Note a paper as seen (today), missing or not_needed, or open it to be changed."""
        if deed == "open":
            self._ask_paper(paper)
            return
        if deed == paper.state == "missing":
            return
        deeds: dict[str, Callable[[int, int], Operation[Any]]] = {
            "seen": staff_papers.see, "missing": staff_papers.forget, "not_needed": staff_papers.spare,
        }  # fmt: skip
        with objections(self._banner):
            self._desk.office.do(deeds[deed](paper.staff_id, paper.requirement_id))

    def _ask_paper(self, paper: PaperRow) -> None:
        row: StaffRow | None = self._table.rows.row_of(paper.staff_id)
        dialog = PaperDialog(
            self._table.window(), row.full_name if row is not None else "", paper, self._desk.office.clock.today()
        )
        self._desk.ask.show(dialog.doing(partial(self._keep_paper, paper)))

    def _keep_paper(self, paper: PaperRow, dialog: PaperDialog) -> None:
        answers = dialog.answers()
        if answers["state"] == "missing":
            self._desk.office.do(staff_papers.forget(paper.staff_id, paper.requirement_id))
        else:
            self._desk.office.do(staff_papers.change(paper.staff_id, paper.requirement_id, **answers))

    def paper_menu(self, at: QPoint, paper: PaperRow | None) -> None:
        """Open what can be done with the paper under the cursor."""
        if paper is None:
            return
        self._pointed = paper
        menu = QMenu(self._table)
        for deed, words, key in _PAPER_DEEDS:
            action = QAction(f"{words}\t{key}", menu)
            action.setData(deed)
            action.triggered.connect(self._paper_picked)
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _paper_picked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._pointed is not None:
            self.paper(str(action.data()), self._pointed)

    def usual_papers(self) -> None:
        """Ask for the papers that schools usually want to see."""
        with objections(self._banner):
            self._desk.office.do(usual_papers.add_usual())

    def add_contract(self) -> None:
        row: StaffRow | None = self.chosen()
        if row is not None:
            with objections(self._banner):
                self._desk.office.do(contracts.add(row.id))

    def edit_contract(self, contract_id: int, key: str, value: Any) -> None:
        """Set a field of a contract; objections are for the form."""
        self._desk.office.do(contracts.edit(contract_id, **{key: value}))

    def delete_contract(self, contract_id: int) -> None:
        self.do_with_undo(contracts.delete(contract_id), _("The contract is deleted."))

    def declare(self, year: int, cents: int | None) -> None:
        """Note what the chosen person earned elsewhere; objections are for the form."""
        row: StaffRow | None = self.chosen()
        if row is not None:
            self._desk.office.do(contracts.declare(row.id, year, cents))


def _duplicate(person: StaffRow) -> Operation[int]:
    return staff.duplicate(person.id)


def _delete(person: StaffRow) -> tuple[Operation[None], str]:
    return staff.delete(person.id), _("{person} is deleted.", person=person.full_name)
