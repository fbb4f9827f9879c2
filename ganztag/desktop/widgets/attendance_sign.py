"""The sign of each state of attendance: they differ by shape, not by colour alone."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ganztag.desktop import fonts
from ganztag.desktop.tokens import Tokens
from ganztag.language import _

_CENTER = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
SIGN = 13  # pixels, the sign of a state is this wide


def paint_sign(painter: QPainter, centre: QPointF, state: str, tokens: Tokens) -> None:
    """Paint the sign of a state: a dot, a ring with e, a square with u, half dots for late and gone early."""
    size = fonts.px(SIGN)
    box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    _SIGNS[state](painter, box, tokens)


def _present(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.tone("ok"))
    painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5))


def _half(painter: QPainter, box: QRectF, tokens: Tokens, start: int) -> None:
    painter.setPen(QPen(tokens.tone("ok"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.drawEllipse(inner)
    painter.setBrush(tokens.tone("ok"))
    painter.drawPie(inner, start * 16, 180 * 16)


def _late(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    _half(painter, box, tokens, -90)


def _left_early(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    _half(painter, box, tokens, 90)


def _excused(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    painter.setPen(QPen(tokens.tone("warn"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    painter.setFont(fonts.font("caption"))
    painter.drawText(box, _CENTER, _("e"))


def _unexcused(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.tone("bad"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(tokens.tone("surface"))
    painter.setFont(fonts.font("caption"))
    painter.drawText(box, _CENTER, _("u"))


_SIGNS: dict[str, Callable[[QPainter, QRectF, Tokens], None]] = {
    "present": _present, "late": _late, "left_early": _left_early, "excused": _excused, "unexcused": _unexcused,
}  # fmt: skip
