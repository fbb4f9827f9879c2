"""When and how a child goes home on a day: one line of the week, changed where it stands."""

from collections.abc import Callable
from datetime import time
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QWidget

from ganztag import language
from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.language import N_, _
from ganztag.queries.pupil_week import WeekdayRow

WAYS = {
    "": ("log-out", N_("not known")),
    "alone": ("footprints", N_("goes alone")),
    "bus": ("bus", N_("by bus")),
    "picked_up": ("car", N_("is picked up")),
    "accompanied": ("users", N_("accompanied")),
}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class WayHome(QPushButton):
    """Icon of the way, the time, and the way in words; ``row`` is the weekday it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: WeekdayRow | None = None
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.px(38))

    def show_row(self, row: WeekdayRow) -> None:
        self.row = row
        day = language.weekday(row.weekday)
        known = row.leaves is not None or row.way_home
        text = _("{day}: way home {time} {way}", day=day, time=self._time(), way=self._way())
        self.setAccessibleName(text if known else _("{day}: enter the way home", day=day))
        self.setToolTip(self.accessibleName())
        self.update()

    def _time(self) -> str:
        return language.time(self.row.leaves) if self.row and self.row.leaves else ""

    def _way(self) -> str:
        return str(WAYS[self.row.way_home][1]) if self.row and self.row.way_home in WAYS and self.row.way_home else ""

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(90), fonts.px(38))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.px(70), fonts.px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().toRectF()
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(tokens.tone("accent"), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tone("hover"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        if self.row is None:
            return
        side, middle = fonts.px(16), area.center().y()
        icon = WAYS.get(self.row.way_home, WAYS[""])[0]
        icons.draw(painter, QRectF(fonts.px(2), middle - side / 2, side, side), icon, tokens.tone("muted"))
        left = fonts.px(2) + side + fonts.px(5)
        lines = ((self._time(), "strong", "text"), (self._way(), "caption", "muted"))
        shown = [line for line in lines if line[0]]
        height = fonts.px(17)
        top = middle - height * len(shown) / 2
        for place, (text, role, ink) in enumerate(shown):
            painter.setFont(fonts.font(role))
            painter.setPen(tokens.tone(ink))
            room = int(area.right()) - left
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top + place * height, room, height), int(_MIDDLE), cut)


class WayHomePopup(QFrame):
    """Time and way of one weekday; each field is written when it is left. *on_change* may object."""

    def __init__(self, row: WeekdayRow, on_change: Callable[[int, time | None, str], object], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "raised")
        self._values: dict[str, Any] = {"time": row.leaves, "way": row.way_home}
        self._on_change, self._weekday = on_change, row.weekday
        fields = (
            Field("time", N_("Goes at"), Kind.TIME, half=True),
            Field("way", N_("Way home"), Kind.CHOICE, half=True),
        )
        self.form = Form(fields, self._changed, above=True)
        self.form.offer("way", [(key, str(words)) for key, (_icon, words) in WAYS.items()])
        self.form.show_values(self._values)
        whole = column(gap=8, margins=(14, 12, 14, 12))
        whole.addWidget(Text(language.weekday(row.weekday), "card"))
        whole.addWidget(self.form)
        self.setLayout(whole)
        self.setMinimumWidth(fonts.px(300))
        editor = self.form.editor("time")
        if isinstance(editor, QLineEdit):
            editor.returnPressed.connect(self._done)

    def open_at(self, widget: QWidget) -> None:
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, -self.height())))
        self.show()
        editor = self.form.editor("time")
        editor.setFocus()
        editor.selectAll()

    def _changed(self, key: str, value: Any) -> None:
        wanted = {**self._values, key: value}
        self._on_change(self._weekday, wanted["time"], wanted["way"])
        self._values = wanted
        self.form.show_values(self._values)

    def _done(self) -> None:
        if not self.form.complaint("time"):
            self.close()
