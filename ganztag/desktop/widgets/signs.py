"""Small painted widgets: pill, bar, day chips, wish chip, avatar; the shapes are those of table cells."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets import paints

_FIXED = QSizePolicy.Policy.Fixed


class PillSign(QWidget):
    """A status pill."""

    def __init__(self, pill: paints.Pill | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(_FIXED, _FIXED)
        self._pill = pill or paints.Pill("")
        self.show_pill(self._pill)

    def show_pill(self, pill: paints.Pill) -> None:
        self._pill = pill
        self.setAccessibleName(pill.text)
        self.setVisible(bool(pill.text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(paints.pill_width(self._pill), fonts.px(21))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paints.paint_pill(QPainter(self), 0, self.height() / 2, self._pill, tokens_of(self))


class DemandBar(QWidget):
    """Amounts side by side, as of wishes by rank, against a tick for the places; *tones* are wish1 ... or token names.

    ``show_amounts([30, 8, 3], whole=45, mark=16)``; with *surplus* what lies beyond the tick is hatched.
    """

    def __init__(self, tones: Sequence[str], *, height: int = 9, surplus: bool = False) -> None:
        super().__init__()
        self._tones, self._surplus = tuple(tones), surplus
        self._amounts: Sequence[float] = ()
        self._whole, self._mark = 1.0, None if surplus else -1.0
        self._height = fonts.px(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, _FIXED)

    def show_amounts(self, amounts: Sequence[float], whole: float, mark: float | None = None) -> None:
        self._amounts, self._whole, self._mark = amounts, whole, mark
        self.update()

    def set_tones(self, tones: Sequence[str]) -> None:
        self._tones = tuple(tones)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(120), self._height + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        colours = [tokens.wish(int(t[4:]))[0] if t.startswith("wish") else tokens.fill(t) for t in self._tones]
        mark = None if self._mark is None or self._mark < 0 else self._mark
        parts = list(zip(self._amounts, colours, strict=False))
        bar = paints.Bar(parts, self._whole, mark, mark if self._surplus else None)
        paints.paint_bar(QPainter(self), self.rect().toRectF().adjusted(0, 3, 0, -3), bar, tokens)


class ShareBar(QWidget):
    """The shares of the wishes as one thick stacked bar; percentages only where they fit, all in the tooltip.

    ``show_shares([(180, "wish1", "1. Wunsch"), ...])``
    """

    def __init__(self) -> None:
        super().__init__()
        self._shares: Sequence[tuple[float, str, str]] = ()
        self.setFont(fonts.font("secondary_strong"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, _FIXED)

    def show_shares(self, shares: Sequence[tuple[float, str, str]]) -> None:
        self._shares = shares
        whole = sum(amount for amount, _tone, _name in shares) or 1
        lines = [f"{name}: {amount:g} ({100 * amount / whole:.0f} %)" for amount, _tone, name in shares]
        self.setToolTip("\n".join(lines))
        self.setAccessibleName(", ".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(200), fonts.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        whole, left = sum(share[0] for share in self._shares) or 1, 0.0
        for amount, tone, _name in self._shares:
            width = self.width() * amount / whole
            is_wish = tone.startswith("wish")
            ground, ink = tokens.wish(int(tone[4:])) if is_wish else (tokens.fill(tone), tokens.tone("surface"))
            box = QRectF(left, 0, max(width - 2, 1), self.height())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 4, 4)
            if not is_wish:
                painter.setBrush(Qt.BrushStyle.BDiagPattern)
                painter.drawRoundedRect(box, 4, 4)
            text = f"{100 * amount / whole:.0f} %"
            if is_wish and fonts.width_of(self, text) + 12 < width:
                painter.setPen(ink)
                painter.drawText(box, paints.CENTER, text)
            left += width


class IconSign(QWidget):
    """An icon, on request in a soft rounded square of its tone (as in a list of things to do)."""

    def __init__(self, name: str, tone: str = "muted", *, side: int = 18, boxed: bool = False) -> None:
        super().__init__()
        self._name, self._tone, self._boxed, self._side = name, tone, boxed, fonts.px(side)
        outer = fonts.px(32) if boxed else self._side
        self.setFixedSize(outer, outer)

    def show_icon(self, name: str, tone: str) -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        if self._boxed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.soft(self._tone))
            painter.drawRoundedRect(self.rect().toRectF(), 7, 7)
        inset = (self.width() - self._side) / 2
        icons.draw(painter, QRectF(inset, inset, self._side, self._side), self._name, tokens.tone(self._tone))


class Initials(QWidget):
    """A round badge with a person's initials."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text
        self.setFont(fonts.font("scenario"))
        self.setFixedSize(fonts.px(48), fonts.px(48))

    def show_text(self, text: str) -> None:
        self._text = text
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.soft("accent"))
        painter.drawEllipse(self.rect())
        painter.setPen(tokens.tone("accent"))
        painter.drawText(self.rect(), paints.CENTER, self._text)
