"""How the week is painted: days and times, its cells with their chips, the line of now."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPen

from ganztag.desktop import fonts
from ganztag.desktop.week.boxes import Box
from ganztag.desktop.week.carrying import TONES
from ganztag.desktop.week.cell_paint import CellPaint
from ganztag.desktop.week.chip_paint import ChipPaint, Look, say
from ganztag.desktop.week.sheet import Band
from ganztag.language import _, date, time, weekday
from ganztag.planning.timing import clock


@dataclass
class GridPaint(CellPaint):
    """Paints a sheet where its geometry says; *course* is the one that is chosen, for its other chips."""

    course: int = 0
    chips: ChipPaint = field(init=False)

    def __post_init__(self) -> None:
        self.chips = ChipPaint(self.tokens)

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint what of *area* (in the viewport) is to be painted."""
        place = self.geometry
        self.chips.begin(self.tokens, place.is_roomy)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, self.tokens.tone("surface"))
        painter.save()
        painter.setClipRect(area.intersected(QRect(0, place.head, place.width, place.height - place.head)))
        for band in range(len(self.sheet.bands)):
            top = place.tops[band] - place.scroll
            if top <= area.bottom() and top + place.heights[band] >= area.top():
                self._band(painter, band, area)
        for box in place.spans:
            self._chip(painter, box, area)
        self._now(painter)
        self._target(painter)
        painter.restore()
        if area.top() < place.head:
            self._head(painter)

    def _band(self, painter: QPainter, band: int, area: QRect) -> None:
        self._times(painter, band)
        for day in range(len(self.sheet.days)):
            rect = self.geometry.cell((day, band))
            if rect.intersects(area):
                self._cell(painter, (day, band), rect)
                for box in self.geometry.boxes.get((day, band), ()):
                    self._chip(painter, box, area)

    def _times(self, painter: QPainter, number: int) -> None:
        band, place = self.sheet.bands[number], self.geometry
        right, top = place.times - fonts.px(10), place.tops[number] - place.scroll + fonts.px(5)
        line = fonts.px(17)
        texts = [(band.name, "secondary_strong", "text")] if band.name else []
        texts += [(time(clock(band.starts)), "secondary", "muted"), (time(clock(band.ends)), "secondary", "muted")]
        for number_, (text, role, tone) in enumerate(texts):
            box = QRect(fonts.px(8), top + number_ * line, right - fonts.px(8), line)
            say(painter, box, text, (role, self.tokens.tone(tone)), right=True)

    def _head(self, painter: QPainter) -> None:
        place, tokens = self.geometry, self.tokens
        painter.fillRect(QRect(0, 0, place.width, place.head - fonts.px(2)), tokens.tone("surface"))
        for number, day in enumerate(self.sheet.days):
            left = place.lefts[number] + fonts.px(5)
            tone = tokens.tone("accent" if day.is_today else "text")
            name = weekday(day.weekday, short=place.day_width < fonts.px(84))
            top = fonts.px(11)
            box = QRect(left, top, place.day_width - fonts.px(8), fonts.px(20))
            say(painter, box, name, ("strong", tone))
            if day.on is not None:
                words = _("{day} · today", day=date(day.on, "short")) if day.is_today else date(day.on, "short")
                ink = tone if day.is_today else tokens.tone("muted")
                say(painter, box.translated(0, fonts.px(18)), words, ("secondary", ink))

    def _chip(self, painter: QPainter, box: Box, area: QRect) -> None:
        rect = box.rect.translated(0, -self.geometry.scroll)
        if not rect.intersects(area):
            return
        if box.key == 0:
            self.chips.more(painter, rect, box.more, box.mark)
            return
        self.chips.chip(painter, rect, self.sheet.by_key[box.key], self._look(box))

    def _look(self, box: Box) -> Look:
        hand = self.hand
        is_source = hand is not None and hand.load.key == box.key and hand.load.kind != "edge"
        aimed = hand is not None and hand.chip == box.key and not hand.load.goes_to_cells
        sign = hand.chip_signs.get(box.key) if hand is not None else None
        return Look(
            is_current=self.cursor[1] == box.key and hand is None,
            has_focus=self.has_focus,
            is_source=is_source,
            aim=TONES[sign.state if sign else "fits"] if aimed else "",
            sign=sign.state if sign else "",
            part=box.part,
            lit=self.sheet.by_key[box.key].course == self.course,
        )

    def _now(self, painter: QPainter) -> None:
        """Paint the line of now over today's column, at its height between the times of the bands."""
        today = next((number for number, day in enumerate(self.sheet.days) if day.is_today), None)
        if self.sheet.now is None or today is None:
            return
        y = self._height_of(self.sheet.now)
        if y is None:
            return
        left, place = self.geometry.lefts[today], self.geometry
        tone = self.tokens.tone("bad")
        painter.setPen(QPen(tone, 2))
        painter.drawLine(QPointF(left, y), QPointF(left + place.day_width, y))
        painter.setBrush(tone)
        painter.drawEllipse(QPointF(left, y), fonts.px(4), fonts.px(4))

    def _height_of(self, minutes: int) -> float | None:
        for number, band in enumerate(self.sheet.bands):
            if band.starts <= minutes <= band.ends:
                top = self.geometry.tops[number] - self.geometry.scroll
                return top + self.geometry.heights[number] * _share(band, minutes)
        return None


def _share(band: Band, minutes: int) -> float:
    return (minutes - band.starts) / max(band.ends - band.starts, 1)
