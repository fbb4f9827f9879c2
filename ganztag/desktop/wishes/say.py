"""A line of text in a painted view, shortened with … where it has no room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from ganztag.desktop import fonts

LEFT = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def say(painter: QPainter, area: QRect, text: str, look: tuple[str, QColor], align: int = LEFT) -> None:
    """Paint a text in the font of a role and a colour."""
    role, colour = look
    painter.setFont(fonts.font(role))
    painter.setPen(colour)
    if align == LEFT:
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(area.width(), 0))
    painter.drawText(area, align, text)
