"""The real dates of a course: when, where, by whom, and what is other than in the series."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.courses.session_words import counted, left_over_words, state_of, when, where
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.buttons import Button, MenuButton
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.detail import ActionButton
from ganztag.desktop.widgets.flow import Flow
from ganztag.desktop.widgets.notices import Notice, Notices
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.language import N_, _, ngettext
from ganztag.queries.sessions import CourseSessions, LeftOverRow, SessionRow

_ROW = 46
_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Shown:
    """A session as a line of the list; *past*: it is behind us."""

    session: SessionRow
    pill: Pill | None
    past: bool

    @property
    def id(self) -> int:
        return self.session.meeting_id * 4_000_000 + self.session.series_day.toordinal()


@dataclass(frozen=True)
class SessionCell:
    """When over where and by whom, a pill at the right end; value: ``Shown``."""

    align: Qt.AlignmentFlag = _LEFT

    def text(self, value: Shown) -> str:
        parts = (when(value.session), where(value.session), value.pill.text if value.pill else "")
        return " · ".join(part for part in parts if part)

    def paint(self, painter: QPainter, area: QRectF, value: Shown, tokens: Tokens) -> None:
        middle, right = area.center().y(), area.right()
        if value.pill is not None:
            width = paints.pill_width(value.pill)
            paints.paint_pill(painter, right - width, middle - fonts.px(9), value.pill, tokens)
            right -= width + fonts.px(8)
        cancelled = value.session.state == "cancelled"
        upper = QRectF(area.left(), middle - fonts.px(19), right - area.left(), fonts.px(19))
        lower = QRectF(area.left(), middle, area.width(), fonts.px(19))
        tone = "muted" if value.past or cancelled else "text"
        _line(painter, upper, when(value.session), ("strong", tone, cancelled), tokens)
        _line(painter, lower, where(value.session), ("secondary", "muted", False), tokens)


def _line(painter: QPainter, area: QRectF, text: str, look: tuple[str, str, bool], tokens: Tokens) -> None:
    role, tone, struck = look
    font = fonts.fitting(text, role)
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(tokens.tone(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(_LEFT | Qt.TextFlag.TextSingleLine), shown)


COLUMNS: tuple[Column[Shown], ...] = (
    Column("session", N_("Date"), shown=lambda row: row, cell=SessionCell(), width=160, stretch=True,
           sorted_by=lambda row: (row.session.day, row.id)),
)  # fmt: skip


class SessionList(QWidget):
    """``forget_wanted`` when the changes without a date should go. Actions stand above, with keys in the list."""

    forget_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows[Shown] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, row_height=_ROW)
        self.table.set_edge(2)
        self.table.horizontalHeader().hide()
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count, self.free = Text("", "strong", wrap=True), Text("", "secondary", "muted", wrap=True)
        self.notices = Notices()
        self.notices.followed.connect(self._forget)
        self._buttons, self._more = QWidget(), MenuButton("", "ellipsis")
        self._flow = Flow(self._buttons, gap=8)
        self._shown = CourseSessions()
        self.earlier = Button("", "history", "plain")
        self.earlier.setCheckable(True)
        self.earlier.toggled.connect(self._fit)
        whole = column(gap=8)
        for widget in (self.count, self._buttons, self.notices, self.earlier, self.table, self.free):
            whole.addWidget(widget)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._more.setText(_("More"))
        self.table.setAccessibleName(_("Dates of this course"))
        self.rows.retranslate()

    def offer(self, often: Sequence[QAction], seldom: Sequence[QAction]) -> None:
        """Put the actions that are needed *often* above the list, the others into a menu beside them."""
        self.table.offer([*often, *seldom])
        self._flow.empty()
        for action in often:
            self._flow.addWidget(ActionButton(action))
        self._more.offer(seldom)
        self._flow.addWidget(self._more)

    def show_sessions(self, found: CourseSessions, today: date) -> None:
        """Show the dates of a course; what lies behind is muted."""
        self._shown = found
        sessions = found.sessions
        self.rows.show([Shown(one, state_of(one, today), one.day < today) for one in sessions])
        self._fit()
        self._buttons.setVisible(bool(sessions))
        self.count.setText(counted(sessions) if sessions else _("This course has no date in this half-year."))
        names = ", ".join(dict.fromkeys(off.name for off in found.gaps))
        self.free.setText(_("No session because of: {names}", names=names))
        self.free.setVisible(bool(names))
        verb = _("Forget them")
        self.notices.show_notices([Notice(left_over_words(found.left), "warn", verb, True)] if found.left else [])

    def _fit(self, *_args: object) -> None:
        """Show what lies ahead, and what is over only on request: else it would push the next date out of sight."""
        ahead = [row for row in self.rows.all() if not row.past]
        over = len(self.rows.all()) - len(ahead)
        all_of_it = self.earlier.isChecked() or not ahead
        self.rows.only(None if all_of_it else _lies_ahead)
        self.earlier.setVisible(bool(over and ahead))
        self.earlier.setText(
            _("Hide what is over")
            if self.earlier.isChecked()
            else ngettext("Show {count} earlier date", "Show {count} earlier dates", over)
        )
        count = self.rows.rowCount()
        self.table.setFixedHeight(max(count, 1) * fonts.px(_ROW) + 2)
        self.table.setVisible(bool(count))

    def begin(self) -> None:
        """Choose the next session where none is chosen, so that what is done most often needs no search."""
        if self.chosen():
            return
        coming = next((row.id for row in self.rows.visible() if not row.past), None)
        self.table.choose(coming)

    def chosen(self) -> list[SessionRow]:
        found = (self.rows.row_of(key) for key in self.table.selected_ids())
        return [row.session for row in found if row is not None]

    def left(self) -> tuple[LeftOverRow, ...]:
        return self._shown.left

    def _forget(self, _target: object) -> None:
        self.forget_wanted.emit()


def _lies_ahead(row: Shown) -> bool:
    return not row.past
