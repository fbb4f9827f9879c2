"""How the grid of wishes is painted: its rows, and the red line below the row that is typed in."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.wishes.cell_paint import CellPaint
from ganztag.desktop.wishes.entry import Entry
from ganztag.desktop.wishes.geometry import Geometry
from ganztag.desktop.wishes.head_paint import HeadPaint
from ganztag.desktop.wishes.say import LEFT, RIGHT, say
from ganztag.desktop.wishes.wrongs import Wrong
from ganztag.language import _
from ganztag.queries.ballots import BallotRow
from ganztag.queries.wishes import WishRow

_CENTER = Qt.AlignmentFlag.AlignCenter

_STATES = {
    "given": ("check", "ok"),
    "missing": ("circle-dashed", "warn"),
    "empty": ("minus", "muted"),
    "faulty": ("circle-alert", "bad"),
}


def state_of(row: WishRow) -> str:
    """Return given, missing, empty or faulty; a paper with a wrong wish is faulty."""
    return "faulty" if row.is_faulty else row.paper


@dataclass
class GridPaint:
    """What the painting needs; *bound* are children who are to be together with others or apart.

    ``take_button`` is where the suggestion was painted, None without one.
    """

    entry: Entry
    geometry: Geometry
    tokens: Tokens
    ballot: BallotRow | None = None
    has_focus: bool = False
    wrong: Wrong | None = None
    bound: frozenset[int] = frozenset()
    take_button: QRect | None = field(default=None)

    def __post_init__(self) -> None:
        self._cells, self._heads = CellPaint(self.entry, self.geometry), HeadPaint(self.entry, self.geometry)

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(0, 0, self.geometry.width, self.geometry.height), self.tokens.tone("surface"))
        self.take_button = None
        painter.save()
        painter.setClipRect(0, self.geometry.head, self.geometry.width, self.geometry.height - self.geometry.head)
        for row in self.geometry.rows_seen(len(self.entry.rows)):
            self._row(painter, row)
        if self.wrong is not None and self.geometry.opened_row is not None:
            self._line(painter, self.wrong)
        painter.restore()
        self._heads.paint(painter, self.ballot, self.tokens)

    def _say(self, painter: QPainter, area: QRect, text: str, look: tuple[str, str], align: int = LEFT) -> None:
        say(painter, area, text, (look[0], self.tokens.tone(look[1])), align)

    def _row(self, painter: QPainter, row: int) -> None:
        place, tokens, child = self.geometry, self.tokens, self.entry.rows[row]
        top, height = place.top_of(row), place.row_height
        current = row == self.entry.row
        ground = tokens.tone("selection" if current else "surface")
        painter.fillRect(QRect(0, top, place.width, height), ground)
        painter.save()
        painter.setClipRect(
            QRect(place.names, place.head, place.width - place.names - place.state, place.height),
            Qt.ClipOperation.IntersectClip,
        )
        wrong_cells = {(block, rank) for block, rank, _trouble in child.troubles}
        for index, cell in enumerate(self.entry.cells):
            area = QRect(place.left_of(index), top, place.widths[index], height)
            expected = current or self.entry.is_expected(row, index)
            if not expected:
                painter.fillRect(area, tokens.tone("background"))
            if expected or cell.rank == 1:
                self._rule(painter, index, area)
            self._cells.paint(painter, (row, index), area, (tokens, (cell.block, cell.rank) in wrong_cells))
        if current and self.entry.cells:
            self._cells.cursor(painter, top, self.wrong, (tokens, self.has_focus))
        painter.restore()
        self._names(painter, child, top, (ground, current))
        painter.setPen(tokens.tone("border"))
        painter.drawLine(0, top + height - 1, place.width, top + height - 1)

    def _rule(self, painter: QPainter, index: int, area: QRect) -> None:
        first = self.entry.cells[index].rank == 1
        painter.setPen(self.tokens.tone("border_strong" if first else "border"))
        inset = 0 if first else fonts.px(5)
        painter.drawLine(area.left(), area.top() + inset, area.left(), area.bottom() - inset)

    def _names(self, painter: QPainter, child: WishRow, top: int, look: tuple[QColor, bool]) -> None:
        place, (ground, current) = self.geometry, look
        height = place.row_height
        painter.fillRect(QRect(0, top, place.names, height), ground)
        painter.fillRect(QRect(place.width - place.state, top, place.state, height), ground)
        number = QRect(0, top, place.number_width + fonts.px(6), height)
        self._say(painter, number, str(child.place), ("secondary", "muted"), RIGHT)
        left = place.number_width + fonts.px(14)
        state = state_of(child)
        tone = "text" if state in ("given", "faulty") or current else "muted"
        role = "strong" if current else "body"
        room = place.names - left - fonts.px(8)
        if child.id in self.bound:
            room -= fonts.px(20)
            sign = QRectF(place.names - fonts.px(24), top + (height - fonts.px(14)) / 2, fonts.px(14), fonts.px(14))
            icons.draw(painter, sign, "users", self.tokens.tone("muted"))
        self._say(painter, QRect(left, top, room, height), child.voter.name, (role, tone))
        if current and self.has_focus:
            painter.fillRect(QRect(0, top, 3, height - 1), self.tokens.tone("accent"))
        icon, tone = _STATES[state]
        side = fonts.px(17)
        box = QRectF(place.width - place.state + (place.state - side) / 2, top + (height - side) / 2, side, side)
        icons.draw(painter, box, icon, self.tokens.tone(tone))

    def _line(self, painter: QPainter, wrong: Wrong) -> None:
        place, tokens = self.geometry, self.tokens
        top = place.top_of(self.entry.row) + place.row_height
        area = QRect(0, top, place.width, place.line_height - 1)
        painter.fillRect(area, tokens.soft("bad"))
        left, right = place.number_width + fonts.px(14), place.width - fonts.px(16)
        if wrong.suggested is not None:
            right = self._take(painter, wrong, area) - fonts.px(10)
        message = str(wrong.trouble.message)
        self._say(painter, QRect(left, top, right - left, area.height()), message, ("strong", "bad"))
        left += painter.fontMetrics().horizontalAdvance(message) + fonts.px(12)
        if wrong.suggested is not None and right > left:
            question = _("Did you mean {course}?", course=wrong.suggested.name)
            self._say(painter, QRect(left, top, right - left, area.height()), question, ("body", "text"))

    def _take(self, painter: QPainter, wrong: Wrong, area: QRect) -> int:
        """Paint the button that takes the suggestion; return where it begins."""
        course = wrong.suggested
        text = _("Take {number}", number=course.number or course.short_name) if course else ""
        painter.setFont(fonts.font("secondary_strong"))
        width = painter.fontMetrics().horizontalAdvance(text) + fonts.px(58)
        box = QRect(area.right() - fonts.px(15) - width, area.top() + fonts.px(6), width, area.height() - fonts.px(12))
        painter.setPen(QPen(self.tokens.tone("bad"), 1))
        painter.setBrush(self.tokens.tone("surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.drawText(box.adjusted(fonts.px(11), 0, 0, 0), LEFT, text)
        key = QRect(box.right() - fonts.px(33), box.top() + 3, fonts.px(28), box.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.tokens.soft("bad"))
        painter.drawRoundedRect(QRectF(key), 4, 4)
        painter.setPen(self.tokens.tone("bad"))
        painter.drawText(key, int(_CENTER), "F2")
        self.take_button = box
        return box.left()
