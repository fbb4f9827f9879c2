"""The page of the goals: what is met first; moved by buttons, or by Alt and the arrows."""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.rules.page import Writing
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.cells import MUTED, NUMBER, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.domain.rules import ORDER_GAP
from ganztag.language import N_, Message, _, number
from ganztag.operations import rules
from ganztag.planning import levels
from ganztag.planning.policy import Policy
from ganztag.queries import rules as queries

WHEN: dict[str, Message] = {
    "unmet": N_("where rules say how many courses a child takes"),
    "unplaced": N_("always"),
    "unwished": N_("where children whose wishes cannot be met are placed all the same"),
    "no good wish": N_("always"),
    "priority": N_("where somebody comes first"),
    "repeats": N_("where who had a course before comes after the others"),
    "far": N_("always; one after the other, the worst first"),
    "first wishes": N_("always"),
    "worst week": N_("always"),
    "week": N_("always"),
    "compensation": N_("where bad luck of earlier ballots is made up for"),
    "bonds": N_("where two are together or apart, if possible"),
    "sizes": N_("where courses have an ideal size"),
    "balance": N_("where girls and boys are to be in balance"),
}


@dataclass(frozen=True)
class Goal:
    """A group of levels at its place, from 1."""

    id: int
    group: str

    @property
    def name(self) -> str:
        return str(levels.label(self.group))


COLUMNS: tuple[Column[Goal], ...] = (
    Column("place", N_("Place"), shown=lambda goal: number(goal.id), sorted_by=lambda goal: goal.id, cell=NUMBER,
           width=68),
    Column("name", N_("What counts"), shown=lambda goal: goal.name, cell=STRONG, width=320, stretch=True),
    Column("when", N_("When it counts"), shown=lambda goal: str(WHEN.get(goal.group, "")), cell=MUTED, width=450,
           gives_way=True),
)  # fmt: skip


class OrderPage(QWidget):
    """Each goal has an order of its own; it holds for all ballots, or for this one only."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self.rows: Rows[Goal] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, name=_("Order of the goals"))
        self.table.horizontalHeader().setSectionsClickable(False)
        self.goals = Segmented([(goal, str(levels.goal_label(goal))) for goal in levels.GOALS], _("Goal"))
        self.scope = Choice(_("Holds for"))
        self.up, self.down = Button(_("Up"), "chevron-up"), Button(_("Down"), "chevron-down")
        self.usual = Button(_("As usual"), "rotate-ccw")
        self._state = Text("", "secondary", "muted", wrap=True)
        self.scope.offer(writing.scope())
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        head, card, whole = row(gap=10), Card(bare=True), column(gap=12)
        head.addWidget(self.goals)
        head.addWidget(self.scope)
        head.addStretch(1)
        for button in (self.up, self.down, self.usual):
            head.addWidget(button)
        card.body.addWidget(self.table)
        words = _("What stands above is met as well as can be, whatever that costs below. At the very end the lot "
                  "decides between plans that are equally good.")  # fmt: skip
        whole.addWidget(Text(words, "body", "muted", wrap=True))
        whole.addLayout(head)
        whole.addWidget(card, 1)
        whole.addWidget(self._state)
        self.setLayout(whole)
        self.scope.setMinimumWidth(fonts.px(190))

    def _connect(self) -> None:
        self.goals.picked.connect(self.refresh)
        self.scope.picked.connect(self.refresh)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.usual.clicked.connect(self._reset)
        actions = []
        for icon, words, keys, slot in (
            ("chevron-up", _("Up"), "Alt+Up", self._up),
            ("chevron-down", _("Down"), "Alt+Down", self._down),
        ):
            action = QAction(icons.icon(icon), words, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            actions.append(action)
        self.table.offer(actions)
        self.up.setToolTip(_("Alt and arrow up"))
        self.down.setToolTip(_("Alt and arrow down"))

    def begin(self) -> None:
        self.table.choose_first()
        self.table.setFocus()

    def count(self) -> int:
        return len(self.rows.all())

    def refresh(self, *_picked: object) -> None:
        kept, own = self._kept()
        groups = levels.groups_in_order(Policy(self.goals.key(), order=kept))
        chosen = self._chosen()
        self.rows.show([Goal(place, group) for place, group in enumerate(groups, start=1)])
        if chosen in groups:
            self.table.choose(groups.index(chosen) + 1)
        self.usual.setEnabled(own)
        self._state.setText(self._words(kept, own))

    def _words(self, kept: tuple[str, ...], own: bool) -> str:
        if own:
            return _("This is the school’s own order. The usual one is one button away.")
        if kept:
            return _("This ballot follows the order that holds for all ballots.")
        return _("This is the usual order of the goal.")

    def _kept(self) -> tuple[tuple[str, ...], bool]:
        """Return the order that holds in the chosen scope, and whether it was set there itself."""
        scope, goal = self._scope(), self.goals.key()
        found = self._writing.desk.office.read(queries.rules, scope)
        mine = [one for one in found if one.kind == "order" and one.word == goal and one.active]
        if not mine:
            return (), False
        return tuple(mine[-1].note.split(ORDER_GAP)), mine[-1].ballot_id == scope

    def _scope(self) -> int | None:
        value = self.scope.value()
        return value if isinstance(value, int) else None

    def _chosen(self) -> str | None:
        key = self.table.chosen_id()
        goal = self.rows.row_of(key) if key is not None else None
        return goal.group if goal is not None else None

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        groups, chosen = [goal.group for goal in self.rows.all()], self._chosen()
        if chosen is None:
            return
        place = groups.index(chosen)
        other = place + step
        if 0 <= other < len(groups):
            groups[place], groups[other] = groups[other], groups[place]
            self._writing.do(rules.set_order(self._scope(), groups, self.goals.key()))
            self.table.choose(other + 1)

    def _reset(self) -> None:
        deed = rules.set_order(self._scope(), (), self.goals.key())
        self._writing.do(deed, _("The goals stand in the usual order again."))
