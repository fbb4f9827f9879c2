"""Which column of the file is read as what, with a few cells as examples; each can be chosen by hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.card import Card, Scroll
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.exchange.kinds import Kind
from ganztag.exchange.tables import Part, Table, choices, label_of
from ganztag.language import _, sort_key

_EXAMPLES = 4


class ColumnsView(Card):
    """``picked(sheet, column, key)``; key is None for a column that is not taken over."""

    picked = Signal(str, int, object)

    def __init__(self) -> None:
        super().__init__(bare=True)
        self._scroll = Scroll(gap=14, margins=(16, 14, 14, 14))
        self.body.addWidget(self._scroll)
        self._inner: QWidget | None = None
        self._seen: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self.choices: dict[tuple[str, int], Choice] = {}

    def show_table(self, table: Table) -> None:
        """Show all columns; choices that are there only switch, so that the place in the list stays."""
        seen = tuple((part.sheet, part.headers) for part in table.parts)
        if seen != self._seen or self._inner is None:
            self._build(table)
            self._seen = seen
        for part in table.parts:
            for place in range(len(part.headers)):
                self.choices[part.sheet, place].pick(part.mapping.get(place))

    def _build(self, table: Table) -> None:
        if self._inner is not None:
            self._scroll.body.removeWidget(self._inner)
            self._inner.deleteLater()
        self.choices = {}
        inner = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(fonts.px(16))
        grid.setVerticalSpacing(fonts.px(6))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, fonts.px(200))
        line = 0
        for part in table.parts:
            line = self._add_part(grid, line, table.kind, part)
        inner.setLayout(grid)
        self._inner = inner
        self._scroll.body.insertWidget(0, inner)
        if self._scroll.body.count() == 1:
            self._scroll.body.addStretch(1)

    def _add_part(self, grid: QGridLayout, line: int, kind: Kind, part: Part) -> int:
        title = _("Sheet {sheet}", sheet=part.sheet) if part.sheet else _("Column of the file")
        for place, words in enumerate((title, _("For example"), _("is read as"))):
            grid.addWidget(Text(words, "secondary_strong", "muted"), line, place)
        for column in range(len(part.headers)):
            line += 1
            header = part.headers[column].strip() or _("Column {number}", number=column + 1)
            examples = [text for row in part.rows if (text := row.cell(column).strip())][:_EXAMPLES]
            choice = Choice(_("{column} is read as", column=header))
            choice.setObjectName(f"{column}:{part.sheet}")
            choice.setMinimumWidth(fonts.px(240))
            choice.offer(_offers(kind, part.mapping.get(column)))
            choice.picked.connect(self._tell)
            self.choices[part.sheet, column] = choice
            grid.addWidget(Text(header, "strong", wrap=True), line, 0)
            grid.addWidget(Elided(" · ".join(examples), "body", "muted"), line, 1)
            grid.addWidget(choice, line, 2)
        return line + 1

    def _tell(self, key: object) -> None:
        choice = self.sender()
        if isinstance(choice, Choice):
            column, _colon, sheet = choice.objectName().partition(":")
            self.picked.emit(sheet, int(column), key)


def _offers(kind: Kind, now: str | None) -> list[tuple[object, str]]:
    keys = dict.fromkeys((*choices(kind), *((now,) if now else ())))
    named = [(key, str(label_of(kind, key))) for key in keys]
    return [(None, _("– not taken over –")), *sorted(named, key=lambda one: sort_key(one[1]))]
