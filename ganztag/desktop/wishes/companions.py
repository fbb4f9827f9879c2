"""With whom a child wants to be and with whom not: set from the grid of wishes, for this ballot."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.search_popup import SearchPopup
from ganztag.domain.search import matches
from ganztag.language import N_, Message, _
from ganztag.operations import bonds
from ganztag.queries import rules
from ganztag.queries.ballots import BallotRow
from ganztag.queries.rules import BondRow
from ganztag.queries.wishes import WishRow, WishSheet

_WAYS: dict[str, tuple[Message, str, str, bool]] = {
    "with": (N_("Together with … (F4)"), "users", "together", False),
    "not": (N_("Not together with …"), "user-x", "apart", False),
    "never": (N_("Never together with …"), "user-x", "apart", True),
}
_SHORT = {
    ("together", False): N_("with {other}"),
    ("together", True): N_("must be with {other}"),
    ("apart", False): N_("not with {other}"),
    ("apart", True): N_("never with {other}"),
}
_REMOVE = N_("Remove: {bond}")


@dataclass(frozen=True, slots=True)
class Companion:
    """A bond as one of its two children has it: in few words, and in a whole sentence."""

    bond_id: int
    short: str
    whole: str


class CompanionVerbs(QObject):
    """``ballot`` is the one it is about; ``refresh`` reads who is bound in it."""

    def __init__(self, desk: Desk, owner: QWidget, banner: Banner) -> None:
        super().__init__(owner)
        self._desk, self._owner, self._banner = desk, owner, banner
        self.ballot: BallotRow | None = None
        self._sheet: WishSheet | None = None
        self._bound: dict[int, list[BondRow]] = {}
        self._pupil: int | None = None
        self._at = QPoint()
        self.ways = {key: QAction(icons.icon(icon), "", self) for key, (_words, icon, *_rest) in _WAYS.items()}
        for key, action in self.ways.items():
            action.setData(key)
            action.triggered.connect(self._choose)

    def retranslate(self) -> None:
        for key, (words, *_rest) in _WAYS.items():
            self.ways[key].setText(str(words))

    def refresh(self, ballot: BallotRow | None) -> None:
        self.ballot = ballot
        found: dict[int, list[BondRow]] = defaultdict(list)
        if ballot is not None:
            for bond in self._desk.office.read(rules.bonds, ballot.id):
                found[bond.pupil_id].append(bond)
                found[bond.other_id].append(bond)
        self._bound = dict(found)

    def show_sheet(self, of: WishSheet) -> None:
        """Take the children among whom one is chosen."""
        self._sheet = of

    def bound_children(self) -> frozenset[int]:
        """Return who is bound to anybody."""
        return frozenset(self._bound)

    def of(self, pupil_id: int | None) -> tuple[Companion, ...]:
        """Return to whom a child is bound."""
        found = []
        for bond in self._bound.get(pupil_id or 0, ()):
            other = bond.other_name if bond.pupil_id == pupil_id else bond.name
            found.append(Companion(bond.id, str(_SHORT[bond.kind, bond.must].filled(other=other)), str(bond.words)))
        return tuple(found)

    def actions(self, pupil_id: int | None, at: QPoint, menu: QObject) -> list[QAction]:
        """Return what the menu of a child offers: to bind it, and to take back what binds it."""
        self._pupil, self._at = pupil_id, at
        removing = []
        for one in self.of(pupil_id):
            action = QAction(icons.icon("x"), str(_REMOVE.filled(bond=one.short)), menu)
            action.setData(one.bond_id)
            action.triggered.connect(self._remove)
            removing.append(action)
        return [*self.ways.values(), *removing]

    def open_finder(self, pupil_id: int | None, at: QPoint, way: str = "with") -> None:
        """Let her choose the other child by its name."""
        if self._sheet is None or self.ballot is None or pupil_id is None:
            return
        here = next((row for row in self._sheet.rows if row.id == pupil_id), None)
        if here is None:
            return
        self._pupil = pupil_id
        names = {
            "with": _("With whom does {child} want to be?", child=here.voter.name),
            "not": _("With whom does {child} rather not want to be?", child=here.voter.name),
            "never": _("With whom must {child} not be?", child=here.voter.name),
        }
        finder = child_finder(here, self._sheet.rows, names[way], self._owner)
        finder.setProperty("way", way)
        finder.picked.connect(self._bind)
        finder.open_at(at)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open_finder(self._pupil, self._at, action.data())

    def _bind(self, other: object) -> None:
        finder = self.sender()
        if finder is None or self.ballot is None or self._pupil is None or not isinstance(other, int):
            return
        _words, _icon, kind, must = _WAYS[str(finder.property("way"))]
        with objections(self._banner):
            self._desk.office.do(bonds.add(self._pupil, other, kind, self.ballot.id, must=must))

    def _remove(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.remove(action.data())

    def remove(self, bond_id: int) -> None:
        with objections(self._banner):
            self._desk.office.do(bonds.remove(bond_id))


def child_finder(here: WishRow, rows: Sequence[WishRow], hint: str, parent: QWidget) -> SearchPopup:
    """Return the popup with the other children of a ballot, those of its own class first."""
    others = sorted((row for row in rows if row.id != here.id), key=lambda row: _elsewhere(here, row))

    def find(wanted: tuple[str, ...]) -> Iterator[tuple[int, str]]:
        for row in others:
            voter = row.voter
            if matches(voter.search_key, wanted):
                yield voter.id, f"{voter.name}   {voter.class_name}".rstrip()

    return SearchPopup(find, parent, hint=hint, name=_("Children"), size=(400, 300))


def _elsewhere(here: WishRow, row: WishRow) -> bool:
    return row.voter.class_id != here.voter.class_id
