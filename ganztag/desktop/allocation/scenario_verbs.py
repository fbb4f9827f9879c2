"""What can be done with a scenario: keep it by name, call it otherwise, throw it away, accept it."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ganztag.desktop import icons
from ganztag.desktop.allocation.cards.words import title_of
from ganztag.desktop.allocation.scenarios import Scenario, Scenarios
from ganztag.desktop.ask import PDF_FILE, objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.one_line import OneLine
from ganztag.language import Message, _
from ganztag.operations import allocation, carrying_over, scenarios
from ganztag.operations.printing import write_protocol
from ganztag.planning.asked import Asked
from ganztag.planning.changes import Parallel, words


class ScenarioVerbs(QObject):
    """``wanted(key, deed)``: a, b, ask, by_hand, protocol; ``changed()`` when what is known is another."""

    wanted = Signal(str, str)
    changed = Signal()

    def __init__(self, desk: Desk, known: Scenarios, banner: Banner, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._known, self._banner, self._owner = desk, known, banner, owner
        self.accepted: Message | None = None
        self._naming = ""

    # ---- the menu of a card

    def open_menu(self, key: str, at: QPoint) -> None:
        one = self._known.get(key)
        if one is None:
            return
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        for deed, icon, text, enabled in self._entries(one):
            if not deed:
                menu.addSeparator()
                continue
            action = QAction(icons.icon(icon), text, menu)
            action.setObjectName(deed)
            action.setEnabled(enabled)
            action.setData(key)
            action.triggered.connect(self._chosen)
            menu.addAction(action)
        menu.popup(at)

    def _entries(self, one: Scenario) -> list[tuple[str, str, str, bool]]:
        kept, key = one.kept is not None, one.key
        return [
            ("a", "check", _("Look at this one (A)"), key != self._known.a),
            ("b", "columns-3", _("Hold against A (B)"), key != self._known.a),
            ("", "", "", True),
            ("ask", "play", _("Calculate again with changes …"), True),
            ("by_hand", "pencil", _("Change by hand"), not one.old),
            ("protocol", "scroll-text", _("Protocol"), not one.old),
            ("", "", "", True),
            ("rename", "pin", _("Rename …") if kept else _("Keep …"), True),
            ("delete", "trash-2", _("Delete"), kept or key.startswith("tried")),
        ]

    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.do(str(action.data()), action.objectName())

    def do(self, key: str, deed: str) -> None:
        """Do what a card or its menu asks for."""
        if deed == "rename":
            self.name(key, QPoint())
        elif deed == "delete":
            self.delete(key)
        else:
            self.wanted.emit(key, deed)

    # ---- names

    def name(self, key: str, at: QPoint) -> None:
        """Ask what a scenario is to be called; one that was only tried is kept by that."""
        one = self._known.get(key)
        if one is None:
            return
        self._naming = key
        verb = _("Rename") if one.kept is not None else _("Keep")
        line = OneLine(_("What is the scenario called?"), verb, self._owner)
        line.given.connect(self._named)
        where = at if not at.isNull() else self._owner.mapToGlobal(QPoint(40, 160))
        line.ask_at(where, title_of(one))

    def _named(self, name: str) -> None:
        one, ballot = self._known.get(self._naming), self._known.ballot
        if one is None or ballot is None:
            return
        with objections(self._banner):
            if one.kept is not None:
                self._desk.office.do(scenarios.rename(one.kept, name))
            else:
                self.keep(one, name)

    def keep(self, one: Scenario, name: str) -> None:
        """Keep what was tried in the file; raises Objection for a name that cannot be."""
        ballot = self._known.ballot
        if ballot is None:
            return
        before = (self._known.a, self._known.b)
        kept = self._desk.office.do(scenarios.keep(ballot.id, name, one.plan, one.made.asked.changes_text()))
        self._known.a, self._known.b = before
        self._known.became_kept(one.key, kept)
        self.changed.emit()

    def delete(self, key: str) -> None:
        one = self._known.get(key)
        if one is None:
            return
        if one.kept is not None:
            with objections(self._banner):
                self._desk.office.do(scenarios.delete(one.kept))
        else:
            self._known.forget(key)
            self.changed.emit()

    # ---- accepting

    def accept(self, one: Scenario) -> bool:
        """Accept a plan as one deed; tell whether it was. What it changes of the offer is asked for before."""
        ballot, asked = self._known.ballot, one.made.asked
        if ballot is None or (asked.changes and not self._agreed(one)):
            return False
        office = self._desk.office
        before = office.revision
        with objections(self._banner):
            office.do(allocation.accept(one.plan, ballot.id, asked))
        if office.revision == before:
            return False
        self.accepted = office.undo_label
        return True

    def _agreed(self, one: Scenario) -> bool:
        told = "\n".join(str(words(change, one.made.problem)) for change in one.made.asked.changes)
        return self._desk.ask.confirm(
            self._owner,
            _("This plan changes the offer as well. Carry that over to the courses?"),
            verb=_("Carry over and accept"),
            advice=told,
        )

    def make_parallel(self, one: Scenario) -> Asked | None:
        """Make the parallel courses of a scenario real, if that is wanted; return what is to be calculated then."""
        ballot, asked = self._known.ballot, one.made.asked
        made_up = [change for change in asked.changes if isinstance(change, Parallel)]
        question = _("For this plan a parallel course is needed. Add it, and calculate again?")
        told = "\n".join(str(words(change, one.made.problem)) for change in made_up)
        agreed = self._desk.ask.confirm(self._owner, question, verb=_("Add and calculate again"), advice=told)
        if ballot is None or not agreed:
            return None
        done = False
        with objections(self._banner):
            for change in made_up:
                self._desk.office.do(carrying_over.make_parallel(ballot.id, change))
            done = True
        ids = {change.new_id for change in made_up}
        rest = [one for one in asked.changes if one not in made_up and getattr(one, "course", None) not in ids]
        return replace(asked, changes=tuple(rest)) if done else None

    def write_protocol(self, one: Scenario) -> None:
        """Write how a plan that is not accepted came about, to a file that is asked for."""
        ballot = self._known.ballot
        if ballot is None:
            return
        name = _("Protocol {name}", name=ballot.name)
        path = self._desk.ask.save_path(self._owner, PDF_FILE, title=_("Save the protocol"), name=name)
        if path is not None:
            with objections(self._banner):
                write_protocol(self._desk.office, ballot.id, one.made.problem, one.plan, path)
                self._banner.say(_("The protocol is saved: {name}", name=path.name), tone="ok")

    def is_last_deed(self) -> bool:
        """Whether undo would take the acceptance back."""
        return self.accepted is not None and self._desk.office.undo_label is self.accepted

    def undo(self) -> None:
        if self.is_last_deed():
            with objections(self._banner):
                self._desk.office.undo()
