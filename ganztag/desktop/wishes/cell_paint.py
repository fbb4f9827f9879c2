"""How the cells of the grid of wishes are painted: numbers with short names, signs, the cell that is typed in."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ganztag.desktop import fonts
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.wishes.contents import ANY, NONE, NOT
from ganztag.desktop.wishes.entry import Entry
from ganztag.desktop.wishes.geometry import Geometry
from ganztag.desktop.wishes.say import say
from ganztag.desktop.wishes.typed import understood
from ganztag.desktop.wishes.wrongs import Wrong
from ganztag.language import _


class CellPaint:
    """Paints what stands in the cells of *entry* where *geometry* has them."""

    def __init__(self, entry: Entry, geometry: Geometry) -> None:
        self._entry, self._geometry = entry, geometry

    def paint(self, painter: QPainter, at: tuple[int, int], area: QRect, look: tuple[Tokens, bool]) -> None:
        """Paint the content of cell *at* (row, cell); *look* are the tokens and whether something is wrong there."""
        entry, (row, index), (tokens, wrong) = self._entry, at, look
        content = entry.content_at(row, index)
        courses = [entry.courses[key] for key in content.courses if key in entry.courses]
        if not courses and not content.sign:
            self._nothing(painter, at, area, tokens)
            return
        tone = "bad" if wrong else "muted" if entry.cells[index].rank == NOT or content.sign == NONE else "text"
        left = self._numbers(painter, at, area.adjusted(fonts.px(10), 0, 0, 0), tokens.tone(tone))
        short = ""
        if content.sign:
            short = _("no place") if content.sign == NONE else _("any")
        elif len(courses) == 1 and courses[0].number:
            short = courses[0].short_name
        if self._geometry.has_name(index):
            rest = QRect(left, area.top(), area.right() - left - 2, area.height())
            say(painter, rest, short, ("caption", tokens.tone("bad" if wrong else "muted")))

    def _numbers(self, painter: QPainter, at: tuple[int, int], area: QRect, tone: QColor) -> int:
        """Paint the numbers of a cell, several one below the other where they have no room; return where they end."""
        parts = self._parts(*at)
        text, room = "/".join(parts), area.width()
        if len(parts) > 1 and _wide(text) > room:
            half = area.height() // 2
            lower = "/".join(parts[1:])
            say(painter, area.adjusted(0, 1, 0, -half), parts[0], ("caption_strong", tone))
            say(painter, area.adjusted(0, half - 1, 0, -1), lower, ("caption_strong", tone))
            return area.right()
        say(painter, area, text, ("strong", tone))
        return area.left() + max(_wide(text) + fonts.px(7), fonts.px(22))

    def _parts(self, row: int, index: int) -> list[str]:
        content, known = self._entry.content_at(row, index), self._entry.courses
        if content.sign == NONE:
            return [NONE]
        numbers = [known[key].number or known[key].short_name for key in content.courses if key in known]
        return numbers + [ANY] * (content.sign == ANY)

    def _nothing(self, painter: QPainter, at: tuple[int, int], area: QRect, tokens: Tokens) -> None:
        row, index = at
        entry, cell = self._entry, self._entry.cells[index]
        is_asked = entry.is_expected(row, index) and cell.rank != NOT
        if entry.rows[row].paper != "given" and row != entry.row and is_asked:
            say(painter, area.adjusted(fonts.px(10), 0, 0, 0), "–", ("body", tokens.tone("decoration")))

    def cursor(self, painter: QPainter, top: int, wrong: Wrong | None, look: tuple[Tokens, bool]) -> None:
        """Paint the cell that is typed in, with what was typed and what it means; *look*: tokens, has the focus."""
        tokens, has_focus = look
        place, entry = self._geometry, self._entry
        is_wrong = wrong is not None and wrong.cell == entry.cell
        meaning = self._meaning(wrong if is_wrong else None)
        left, width = self._stretch(meaning)
        area = QRect(left, top, width, place.row_height).adjusted(1, 1, 0, -2)
        edge = tokens.tone("bad" if is_wrong else "accent" if has_focus else "border_strong")
        painter.setPen(QPen(edge, 2))
        painter.setBrush(tokens.tone("surface"))
        painter.drawRoundedRect(QRectF(area), 5, 5)
        if entry.typed is None:
            self.paint(painter, (entry.row, entry.cell), area.adjusted(-1, 0, 0, 0), (tokens, is_wrong))
            return
        left = area.left() + fonts.px(9)
        tone = tokens.tone("bad" if is_wrong else "text")
        say(painter, QRect(left, area.top(), area.right() - left, area.height()), entry.typed, ("strong", tone))
        left += painter.fontMetrics().horizontalAdvance(entry.typed)
        painter.fillRect(QRect(left + 1, area.top() + fonts.px(5), 1, area.height() - fonts.px(10)), tone)
        rest = QRect(left + fonts.px(7), area.top(), area.right() - left - fonts.px(8), area.height())
        say(painter, rest, meaning, ("caption", tokens.tone("bad" if is_wrong else "muted")))

    def _meaning(self, wrong: Wrong | None) -> str:
        """Return the few words behind what is typed: the course, or what is wrong."""
        entry, here = self._entry, self._entry.here()
        if wrong is not None:
            return str(wrong.trouble.short)
        if entry.typed is None or here is None:
            return ""
        typed = understood(entry.typed, here, entry.courses.values())
        if typed.sign == ANY:
            return _("any")
        if typed.sign == NONE:
            return _("no place")
        if typed.refusing and typed.courses:
            return _("not wanted")
        return typed.courses[-1].short_name if typed.courses else ""

    def _stretch(self, meaning: str) -> tuple[int, int]:
        """Return where the cell that is typed in begins and how wide it is: it grows over others for its words."""
        place, entry = self._geometry, self._entry
        left, width = place.left_of(entry.cell), place.widths[entry.cell]
        text = _wide("/".join(self._parts(entry.row, entry.cell)) if entry.typed is None else entry.typed)
        words = QFontMetrics(fonts.font("caption")).horizontalAdvance(meaning)
        wanted = max(width, text + words + fonts.px(30 if meaning else 20))
        return min(left, max(place.width - place.state - wanted, place.names)), wanted


def _wide(text: str) -> int:
    return QFontMetrics(fonts.font("strong")).horizontalAdvance(text)
