"""The middle column: which courses, classes or children get their sheet, and how the sheets become files."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.lists.entries import Entry, Offer
from ganztag.desktop.lists.papers import PaperWords
from ganztag.desktop.lists.ticks import COLUMNS, EntryTable
from ganztag.desktop.widgets.card import Card, row
from ganztag.desktop.widgets.filter_box import Choice, SearchField
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.text import Text, rule
from ganztag.language import _, number

_ALL = ""  # the filter's value that hides nothing


class Output(StrEnum):
    ONE_FILE = "one"
    ONE_EACH = "each"


class Chooser(Card):
    """``changed`` when boxes were ticked, ``looked_at(id or None)`` when another sheet is to be seen.

    ``ballot.picked(id)`` when she wants the sheets of another ballot.
    """

    changed = Signal()
    looked_at = Signal(object)

    def __init__(self) -> None:
        super().__init__(bare=True)
        self.setMinimumWidth(fonts.px(310))
        self.rows: Rows[Entry] = Rows(COLUMNS, found_by=_found_by, parent=self)
        self.table = EntryTable(self.rows)
        self.search, self.filter, self.output, self.ballot = SearchField(), Choice(most=152), Choice(), Choice()
        self.all_box = QCheckBox()
        self._output_label = Text("", "secondary", "muted")
        self._entries: Sequence[Entry] = ()
        self._marked: dict[str, set[int]] = {}
        self._looked_at: dict[str, int] = {}
        self._paper = ""
        self._count = Text("", "secondary", "muted")
        self._arrange()
        self.search.textChanged.connect(self._look_for)
        self.search.left_down.connect(self._to_list)
        self.filter.picked.connect(self._filtered)
        self.all_box.clicked.connect(self._tick_all)
        self.table.ticked.connect(self._tick)
        self.table.chosen.connect(self.looked_at)
        self.rows.counted.connect(self._show_all_box)

    def _arrange(self) -> None:
        self.name(" ")
        self.head.addWidget(self._count)
        which = row(margins=(15, 8, 15, 0))
        which.addWidget(self.ballot, 1)
        find = row(gap=8, margins=(15, 8, 15, 8))
        find.addWidget(self.search, 1)
        find.addWidget(self.filter)
        heading = row(margins=(15, 4, 15, 8))
        self.all_box.setFont(fonts.font("secondary_strong"))
        heading.addWidget(self.all_box)
        foot = row(gap=10, margins=(15, 12, 15, 12))
        foot.addWidget(self._output_label)
        foot.addWidget(self.output, 1)
        self.body.addLayout(which)
        self.body.addLayout(find)
        self.body.addLayout(heading)
        self.body.addWidget(rule(strong=True))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(rule())
        self.body.addLayout(foot)
        order = (self.ballot, self.search, self.filter, self.all_box, self.table, self.output)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def retranslate(self) -> None:
        self._output_label.setText(_("As a file"))
        self.ballot.setAccessibleName(_("Ballot"))
        self.output.setAccessibleName(_("As a file"))
        self.output.offer([(Output.ONE_FILE, _("all in one PDF")), (Output.ONE_EACH, _("one file for each"))])
        self.rows.retranslate()

    def show_offer(self, words: PaperWords, offer: Offer) -> None:
        """Show what can be printed on a paper; what was ticked for it stays ticked."""
        if words.key != self._paper:
            self._turn_to(words.key)
        self._entries = offer.entries
        self._mine().intersection_update(entry.id for entry in offer.entries)
        self.search.hint(str(words.search))
        self.filter.setVisible(bool(offer.filters))
        self.filter.offer([(_ALL, str(words.everything)), *offer.filters])
        self.filter.setAccessibleName(str(words.everything))
        self.all_box.setText(str(words.column))
        self.table.setAccessibleName(str(words.title))
        self.name(str(words.title))
        self._filtered(self.filter.value())
        self._show()
        before = self._looked_at.pop(words.key, None)
        if before is not None:
            self.table.choose(before)
        self.table.choose_first()

    def show_ballots(self, ballots: Sequence[tuple[int, str]], chosen: int | None) -> None:
        """Let her choose between the ballots, where there are several and the paper is that of one."""
        self.ballot.offer(ballots)
        self.ballot.pick(chosen)
        self.ballot.setVisible(len(ballots) > 1)

    def _turn_to(self, paper: str) -> None:
        """Empty the list: a class may have the id of a course, and must not be taken for it."""
        here = self.table.chosen_id()
        if here is not None:
            self._looked_at[self._paper] = here
        self._paper, self._entries = paper, ()
        self.search.clear()
        self.filter.pick(_ALL)
        self.rows.show(())

    def marked(self) -> list[int]:
        """Return what is ticked, in the order in which it is printed."""
        mine = self._mine()
        return [entry.id for entry in self._entries if entry.id in mine]

    def wanted(self) -> list[int]:
        """Return the sheets to print: those that are ticked, else the one that is looked at."""
        looked_at = self.table.chosen_id()
        return self.marked() or ([looked_at] if looked_at is not None else [])

    def tick_only(self, keys: Sequence[int]) -> None:
        """Tick these and no others, and look at the first of them."""
        self.search.clear()
        self.filter.pick(_ALL)
        self._filtered(_ALL)
        self._mine().clear()
        self._tick(keys, on=True)
        there = self.marked()
        if there:
            self.table.choose(there[0])

    def choose(self, key: int) -> None:
        """Look at a sheet, even when search or filter hide it."""
        if not self.table.choose(key):
            self.search.clear()
            self.filter.pick(_ALL)
            self._filtered(_ALL)
            self.table.choose(key)

    def step(self, steps: int) -> bool:
        """Look at the next sheet, of those that are ticked if this one is; tell whether there is one."""
        here, marked = self.table.chosen_id(), self.marked()
        keys = marked if here in marked and len(marked) > 1 else self.rows.visible_ids()
        place = keys.index(here) + steps if here in keys else -1
        return 0 <= place < len(keys) and self.table.choose(keys[place])

    def _mine(self) -> set[int]:
        return self._marked.setdefault(self._paper, set())

    def _tick(self, keys: Sequence[int], on: bool) -> None:
        if on:
            self._mine().update(keys)
        else:
            self._mine().difference_update(keys)
        self._show()
        self.changed.emit()

    def _tick_all(self) -> None:
        """Tick all that is seen, or none of it when all of it was ticked."""
        seen = self.rows.visible_ids()
        self._tick(seen, not self._mine().issuperset(seen))

    def _show(self) -> None:
        mine = self._mine()
        self.rows.show(replace(entry, marked=entry.id in mine) for entry in self._entries)
        chosen, whole = len(mine), len(self._entries)
        self._count.setText(_("{count} of {whole} chosen", count=number(chosen), whole=number(whole)))

    def _show_all_box(self) -> None:
        seen = self.rows.visible_ids()
        ticked = sum(key in self._mine() for key in seen)
        state = Qt.CheckState.Checked if seen and ticked == len(seen) else Qt.CheckState.PartiallyChecked
        self.all_box.setCheckState(state if ticked else Qt.CheckState.Unchecked)
        self.all_box.setToolTip(_("Choose all") if ticked < len(seen) else _("Choose none"))

    def _look_for(self, text: str) -> None:
        self.rows.look_for(text)
        self.table.choose_first()

    def _filtered(self, group: object) -> None:
        self.rows.only(None if group == _ALL else _in_group(group))
        self.table.choose_first()

    def _to_list(self) -> None:
        self.table.choose_first()
        self.table.setFocus()


def _found_by(entry: Entry) -> str:
    return entry.search_key


def _in_group(group: object) -> Callable[[Entry], bool]:
    return lambda entry: group in entry.groups
