"""Painted rows of the sidebar: an entry, the half-year's card, the foot with saved state and undo."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import tokens_of
from ganztag.language import Message, _, time

USUAL_HEIGHT, LOW_HEIGHT = 34, 30  # pixels of an entry; the lower one where the window is low
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class _Row(QAbstractButton):
    """A flat button as wide as the sidebar."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.px(height))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(200), self.height())

    def _ground(self, painter: QPainter, tone: str | None, outline: str | None = None) -> QRectF:
        """Paint a rounded ground and, when it has the focus, its frame; return the area inside."""
        tokens, area = tokens_of(self), self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.tone(tone) if tone else Qt.BrushStyle.NoBrush)
        frame = "accent" if self.hasFocus() else outline
        painter.setPen(tokens.tone(frame) if frame else Qt.PenStyle.NoPen)
        if tone or frame:
            painter.drawRoundedRect(area, 7, 7)
        return area


class NavButton(_Row):
    """An entry of the sidebar: icon, word, count; soft fill and a 3 px bar when it is on."""

    def __init__(self, key: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(USUAL_HEIGHT, parent)
        self.key, self._icon, self._count = key, icon, ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFont(fonts.font("medium"))

    def make_room(self, low: bool) -> None:
        """Be lower where the window is low."""
        self.setFixedHeight(fonts.px(LOW_HEIGHT if low else USUAL_HEIGHT))

    def show_count(self, text: str) -> None:
        self._count = text
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter, on = tokens_of(self), QPainter(self), self.isChecked()
        self._ground(painter, "accent_soft" if on else "track" if self.underMouse() else None)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tone("accent"))
            painter.drawRoundedRect(QRectF(0, fonts.px(9), 3, self.height() - fonts.px(18)), 1.5, 1.5)
        side = fonts.px(18)
        box = QRectF(fonts.px(12), (self.height() - side) / 2, side, side)
        icons.draw(painter, box, self._icon, tokens.tone("accent" if on else "muted"))
        painter.setPen(tokens.tone("accent" if on else "text"))
        painter.setFont(fonts.font("strong" if on else "medium"))
        words = self.rect().adjusted(fonts.px(40), 0, -fonts.px(10), 0)
        painter.drawText(words, _MIDDLE, self.text())
        painter.setPen(tokens.tone("accent" if on else "muted"))
        painter.setFont(fonts.figures("medium"))
        painter.drawText(words, _MIDDLE | int(Qt.AlignmentFlag.AlignRight), self._count)


class TermCard(_Row):
    """The half-year that is being worked on; a click offers the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(46, parent)
        self._caption, self._name, self._tone = "", "", "muted"

    def show_term(self, caption: str, name: str, tone: str = "muted") -> None:
        """Show a half-year; *tone* warn for one that is still being planned."""
        self._caption, self._name, self._tone = caption, name, tone
        self.setAccessibleName(f"{caption}: {name}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        self._ground(painter, "hover" if self.underMouse() else "surface", "border")
        words = self.rect().adjusted(fonts.px(12), fonts.px(5), -fonts.px(30), -fonts.px(5))
        painter.setPen(tokens.tone(self._tone))
        painter.setFont(fonts.font("caption"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignTop), self._caption)
        painter.setPen(tokens.tone("text"))
        painter.setFont(fonts.font("strong"))
        name = QFontMetrics(painter.font()).elidedText(self._name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignBottom), name)
        side = fonts.px(16)
        box = QRectF(self.width() - fonts.px(26), (self.height() - side) / 2, side, side)
        icons.draw(painter, box, "chevrons-up-down", tokens.tone("muted"))


class SearchCard(_Row):
    """Looks like a search field and opens the search for anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(32, parent)
        self._hint, self._key = "", ""

    def show_texts(self, hint: str, key: str) -> None:
        self._hint, self._key = hint, key
        self.setAccessibleName(hint)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        self._ground(painter, "track" if self.underMouse() else "sidebar", "border_strong")
        side = fonts.px(16)
        box = QRectF(fonts.px(10), (self.height() - side) / 2, side, side)
        icons.draw(painter, box, "search", tokens.tone("muted"))
        painter.setPen(tokens.tone("muted"))
        painter.setFont(fonts.font())
        painter.drawText(self.rect().adjusted(fonts.px(34), 0, 0, 0), _MIDDLE, self._hint)
        painter.setFont(fonts.font("caption_strong"))
        width = painter.fontMetrics().horizontalAdvance(self._key) + fonts.px(12)
        key = QRectF(self.width() - width - 8, (self.height() - fonts.px(20)) / 2, width, fonts.px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.tone("track"))
        painter.drawRoundedRect(key, 4, 4)
        painter.setPen(tokens.tone("muted"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)


class SavedLine(QWidget):
    """Says that all is saved, and since when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setFixedHeight(fonts.px(26))

    def show_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def text(self) -> str:
        return self._text

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter, side = tokens_of(self), QPainter(self), fonts.px(16)
        box = QRectF(fonts.px(11), (self.height() - side) / 2, side, side)
        icons.draw(painter, box, "circle-check", tokens.tone("ok"))
        painter.setPen(tokens.tone("text"))
        painter.setFont(fonts.font("medium"))
        painter.drawText(self.rect().adjusted(fonts.px(34), 0, 0, 0), _MIDDLE, self._text)


class UndoButton(_Row):
    """Takes back the last deed and says which; the whole text stands in the tooltip."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(40, parent)
        self._deed = ""
        self.clicked.connect(action.trigger)
        self.show_deed(None)

    def show_deed(self, deed: Message | None) -> None:
        self._deed = str(deed) if deed else ""
        self.setEnabled(deed is not None)
        self.setToolTip(_("Undo: {deed}", deed=deed) if deed else _("There is nothing to undo."))
        self.setAccessibleName(self.toolTip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter, side = tokens_of(self), QPainter(self), fonts.px(16)
        self._ground(painter, "track" if self.underMouse() and self.isEnabled() else None)
        tone = "text" if self.isEnabled() else "decoration"
        top = fonts.px(4) if self._deed else (self.height() - fonts.px(18)) // 2
        icons.draw(
            painter, QRectF(fonts.px(11), top + 1, side, side), "undo-2", tokens.tone("muted" if self._deed else tone)
        )
        words = self.rect().adjusted(fonts.px(34), top, -fonts.px(6), 0)
        painter.setPen(tokens.tone(tone))
        painter.setFont(fonts.font("medium"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignTop), _("Undo"))
        painter.setPen(tokens.tone("muted"))
        painter.setFont(fonts.font("caption"))
        deed = painter.fontMetrics().elidedText(self._deed, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words.adjusted(0, fonts.px(18), 0, 0), int(Qt.AlignmentFlag.AlignTop), deed)


def saved_text(moment: object) -> str:
    """Return "Saved 13:42", or only that all is saved when nothing was changed yet; *moment* is a local datetime."""
    found = getattr(moment, "time", None)
    return _("Saved {time}", time=time(found())) if found is not None else _("All is saved")
