"""The number of the lot, which decides between plans that are equally good."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.own_undo import TypingLine
from ganztag.desktop.widgets.text import Text
from ganztag.language import _

_HIGHEST = 999_999


class SeedField(QWidget):
    """``changed()`` when another number was typed and left."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name, self.line = Text("", "secondary", "muted"), TypingLine("1")
        self.line.setProperty("box", "true")
        self.line.setFont(fonts.font())
        self.line.setFixedSize(QSize(fonts.px(84), fonts.px(28)))
        self.line.setValidator(QIntValidator(1, _HIGHEST, self))
        layout = row(gap=8)
        layout.addWidget(self._name)
        layout.addWidget(self.line)
        self.setLayout(layout)
        self.line.editingFinished.connect(self.changed)

    def retranslate(self) -> None:
        self._name.setText(_("Lot"))
        self.line.setAccessibleName(_("Lot"))
        tip = _("The lot decides between plans that are equally good. The same number gives the same plan.")
        self.line.setToolTip(tip)

    def value(self) -> int:
        return int(self.line.text()) if self.line.hasAcceptableInput() else 1
