"""The line below the week: what the three states of a cell mean while something is carried, and the keys.

A sentence of the program stands in its place: nothing of the week moves away from under the mouse.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.week.carrying import ICONS, TONES
from ganztag.desktop.week.keys import hints
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.legend import KeyHints
from ganztag.language import _


class _States(QWidget):
    """Sign and word of the three states."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(fonts.font("secondary"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _words(self) -> list[tuple[str, str]]:
        return [("fits", _("fits")), ("consequences", _("goes, with consequences")), ("no", _("does not go"))]

    def sizeHint(self) -> QSize:
        width = sum(fonts.width_of(self, text) + fonts.px(40) for _state, text in self._words())
        return QSize(width + fonts.px(10), fonts.px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        painter.setPen(tokens.tone("border"))
        painter.drawLine(0, 0, self.width(), 0)
        left, side = fonts.px(14), fonts.px(16)
        for state, text in self._words():
            box = QRectF(left, (self.height() - side) / 2, side, side)
            icons.draw(painter, box, ICONS[state], tokens.tone(TONES[state]))
            left += side + fonts.px(7)
            painter.setPen(tokens.tone("muted"))
            words = QRectF(left, 0, self.width(), self.height())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
            left += fonts.width_of(self, text) + fonts.px(17)


class Foot(QWidget):
    """Follows what is going on (``show_state``), and gives way to the banner."""

    def __init__(self, banner: Banner) -> None:
        super().__init__()
        self._states, self._keys = _States(), KeyHints()
        both = row()
        both.addWidget(self._states)
        both.addWidget(self._keys, 1)
        self.setLayout(both)
        banner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() == QEvent.Type.HideToParent)
        return super().eventFilter(watched, event)

    def show_state(self, *, carrying: bool, real: bool) -> None:
        self._states.setVisible(carrying)
        self._states.updateGeometry()
        self._keys.show_hints(hints(carrying=carrying, real=real))
