"""The preview of a copy of the offer: it plans anew at each tick, and writes only when its button is pressed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.reading_order import step
from ganztag.desktop.rollover.copy_choices import CopyBoxes
from ganztag.desktop.rollover.copy_detail import CopyDetail
from ganztag.desktop.rollover.copy_rows import COLUMNS, CopyRow, chips, copy_rows
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.filter_box import Choice, FilterBox
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.desktop.widgets.ticks import TickTable
from ganztag.language import _, ngettext, pgettext
from ganztag.operations.rollover.offer_copy import Copied, copy_offer
from ganztag.planning.rollover.copy_plan import CopyPlan, What
from ganztag.planning.rollover.copy_state import CopyState
from ganztag.planning.rollover.copying import plan_copy, ticked_at_first
from ganztag.queries import frame, rollover


class CopyDialog(QDialog):
    """Accepted when it was copied; then ``copied`` says what."""

    def __init__(self, desk: Desk, owner: QWidget | None, source_id: int, target_id: int | None) -> None:
        super().__init__(owner)
        self._desk = desk
        self.copied: Copied | None = None
        self.rows: Rows[CopyRow] = Rows(COLUMNS, parent=self)
        self.table = TickTable(self.rows, key="rollover/copy", memory=desk.memory, name=_("Preview"))
        self.head, self.banner, self.filters = PageHead(), Banner(), FilterBox(_("Search"))
        self.source, self.target = Choice(_("Offer of the")), Choice(_("into the"))
        self.boxes, self.detail = CopyBoxes(), CopyDetail()
        self.summary = Elided("", "body")
        self.copy_button = Button("", "copy", "primary")
        self._ticked: set[int] | None = None
        self._rules: dict[str, Callable[[CopyRow], bool]] = {}
        self._arrange()
        self._connect()
        self._offer_sources(source_id)
        self._offer_targets(target_id)
        self._read()
        self.table.setFocus()

    def _arrange(self) -> None:
        self.setWindowTitle(_("Copy the offer"))
        card = Card(bare=True)
        card.body.addWidget(self.table)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(fonts.px(14))
        both.addWidget(card)
        both.addWidget(self.detail)
        both.setSizes([7500, 2500])
        middle = row(gap=14)
        middle.addWidget(self.boxes)
        middle.addWidget(both, 1)
        whole = column(gap=12, margins=(24, 20, 24, 18))
        whole.addWidget(self.head)
        whole.addWidget(self.banner)
        whole.addLayout(self._half_years())
        whole.addLayout(middle, 1)
        whole.addLayout(self._foot())
        self.setLayout(whole)
        self.resize(fonts.px(1310), fonts.px(680))

    def _half_years(self) -> QHBoxLayout:
        line = row(gap=8)
        for words, choice in (
            (pgettext("copy the offer", "From"), self.source),
            (pgettext("copy the offer", "into"), self.target),
        ):
            label = Text(words)
            label.setBuddy(choice)
            line.addWidget(label)
            line.addWidget(choice)
            line.addSpacing(fonts.px(6))
        line.addWidget(self.filters, 1)
        return line

    def _foot(self) -> QHBoxLayout:
        foot = row(gap=8)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.copy_button.clicked.connect(self.accept)
        foot.addWidget(self.summary, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.copy_button)
        return foot

    def _connect(self) -> None:
        self.source.picked.connect(self._turn_source)
        self.target.picked.connect(self._turn_target)
        self.boxes.changed.connect(self._plan)
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.table.ticked.connect(self._tick)
        self.table.chosen.connect(self._show_row)

    def _offer_sources(self, source_id: int) -> None:
        terms = self._desk.office.read(frame.terms)
        self.source.offer([(term.id, term.name) for term in terms])
        self.source.pick(source_id)

    def _offer_targets(self, target_id: int | None = None) -> None:
        found = self._desk.office.read(rollover.targets, self._source_id())
        names = [one.name if one.id else _("{name} (new)", name=one.name) for one in found]
        self.target.offer([(one.id or 0, name) for one, name in zip(found, names, strict=True)])
        if target_id is not None:
            self.target.pick(target_id)

    def _source_id(self) -> int:
        return int(str(self.source.value()))

    def _target_id(self) -> int | None:
        return int(str(self.target.value())) or None

    def _turn_source(self, _key: object) -> None:
        self._offer_targets()
        self._turn_target(None)

    def _turn_target(self, _key: object) -> None:
        self._ticked = None
        self._read()

    def _read(self) -> None:
        """Read both half-years anew and plan."""
        self.state: CopyState = self._desk.office.read(rollover.to_copy, self._source_id(), self._target_id())
        if self._ticked is None:
            self._ticked = {course.id for course in self.state.courses if ticked_at_first(course)}
        self._plan()
        self.table.choose_first()

    def _plan(self) -> None:
        self.plan: CopyPlan = plan_copy(self.state, self.boxes.choices(frozenset(self._ticked or ())))
        self._show()

    def _show(self) -> None:
        plan, found = self.plan, copy_rows(self.plan)
        names = {"source": plan.state.source.name, "target": plan.state.target.name}
        self.head.show_texts(_("Copy the offer"), _("From the {source} into the {target}", **names))
        self.rows.show(found)
        self._show_chips(found)
        self.boxes.show_plan(plan)
        self._summarise()
        self._show_row(self.table.chosen_id())

    def _show_chips(self, found: list[CopyRow]) -> None:
        shown = list(chips(found))
        self._rules = {key: rule for key, _label, rule in shown}
        counted = [(key, str(label), sum(map(rule, found))) for key, label, rule in shown]
        self.filters.show_chips(counted)

    def _summarise(self) -> None:
        plan = self.plan
        new, completed = plan.count(What.NEW), plan.count(What.COMPLETED)
        words = [ngettext("{count} course comes over", "{count} courses come over", new)]
        if completed:
            words.append(ngettext("{count} is completed", "{count} are completed", completed))
        if plan.choices.children:
            words.append(
                ngettext(
                    "{count} place for a child who carries on", "{count} places for children who carry on", plan.carried
                )
            )
        if plan.not_taken:
            words.append(ngettext("{count} not taken over", "{count} not taken over", plan.not_taken))
        if plan.new_blocks:
            words.append(ngettext("{count} new block", "{count} new blocks", len(plan.new_blocks)))
        self.summary.setText(" · ".join(words))
        count = new + completed
        verb = ngettext("Copy {count} course", "Copy {count} courses", count) if count else _("Nothing to copy")
        self.copy_button.setText(verb)
        self.copy_button.setEnabled(bool(count))

    def _tick(self, keys: Sequence[int], on: bool) -> None:
        ticked = self._ticked or set()
        self._ticked = ticked | set(keys) if on else ticked - set(keys)
        self._plan()

    def _filter(self, key: str) -> None:
        self.rows.only(self._rules.get(key))
        self.table.choose_first()

    def _show_row(self, key: int | None) -> None:
        self.detail.show_row(self.plan, self.rows.row_of(key) if key is not None else None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)

    def accept(self) -> None:
        """Copy; where that cannot be, say why and stay."""
        with objections(self.banner):
            deed = copy_offer(self._source_id(), self._target_id(), self.plan.choices)
            self.copied = self._desk.office.do(deed)
            super().accept()
