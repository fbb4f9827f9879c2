"""What is to be done: each line counts, and leads to the list behind its number."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ganztag.desktop import fonts, icons
from ganztag.desktop.desk import Place
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import Card, emptied
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext, number
from ganztag.queries.overview import Overview

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Task:
    """A thing to do: *count* of what, and the place that shows them."""

    title: str
    words: str
    count: int
    tone: str
    icon: str
    place: Place


def tasks_of(state: Overview) -> list[Task]:
    """Return what is to be done in a half-year, the urgent first."""
    found = [*_errors(state), *_gaps(state), *_papers(state)]
    return sorted((task for task in found if task.count), key=lambda task: ("bad", "warn", "accent").index(task.tone))


def _errors(state: Overview) -> list[Task]:
    codes, clash = state.codes, Place("courses", chip="clash")
    twice = codes["leader twice"] + codes["room twice"]
    words = state.first_words.get("leader twice") or state.first_words.get("room twice", "")
    return [
        Task(_("Double bookings"), words, twice, "bad", "circle-alert", clash),
        Task(_("Children in two courses at once"), state.first_words.get("pupil twice", ""), codes["pupil twice"],
             "bad", "users", clash),
        Task(_("Courses with too many children"), state.first_words.get("over maximum", ""), codes["over maximum"],
             "bad", "book-open", Place("courses", chip="full")),
    ]  # fmt: skip


def _gaps(state: Overview) -> list[Task]:
    codes, words = state.codes, state.first_words
    without = codes["no course"] if state.enrolled else 0  # before the allocation nobody has one
    return [
        Task(_("Course without a room"), words.get("no room", ""), codes["no room"], "bad", "door-open",
             Place("courses", chip="room")),
        Task(_("Course without a leader"), words.get("no leader", ""), codes["no leader"], "bad", "user-x",
             Place("courses", chip="leader")),
        Task(_("Course without a time"), words.get("no meeting", ""), codes["no meeting"], "warn", "clock",
             Place("courses")),
        Task(_("Courses with too few children"), words.get("under minimum", ""), codes["under minimum"], "warn",
             "users", Place("courses", chip="few")),
        Task(_("Room too small"), words.get("room too small", ""), codes["room too small"], "warn", "door-open",
             Place("courses")),
        Task(_("Children without a course"), _("on a day that is booked"), without, "warn", "users",
             Place("pupils", chip="without")),
        Task(_("Children in a course that is not for them"), words.get("not allowed", ""), codes["not allowed"],
             "warn", "user", Place("pupils")),
    ]  # fmt: skip


def _papers(state: Overview) -> list[Task]:
    return [
        Task(
            _("Ballot papers still missing"),
            _("{ballot}: {given} of {children} are in", ballot=p.ballot.name, given=p.given, children=p.children),
            p.children - p.given,
            "accent",
            "ticket",
            Place("wishes"),
        )
        for p in state.papers
        if p.ballot.accepted_at is None
    ]


class TaskRow(QAbstractButton):
    """One line of the list of things to do."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = 1
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{task.title}: {task.count}. {task.words}")
        self.setToolTip(task.words)

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(240), self._height())

    def _height(self) -> int:
        return fonts.px(28 + 16 * self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the words need."""
        super().resizeEvent(event)
        metrics = QFontMetrics(fonts.fitting(self.task.words, "secondary"))
        whole = metrics.boundingRect(QRect(0, 0, self._words_width(), 1000), _WRAPPED, self.task.words)
        self._lines = max(round(whole.height() / metrics.lineSpacing()), 1)
        if self.minimumHeight() != self._height():
            self.setFixedHeight(self._height())

    def _words_width(self) -> int:
        count = QFontMetrics(fonts.font("scenario")).horizontalAdvance(number(self.task.count))
        return self.width() - fonts.px(4 + 30 + 12 + 10 + 26) - count

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
        tokens, line, width = tokens_of(self), fonts.px(18), self._words_width()
        top = (self.height() - line - self._lines * fonts.px(16)) / 2
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
        self.name(
            _("To do"), ngettext("{count} open", "{count} open", sum(task.count for task in tasks)) if tasks else ""
        )
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
