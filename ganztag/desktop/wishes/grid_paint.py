"""How the grid of wishes is painted: head, rows, the cell that is typed in, and the red line below its row."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ganztag.desktop import fonts, icons
from ganztag.desktop.times import hours
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.wishes.entry import Entry
from ganztag.desktop.wishes.geometry import NARROW_FROM, Geometry
from ganztag.desktop.wishes.wrongs import Wrong
from ganztag.language import _, pgettext, weekday
from ganztag.queries.ballots import BallotRow
from ganztag.queries.wishes import WishRow

_LEFT = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTER = Qt.AlignmentFlag.AlignCenter

_STATES = {
    "given": ("check", "ok"),
    "missing": ("circle-dashed", "warn"),
    "empty": ("minus", "muted"),
    "faulty": ("circle-alert", "bad"),
}


def state_of(row: WishRow) -> str:
    """Return given, missing, empty or faulty; a paper with a wrong wish is faulty."""
    return "faulty" if row.troubles else row.paper


@dataclass
class GridPaint:
    """What the painting needs; ``take_button`` is where the suggestion was painted, None without one."""

    entry: Entry
    geometry: Geometry
    tokens: Tokens
    ballot: BallotRow | None = None
    has_focus: bool = False
    wrong: Wrong | None = None
    take_button: QRect | None = field(default=None)

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
        self._head(painter)

    def _say(self, painter: QPainter, area: QRect, text: str, look: tuple[str, str], align: int = _LEFT) -> None:
        _say(painter, area, text, (look[0], self.tokens.tone(look[1])), align)

    def _head(self, painter: QPainter) -> None:
        place, tokens = self.geometry, self.tokens
        painter.fillRect(QRect(0, 0, place.width, place.head), tokens.tone("surface"))
        half = place.head // 2
        self._say(
            painter, QRect(0, half, place.number_width + fonts.px(6), half), _("No."), ("secondary", "muted"), _RIGHT
        )
        left = place.number_width + fonts.px(14)
        self._say(painter, QRect(left, half, place.names - left, half), _("Child"), ("secondary", "muted"))
        painter.save()
        painter.setClipRect(place.names, 0, place.width - place.names - place.state, place.head)
        for index, cell in enumerate(self.entry.cells):
            if cell.rank == 1:
                self._block_head(painter, index, cell.block)
            area = QRect(place.left_of(index) + fonts.px(12), half, place.widths[index] - fonts.px(12), half)
            short = cell.rank >= NARROW_FROM
            text = f"{cell.rank}." if short else pgettext("wish", "Wish {rank}", rank=cell.rank)
            self._say(painter, area, text, ("secondary", "muted"))
        painter.restore()
        painter.setPen(tokens.tone("border_strong"))
        painter.drawLine(0, place.head - 1, place.width, place.head - 1)

    def _block_head(self, painter: QPainter, index: int, block_id: int) -> None:
        place = self.geometry
        block = next((one for one in self.ballot.blocks if one.id == block_id), None) if self.ballot else None
        if block is None:
            return
        left, half = place.left_of(index), place.head // 2
        end = max(i for i, cell in enumerate(self.entry.cells) if cell.block == block_id)
        right = place.left_of(end) + place.widths[end]
        if index:
            painter.setPen(self.tokens.tone("border_strong"))
            painter.drawLine(left, 0, left, place.head)
        day = weekday(block.weekday)
        words = " · ".join(filter(None, (block.name, hours(block.starts, block.ends))))
        start = left + fonts.px(12)
        self._say(painter, QRect(start, fonts.px(4), right - start, half), day, ("strong", "text"))
        start += painter.fontMetrics().horizontalAdvance(day) + fonts.px(8)
        self._say(painter, QRect(start, fonts.px(4), right - start, half), words, ("secondary", "muted"))

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
            self._cell(painter, (row, index), area, (cell.block, cell.rank) in wrong_cells)
        if current and self.entry.cells:
            self._cursor(painter, top)
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
        self._say(painter, number, str(child.place), ("secondary", "muted"), _RIGHT)
        left = place.number_width + fonts.px(14)
        state = state_of(child)
        tone = "text" if state in ("given", "faulty") or current else "muted"
        role = "strong" if current else "body"
        self._say(painter, QRect(left, top, place.names - left - fonts.px(8), height), child.voter.name, (role, tone))
        if current and self.has_focus:
            painter.fillRect(QRect(0, top, 3, height - 1), self.tokens.tone("accent"))
        icon, tone = _STATES[state]
        side = fonts.px(17)
        box = QRectF(place.width - place.state + (place.state - side) / 2, top + (height - side) / 2, side, side)
        icons.draw(painter, box, icon, self.tokens.tone(tone))

    def _cell(self, painter: QPainter, at: tuple[int, int], area: QRect, wrong: bool) -> None:
        row, index = at
        courses = [self.entry.courses[key] for key in self.entry.courses_at(row, index) if key in self.entry.courses]
        left = area.left() + fonts.px(12)
        if not courses:
            expected = self.entry.is_expected(row, index)
            if self.entry.rows[row].paper != "given" and row != self.entry.row and expected:
                self._say(painter, area.adjusted(fonts.px(12), 0, 0, 0), "–", ("body", "decoration"))
            return
        number = "/".join(course.number or course.short_name for course in courses)
        tone = "bad" if wrong else "text"
        self._say(painter, QRect(left, area.top(), area.right() - left, area.height()), number, ("strong", tone))
        left += max(painter.fontMetrics().horizontalAdvance(number) + fonts.px(7), fonts.px(24))
        if self.entry.cells[index].rank < NARROW_FROM and len(courses) == 1 and courses[0].number:
            rest = QRect(left, area.top(), area.right() - left - 2, area.height())
            self._say(painter, rest, courses[0].short_name, ("caption", "bad" if wrong else "muted"))

    def _cursor(self, painter: QPainter, top: int) -> None:
        """Paint the cell that is typed in, with what was typed and what it means."""
        place, entry = self.geometry, self.entry
        area = QRect(place.left_of(entry.cell), top, place.widths[entry.cell], place.row_height).adjusted(1, 1, 0, -2)
        wrong = self.wrong is not None and self.wrong.cell == entry.cell
        painter.setPen(QPen(self.tokens.tone("bad" if wrong else "accent" if self.has_focus else "border_strong"), 2))
        painter.setBrush(self.tokens.tone("surface"))
        painter.drawRoundedRect(QRectF(area), 5, 5)
        if entry.typed is None:
            self._cell(painter, (entry.row, entry.cell), area.adjusted(-1, 0, 0, 0), wrong)
            return
        left = area.left() + fonts.px(11)
        tone = "bad" if wrong else "text"
        self._say(painter, QRect(left, area.top(), area.right() - left, area.height()), entry.typed, ("strong", tone))
        left += painter.fontMetrics().horizontalAdvance(entry.typed)
        painter.fillRect(
            QRect(left + 1, area.top() + fonts.px(5), 1, area.height() - fonts.px(10)), self.tokens.tone(tone)
        )
        course = entry.found(entry.typed)
        short = str(self.wrong.trouble.short) if wrong and self.wrong else course.short_name if course else ""
        if entry.cells[entry.cell].rank < NARROW_FROM:
            rest = QRect(left + fonts.px(7), area.top(), area.right() - left - fonts.px(8), area.height())
            self._say(painter, rest, short, ("caption", "bad" if wrong else "muted"))

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
        painter.drawText(box.adjusted(fonts.px(11), 0, 0, 0), _LEFT, text)
        key = QRect(box.right() - fonts.px(33), box.top() + 3, fonts.px(28), box.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.tokens.soft("bad"))
        painter.drawRoundedRect(QRectF(key), 4, 4)
        painter.setPen(self.tokens.tone("bad"))
        painter.drawText(key, int(_CENTER), "F2")
        self.take_button = box
        return box.left()


def _say(painter: QPainter, area: QRect, text: str, look: tuple[str, QColor], align: int = _LEFT) -> None:
    role, colour = look
    painter.setFont(fonts.font(role))
    painter.setPen(colour)
    if align == _LEFT:
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(area.width(), 0))
    painter.drawText(area, align, text)
