"""The chosen row beside the list: what is wrong, what changes, what stands in the file, and the question it asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.importing.preview_rows import PreviewRow, change_in_words
from ganztag.desktop.importing.words import STATES
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, Scroll, column, emptied, row
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.signs import IconSign, PillSign
from ganztag.desktop.widgets.text import Text, rule
from ganztag.exchange.kinds import Kind
from ganztag.exchange.tables import label_of
from ganztag.language import N_, Message, _
from ganztag.operations.importing import Answer, ImportPlan


class RowView(Card):
    """``answered(place, answer)`` where she decided whether it is the same child."""

    answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(bare=True)
        self._scroll = Scroll(gap=8, margins=(16, 14, 14, 14))
        self.body.addWidget(self._scroll)
        self._place: tuple[str, int] | None = None
        self.same, self.another = Button(parent=self), Button(parent=self)  # made anew for each row that asks
        self.same.hide()
        self.another.hide()
        self.setMinimumWidth(fonts.px(300))

    def show_row(self, plan: ImportPlan, shown: PreviewRow | None) -> None:
        """Show a row, or what one would see here."""
        body = self._scroll.body
        emptied(body)
        self._place = shown.place if shown else None
        if shown is None:
            body.addWidget(Text(_("Choose a row to see what stands in the file."), "body", "muted", wrap=True))
            body.addStretch(1)
            return
        self._head(shown, body)
        self._problems(shown, self._question(plan, body), body)
        self._changes(shown, body)
        self._cells(plan, shown, body)
        body.addStretch(1)

    def _head(self, shown: PreviewRow, body: QVBoxLayout) -> None:
        word, tone, icon = STATES[shown.what]
        body.addWidget(Text(shown.name or str(word), "card", wrap=True))
        line = row(gap=8)
        line.addWidget(PillSign(Pill(str(word), tone, icon)))
        if shown.row is not None:
            place = N_("Sheet {sheet}, row {row}") if shown.sheet else N_("Row {row}")
            line.addWidget(Text(str(place.filled(sheet=shown.sheet, row=str(shown.row))), "secondary", "muted"))
        line.addStretch(1)
        body.addLayout(line)

    def _question(self, plan: ImportPlan, body: QVBoxLayout) -> Message | None:
        """Show the question of this row with its two answers; return it where it is still open."""
        asked = next((one for one in plan.questions if one.place == self._place), None)
        if asked is None and self._place not in plan.request.settings.answers:
            return None
        if plan.kind is Kind.WISHES:
            self.same, self.another = Button(_("Yes, this child"), "check"), Button(_("No, leave the row out"), "x")
        else:
            self.same, self.another = Button(_("The same child, renamed"), "pencil"), Button(_("Another child"), "plus")
        self.same.clicked.connect(self._is_same)
        self.another.clicked.connect(self._is_another)
        if asked is not None:
            body.addWidget(_line("circle-alert", "bad", str(asked.message)))
        body.addWidget(self.same)
        body.addWidget(self.another)
        return asked.message if asked is not None else None

    def _problems(self, shown: PreviewRow, asked: Message | None, body: QVBoxLayout) -> None:
        for problem in shown.problems:
            if problem.message != asked:  # the question stands above already
                icon, tone = ("circle-x", "bad") if problem.is_error else ("triangle-alert", "warn")
                body.addWidget(_line(icon, tone, str(problem.message)))

    def _changes(self, shown: PreviewRow, body: QVBoxLayout) -> None:
        for change in shown.changes:
            body.addWidget(Text(change_in_words(change), "body", wrap=True, selectable=True))

    def _cells(self, plan: ImportPlan, shown: PreviewRow, body: QVBoxLayout) -> None:
        part = next((one for one in plan.table.parts if one.sheet == shown.sheet), None)
        found = next((one for one in part.rows if one.number == shown.row), None) if part else None
        if part is None or found is None:
            return
        body.addWidget(rule())
        body.addWidget(Text(_("In the file"), "secondary_strong", "muted"))
        tones = {problem.column: "bad" if problem.is_error else "warn" for problem in shown.problems}
        tones |= {problem.column: "bad" for problem in shown.problems if problem.is_error}
        for place, key in part.mapping.items():
            title = part.headers[place].strip() if place < len(part.headers) else ""
            text = found.cell(place).strip() or "–"
            words = _("{column}: {text}", column=title or label_of(plan.kind, key), text=text)
            tone = tones.get(title, "") if title else ""
            body.addWidget(Text(words, "secondary", tone, wrap=True, selectable=True))

    def _is_same(self) -> None:
        self.answered.emit(self._place, Answer.SAME)

    def _is_another(self) -> None:
        self.answered.emit(self._place, Answer.ANOTHER)


def _line(icon: str, tone: str, words: str) -> QWidget:
    line = QWidget()
    inner = row(gap=8)
    sign = column()
    sign.addWidget(IconSign(icon, tone))
    sign.addStretch(1)
    inner.addLayout(sign)
    inner.addWidget(Text(words, "body", tone, wrap=True, selectable=True), 1)
    line.setLayout(inner)
    return line
