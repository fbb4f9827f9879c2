"""The children of the year change: what becomes of each, and the exceptions that she decides."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.rollover.year_rows import PUPIL_COLUMNS, PupilRow, chips, pill, pupil_rows
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.filter_box import Choice, FilterBox
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.signs import PillSign
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext
from ganztag.planning.rollover.year_plan import Becomes, Fate, YearPlan


class YearPupils(QWidget):
    """``decided(ids, Fate or None)``; None: as the class."""

    decided = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows[PupilRow] = Rows(PUPIL_COLUMNS, parent=self)
        self.table = Table(self.rows, name=_("Children"))
        self.filters = FilterBox(_("Child or class"))
        self.who, self.now, self.sign = Text("", "card", wrap=True), Text("", "secondary", "muted"), PillSign()
        self.classes = Choice(_("Class in the new school year"))
        self.as_class = Button(_("As its class"), "rotate-ccw")
        self.stays = Button(_("Repeats the year"), "history")
        self.leaves = Button(_("Leaves the school"), "log-out")
        self.without = Button(_("Without a class"), "circle-dashed")
        self._rules: dict[str, Callable[[PupilRow], bool]] = {}
        self._detail = Card()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        card = Card(bare=True)
        card.body.addWidget(self.table)
        body = self._detail.body
        body.setSpacing(fonts.px(8))
        body.addWidget(self.who)
        body.addWidget(self.now)
        sign = row()
        sign.addWidget(self.sign)
        sign.addStretch(1)
        body.addLayout(sign)
        body.addSpacing(fonts.px(6))
        body.addWidget(Text(_("Decide otherwise"), "secondary_strong", "muted"))
        for widget in (self.stays, self.leaves, self.without, self.classes, self.as_class):
            body.addWidget(widget)
        body.addStretch(1)
        self._detail.setMinimumWidth(fonts.px(230))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(fonts.px(14))
        both.addWidget(card)
        both.addWidget(self._detail)
        both.setSizes([7000, 2800])
        whole = column(gap=12)
        whole.addWidget(self.filters)
        whole.addWidget(both, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.chosen.connect(self._show_chosen)
        self.stays.clicked.connect(self._stay)
        self.leaves.clicked.connect(self._leave)
        self.without.clicked.connect(self._be_without)
        self.as_class.clicked.connect(self._as_class)
        self.classes.picked.connect(self._move)

    def show_plan(self, plan: YearPlan) -> None:
        found = pupil_rows(plan)
        self.rows.show(found)
        shown = list(chips(found))
        self._rules = {key: rule for key, _label, rule in shown}
        self.filters.show_chips([(key, str(label), sum(map(rule, found))) for key, label, rule in shown])
        names = sorted({one.name for one in plan.state.new_classes} | {one.name for one in plan.new_classes
                        if one.kind == "class"})  # fmt: skip
        self.classes.offer([(None, _("Into another class …")), *((name, name) for name in names)])
        self.table.choose_first()
        self._show_chosen()

    def _filter(self, key: str) -> None:
        self.rows.only(self._rules.get(key))
        self.table.choose_first()

    def chosen(self) -> list[PupilRow]:
        return [row for key in self.table.selected_ids() if (row := self.rows.row_of(key)) is not None]

    def _show_chosen(self, *_args: object) -> None:
        found = self.chosen()
        can = bool(found) and all(row.line.becomes is not Becomes.THERE for row in found)
        for widget in (self.stays, self.leaves, self.without, self.classes):
            widget.setEnabled(can)
        self.as_class.setEnabled(can and any(row.line.by_hand for row in found))
        self.classes.pick(None)
        if len(found) != 1:
            several = ngettext("{count} child", "{count} children", len(found))
            self.who.setText(several if found else _("Choose a child to decide otherwise."))
            self.now.setText("")
            self.sign.hide()
            return
        line = found[0].line
        self.who.setText(line.pupil.name)
        then = line.class_name or (_("year group {year}", year=line.label) if line.label else "–")
        self.now.setText(_("{before} → {then}", before=line.before or "–", then=then))
        self.sign.show_pill(pill(line.becomes))

    def _decide(self, fate: Fate | None) -> None:
        ids = tuple(row.id for row in self.chosen())
        if ids:
            self.decided.emit(ids, fate)

    def _stay(self) -> None:
        self._decide(Fate(Becomes.STAYS))

    def _leave(self) -> None:
        self._decide(Fate(Becomes.LEAVES))

    def _be_without(self) -> None:
        self._decide(Fate(Becomes.WITHOUT))

    def _as_class(self) -> None:
        self._decide(None)

    def _move(self, name: object) -> None:
        if name is not None:
            self._decide(Fate(Becomes.MOVES, str(name)))
