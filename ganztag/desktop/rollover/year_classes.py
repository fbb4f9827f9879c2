"""The classes of the year change: what each becomes, and under what names the new ones begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.rollover.year_rows import ClassRow, class_columns, class_rows
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.own_undo import TypingLine
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text, rule
from ganztag.language import _
from ganztag.planning.rollover.moving_up import begins_empty
from ganztag.planning.rollover.year_plan import YearPlan

_NEW = 3  # the column of the new name


class YearClasses(QWidget):
    """``renamed(class id, name)`` where she typed a name; ``begins(names)`` for those that begin empty."""

    renamed = Signal(int, str)
    begins = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows[ClassRow] = Rows(class_columns(self._rename), parent=self)
        self.table = Table(self.rows, name=_("Classes"))
        self.table.opened.connect(self._edit)
        self.first = TypingLine()
        self.first.setProperty("box", "true")
        self.first.setFont(fonts.font())
        self.first.setFixedHeight(fonts.px(34))
        self.first.setAccessibleName(_("Classes that begin empty"))
        self.first.setPlaceholderText("5a, 5b, 5c")
        self.first.editingFinished.connect(self._begin)
        card = Card(bare=True)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        line = row(gap=10, margins=(15, 10, 15, 10))
        label = Text(_("Classes that begin empty"), "strong")
        label.setBuddy(self.first)
        line.addWidget(label)
        line.addWidget(self.first, 1)
        card.body.addLayout(line)
        hint = row(margins=(15, 0, 15, 12))
        words = _("A new name is typed into the row (F2 or a double click); without one the class leaves the school.")
        hint.addWidget(Text(words, "secondary", "muted", wrap=True))
        card.body.addLayout(hint)
        whole = column()
        whole.addWidget(card)
        self.setLayout(whole)

    def show_plan(self, plan: YearPlan) -> None:
        self.rows.show(class_rows(plan))
        self.table.choose_first()
        if not self.first.hasFocus():
            self.first.setText(", ".join(begins_empty(plan)))

    def _edit(self, class_id: int) -> None:
        """Let her type the new name, wherever in the row she clicked twice."""
        if self.table.state() != Table.State.EditingState:  # Enter that ends the typing comes here as well
            self.table.edit(self.rows.index_of(class_id, _NEW))

    def _rename(self, shown: ClassRow, name: str) -> None:
        self.renamed.emit(shown.id, name)

    def _begin(self) -> None:
        self.begins.emit(tuple(part.strip() for part in self.first.text().split(",") if part.strip()))
