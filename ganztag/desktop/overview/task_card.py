"""The list of things to do, line by line."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ganztag.desktop import fonts, icons
from ganztag.desktop.overview.tasks import Task, total
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import Card, emptied
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext, number

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class TaskRow(QAbstractButton):
    """One line of the list of things to do."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{task.title}: {task.count}. {task.words}")
        self.setToolTip(task.words)

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(240), self.heightForWidth(max(self.width(), fonts.px(240))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for as many lines as the words need."""
        return fonts.px(28 + 16 * self._lines(width))

    def _lines(self, width: int) -> int:
        metrics = QFontMetrics(fonts.fitting(self.task.words, "secondary"))
        area = QRect(0, 0, self._words_width(width), 1000)
        return max(round(metrics.boundingRect(area, _WRAPPED, self.task.words).height() / metrics.lineSpacing()), 1)

    def _words_width(self, width: int) -> int:
        count = QFontMetrics(fonts.font("scenario")).horizontalAdvance(number(self.task.count))
        return width - fonts.px(4 + 30 + 12 + 10 + 26) - count

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter, task = tokens_of(self), QPainter(self), self.task
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.setPen(tokens.tone("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tone("hover"))
            painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -1.5), 7, 7)
        side, middle = fonts.px(30), area.center().y()
        box = QRectF(fonts.px(4), middle - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.soft(task.tone))
        painter.drawRoundedRect(box, 7, 7)
        inner = box.adjusted(*(fonts.px(n) for n in (6, 6, -6, -6)))
        icons.draw(painter, inner, task.icon, tokens.tone(task.tone))
        count = number(task.count)
        painter.setFont(fonts.font("scenario"))
        wide = painter.fontMetrics().horizontalAdvance(count)
        right = area.right() - fonts.px(26)
        painter.setPen(tokens.tone(task.tone))
        painter.drawText(QRectF(right - wide, 0, wide + 2, area.height()), int(_MIDDLE), count)
        arrow = QRectF(right + fonts.px(6), middle - fonts.px(8), fonts.px(16), fonts.px(16))
        icons.draw(painter, arrow, "chevron-right", tokens.tone("muted"))
        self._paint_words(painter, box.right() + fonts.px(12))

    def _paint_words(self, painter: QPainter, left: float) -> None:
        tokens, line, width = tokens_of(self), fonts.px(18), self._words_width(self.width())
        top = (self.height() - line - self._lines(self.width()) * fonts.px(16)) / 2
        painter.setFont(fonts.font("strong"))
        painter.setPen(tokens.tone("text"))
        title = painter.fontMetrics().elidedText(self.task.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, top, width, line), int(_MIDDLE), title)
        painter.setFont(fonts.fitting(self.task.words, "secondary"))
        painter.setPen(tokens.tone("muted"))
        painter.drawText(QRectF(left, top + line, width, self.height() - top - line), _WRAPPED, self.task.words)


class TaskCard(Card):
    """``wanted(Place)`` when a line was clicked."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self.rows: list[TaskRow] = []

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        self.name(_("To do"), ngettext("{count} open", "{count} open", total(tasks)) if tasks else "")
        if [row.task for row in self.rows] == list(tasks) and self.body.count():
            return
        emptied(self.body)
        self.rows = [TaskRow(task) for task in tasks]
        for row in self.rows:
            row.clicked.connect(self._clicked)
            self.body.addWidget(row)
        if not tasks:
            self.body.addWidget(Text(_("Nothing is open. Everything fits together."), "body", "muted", wrap=True))
        self.body.addStretch(1)

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, TaskRow):
            self.wanted.emit(row.task.place)
