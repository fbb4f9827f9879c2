"""Labels in the roles of the type scale; plain text always, for a name may hold < and &."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of


class Text(QLabel):
    """A line or paragraph; *role* is a key of ``fonts.ROLES``, *tone* one of muted, accent, ok, warn, bad or empty."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "",
        *,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if tone:
            self.setProperty("tone", tone)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        self.setFont(fonts.fitting(text, self._role))
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:  # a new style sheet forgets the figures of equal width
            self.setFont(fonts.fitting(self.text(), self._role))
        super().changeEvent(event)

    def set_tone(self, tone: str) -> None:
        """Change the colour; an empty tone is ordinary text."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
            self.setFont(fonts.fitting(self.text(), self._role))


class Elided(QWidget):
    """One line that ends in … where there is no room; the whole text then stands in its tooltip.

    With *short*, such as a course's short name, that is shown instead where the text has no room; a mere
    abbreviation says less than the beginning of the text.
    """

    _text = _short = ""  # events also come while it is being made, and while it goes
    _role = "body"
    _side = Qt.AlignmentFlag.AlignLeading

    def __init__(self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone, self._role, self._short = text, tone, role, ""
        self.setFont(fonts.fitting(text, role))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def align(self, side: Qt.AlignmentFlag) -> None:
        self._side = side

    def text(self) -> str:
        return self._text

    def setText(self, text: str, short: str = "") -> None:
        self._text, self._short = text, short
        self.setFont(fonts.fitting(text, self._role))
        self.setAccessibleName(text)
        self._tip()
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 2, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self.fontMetrics().height())

    def _tip(self) -> None:
        self.setToolTip(self._text if self._is_cut() else "")

    def _is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self._text) > self.width()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._tip()
        elif event.type() == QEvent.Type.StyleChange:
            self.setFont(fonts.fitting(self._text, self._role))
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(tokens_of(self).tone(self._tone))
        is_word = self._short and not self._short.endswith(".")
        text = self._short if is_word and self._is_cut() else self._text
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | self._side), shown)


def rule(*, strong: bool = False, upright: bool = False) -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("rule", "strong" if strong else "true")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
