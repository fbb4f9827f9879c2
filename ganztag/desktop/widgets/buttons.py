"""Buttons: one filled a page, the rest quiet; chips that filter; small ones that carry only an icon."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import tokens_of

_ICON_TONES = {"primary": "on_accent", "danger": "bad", "link": "accent"}


class Button(QPushButton):
    """A button with a verb; *kind* is quiet, primary (one a page), danger, plain or link."""

    def __init__(
        self,
        text: str = "",
        icon: str | None = None,
        kind: str = "quiet",
        *,
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setFont(fonts.font("strong"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if kind != "link":
            self.setFixedHeight(fonts.px(36 if tall else 34))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon_name = icon
        if icon:
            self.setIcon(icons.icon(icon, _ICON_TONES.get(kind, "muted")))
            self.setIconSize(QSize(fonts.px(18), fonts.px(18)))
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a verb; ``&`` is a letter like any other, and the icon keeps its distance."""
        shown = text.replace("&", "&&")
        super().setText(f" {shown}" if self._icon_name and shown else shown)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(QPushButton):
    """A small button of an icon; its name for tooltip and screen reader is required."""

    def __init__(self, icon: str, name: str, *, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = fonts.px(32 if framed else 28)
        self.setProperty("kind", "quiet" if framed else "plain")
        self.setStyleSheet("padding: 0;")
        self.setIcon(icons.icon(icon, "muted"))
        self.setIconSize(QSize(fonts.px(18), fonts.px(18)))
        self.setFixedSize(side, side)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.name(name)

    def name(self, name: str) -> None:
        self.setToolTip(name)
        self.setAccessibleName(name)


class MenuButton(Button):
    """A button that opens a menu of actions; the actions are shared with other menus."""

    def __init__(
        self, text: str, icon: str | None = None, actions: Sequence[QAction] = (), kind: str = "quiet"
    ) -> None:
        super().__init__(text, icon, kind)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.offer(actions)

    def offer(self, actions: Sequence[QAction]) -> None:
        self._menu.clear()
        self._menu.addActions(list(actions))


class Chip(QPushButton):
    """A filter that is on or off, with the number of rows it would show."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._count = text, ""
        self.setCheckable(True)
        self.setFont(fonts.font("medium"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.px(28))

    def show_text(self, text: str, count: str = "") -> None:
        self._label, self._count = text, count
        self.setAccessibleName(f"{text} {count}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.width_of(self, self._shown()) + fonts.px(26), fonts.px(28))

    def _shown(self) -> str:
        return f"{self._label} {self._count}".strip()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setBrush(tokens.soft("accent") if on else tokens.tone("hover" if self.underMouse() else "surface"))
        pen = painter.pen()
        pen.setColor(tokens.tone("accent" if on or self.hasFocus() else "border_strong"))
        pen.setWidthF(2 if self.hasFocus() else 1)
        painter.setPen(pen)
        area = self.rect().toRectF().adjusted(1, 1, -1, -1) if self.hasFocus() else self.rect().toRectF()
        area = area.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(tokens.tone("accent" if on else "text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._shown())
