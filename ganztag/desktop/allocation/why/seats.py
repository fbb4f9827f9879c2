"""The places of a course as small squares in the colours of the wishes; fixed ones have a pin, free ones a frame."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens, tokens_of
from ganztag.language import _, ngettext, number

_SIDE, _PITCH = 14, 18


@dataclass(frozen=True, slots=True)
class Seat:
    """A place: the *rank* of the wish of who has it (None: not wished), *fixed* by hand, or *free*."""

    rank: int | None = None
    fixed: bool = False
    free: bool = False


def seats_in_words(seats: Sequence[Seat]) -> str:
    """Return ``13 mit 1. Wunsch (1 fest gesetzt), 3 mit 2., 2 frei``."""
    taken = [seat for seat in seats if not seat.free]
    ranks = Counter(seat.rank for seat in taken)
    parts = [
        _("{count} with wish {rank}", count=number(ranks[rank]), rank=str(rank))
        for rank in sorted(rank for rank in ranks if rank is not None)
    ]
    if ranks[None]:
        parts.append(ngettext("{count} without a wish for it", "{count} without a wish for it", ranks[None]))
    fixed, free = sum(seat.fixed for seat in taken), len(seats) - len(taken)
    if fixed:
        parts.append(ngettext("{count} of them fixed", "{count} of them fixed", fixed))
    if free:
        parts.append(ngettext("{count} free", "{count} free", free))
    return ", ".join(parts)


class Seats(QWidget):
    """``show_seats`` in the order in which they are to stand; they go on in the next line."""

    def __init__(self) -> None:
        super().__init__()
        self._seats: tuple[Seat, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_seats(self, seats: Sequence[Seat]) -> None:
        self._seats = tuple(seats)
        self.setAccessibleName(seats_in_words(seats))
        self.setToolTip(seats_in_words(seats))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()

    def _in_a_line(self, width: int) -> int:
        return max(width // fonts.px(_PITCH), 1)

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self._seats) // self._in_a_line(width)) or 1
        return lines * fonts.px(_PITCH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(200), self.heightForWidth(self.width() or fonts.px(250)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        many, pitch, side = self._in_a_line(self.width()), fonts.px(_PITCH), fonts.px(_SIDE)
        for place, seat in enumerate(self._seats):
            box = QRectF(place % many * pitch, place // many * pitch + 1, side, side)
            self._paint_seat(painter, box, seat, tokens)

    def _paint_seat(self, painter: QPainter, box: QRectF, seat: Seat, tokens: Tokens) -> None:
        if seat.free:
            painter.setPen(QPen(tokens.tone("border_strong"), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            return
        ground, ink = tokens.wish(seat.rank) if seat.rank else (tokens.tone("track"), tokens.tone("text"))
        strong = seat.rank is None or seat.rank >= 4
        painter.setPen(QPen(tokens.tone("border_strong")) if strong else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if seat.fixed:
            inner = box.adjusted(2, 2, -2, -2)
            icons.draw(painter, inner, "pin", ink)
