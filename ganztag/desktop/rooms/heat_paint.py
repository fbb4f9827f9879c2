"""How the heat grid is painted: the fuller the stronger, a figure in each cell, hatched where a room is closed."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ganztag.desktop import fonts
from ganztag.desktop.rooms.heat_geometry import HeatGeometry
from ganztag.desktop.rooms.heat_rows import Heat
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets.paints import Bar, paint_bar
from ganztag.language import _, time, weekday
from ganztag.planning.occupation import Use
from ganztag.planning.timing import clock

_LEFT = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTER = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
_WITH_NAMES = 84  # pixels from which on a cell also says what meets
STEPS = ((0.0, 4), (0.5, 3), (0.99, 2), (1.01, 1))  # load above which a cell is as strong as a wish of this rank


def strength(load: float) -> int:
    """Return 4 (hardly used) to 1 (several at once)."""
    return next(rank for above, rank in reversed(STEPS) if load > above or above == 0.0)


@dataclass
class HeatPaint:
    """What the painting needs; *current* is the cell with the keyboard, *hover* the one below the mouse."""

    geometry: HeatGeometry
    tokens: Tokens
    heat: Heat | None = None
    current: tuple[int, int] = (0, 0)
    hover: tuple[int, int] | None = None
    has_focus: bool = False

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.geometry
        painter.fillRect(QRect(0, 0, place.width, place.height), self.tokens.tone("surface"))
        if self.heat is None or not self.heat.uses:
            return
        painter.save()
        painter.setClipRect(QRect(place.names, place.head, place.sums_left() - place.names,
                                  place.foot_top() - place.head))  # fmt: skip
        for row in place.rows_seen():
            for column in range(place.columns):
                self._cell(painter, self.heat, (row, column))
        painter.restore()
        painter.save()
        painter.setClipRect(QRect(0, place.head, place.width, place.foot_top() - place.head))
        for row in place.rows_seen():
            self._name(painter, self.heat, row)
            self._sum(painter, self.heat, row)
        painter.restore()
        self._head(painter, self.heat)
        self._foot(painter, self.heat)

    def _cell(self, painter: QPainter, heat: Heat, at: tuple[int, int]) -> None:
        use, box = heat.use(*at), self.geometry.cell(*at)
        inner = QRectF(box).adjusted(2, 2, -2, -2)
        ink = self._ground(painter, inner, use)
        figure, names = heat.figure(use), heat.names(use)
        painter.setPen(ink)
        if box.width() < fonts.px(_WITH_NAMES) or not names:
            painter.setFont(fonts.figures("secondary_strong" if use.meetings else "secondary"))
            painter.drawText(inner, _CENTER, figure)
        else:
            self._words(painter, inner, figure, names)
        if at in (self.current if self.has_focus else None, self.hover):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.tokens.tone("text" if at == self.hover and not self.has_focus else "accent"), 2))
            painter.drawRoundedRect(inner.adjusted(-1, -1, 1, 1), 5, 5)

    def _ground(self, painter: QPainter, inner: QRectF, use: Use) -> QColor:
        """Paint the area of a cell; return the colour of what is written on it."""
        if use.meetings:
            ground, ink = self.tokens.wish(strength(use.load))
            painter.setPen(QPen(self.tokens.tone("bad"), 2) if use.clash else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(inner, 4, 4)
            return ink
        painter.setPen(self.tokens.tone("border"))
        painter.setBrush(self.tokens.tone("surface"))
        painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if use.away is not None:
            painter.setBrush(QBrush(self.tokens.tone("border_strong"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        return self.tokens.tone("muted")

    def _words(self, painter: QPainter, inner: QRectF, figure: str, names: str) -> None:
        painter.setFont(fonts.figures("secondary_strong"))
        left = inner.left() + fonts.px(9)
        painter.drawText(QRectF(left, inner.top(), fonts.px(20), inner.height()), _LEFT, figure)
        left += fonts.px(16)
        painter.setFont(fonts.font("caption"))
        room = inner.right() - left - fonts.px(4)
        shown = painter.fontMetrics().elidedText(names, Qt.TextElideMode.ElideRight, max(int(room), 0))
        painter.drawText(QRectF(left, inner.top(), room, inner.height()), _LEFT, shown)

    def _name(self, painter: QPainter, heat: Heat, row: int) -> None:
        place = self.geometry
        top, room = place.top_of(row), heat.room(row)
        painter.fillRect(QRect(0, top, place.names, place.row_height), self.tokens.tone("surface"))
        painter.setFont(fonts.font("strong" if row == self.current[0] and self.has_focus else "body"))
        painter.setPen(self.tokens.tone("text"))
        width = place.names - fonts.px(28)
        shown = painter.fontMetrics().elidedText(room.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(fonts.px(16), top, width, place.row_height), _LEFT, shown)

    def _sum(self, painter: QPainter, heat: Heat, row: int) -> None:
        """Paint how many of its open blocks a room is used in: a bar and figures."""
        place, use = self.geometry, heat.uses[row]
        left, top = place.sums_left(), place.top_of(row)
        painter.fillRect(QRect(left, top, place.width - left, place.row_height), self.tokens.tone("surface"))
        bar = Bar([(use.taken, self.tokens.tone("accent"))], max(use.open, 1))
        middle = top + place.row_height / 2
        paint_bar(painter, QRectF(left + fonts.px(14), middle - 3, fonts.px(42), 6), bar, self.tokens)
        painter.setFont(fonts.figures("secondary"))
        painter.setPen(self.tokens.tone("text" if use.taken else "muted"))
        words = QRectF(left + fonts.px(64), top, fonts.px(44), place.row_height)
        painter.drawText(words, _LEFT, f"{use.taken}/{use.open}")

    def _head(self, painter: QPainter, heat: Heat) -> None:
        place, tokens = self.geometry, self.tokens
        painter.fillRect(QRect(0, 0, place.width, place.head), tokens.tone("surface"))
        painter.save()
        painter.setClipRect(QRect(place.names, 0, place.sums_left() - place.names, place.head))
        half = place.head // 2
        for column, block in enumerate(heat.blocks):
            left = place.left_of(column)
            if column == 0 or heat.blocks[column - 1].weekday != block.weekday:
                count = sum(one.weekday == block.weekday for one in heat.blocks)
                painter.setFont(fonts.font("strong"))
                painter.setPen(tokens.tone("text"))
                room = QRect(left + fonts.px(6), fonts.px(4), count * place.cell_width - fonts.px(6), half)
                narrow = painter.fontMetrics().horizontalAdvance(weekday(block.weekday)) > room.width()
                painter.drawText(room, _LEFT, weekday(block.weekday, short=narrow))
                if column:
                    painter.setPen(tokens.tone("border_strong"))
                    painter.drawLine(left, fonts.px(6), left, place.head)
            painter.setFont(fonts.figures("caption"))
            painter.setPen(tokens.tone("muted"))
            whole = f"{time(clock(block.starts))}–{time(clock(block.ends))}"
            text = whole if painter.fontMetrics().horizontalAdvance(whole) < place.cell_width - 8 else whole[:5]
            painter.drawText(QRect(left + fonts.px(6), half, place.cell_width - 6, half - fonts.px(4)), _LEFT, text)
        painter.restore()
        self._corner(painter)
        painter.setPen(tokens.tone("border_strong"))
        painter.drawLine(0, place.head - 1, place.width, place.head - 1)

    def _corner(self, painter: QPainter) -> None:
        place, half = self.geometry, self.geometry.head // 2
        painter.setFont(fonts.font("secondary"))
        painter.setPen(self.tokens.tone("muted"))
        painter.drawText(QRect(fonts.px(16), half, place.names, half - fonts.px(4)), _LEFT, _("Room"))
        left = place.sums_left() + fonts.px(14)
        painter.drawText(QRect(left, half, place.sums, half - fonts.px(4)), _LEFT, _("Blocks used"))

    def _foot(self, painter: QPainter, heat: Heat) -> None:
        """Paint how many rooms are free in each block."""
        place, tokens = self.geometry, self.tokens
        top = place.foot_top()
        painter.fillRect(QRect(0, top, place.width, place.height - top), tokens.tone("surface"))
        painter.setPen(tokens.tone("border_strong"))
        painter.drawLine(0, top, place.width, top)
        painter.setFont(fonts.font("secondary"))
        painter.setPen(tokens.tone("muted"))
        painter.drawText(QRect(fonts.px(16), top, place.names, place.foot), _LEFT, _("Free rooms"))
        painter.save()
        painter.setClipRect(QRect(place.names, top, place.sums_left() - place.names, place.foot))
        painter.setFont(fonts.figures("secondary_strong"))
        for column in range(place.columns):
            free = heat.free(column)
            painter.setPen(tokens.tone("ok" if free else "bad"))
            box = QRect(place.left_of(column), top, place.cell_width, place.foot)
            painter.drawText(box, _CENTER, str(free))
        painter.restore()
