"""Forms are lists of field descriptions; a field that is left is told at once, there is no Save button."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.editors import editor_for
from ganztag.desktop.widgets.fields import Choices, Field
from ganztag.desktop.widgets.text import Text
from ganztag.domain.objection import Objection


class Form(QWidget):
    """``show_values({key: value})`` fills it; ``on_change(key, value)`` is called when a field was left changed.

    When *on_change* (or the reading of what was typed) raises Objection, its sentence stands under the field and the
    text stays for correction; Escape brings the old value back. News never overwrites a field that is being typed in.
    """

    def __init__(
        self,
        fields: Sequence[Field],
        on_change: Callable[[str, Any], object],
        *,
        label_width: int = 96,
        above: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields = {field.key: field for field in fields}
        self._on_change = on_change
        self._values: dict[str, Any] = {}
        self._editors: dict[str, Any] = {}
        self._labels: dict[str, Text] = {}
        self._complaints: dict[str, Text] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(fonts.px(10))
        self._grid.setVerticalSpacing(fonts.px(4 if above else 8))
        self.setLayout(self._grid)
        self._above = above
        if not above:
            self._grid.setColumnMinimumWidth(0, fonts.px(label_width))
        self._build(fields)
        self.retranslate()

    def _build(self, fields: Sequence[Field]) -> None:
        step = 3 if self._above else 1
        line, right = -step, False
        for field in fields:
            beside = field.half and right
            line += 0 if beside else step
            self._add(field, line, beside)
            right = field.half and not beside

    def _add(self, field: Field, line: int, beside: bool) -> None:
        label, complaint, editor = (
            Text("", "secondary", "muted"),
            Text("", "secondary", "bad", wrap=True),
            editor_for(field),
        )
        editor.setObjectName(field.key)
        editor.left.connect(self._left)
        label.setBuddy(editor)
        complaint.hide()
        self._labels[field.key], self._complaints[field.key], self._editors[field.key] = label, complaint, editor
        box = column(gap=3)
        box.addWidget(editor)
        box.addWidget(complaint)
        if self._above:
            if isinstance(editor, QCheckBox):
                label.hide()  # its words stand beside the box
            span = 1 if field.half else 2
            self._grid.addWidget(label, line, 1 if beside else 0, 1, span)
            self._grid.addLayout(box, line + 1, 1 if beside else 0, 1, span)
            self._grid.setRowMinimumHeight(line + 2, fonts.px(4))
            return
        label.setMinimumHeight(fonts.px(34))
        self._grid.addWidget(label, line, 2 if beside else 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(box, line, 3 if beside else 1, 1, 1 if field.half else 3)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what is in the file; a field that is just being typed in keeps its text."""
        self._values = dict(values)
        for key, editor in self._editors.items():
            if key in values and not editor.is_busy():
                editor.put(values[key])
                self._complain(key, "")

    def offer(self, key: str, choices: Choices) -> None:
        """Give a CHOICE or MANY field its (value, text) pairs."""
        self._editors[key].offer(choices)

    def editor(self, key: str) -> Any:
        """Return the editor of a field (a QWidget), for focus and for tests."""
        return self._editors[key]

    def edit(self, key: str) -> None:
        """Put the cursor into a field of text, with all of it selected."""
        editor = self.editor(key)
        editor.setFocus()
        editor.selectAll()

    def values(self) -> dict[str, Any]:
        """Return all values as they stand in the fields, for dialogs; raise Objection at the first that is none."""
        found = {}
        for key, editor in self._editors.items():
            try:
                found[key] = editor.value()
            except Objection as objection:
                self.reject(key, str(objection))
                raise
        return found

    def reject(self, key: str, sentence: str) -> None:
        """Show under a field why its value cannot be."""
        self._complain(key, sentence)

    def complaint(self, key: str) -> str:
        """Return the sentence under a field, empty when there is none."""
        return self._complaints[key].text()

    def set_field_visible(self, key: str, visible: bool) -> None:
        self._labels[key].setVisible(visible and not (self._above and isinstance(self._editors[key], QCheckBox)))
        self._editors[key].setVisible(visible)

    def retranslate(self) -> None:
        """Put labels and hints into words anew."""
        for key, field in self.fields.items():
            label, editor, hint = str(field.label), self._editors[key], str(field.hint or "")
            editor.setAccessibleName(label)
            if isinstance(editor, QCheckBox):
                editor.setText(label)
            else:
                self._labels[key].setText(label)
            if isinstance(editor, QLineEdit | QPlainTextEdit):
                editor.setPlaceholderText(hint)
            elif hint:
                editor.setToolTip(hint)
            if key in self._values and not editor.is_busy():
                editor.put(self._values[key])

    def _left(self) -> None:
        editor = self.sender()
        key = editor.objectName() if editor is not None else ""
        if key not in self._editors:
            return
        try:
            value = self._editors[key].value()
            if key in self._values and value == self._values[key]:
                self._editors[key].put(value)
            else:
                before = self._values
                self._on_change(key, value)
                if self._values is not before and key in self._values:  # the news came: what it says stands here now
                    self._editors[key].put(self._values[key])
            self._complain(key, "")
        except Objection as objection:
            self._complain(key, str(objection))

    def _complain(self, key: str, sentence: str) -> None:
        complaint, editor = self._complaints[key], self._editors[key]
        complaint.setText(sentence)
        complaint.setVisible(bool(sentence))
        if bool(editor.property("wrong")) != bool(sentence):
            editor.setProperty("wrong", bool(sentence))
            editor.style().unpolish(editor)
            editor.style().polish(editor)
