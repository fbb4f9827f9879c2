"""The next afternoon, block by block: course, room, leaders, and how many of its places are taken."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.times import hours
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import Card, Scroll, column, emptied
from ganztag.desktop.widgets.cells import CATEGORY, MARKED, Labelled, Marked, TextCell
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import N_, _, ngettext
from ganztag.queries.overview import AfternoonBlock, AfternoonRow

_ROW = 32
_RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


def _room(row: AfternoonRow) -> Marked:
    if row.meeting.room_id is None:
        return Marked(_("no room"), "bad", "circle-alert")
    return Marked(row.meeting.room_name or row.meeting.room)


def _leaders(row: AfternoonRow) -> Marked:
    if not row.meeting.leader_ids:
        return Marked(_("no leader"), "bad", "circle-alert")
    return Marked(", ".join(row.meeting.leaders))


def _places(row: AfternoonRow) -> str:
    course = row.course
    return f"{course.enrolled}/{course.max_size}" if course.max_size is not None else str(course.enrolled)


COLUMNS: tuple[Column[AfternoonRow], ...] = (
    Column("course", N_("Course"), shown=lambda row: Labelled(row.course.title, row.course.colour), cell=CATEGORY,
           width=200, stretch=True),
    Column("room", N_("Room"), shown=_room, cell=MARKED, width=150),
    Column("leaders", N_("Leaders"), shown=_leaders, cell=MARKED, width=200),
    Column("children", N_("Children"), shown=_places, cell=TextCell("strong", align=_RIGHT), width=84),
)  # fmt: skip


class BlockBand(QWidget):
    """The band above the courses of a block: its name and times, and its figures at the right."""

    def __init__(self, block: AfternoonBlock) -> None:
        super().__init__()
        self._block = block
        self.setFixedHeight(fonts.px(32))
        self.setAccessibleName(f"{self._name()} {self._times()} {self._figures()}")

    def _name(self) -> str:
        return self._block.name or _("Afternoon")

    def _times(self) -> str:
        return hours(self._block.starts, self._block.ends)

    def _figures(self) -> str:
        courses = ngettext("{count} course", "{count} courses", len(self._block.rows))
        children = ngettext("{count} child", "{count} children", self._block.children)
        return f"{courses} · {children}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.fillRect(self.rect(), tokens.tone("background"))
        painter.setPen(tokens.tone("border"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        area = QRectF(self.rect()).adjusted(fonts.px(15), 0, -fonts.px(15), 0)
        painter.setFont(fonts.font("strong"))
        painter.setPen(tokens.tone("text"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self._name())
        left = painter.fontMetrics().horizontalAdvance(self._name()) + fonts.px(10)
        painter.setFont(fonts.font("body"))
        painter.setPen(tokens.tone("muted"))
        painter.drawText(area.adjusted(left, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self._times())
        painter.setFont(fonts.font("secondary"))
        painter.drawText(area, int(_RIGHT), self._figures())


class HeadLine(QWidget):
    """The heads of the columns, above all blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(fonts.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fonts.font("secondary_strong"))
        painter.setPen(tokens_of(self).tone("muted"))
        right = self.width()
        for column_ in reversed(COLUMNS):
            left = 0 if column_.stretch else right - fonts.px(column_.width)
            pad = fonts.px(15) if column_.stretch or column_ is COLUMNS[-1] else fonts.px(8)
            area = QRectF(left, 0, right - left, self.height()).adjusted(pad, 0, -pad, 0)
            painter.drawText(area, int(column_.cell.align), str(column_.title))
            right = left


class AfternoonCard(Card):
    """``course_picked(id)`` when a course was clicked or opened with Enter."""

    course_picked = Signal(int)

    def __init__(self) -> None:
        super().__init__(" ", bare=True)
        self._scroll = Scroll()
        self._lines = column()
        self._scroll.body.addWidget(HeadLine())
        self._scroll.body.addLayout(self._lines)
        self._scroll.body.addStretch(1)
        self.body.addWidget(self._scroll)
        self._tables: list[Table] = []
        self._shown: tuple[AfternoonBlock, ...] | None = None

    def tables(self) -> list[Table]:
        return list(self._tables)

    def show_blocks(self, blocks: Sequence[AfternoonBlock]) -> None:
        self._shown = tuple(blocks)
        emptied(self._lines)
        self._tables.clear()
        for block in blocks:
            self._lines.addWidget(BlockBand(block))
            self._lines.addWidget(self._table(block))

    def _table(self, block: AfternoonBlock) -> Table:
        rows: Rows[AfternoonRow] = Rows(COLUMNS)
        table = Table(rows, row_height=_ROW, name=block.name or _("Afternoon"))
        rows.setParent(table)
        rows.show(block.rows)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setFixedHeight(len(block.rows) * fonts.px(_ROW) + 2)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setCursor(Qt.CursorShape.PointingHandCursor)
        table.clicked.connect(self._clicked)
        table.opened.connect(self._opened)
        self._tables.append(table)
        return table

    def _clicked(self, index: QModelIndex) -> None:
        model = index.model()
        if isinstance(model, Rows):
            self.course_picked.emit(model.row_at(index).course.id)

    def _opened(self, meeting_id: int) -> None:
        for block in self._shown or ():
            for row in block.rows:
                if row.id == meeting_id:
                    self.course_picked.emit(row.course.id)
