"""Search, class and chips over the list of children."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Chip
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.filter_box import Choice, SearchField
from ganztag.desktop.widgets.flow import Flow
from ganztag.language import _, number, weekday
from ganztag.queries.classes import ClassRow
from ganztag.queries.pupils import PupilRow

CHIPS = ("all", "without", "left")
_DAY = "day:"  # before a weekday, as a chip that others lead to


class PupilFilters(QWidget):
    """The search, and ``changed()`` when class or chip changed; ``rule()`` is what then counts."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search, self.classes, self.days = SearchField(), Choice(), Choice()
        self.classes.setFixedHeight(fonts.px(28))
        self.classes.setMaximumWidth(fonts.px(134))
        self.days.setMaximumWidth(fonts.px(118))
        for choice in (self.classes, self.days):
            choice.picked.connect(self._picked)
        self.chips = {key: Chip() for key in CHIPS}
        self.chips["all"].setChecked(True)
        line = QWidget()
        flow = Flow(line, gap=6)
        flow.addWidget(self.chips["all"])
        flow.addWidget(self.classes)
        flow.addWidget(self.chips["without"])
        flow.addWidget(self.chips["left"])
        whole = column(gap=10, margins=(12, 12, 12, 8))
        first = row(gap=6)
        first.addWidget(self.search, 1)
        first.addWidget(self.days)
        whole.addLayout(first)
        whole.addWidget(line)
        self.setLayout(whole)
        for key, chip in self.chips.items():
            chip.setObjectName(key)
            chip.clicked.connect(self._clicked)

    def retranslate(self) -> None:
        self.search.hint(_("Name, class or course"))
        self.classes.setAccessibleName(_("Class"))
        self.days.setAccessibleName(_("Booked day"))

    def show_counts(self, rows: Sequence[PupilRow], classes: Sequence[ClassRow]) -> None:
        """Offer the classes and groups, and say how many rows each chip would show."""
        here = [row for row in rows if not row.left]
        without = sum(1 for row in here if row.without_course)
        left = len(rows) - len(here)
        for key, text, count in (
            ("all", _("All"), len(here)), ("without", _("without course"), without), ("left", _("left"), left),
        ):  # fmt: skip
            self.chips[key].show_text(text, number(count))
        self.chips["left"].setVisible(bool(left) or self.chip() == "left")
        everyone = (None, _("All classes"))
        self.classes.offer([everyone, *((found.id, f"{found.name}   {found.pupils}") for found in classes)])
        self.classes.setVisible(bool(classes))
        booked = Counter(day for row in here for day in row.booked)
        days = [(day, f"{weekday(day, short=True)}   {number(booked[day])}") for day in sorted(booked)]
        self.days.offer([(None, _("All days")), *days])
        self.days.setVisible(bool(days))

    def chip(self) -> str:
        return next(key for key, chip in self.chips.items() if chip.isChecked())

    def class_id(self) -> object:
        return self.classes.value()

    def show_all(self) -> None:
        """Take every filter away."""
        self.search.clear()
        self.classes.pick(None)
        self.days.pick(None)
        self.turn_on("all")

    def turn_on(self, wanted: str) -> None:
        """Switch a chip on as if it were clicked, or with day:1 a booked day; an unknown key is ignored."""
        if wanted.startswith(_DAY):
            self.days.pick(int(wanted.removeprefix(_DAY)))
            wanted = "all"
        if wanted in self.chips:
            for key, chip in self.chips.items():
                chip.setChecked(key == wanted)
            self.changed.emit()

    def rule(self, groups: dict[int, str]) -> Callable[[PupilRow], bool]:
        """Return what the list shows; *groups*: the names of groups by their id."""
        return Rule(self.chip(), self.class_id(), groups, self.days.value())

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.turn_on(chip.objectName())

    def _picked(self, _value: object) -> None:
        self.changed.emit()


class Rule:
    """Whether a child is shown: by the chip, by its class or group, and by the day that it booked."""

    def __init__(self, chip: str, class_id: object, groups: dict[int, str], day: object = None) -> None:
        self._chip, self._class_id, self._day = chip, class_id, day
        self._group = groups.get(class_id) if isinstance(class_id, int) else None

    def __call__(self, row: PupilRow) -> bool:
        if row.left != (self._chip == "left"):
            return False
        if self._chip == "without" and not row.without_course:
            return False
        if self._day is not None and self._day not in row.booked:
            return False
        if self._group is not None:
            return self._group in row.groups
        return self._class_id is None or row.class_id == self._class_id
