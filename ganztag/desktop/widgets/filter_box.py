"""Search as you type, chips that count, and a choice beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ganztag.desktop import fonts, icons
from ganztag.desktop.widgets.buttons import Chip
from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.own_undo import TypingLine


class SearchField(TypingLine):
    """A search field; Escape empties it, Down goes to the list (``left_down``)."""

    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "true")
        self.setProperty("search", True)
        self.setFont(fonts.font())
        self.setFixedHeight(fonts.px(34))
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)

    def hint(self, text: str) -> None:
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class Choice(QComboBox):
    """A choice of (value, text) pairs; ``picked(value)`` only when she chose, not when the program did.

    With *most* it is no wider than that (pixels at 100 %); the open list shows its words whole.
    """

    picked = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None, *, most: int = 0) -> None:
        super().__init__(parent)
        self._most = most
        if most:
            self.setMaximumWidth(fonts.px(most))
        self.setProperty("box", "true")
        self.setFont(fonts.font("medium"))
        self.setFixedHeight(fonts.px(34))
        self.setAccessibleName(name)
        self.setMaxVisibleItems(18)
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one frames the line it stands on
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._tell)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Show choices; the value that was on stays on where it still is there."""
        before = self.value()
        self.clear()
        for value, text in choices:
            self.addItem(text, value)
        if self._most:
            self.view().setMinimumWidth(self.sizeHint().width())
        self.pick(before)

    def value(self) -> object:
        return self.currentData()

    def pick(self, value: object) -> None:
        """Switch without telling; an unknown value is the first choice."""
        for place in range(self.count()):
            if self.itemData(place) == value:
                self.setCurrentIndex(place)
                return
        self.setCurrentIndex(0 if self.count() else -1)

    def _tell(self, place: int) -> None:
        self.picked.emit(self.itemData(place))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + fonts.px(10), fonts.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let a text that has no room end in …; it stands whole in the tooltip."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        whole, room = option.currentText, field.width() - fonts.px(4)
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.setToolTip(whole if shown != whole else "")
        option.currentText = shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class FilterBox(QWidget):
    """A search, see ``Table.searched_by``, and ``filtered(key)`` for the chip that is on (the first one means: all)."""

    filtered = Signal(str)

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.setMinimumWidth(fonts.px(220))
        self.search.setMaximumWidth(fonts.px(320))
        self.search.hint(hint)
        self._chips: dict[str, Chip] = {}
        self._chip_row = row(gap=8)
        self._row = row(gap=8)
        self._row.addWidget(self.search, 3)
        self._row.addLayout(self._chip_row)
        self._row.addStretch(2)
        self.setLayout(self._row)

    def layout_row(self) -> QHBoxLayout:
        return self._row

    def add(self, widget: QWidget) -> None:
        """Put a choice or a button at the right end."""
        self._row.addWidget(widget)

    def show_chips(self, chips: Sequence[tuple[str, str, int | None]]) -> None:
        """Show (key, text, count) chips; the one that was on stays on, else the first."""
        before = self.chip()
        for key, text, count in chips:
            if key not in self._chips:
                self._chips[key] = self._new_chip(key)
            self._chips[key].show_text(text, "" if count is None else str(count))
        shown = [key for key, _text, _count in chips]
        for key in [key for key in self._chips if key not in shown]:
            gone = self._chips.pop(key)
            self._chip_row.removeWidget(gone)
            gone.deleteLater()
        if before in self._chips:
            self._chips[before].setChecked(True)
        elif shown:
            self._turn(shown[0])

    def chip(self) -> str:
        """Return the key of the chip that is on, empty without chips."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def turn_on(self, key: str) -> None:
        """Switch a chip on as if it were clicked; an unknown key is ignored."""
        if key in self._chips:
            self._turn(key)

    def _new_chip(self, key: str) -> Chip:
        chip = Chip()
        chip.setObjectName(key)
        chip.clicked.connect(self._clicked)
        self._chip_row.addWidget(chip)
        return chip

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._turn(chip.objectName())

    def _turn(self, wanted: str) -> None:
        for key, chip in self._chips.items():
            chip.setChecked(key == wanted)
        self.filtered.emit(wanted)
