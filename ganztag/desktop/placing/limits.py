"""Where the chosen course may be: blocks as a small week, rooms and leaders as lists that a few letters add to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Chip
from ganztag.desktop.widgets.card import Card, Scroll
from ganztag.desktop.widgets.picks import Picks
from ganztag.desktop.widgets.text import Text
from ganztag.domain.courses import course_name
from ganztag.language import N_, _, sort_key, time, weekday
from ganztag.planning.offer import Block, Course, Offer
from ganztag.planning.placing.needs import in_order
from ganztag.planning.timing import clock


class Limits(Card):
    """``changed(course id, field, ids)`` when she limits or widens where a course may be; fields as in operations."""

    changed = Signal(int, str, list)

    def __init__(self) -> None:
        super().__init__(bare=True)
        self._scroll = Scroll(gap=8, margins=(16, 14, 16, 14))
        self.body.addWidget(self._scroll)
        self._course: int | None = None
        self._name, self._words = Text("", "card", wrap=True), Text("", "secondary", "muted", wrap=True)
        self.blocks = BlockChips()
        self.rooms = Picks(name=N_("Rooms in which it may be"), add=N_("Only in these rooms …"))
        self.leaders = Picks(name=N_("Who may lead it"), add=N_("Somebody who may lead it …"))
        self._heads = [Text("", "secondary_strong", "muted") for _part in range(3)]
        body = self._scroll.body
        body.addWidget(self._name)
        body.addWidget(self._words)
        for head, part in zip(self._heads, (self.blocks, self.rooms, self.leaders), strict=True):
            body.addSpacing(fonts.px(4))
            body.addWidget(head)
            body.addWidget(part)
        body.addStretch(1)
        self.blocks.left.connect(self._blocks_left)
        self.rooms.left.connect(self._rooms_left)
        self.leaders.left.connect(self._leaders_left)
        self.setMinimumWidth(fonts.px(340))

    def show_course(self, offer: Offer, key: int | None) -> None:
        """Show where a course may be; nobody is chosen: say what would stand here."""
        course = offer.index.course.get(key) if key is not None else None
        self._course = course.id if course else None
        self._name.setText(course_name(course.number, course.name) if course else _("No course chosen"))
        self._words.setText(
            _("Where may it be? What you say here is kept with the course. Nothing said means anywhere.")
            if course
            else _("Choose a course to say where it may be.")
        )
        for part in (*self._heads, self.blocks, self.rooms, self.leaders):
            part.setVisible(course is not None)
        if course is None:
            return
        for head, text in zip(self._heads, _heads(offer, course), strict=True):
            head.setText(text)
        self.blocks.show_blocks(in_order(offer), course.blocks)
        self.rooms.offer(_sorted([(room.id, room.name) for room in offer.rooms]))
        self.rooms.put(course.rooms)
        self.leaders.offer(_sorted([(one.id, one.name) for one in offer.leaders]))
        self.leaders.put(course.leaders)

    def _blocks_left(self) -> None:
        self._tell("block_ids", self.blocks.value())

    def _rooms_left(self) -> None:
        self._tell("room_ids", self.rooms.value())

    def _leaders_left(self) -> None:
        self._tell("staff_ids", self.leaders.value())

    def _tell(self, field: str, ids: Sequence[int]) -> None:
        if self._course is not None:
            self.changed.emit(self._course, field, list(ids))


def _heads(offer: Offer, course: Course) -> tuple[str, str, str]:
    """Return the words over blocks, rooms and leaders; they say what holds where nothing is said."""
    led = any(meeting.leaders for meeting in offer.index.meetings_of.get(course.id, ()))
    return (
        _("Blocks") if course.blocks else _("Blocks: all"),
        _("Rooms") if course.rooms else _("Rooms: all"),
        _("Leaders: as now") if led and not course.leaders else _("Leaders"),
    )


def _sorted(choices: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    return sorted(choices, key=lambda choice: sort_key(choice[1]))


class BlockChips(QWidget):
    """The blocks of the week as switches, a column a day; ``left`` when one was turned."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(fonts.px(6))
        self.setLayout(self._grid)
        self.chips: dict[int, Chip] = {}
        self._shown: tuple[Block, ...] = ()

    def show_blocks(self, blocks: Sequence[Block], on: Sequence[int]) -> None:
        if tuple(blocks) != self._shown:
            self._shown = tuple(blocks)
            self._build()
        for key, chip in self.chips.items():
            chip.setChecked(key in on)

    def _build(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self.chips = {}
        days = sorted({block.weekday for block in self._shown})
        rows = sorted({(block.starts, block.ends) for block in self._shown})
        for place, day in enumerate(days):
            self._grid.addWidget(Text(weekday(day, short=True), "secondary", "muted"), 0, place)
        self._grid.setColumnStretch(len(days), 1)
        for block in self._shown:
            chip = Chip()
            name = block.name or time(clock(block.starts))
            chip.show_text(name)
            chip.setAccessibleName(f"{weekday(block.weekday)} {name}")
            chip.setObjectName(str(block.id))
            chip.clicked.connect(self.left)
            self.chips[block.id] = chip
            self._grid.addWidget(chip, 1 + rows.index((block.starts, block.ends)), days.index(block.weekday))

    def value(self) -> tuple[int, ...]:
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())
