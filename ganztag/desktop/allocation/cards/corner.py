"""The corner of a card: A for the plan that is looked at, B for what is held against it, else an empty place."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets import paints
from ganztag.language import _


class Corner(QAbstractButton):
    """Clicked, it holds its card against A; ``mark("A")`` shows what the card is."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the card has the keys
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def mark(self, mark: str) -> None:
        self._mark = mark
        names = {
            "A": _("A: this plan would be accepted"),
            "B": _("B: held against A; click to end the comparison"),
        }
        name = names.get(mark, _("Hold against A"))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(24), fonts.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if not self._mark:
            shade = "accent" if self.underMouse() else "border_strong"
            painter.setPen(QPen(tokens.tone(shade), 1.2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, 5, 5)
            return
        chosen = self._mark == "A"
        painter.setPen(QPen(tokens.tone("accent"), 1))
        painter.setBrush(tokens.tone("accent") if chosen else tokens.soft("accent"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(tokens.tone("on_accent" if chosen else "accent"))
        painter.setFont(fonts.font("secondary_strong"))
        painter.drawText(box, paints.CENTER, self._mark)
