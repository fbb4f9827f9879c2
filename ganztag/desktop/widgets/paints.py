"""How small signs are painted: pills, bars, day chips, wish chips; widgets and table cells share these."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens
from ganztag.language import weekday

CENTER = Qt.AlignmentFlag.AlignCenter
MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Pill:
    """A status as colour, word and shape; *tone* is ok, warn, bad, accent or muted."""

    text: str
    tone: str = "muted"
    icon: str = ""


@dataclass(frozen=True)
class Occupancy:
    """How many of a course's places are taken; *minimum* is what it needs to take place."""

    taken: int
    places: int | None = None
    minimum: int | None = None

    def tone(self) -> str:
        """Return bad below the minimum, warn when more than full, else ok."""
        if self.minimum is not None and self.taken < self.minimum:
            return "bad"
        return "warn" if self.places is not None and self.taken > self.places else "ok"

    def text(self) -> str:
        return f"{self.taken}/{self.places}" if self.places is not None else str(self.taken)


def pill_font() -> QFont:
    return fonts.font("secondary")


def pill_width(pill: Pill) -> int:
    width = QFontMetrics(pill_font()).horizontalAdvance(pill.text) + fonts.px(18)
    return width + (fonts.px(17) if pill.icon else 0)


def paint_pill(painter: QPainter, left: float, middle: float, pill: Pill, tokens: Tokens) -> float:
    """Paint a pill that starts at *left* around the line *middle*; return its width."""
    width, height = pill_width(pill), fonts.px(21)
    area = QRectF(left, middle - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.soft(pill.tone))
    painter.drawRoundedRect(area, height / 2, height / 2)
    inner = area.adjusted(fonts.px(9), 0, 0, 0)
    if pill.icon:
        side = fonts.px(14)
        icons.draw(
            painter, QRectF(area.left() + fonts.px(8), middle - side / 2, side, side), pill.icon, tokens.tone(pill.tone)
        )
        inner.adjust(fonts.px(16), 0, 0, 0)
    painter.setPen(tokens.tone(pill.tone))
    painter.setFont(pill_font())
    painter.drawText(inner, int(MIDDLE), pill.text)
    painter.restore()
    return width


@dataclass(frozen=True)
class Bar:
    """Parts of a bar from the left as (amount, colour); *mark* is the 2 px tick, *hatched_from* begins the surplus."""

    parts: Sequence[tuple[float, QColor]]
    whole: float
    mark: float | None = None
    hatched_from: float | None = None


def paint_bar(painter: QPainter, area: QRectF, bar: Bar, tokens: Tokens) -> None:
    """Paint a rounded bar; parts beyond *whole* are cut."""
    whole = bar.whole or 1.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(area, 3, 3)
    painter.setClipPath(outline)
    painter.fillRect(area, tokens.tone("track"))
    left = area.left()
    for amount, colour in bar.parts:
        width = area.width() * amount / whole
        painter.fillRect(
            QRectF(left, area.top(), max(width - (1 if len(bar.parts) > 1 else 0), 0), area.height()), colour
        )
        left += width
    if bar.hatched_from is not None:
        start = area.left() + area.width() * bar.hatched_from / whole
        rest = QRectF(start, area.top(), max(left - start, 0), area.height())
        painter.fillRect(rest, QBrush(tokens.tone("surface"), Qt.BrushStyle.BDiagPattern))
    painter.restore()
    if bar.mark is not None:
        x = area.left() + area.width() * min(bar.mark / whole, 1)
        painter.setPen(QPen(tokens.tone("text"), 2))
        painter.drawLine(QPointF(x, area.top() - 3), QPointF(x, area.bottom() + 3))
    painter.restore()


def paint_occupancy(painter: QPainter, area: QRectF, value: Occupancy, tokens: Tokens) -> None:
    """Paint bar and figures, ``12/15``; a surplus is said as ``+2``. The bar is shorter where there is little room."""
    painter.save()
    over = max(value.taken - value.places, 0) if value.places else 0
    text = f"{value.places}/{value.places} +{over}" if over else value.text()
    room = area.width() - painter.fontMetrics().horizontalAdvance(text) - fonts.px(12)
    bar_width = min(fonts.px(48), room) if value.places and room > fonts.px(12) else 0
    if value.places and bar_width:
        bar = Bar([(min(value.taken, value.places), tokens.fill(value.tone()))], value.places)
        paint_bar(painter, QRectF(area.left(), area.center().y() - 3, bar_width, 6), bar, tokens)
    painter.setPen(tokens.tone("text" if value.tone() == "ok" else value.tone()))
    painter.drawText(area.adjusted(bar_width + fonts.px(10) if bar_width else 0, 0, 0, 0), int(MIDDLE), text)
    painter.restore()


def paint_days(painter: QPainter, area: QRectF, on: frozenset[int], days: Sequence[int], tokens: Tokens) -> None:
    """Paint one small square a weekday: with its short name where it is on, else a dash."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(fonts.font("caption_strong"))
    side = fonts.px(19)
    for place, day in enumerate(days):
        box = QRectF(area.left() + place * fonts.px(21), area.center().y() - side / 2, side, side)
        if day in on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.soft("accent"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(tokens.tone("accent"))
            painter.drawText(box, CENTER, weekday(day, short=True)[:2])
        else:
            painter.setPen(tokens.tone("decoration"))
            painter.drawText(box, CENTER, "–")
    painter.restore()


def paint_wish(painter: QPainter, left: float, middle: float, rank: int, tokens: Tokens) -> float:
    """Paint the numbered chip of a wish; return its width."""
    width, height = fonts.px(26), fonts.px(22)
    area = QRectF(left, middle - height / 2, width, height)
    ground, ink = tokens.wish(rank)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.tone("border_strong")) if rank >= 4 else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(ink)
    painter.setFont(fonts.font("secondary_strong"))
    painter.drawText(area, CENTER, f"{rank}.")
    painter.restore()
    return width


def paint_category(painter: QPainter, left: float, middle: float, category: int | None, tokens: Tokens) -> float:
    """Paint the 4 px bar of a category (the number of its colour); return the room it takes."""
    if category is not None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.category(category)))
        painter.drawRoundedRect(QRectF(left, middle - fonts.px(8), 4, fonts.px(16)), 2, 2)
        painter.restore()
    return fonts.px(14)
