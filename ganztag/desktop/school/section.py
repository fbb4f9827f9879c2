"""One list of the school's frame with the chosen row beside it; what it is about is said by a Subject."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.school.subject import Movable, Prepared, Subject
from ganztag.desktop.screens import ListAndDetail
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card, column
from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.empty import Empty
from ganztag.desktop.widgets.fields import Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.language import _

R = TypeVar("R")


class ListSection(QWidget, Generic[R]):
    """Shows, adds, changes and deletes the rows of its subject."""

    def __init__(self, desk: Desk, subject: Subject[R], banner: Banner) -> None:
        super().__init__()
        self._desk, self.subject, self._banner = desk, subject, banner
        self.rows: Rows[R] = Rows(subject.columns, parent=self)
        self.table = Table(self.rows, key=f"school/{subject.key}", memory=desk.memory)
        has_choices = any(field.kind is Kind.MANY for field in subject.fields)  # they need the whole width
        self.detail = DetailPanel()
        self.form = Form(subject.fields, self._edit, label_width=100, above=has_choices)
        self.detail.add(self.form)
        self.delete = QAction(icons.icon("trash-2"), "", self)
        self.delete.setShortcut(QKeySequence.StandardKey.Delete)
        self.delete.triggered.connect(self._delete)
        self.up, self.down = self._step("chevron-up", "Alt+Up"), self._step("chevron-down", "Alt+Down")
        self.begin_with: Callable[[Sequence[R]], int | None] | None = None
        self._empty, self._pages = Empty(subject.icon), QStackedWidget()
        self._usual = self._empty.add_button("", "check", self._add_usual)
        self._add_first = self._empty.add_button("", "plus", self.add, primary=not isinstance(subject, Prepared))
        self._arrange()

    def _step(self, icon: str, key: str) -> QAction:
        action = QAction(icons.icon(icon), "", self)
        action.setShortcut(QKeySequence(key))
        action.setPriority(QAction.Priority.LowPriority)
        action.triggered.connect(self._move)
        return action

    def _arrange(self) -> None:
        card = Card(bare=True)
        card.body.addWidget(self.table)
        self._pages.addWidget(
            ListAndDetail(card, self.detail, key=f"school/{self.subject.key}", memory=self._desk.memory)
        )
        self._pages.addWidget(self._empty)
        whole = column()
        whole.addWidget(self._pages)
        self.setLayout(whole)
        verbs = [self.up, self.down, self.delete] if isinstance(self.subject, Movable) else [self.delete]
        self.table.offer(verbs)
        self.detail.offer(verbs)
        self.table.chosen.connect(self._show_chosen)
        self.table.chosen.connect(self.detail.to_top)
        self.table.opened.connect(self._edit_chosen)

    def retranslate(self) -> None:
        self.delete.setText(str(self.subject.delete_verb))
        self.up.setText(_("Up"))
        self.down.setText(_("Down"))
        self._add_first.setText(str(self.subject.add_verb))
        self._usual.setVisible(isinstance(self.subject, Prepared))
        if isinstance(self.subject, Prepared):
            self._usual.setText(str(self.subject.usual_verb))
        self._empty.show_texts(str(self.subject.title), str(self.subject.teaching))
        self.table.setAccessibleName(str(self.subject.title))
        self.form.retranslate()
        self.rows.retranslate()

    def refresh(self) -> None:
        found = self.subject.read()
        self.rows.show(found)
        self._pages.setCurrentIndex(0 if found else 1)
        for key, choices in self.subject.choices().items():
            if key in self.form.fields:
                self.form.offer(key, choices)
        if self.begin_with is not None and self.chosen() is None:
            self.table.choose(self.begin_with(found))
        self.table.choose_first()
        self._show_chosen()

    def chosen(self) -> R | None:
        key = self.table.chosen_id()
        return self.rows.row_of(key) if key is not None else None

    def add(self) -> None:
        """Ask for what a new row needs, add it and choose it; without such fields it is added at once."""
        if not self.subject.born:
            with objections(self._banner):
                self.table.choose(self._desk.office.do(self.subject.add({})))
            return
        verb = str(self.subject.add_verb)
        dialog = FormDialog(self.window(), self.subject.born, title=verb, words="", verb=verb)
        for key, choices in self.subject.choices().items():
            if key in dialog.form.fields:
                dialog.form.offer(key, choices)
        dialog.form.show_values(self.subject.first_values())
        if self._desk.ask.show(dialog.doing(self._do_add)):
            self.table.choose(dialog.outcome)

    def _do_add(self, dialog: FormDialog) -> int:
        return self._desk.office.do(self.subject.add(dialog.answers()))

    def _add_usual(self) -> None:
        if isinstance(self.subject, Prepared):
            with objections(self._banner):
                self._desk.office.do(self.subject.usual())

    def _edit(self, key: str, value: Any) -> None:
        row = self.chosen()
        if row is not None:
            self._desk.office.do(self.subject.edit(row, key, value))

    def _move(self) -> None:
        row = self.chosen()
        if row is not None and isinstance(self.subject, Movable):
            with objections(self._banner):
                self._desk.office.do(self.subject.move(row, -1 if self.sender() is self.up else 1))

    def _delete(self) -> None:
        row = self.chosen()
        if row is None:
            return
        with objections(self._banner):
            self._desk.office.do(self.subject.delete(row))
            sentence = _("Done: {deed}.", deed=self._desk.office.undo_label)
            self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()))

    def _show_chosen(self, *_args: object) -> None:
        row, place = self.chosen(), self.table.currentIndex().row()
        self.delete.setEnabled(row is not None)
        self.up.setEnabled(row is not None and place > 0)
        self.down.setEnabled(row is not None and place < self.rows.rowCount() - 1)
        if row is None:
            self.detail.show_nothing(_("Choose a line on the left to see and change it."))
            return
        self.detail.show_head(self.subject.name(row), self.subject.second(row))
        self.form.show_values(self.subject.values(row))

    def _edit_chosen(self, *_args: object) -> None:
        if self.subject.fields:
            self.form.editor(self.subject.fields[0].key).setFocus()
