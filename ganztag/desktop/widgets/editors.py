"""One editor for each kind of field; all say ``left`` when the user has finished with them."""

from collections.abc import Iterable
from typing import Any, Protocol

from PySide6.QtCore import QDate, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPlainTextEdit, QWidget, QWidgetAction

from ganztag.desktop import fonts, icons
from ganztag.desktop.widgets.buttons import Chip
from ganztag.desktop.widgets.calendar import Calendar
from ganztag.desktop.widgets.fields import Choices, Field, Kind, read, written
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.flow import Flow
from ganztag.desktop.widgets.own_undo import TypingLine, leaves_to_window
from ganztag.desktop.widgets.seek_editor import SeekEditor
from ganztag.desktop.widgets.tags_editor import TagsEditor
from ganztag.domain.objection import Objection


class Editor(Protocol):
    """``put`` shows a value, ``value`` reads it (raising Objection), ``is_busy`` while she is typing."""

    left: Any

    def put(self, value: Any) -> None: ...

    def value(self) -> Any: ...

    def is_busy(self) -> bool: ...

    def offer(self, choices: Choices) -> None: ...


class LineEditor(TypingLine):
    """Text, number, date and time: all are typed; a date also offers a calendar. Escape brings the old value back."""

    left = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field, self._shown = field, ""
        self.setProperty("box", "true")
        self.setFont(fonts.font())
        self.setFixedHeight(fonts.px(34))
        if field.kind is Kind.DATE:
            action = self.addAction(icons.icon("calendar-days", "muted"), QLineEdit.ActionPosition.TrailingPosition)
            action.triggered.connect(self._open_calendar)
        self.editingFinished.connect(self._finished)

    def put(self, value: Any) -> None:
        self._shown = written(self._field.kind, value)
        self.setText(self._shown)
        self.setCursorPosition(0)

    def value(self) -> Any:
        return read(self._field, self.text())

    def is_busy(self) -> bool:
        return self.hasFocus() and self.isModified()

    def offer(self, _choices: Choices) -> None:
        """There is nothing to choose from."""

    def _finished(self) -> None:
        if self.text() != self._shown:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.left.emit()  # the form takes its complaint away
        else:
            super().keyPressEvent(event)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        try:
            day = self.value()
        except Objection:
            day = None
        calendar = Calendar(day, menu)
        calendar.clicked.connect(self._take_day)
        calendar.clicked.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take_day(self, day: QDate) -> None:
        self.setText(written(Kind.DATE, day.toPython()))
        self._finished()


class LinesEditor(QPlainTextEdit):
    """Several lines of text; Tab leaves."""

    left = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._shown = ""
        self.setProperty("box", "true")
        self.setFont(fonts.font())
        self.setTabChangesFocus(True)
        self.setFixedHeight(field.lines * self.fontMetrics().lineSpacing() + fonts.px(20))

    def put(self, value: Any) -> None:
        self._shown = value or ""
        self.setPlainText(self._shown)

    def value(self) -> str:
        return self.toPlainText().strip()

    def is_busy(self) -> bool:
        return self.hasFocus() and self.toPlainText() != self._shown

    def offer(self, _choices: Choices) -> None:
        """There is nothing to choose from."""

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if leaves_to_window(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.toPlainText() != self._shown and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class CheckEditor(QCheckBox):
    """Yes or no; its label stands beside it."""

    left = Signal()

    def __init__(self, _field: Field) -> None:
        super().__init__()
        self.setFont(fonts.font())
        self.clicked.connect(self.left)

    def put(self, value: Any) -> None:
        self.setChecked(bool(value))

    def value(self) -> bool:
        return self.isChecked()

    def is_busy(self) -> bool:
        return False

    def offer(self, _choices: Choices) -> None:
        """There is nothing to choose from."""


class ChoiceEditor(Choice):
    """One of several; typing the first letters finds it, the wheel does not change it by accident."""

    left = Signal()

    def __init__(self, _field: Field) -> None:
        super().__init__()
        self._wanted: Any = None
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picked.connect(self._picked)

    def _picked(self, _value: object) -> None:
        if self.value() != self._wanted:
            self.left.emit()

    def put(self, value: Any) -> None:
        self._wanted = value
        self.pick(value)

    def offer(self, choices: Choices) -> None:
        super().offer(choices)
        self.pick(self._wanted)

    def is_busy(self) -> bool:
        return self.view().isVisible()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.px(80), fonts.px(34))


class ManyEditor(QWidget):
    """Some of several, as chips that are on or off."""

    left = Signal()

    def __init__(self, _field: Field) -> None:
        super().__init__()
        self._values: list[Any] = []
        self._chips: list[Chip] = []
        self._on: frozenset[Any] = frozenset()
        self._flow = Flow(self, gap=6)

    def offer(self, choices: Choices) -> None:
        self._flow.empty()
        self._values = [value for value, _text in choices]
        self._chips = []
        for _value, text in choices:
            chip = Chip(text)
            chip.show_text(text)
            chip.clicked.connect(self._clicked)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self.put(self._on)

    def put(self, value: Iterable[Any]) -> None:
        self._on = frozenset(value or ())
        for known, chip in zip(self._values, self._chips, strict=True):
            chip.setChecked(known in self._on)

    def value(self) -> frozenset[Any]:
        pairs = zip(self._values, self._chips, strict=True)
        return frozenset(value for value, chip in pairs if chip.isChecked())

    def is_busy(self) -> bool:
        return False

    def _clicked(self) -> None:
        self.left.emit()


_EDITORS: dict[Kind, Any] = {
    Kind.TEXT: LineEditor, Kind.NUMBER: LineEditor, Kind.DATE: LineEditor, Kind.TIME: LineEditor,
    Kind.LINES: LinesEditor, Kind.CHECK: CheckEditor, Kind.CHOICE: ChoiceEditor, Kind.SEEK: SeekEditor,
    Kind.MANY: ManyEditor, Kind.TAGS: TagsEditor, Kind.MONEY: LineEditor, Kind.HOURS: LineEditor,
}  # fmt: skip


def editor_for(field: Field) -> Any:
    """Return a new editor (a QWidget that keeps the promises of Editor)."""
    return _EDITORS[field.kind](field)
