"""How the chips of the week are painted: a line in a full cell, a small card where there is room."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.week.carrying import ICONS, TONES
from ganztag.desktop.week.sheet import Chip
from ganztag.language import _, ngettext

_LEFT = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_MARKS = {"error": ("circle-alert", "bad"), "warning": ("triangle-alert", "warn")}
_RADIUS = 5


@dataclass(frozen=True, slots=True)
class Look:
    """How a chip stands there now: chosen, taken away from here, aimed at; *part* as in ``Box``."""

    is_current: bool = False
    has_focus: bool = False
    is_source: bool = False
    aim: str = ""
    sign: str = ""
    part: int = 0
    lit: bool = False


@lru_cache(maxsize=32)
def _measured(role: str) -> tuple[QFont, QFontMetrics]:
    font = fonts.font(role)
    return font, QFontMetrics(font)


@lru_cache(maxsize=4096)
def _cut(text: str, role: str, width: int) -> str:
    return _measured(role)[1].elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))


@lru_cache(maxsize=4096)
def width_of(text: str, role: str) -> int:
    return _measured(role)[1].horizontalAdvance(text)


def say(painter: QPainter, area: QRect, text: str, look: tuple[str, QColor], *, right: bool = False) -> None:
    """Write one line in a role and a colour; it ends in … where there is no room."""
    role, colour = look
    painter.setFont(_measured(role)[0])
    painter.setPen(colour)
    painter.drawText(area, _RIGHT if right else _LEFT, _cut(text, role, area.width()))


class ChipPaint:
    """Paints chips; ``begin`` takes what is the same for all of them in one painting."""

    def __init__(self, tokens: Tokens) -> None:
        self.begin(tokens, is_roomy=False)

    def begin(self, tokens: Tokens, is_roomy: bool) -> None:
        self._tokens, self._roomy = tokens, is_roomy
        self._bar, self._icon = fonts.px(4), fonts.px(14)
        self._softs = [QColor(colour) for colour in tokens.category_softs]
        self._inks = [QColor(colour) for colour in tokens.categories]
        self._text, self._muted = tokens.tone("text"), tokens.tone("muted")

    def more(self, painter: QPainter, rect: QRect, count: int, mark: str) -> None:
        """Paint the box that says how many more there are, with the worst *mark* among them; a click shows them."""
        words = ngettext("+{count} more", "+{count} more", count)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.tone("track"))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        say(painter, rect.adjusted(fonts.px(9), 0, -2, 0), words, ("secondary_strong", self._text))
        if mark in _MARKS:
            name, tone = _MARKS[mark]
            box = QRectF(rect.right() - self._icon - fonts.px(4), 0, self._icon, self._icon)
            box.moveTop(rect.top() + (rect.height() - self._icon) / 2)
            icons.draw(painter, box, name, self._tokens.tone(tone))

    def chip(self, painter: QPainter, rect: QRect, chip: Chip, look: Look) -> None:
        if look.is_source:
            self._source(painter, rect, chip)
            return
        if chip.state == "cancelled" or look.sign == "no":
            painter.setOpacity(0.72 if chip.state == "cancelled" else 0.5)
        self._ground(painter, rect, chip)
        if self._roomy and rect.height() > fonts.px(44):
            self._card(painter, rect, chip, look)
        else:
            self._line(painter, rect, chip, look)
        painter.setOpacity(1)
        self._outline(painter, rect, chip, look)

    def _ground(self, painter: QPainter, rect: QRect, chip: Chip) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if chip.colour is None:
            soft, ink = self._tokens.tone("track"), self._muted
        else:
            place = chip.colour % len(self._softs)
            soft, ink = self._softs[place], self._inks[place]
        painter.setBrush(soft)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setBrush(ink)
        painter.drawRoundedRect(rect.left(), rect.top(), self._bar, rect.height(), 2, 2)

    def _outline(self, painter: QPainter, rect: QRect, chip: Chip, look: Look) -> None:
        tone, width, style = "", 1.5, Qt.PenStyle.SolidLine
        if look.aim:
            tone, width = look.aim, 2.5
        elif look.is_current:
            tone, width = "accent", (2.5 if look.has_focus else 2)
        elif chip.mark == "error":
            tone = "bad"
        elif chip.mark == "accepted":
            tone, width, style = "decoration", 1, Qt.PenStyle.DashLine
        elif look.lit:
            tone, width = "accent", 1
        if tone:
            painter.setPen(QPen(self._tokens.tone(tone), width, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.7, 0.7, -0.7, -0.7), _RADIUS, _RADIUS)

    def _source(self, painter: QPainter, rect: QRect, chip: Chip) -> None:
        """Paint the place from which a chip was taken: dashed, with what spoke against it."""
        accent = self._tokens.tone("accent")
        painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(self._tokens.tone("surface"))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        inner = rect.adjusted(fonts.px(9), 0, -fonts.px(6), 0)
        say(painter, inner, chip.name, ("secondary_strong", accent))
        left = width_of(chip.name, "secondary_strong") + fonts.px(8)
        if chip.short[0] and inner.width() - left > fonts.px(30):
            say(
                painter, inner.adjusted(left, 0, 0, 0), chip.short[0], ("caption", self._tokens.tone("bad")), right=True
            )

    def _sign(self, painter: QPainter, rect: QRect, chip: Chip, look: Look) -> int:
        """Paint the sign of a conflict, of a fixed place or of a change at the right; return the room it takes.

        While a leader is carried the sign says whether that one could lead here.
        """
        name, tone = _MARKS.get(chip.mark, ("", ""))
        if look.sign:
            name, tone = ICONS[look.sign], TONES[look.sign]
        elif chip.state in ("cancelled", "moved", "changed"):
            name, tone = ("circle-x", "bad") if chip.state == "cancelled" else ("history", "accent")
        if not name and chip.fixed:
            name, tone = "pin", "muted"
        if not name:
            return 0
        box = QRectF(rect.right() - self._icon - fonts.px(4), rect.top(), self._icon, self._icon)
        box.moveTop(rect.top() + (min(rect.height(), fonts.px(26)) - self._icon) / 2)
        icons.draw(painter, box, name, self._tokens.tone(tone))
        return self._icon + fonts.px(5)

    def _line(self, painter: QPainter, rect: QRect, chip: Chip, look: Look) -> None:
        line = QRect(rect.left(), rect.top(), rect.width(), min(rect.height(), fonts.px(26)))
        right = rect.right() - self._sign(painter, rect, chip, look) - fonts.px(5)
        left = rect.left() + fonts.px(9)
        role = "secondary_strong"
        name = f"↑ {chip.name}" if look.part < 0 else chip.name
        note = " · ".join(part for part in (chip.time, chip.rhythm, chip.room) if part)
        space, note_width = right - left, width_of(note, "caption")
        if look.part >= 0 and width_of(chip.title, role) + note_width + fonts.px(12) <= space:
            name = chip.title  # the short name is for where there is no room for the whole one
        wanted = width_of(name, role)
        say(painter, QRect(left, line.top(), space, line.height()), name, (role, self._text))
        if chip.state == "cancelled":
            painter.fillRect(left, line.center().y(), min(wanted, space), 1, self._text)
        rest = space - wanted - fonts.px(6)
        if look.part > 0:
            note = "↓" if rest < note_width + fonts.px(14) else f"{note} ↓".strip()
        if rest >= min(width_of(note, "caption"), fonts.px(40)):
            say(
                painter,
                QRect(right - rest, line.top(), rest, line.height()),
                note,
                ("caption", self._muted),
                right=True,
            )
        if rect.height() > fonts.px(44):
            self._lower(painter, rect, chip)

    def _lower(self, painter: QPainter, rect: QRect, chip: Chip) -> None:
        """Say in the second half of a span who leads it."""
        line = rect.adjusted(fonts.px(9), 0, -fonts.px(5), 0)
        line.setTop(rect.bottom() - fonts.px(25))
        say(painter, line, chip.leaders, ("caption", self._muted))

    def _card(self, painter: QPainter, rect: QRect, chip: Chip, look: Look) -> None:
        """Fill a card: name, room and leaders, how many children."""
        taken = self._sign(painter, rect, chip, look)
        left, top = rect.left() + fonts.px(12), rect.top() + fonts.px(5)
        width = rect.width() - fonts.px(18)
        ink = self._muted if chip.colour is None else self._inks[chip.colour % len(self._inks)]
        name = chip.title if width_of(chip.title, "strong") <= width - taken else chip.name
        lines = [(name, "strong", ink if not self._tokens.dark else self._text)]
        where = " · ".join(part for part in (chip.room, chip.leaders) if part)
        both = (where,) if width_of(where, "secondary") <= width else (chip.room, chip.leaders)
        when = " · ".join(part for part in (chip.time, chip.rhythm) if part)
        lines += [(text, "secondary", self._muted) for text in (*both, when) if text]
        if chip.state == "cancelled":
            lines.insert(1, (_("cancelled"), "secondary_strong", self._tokens.tone("bad")))
        elif chip.children:
            lines.append((ngettext("{count} child", "{count} children", chip.children), "caption", self._muted))
        if chip.mark == "error" and chip.short[0]:
            lines.append((chip.short[0], "secondary_strong", self._tokens.tone("bad")))
        for number, (text, role, colour) in enumerate(lines):
            box = QRect(left, top + number * fonts.px(18), width - (0 if number else taken), fonts.px(18))
            if box.bottom() > rect.bottom():
                return
            say(painter, box, text, (role, colour))
