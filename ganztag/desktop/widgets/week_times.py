"""A small painted week that shows when a room or a person is there or not, and what takes place meanwhile.

    week = WeekTimes(WeekWords(there=N_("can come"), away=N_("cannot come"), free=N_("can come")))
    week.show_week(times, events, blocks)        # rows of queries/week_times, WeekEvent, WeekBlock
    week.draws(available=True)                   # what the mouse adds from now on; at first: not there
    week.drawn(weekday, opens, closes)           # signal: the mouse drew a time, to the quarter of an hour
    week.removal_wanted(id)                      # signal: Del on a time
    week.time_opened(id), week.event_opened(id)  # signals: Enter or double click
    week.add_wanted(weekday)                     # signal: Insert or +

Arrows walk over times and meetings, left and right change the day. Most screens want ``WeekTimesPanel`` (in
``week_times_panel.py``), which has this week, the list below it, the dialog, and calls the operations.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.week_events import ROOM_WORDS, WeekBlock, WeekEvent, WeekWords, begins, words_for
from ganztag.desktop.widgets.week_times_geometry import STEP, WeekGeometry
from ganztag.desktop.widgets.week_times_paint import Item, WeekPaint
from ganztag.domain.school_year import minutes_of
from ganztag.language import N_, _, say
from ganztag.operations.week_times import UNTIS, when
from ganztag.planning.timing import clock
from ganztag.queries.week_times import WeekTime

_Key = Qt.Key


class WeekTimes(QWidget):
    """See the module; ``chosen_time()`` is the id of the time that is outlined."""

    drawn = Signal(int, object, object)
    removal_wanted = Signal(int)
    time_opened = Signal(int)
    event_opened = Signal(int)
    add_wanted = Signal(int)
    chosen = Signal()

    def __init__(self, words: WeekWords | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = WeekGeometry()
        self._paint = WeekPaint(self._place, tokens_of(self), words or ROOM_WORDS)
        self._from: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Times of the week"))
        self._lay_out()

    def show_week(
        self, times: Sequence[WeekTime], events: Sequence[WeekEvent] = (), blocks: Sequence[WeekBlock] = ()
    ) -> None:
        """Show the times as the file has them now; what was chosen stays chosen where it still is there."""
        self._paint.times, self._paint.events, self._paint.blocks = times, events, blocks
        if self._paint.chosen is not None and self._paint.chosen not in self._items():
            self._paint.chosen = None
        self._lay_out()
        self._told()

    def draws(self, *, available: bool) -> None:
        self._paint.drawn_is_there = available

    def choose(self, item: Item | None) -> None:
        """Outline a time ("time", id) or a meeting ("event", id)."""
        self._paint.chosen = item
        self._told()

    def chosen_time(self) -> int | None:
        item = self._paint.chosen
        return item[1] if item is not None and item[0] == "time" else None

    def free_blocks(self) -> list[WeekBlock]:
        """Return the blocks in which nothing is in the way."""
        return [block for block in self._paint.blocks if self._paint.is_free(block)]

    def place_of(self, weekday: int, minutes: int) -> QPoint:
        """Return where a moment of the week stands, for the mouse."""
        return QPoint(self._place.column(weekday).center().x(), self._place.y_of(minutes))

    def _lay_out(self) -> None:
        self._place.lay_out(self._paint.times, self._paint.events, self._paint.blocks)
        self._place.width, self._place.height = self.width(), self.height()
        if self.minimumHeight() != self._place.least_height():
            self.setFixedHeight(self._place.least_height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(320), self._place.least_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.px(240), self._place.least_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place.width, self._place.height = self.width(), self.height()

    def _items(self) -> list[Item]:
        """Return everything that can be chosen, in the order of the week."""
        found = [((row.weekday, begins(row)), ("time", row.id)) for row in self._paint.times]
        found += [((one.weekday, minutes_of(one.starts)), ("event", one.id)) for one in self._paint.events]
        return [item for _place, item in sorted(found)]

    def _item_at(self, at: QPoint) -> Item | None:
        """Return what is painted at a point; the meeting before the time below it."""
        found = [item for item in self._items() if self._paint.box_of(item).contains(at)]
        return min(found, key=lambda item: item[0], default=None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        item = self._item_at(at)
        self.choose(item)
        day = self._place.day_at(at.x())
        if event.button() == Qt.MouseButton.LeftButton and item is None and day is not None and at.y() > 0:
            self._from = (day, self._place.minutes_at(at.y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            item = self._item_at(event.position().toPoint())
            self.setCursor(Qt.CursorShape.PointingHandCursor if item else Qt.CursorShape.CrossCursor)
            return
        day, start = self._from
        here = self._place.minutes_at(event.position().toPoint().y())
        self._paint.draft = (day, min(start, here), max(start, here)) if abs(here - start) >= STEP else None
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        draft = self._paint.draft
        self._stop_drawing()
        if draft is not None:
            day, starts, stops = draft
            self.drawn.emit(day, clock(starts), clock(stops))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self._item_at(event.position().toPoint()))

    def _stop_drawing(self) -> None:
        self._from, self._paint.draft = None, None
        self.update()

    def _open(self, item: Item | None) -> None:
        if item is not None:
            (self.time_opened if item[0] == "time" else self.event_opened).emit(item[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, chosen = event.key(), self.chosen_time()
        if key in (_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right):
            self._walk(_Key(key))
        elif key in (_Key.Key_Delete, _Key.Key_Backspace) and chosen is not None:
            self.removal_wanted.emit(chosen)
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self._open(self._paint.chosen)
        elif key in (_Key.Key_Insert, _Key.Key_Plus):
            self.add_wanted.emit(self._day_chosen())
        elif key == _Key.Key_Escape and self._from is not None:
            self._stop_drawing()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Del for the time that is chosen: the screen's own Del would take the whole room."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == _Key.Key_Delete:
                event.accept()
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self._item_at(event.pos())
            QToolTip.showText(event.globalPos(), self.words_of(item) if item else "", self)
            return True
        return super().event(event)

    def _day_chosen(self) -> int:
        return self._day_of(self._paint.chosen) if self._paint.chosen else self._place.days[0]

    def _day_of(self, item: Item) -> int:
        rows: Sequence[WeekTime | WeekEvent] = self._paint.times if item[0] == "time" else self._paint.events
        return next(row.weekday for row in rows if row.id == item[1])

    def _walk(self, key: Qt.Key) -> None:
        """Go to the next one, or with left and right to the first one of another day."""
        items = self._items()
        if not items:
            return
        step = 1 if key in (_Key.Key_Down, _Key.Key_Right) else -1
        if self._paint.chosen not in items:
            self.choose(items[0 if step > 0 else -1])
            return
        here = items.index(self._paint.chosen)
        rest = items[here + 1 :] if step > 0 else items[:here][::-1]
        if key in (_Key.Key_Left, _Key.Key_Right):
            day = self._day_of(items[here])
            rest = [item for item in rest if self._day_of(item) != day]
        if rest:
            self.choose(rest[0])

    def words_of(self, item: Item) -> str:
        """Return what a time or a meeting is, in a sentence for tooltip and screen reader."""
        if item[0] == "event":
            event = next(one for one in self._paint.events if one.id == item[1])
            return event.tip or _("{time}: {title}", time=when(event.weekday, event.starts, event.ends),
                                  title=event.title)  # fmt: skip
        row = next(one for one in self._paint.times if one.id == item[1])
        word = self._paint.words.there if row.available else self._paint.words.away
        parts = [words_for(row), str(word), row.reason, _("from Untis") if row.source == UNTIS else "", span(row)]
        return " · ".join(part for part in parts if part)

    def _told(self) -> None:
        item = self._paint.chosen
        self.setAccessibleDescription(self.words_of(item) if item else "")
        self.update()
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._paint.chosen is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._walk(_Key.Key_Down)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._stop_drawing()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint.tokens, self._paint.has_focus = tokens_of(self), self.hasFocus()
        painter = QPainter(self)
        self._paint.paint(painter)
        painter.end()


def span(row: WeekTime) -> str:
    """Return from when until when a time holds, empty where it always does."""
    if row.starts and row.ends:
        return str(N_("{starts}–{ends}", starts=say(row.starts), ends=say(row.ends)))
    if row.starts:
        return _("from {day}", day=row.starts)
    return _("until {day}", day=row.ends) if row.ends else ""
