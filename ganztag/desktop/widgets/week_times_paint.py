"""How the week of a room or a person is painted: times hatched or green, meetings in their colour, free blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets.week_events import WeekBlock, WeekEvent, WeekWords, begins, ends
from ganztag.desktop.widgets.week_times_geometry import WeekGeometry, lanes
from ganztag.domain.school_year import minutes_of
from ganztag.planning.timing import clock
from ganztag.queries.week_times import WeekTime

_LEFT = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine)
_CENTER = Qt.AlignmentFlag.AlignCenter
Draft = tuple[int, int, int]  # weekday, from and to in minutes
Item = tuple[str, int]  # "time" or "event", and its id


@dataclass
class WeekPaint:
    """What the painting needs; *chosen* is outlined, *draft* is what the mouse is drawing."""

    geometry: WeekGeometry
    tokens: Tokens
    words: WeekWords
    times: Sequence[WeekTime] = ()
    events: Sequence[WeekEvent] = ()
    blocks: Sequence[WeekBlock] = ()
    chosen: Item | None = None
    draft: Draft | None = None
    drawn_is_there: bool = False
    has_focus: bool = False

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        for row in sorted(self.times, key=lambda one: not one.available):
            self._time(painter, row)
        for block in self.blocks:
            if self.is_free(block):
                self._free(painter, block)
        placed = lanes(self.events)
        for event in self.events:
            self._event(painter, event, placed[event.id])
        if self.draft is not None:
            self._draft(painter, self.draft)

    def is_free(self, block: WeekBlock) -> bool:
        """Say whether nothing is in the way of a block: no meeting, no time away, inside the times there."""
        if any(one.weekday == block.weekday and one.starts < block.ends and block.starts < one.ends
               for one in self.events):  # fmt: skip
            return False
        start, stop = minutes_of(block.starts), minutes_of(block.ends)
        here = [row for row in self.times if row.weekday == block.weekday]
        if any(not row.available and begins(row) < stop and start < ends(row) for row in here):
            return False
        there = any(row.available for row in self.times)
        return not there or any(row.available and begins(row) <= start and stop <= ends(row) for row in here)

    def box_of(self, item: Item) -> QRect:
        """Return where a time or an event stands; empty where it is not shown any more."""
        kind, key = item
        if kind == "time":
            row = next((one for one in self.times if one.id == key), None)
            return self.geometry.box(row.weekday, begins(row), ends(row)) if row else QRect()
        event = next((one for one in self.events if one.id == key), None)
        return self._event_box(event, lanes(self.events)[event.id]) if event else QRect()

    def _ground(self, painter: QPainter) -> None:
        place, tokens = self.geometry, self.tokens
        closed = any(row.available for row in self.times)
        for day in place.days:
            column = place.column(day)
            painter.setFont(fonts.font("caption_strong"))
            painter.setPen(tokens.tone("muted"))
            head = QRect(column.left(), 0, column.width(), place.head - fonts.px(4))
            painter.drawText(head, _CENTER, language.weekday(day, short=True))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tone("background"))
            painter.drawRoundedRect(QRectF(column), 5, 5)
            if closed:
                self._hatch(painter, QRectF(column))
        painter.setFont(fonts.figures("caption"))
        for minutes in place.hours():
            y = place.y_of(minutes)
            painter.setPen(tokens.tone("border"))
            painter.drawLine(place.axis, y, place.width - fonts.px(3), y)
            if (minutes - place.first) % 120 == 0:
                painter.setPen(tokens.tone("muted"))
                area = QRect(0, y - fonts.px(8), place.axis - fonts.px(6), fonts.px(16))
                shown = language.time(clock(minutes))
                painter.drawText(area, int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter), shown)

    def _hatch(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.tokens.tone("track"))
        painter.drawRoundedRect(area, 5, 5)
        painter.setBrush(QBrush(self.tokens.tone("border_strong"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(area, 5, 5)

    def _time(self, painter: QPainter, row: WeekTime) -> None:
        box = QRectF(self.geometry.box(row.weekday, begins(row), ends(row)))
        if row.available:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.tokens.soft("ok"))
            painter.drawRoundedRect(box, 5, 5)
            painter.setBrush(self.tokens.fill("ok"))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), 3, box.height()), 1.5, 1.5)
        else:
            self._hatch(painter, box)
        word = str(self.words.there if row.available else self.words.away)
        self._say(painter, box, row.reason or word, "ok" if row.available else "text", plate=not row.available)
        self._outline(painter, box, ("time", row.id))

    def _free(self, painter: QPainter, block: WeekBlock) -> None:
        box = QRectF(self.geometry.box(block.weekday, minutes_of(block.starts), minutes_of(block.ends)))
        painter.setPen(QPen(self.tokens.tone("ok"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(self.tokens.tone("surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(self.tokens.tone("ok"))
        painter.setFont(fonts.font("caption"))
        painter.drawText(box, _CENTER, str(self.words.free))

    def _event_box(self, event: WeekEvent, lane: tuple[int, int]) -> QRect:
        return self.geometry.box(event.weekday, minutes_of(event.starts), minutes_of(event.ends), lane)

    def _event(self, painter: QPainter, event: WeekEvent, lane: tuple[int, int]) -> None:
        box = QRectF(self._event_box(event, lane)).adjusted(0, 1, -1, -1)
        tone = "" if event.colour is None else f"cat{event.colour}"
        painter.setPen(QPen(self.tokens.tone("bad"), 1.5) if event.bad else Qt.PenStyle.NoPen)
        painter.setBrush(self.tokens.soft(tone) if tone else self.tokens.tone("track"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.tokens.tone(tone or "muted"))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 3, box.height()), 1.5, 1.5)
        self._say(painter, box, event.title, "bad" if event.bad else "text")
        self._outline(painter, box, ("event", event.id))

    def _draft(self, painter: QPainter, draft: Draft) -> None:
        day, starts, stops = draft
        box = QRectF(self.geometry.box(day, starts, stops))
        tone = "ok" if self.drawn_is_there else "accent"
        painter.setPen(QPen(self.tokens.tone(tone), 2, Qt.PenStyle.DashLine))
        painter.setBrush(self.tokens.soft(tone))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        words = f"{language.time(clock(starts))}–{language.time(clock(stops))}"
        painter.setFont(fonts.figures("caption_strong"))
        painter.setPen(self.tokens.tone(tone))
        width = painter.fontMetrics().horizontalAdvance(words)
        plate = QRectF(0, 0, width + fonts.px(10), fonts.px(18))
        plate.moveCenter(box.center())
        plate.moveLeft(min(max(plate.left(), self.geometry.axis), self.geometry.width - plate.width()))
        painter.setBrush(self.tokens.tone("surface"))
        painter.drawRoundedRect(plate, 4, 4)
        painter.drawText(plate, int(_CENTER), words)

    def _say(self, painter: QPainter, box: QRectF, text: str, tone: str, *, plate: bool = False) -> None:
        """Write a line where there is room for it; on hatching it stands on a plate."""
        if box.height() < fonts.px(13):
            return
        painter.setFont(fonts.font("caption"))
        room = box.adjusted(fonts.px(6), fonts.px(2), -fonts.px(2), 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(int(room.width()), 0))
        if plate:
            width = painter.fontMetrics().horizontalAdvance(shown)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.tokens.tone("track"))
            painter.drawRoundedRect(QRectF(room.left() - 3, room.top(), width + 6, fonts.px(15)), 3, 3)
        painter.setPen(self.tokens.tone(tone))
        painter.drawText(room, _LEFT, shown)

    def _outline(self, painter: QPainter, box: QRectF, item: Item) -> None:
        if item != self.chosen:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.tokens.tone("accent" if self.has_focus else "border_strong"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
