"""How a tile is painted: head with the course and how full it is, a line for each child, and what a drop would mean."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ganztag.desktop import fonts, icons
from ganztag.desktop.allocation.by_hand.tiles import HEAD, Kid, Tile
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.paints import Occupancy
from ganztag.language import _, pgettext


@dataclass(frozen=True, slots=True)
class Sign:
    """What a tile says while a child is carried: its wish for the course; over it, what the drop would cost."""

    rank: int | None
    target: bool = False
    source: bool = False
    words: str = ""
    tone: str = "ok"


def paint_tile(painter: QPainter, box: QRect, tile: Tile, sign: Sign | None, tokens: Tokens) -> None:
    """Paint the frame and the head of a tile."""
    area = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    is_target = sign is not None and sign.target
    pen = QPen(tokens.tone(sign.tone if sign is not None and is_target else "border"), 2.5 if is_target else 1)
    if sign is not None and sign.source:
        pen = QPen(tokens.tone("border_strong"), 1.5, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(tokens.tone("surface" if tile.runs else "background"))
    painter.drawRoundedRect(area, 8, 8)
    head = area.adjusted(fonts.px(12), fonts.px(6), -fonts.px(10), 0)
    head.setHeight(fonts.px(HEAD - 8))
    if sign is not None and sign.target and sign.words:
        _words(painter, head, sign, tokens)
        return
    _title(painter, head, tile, tokens)
    below = QRectF(head.left(), head.top() + fonts.px(19), head.width(), fonts.px(18))
    if sign is not None and not sign.source and tile.course is not None:
        _wish(painter, below, sign, tokens)
    else:
        _size(painter, below, tile, tokens)


def _title(painter: QPainter, head: QRectF, tile: Tile, tokens: Tokens) -> None:
    painter.setFont(fonts.font("strong"))
    painter.setPen(tokens.tone("text" if tile.runs else "muted"))
    name = f"{tile.number} {tile.title}".strip()
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(head.width()))
    painter.drawText(QRectF(head.left(), head.top(), head.width(), fonts.px(19)), int(paints.MIDDLE), shown)


def _size(painter: QPainter, below: QRectF, tile: Tile, tokens: Tokens) -> None:
    painter.setFont(fonts.figures("secondary"))
    if tile.course is None:
        painter.setPen(tokens.tone("bad" if tile.size else "muted"))
        painter.drawText(below, int(paints.MIDDLE), str(tile.size))
        return
    if not tile.runs:
        painter.setPen(tokens.tone("bad"))
        words = _("struck, needs {least}", least=tile.least or 0)
        painter.drawText(below, int(paints.MIDDLE), words)
        return
    paints.paint_occupancy(painter, below, Occupancy(tile.size, tile.most, tile.least), tokens)
    if tile.least:
        painter.setPen(tokens.tone("muted"))
        painter.setFont(fonts.font("caption"))
        words = _("from {least}", least=tile.least)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignTrailing | paints.MIDDLE), words)


def _wish(painter: QPainter, below: QRectF, sign: Sign, tokens: Tokens) -> None:
    painter.setFont(fonts.font("secondary"))
    painter.setPen(tokens.tone("accent" if sign.rank else "muted"))
    words = pgettext("wish", "Wish {rank}", rank=sign.rank) if sign.rank else _("no wish")
    painter.drawText(below, int(paints.MIDDLE), words)


def _words(painter: QPainter, head: QRectF, sign: Sign, tokens: Tokens) -> None:
    """Say first of all what the drop would cost."""
    painter.setFont(fonts.font("secondary_strong"))
    painter.setPen(tokens.tone(sign.tone))
    flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap)
    painter.save()
    painter.setClipRect(head)
    painter.drawText(head, flags, sign.words)
    painter.restore()


def paint_kid(painter: QPainter, box: QRect, kid: Kid, marks: frozenset[str], tokens: Tokens) -> None:
    """Paint the line of a child; *marks* are chosen, focused and carried."""
    area = QRectF(box)
    if "chosen" in marks:
        painter.setPen(QPen(tokens.tone("accent"), 1.5) if "focused" in marks else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.tone("selection"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -1.5), 5, 5)
    left = area.left() + fonts.px(6) + _chip(painter, area, kid, tokens)
    right = area.right() - fonts.px(6)
    painter.setFont(fonts.font("caption"))
    painter.setPen(tokens.tone("muted"))
    painter.drawText(
        QRectF(left, area.top(), right - left, area.height()),
        int(Qt.AlignmentFlag.AlignTrailing | paints.MIDDLE),
        kid.class_name,
    )
    right -= painter.fontMetrics().horizontalAdvance(kid.class_name) + fonts.px(6)
    for shown, icon, tone in ((kid.fixed, "pin", "accent"), (kid.moved, "pencil", "warn")):
        if shown:
            side = fonts.px(13)
            right -= side
            icons.draw(painter, QRectF(right, area.center().y() - side / 2, side, side), icon, tokens.tone(tone))
            right -= fonts.px(4)
    painter.setFont(fonts.font("secondary_strong" if kid.moved else "secondary"))
    painter.setPen(tokens.tone("decoration" if "carried" in marks else "text"))
    shown_name = painter.fontMetrics().elidedText(kid.name, Qt.TextElideMode.ElideRight, int(right - left))
    painter.drawText(QRectF(left, area.top(), right - left, area.height()), int(paints.MIDDLE), shown_name)


def _chip(painter: QPainter, area: QRectF, kid: Kid, tokens: Tokens) -> float:
    """Paint the small chip of the wish; return the room it takes."""
    width, height = fonts.px(20), fonts.px(17)
    box = QRectF(area.left() + fonts.px(4), area.center().y() - height / 2, width, height)
    if kid.rank is None:
        painter.setFont(fonts.font("caption"))
        painter.setPen(tokens.tone("decoration"))
        painter.drawText(box, paints.CENTER, "–")
        return width + fonts.px(4)
    ground, ink = tokens.wish(kid.rank)
    painter.setPen(QPen(tokens.tone("border_strong")) if kid.rank >= 4 else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.setFont(fonts.font("caption_strong"))
    painter.drawText(box, paints.CENTER, f"{kid.rank}.")
    return width + fonts.px(4)
