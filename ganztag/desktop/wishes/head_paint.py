"""How the head of the grid of wishes is painted: the blocks, and below them the ranks."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from ganztag.desktop import fonts
from ganztag.desktop.times import hours
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.wishes.contents import NOT, Cell
from ganztag.desktop.wishes.entry import Entry
from ganztag.desktop.wishes.geometry import Geometry, is_wide
from ganztag.desktop.wishes.say import RIGHT, say
from ganztag.domain.ballot_papers import WEEK
from ganztag.language import _, pgettext, time, weekday
from ganztag.queries.ballots import BallotRow


class HeadPaint:
    """Paints over whatever scrolled below it."""

    def __init__(self, entry: Entry, geometry: Geometry) -> None:
        self._entry, self._geometry = entry, geometry

    def paint(self, painter: QPainter, ballot: BallotRow | None, tokens: Tokens) -> None:
        place = self._geometry
        painter.fillRect(QRect(0, 0, place.width, place.head), tokens.tone("surface"))
        half, muted = place.head // 2, tokens.tone("muted")
        number = QRect(0, half, place.number_width + fonts.px(6), half)
        say(painter, number, _("No."), ("secondary", muted), RIGHT)
        left = place.number_width + fonts.px(14)
        say(painter, QRect(left, half, place.names - left, half), _("Child"), ("secondary", muted))
        painter.save()
        painter.setClipRect(place.names, 0, place.width - place.names - place.state, place.head)
        for index, cell in enumerate(self._entry.cells):
            if cell.rank == 1 and ballot is not None:
                self._band(painter, index, ballot, tokens)
            area = QRect(place.left_of(index) + fonts.px(10), half, place.widths[index] - fonts.px(11), half)
            say(painter, area, self._rank(cell, area.width()), ("secondary", muted))
        painter.restore()
        painter.setPen(tokens.tone("border_strong"))
        painter.drawLine(0, place.head - 1, place.width, place.head - 1)

    @staticmethod
    def _rank(cell: Cell, room: int) -> str:
        if cell.rank == NOT:
            return _("not")
        whole = pgettext("wish", "Wish {rank}", rank=cell.rank)
        fits = QFontMetrics(fonts.font("secondary")).horizontalAdvance(whole) <= room
        return whole if fits and is_wide(cell) else f"{cell.rank}."

    def _band(self, painter: QPainter, index: int, ballot: BallotRow, tokens: Tokens) -> None:
        place, block_id = self._geometry, self._entry.cells[index].block
        left, half = place.left_of(index), place.head // 2
        end = max(i for i, cell in enumerate(self._entry.cells) if cell.block == block_id)
        right = place.left_of(end) + place.widths[end]
        if index:
            painter.setPen(tokens.tone("border_strong"))
            painter.drawLine(left, 0, left, place.head)
        start = left + fonts.px(10)
        day, words = _named(ballot, block_id, right - start)
        say(painter, QRect(start, fonts.px(4), right - start, half), day, ("strong", tokens.tone("text")))
        start += painter.fontMetrics().horizontalAdvance(day) + fonts.px(8)
        rest = QRect(start, fonts.px(4), right - start - 2, half)
        say(painter, rest, words, ("secondary", tokens.tone("muted")))


def _named(ballot: BallotRow, band: int, room: int) -> tuple[str, str]:
    """Return the day and what tells the block, both as long as there is room."""
    if band == WEEK:
        return _("Wishes for the week"), ""
    block = next(one for one in ballot.blocks if one.id == band)
    span = hours(block.starts, block.ends)
    long = " · ".join(filter(None, (block.name, span)))
    shorter = [text for text in (long, span, time(block.starts)) if text]
    strong, small = QFontMetrics(fonts.font("strong")), QFontMetrics(fonts.font("secondary"))
    for day in (weekday(block.weekday), weekday(block.weekday, short=True)):
        left = room - strong.horizontalAdvance(day) - fonts.px(10)
        for words in shorter:
            if small.horizontalAdvance(words) <= left:
                return day, words
    return weekday(block.weekday, short=True), ""
