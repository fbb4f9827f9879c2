"""How the file was read: letters and delimiter of a text, the sheet of a workbook; each can be switched."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.text import Text
from ganztag.exchange.sheets import Sheets
from ganztag.language import N_, Message, _

_ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows (cp1252)",
    "utf-16": "UTF-16",
    "cp850": "DOS (cp850)",
    "iso8859-15": "ISO 8859-15",
    "cp1250": "Windows (cp1250)",
}
_DELIMITERS: dict[str, Message] = {
    ";": N_("Semicolon"),
    ",": N_("Comma"),
    "\t": N_("Tab"),
    "|": N_("Vertical bar"),
}


class SourceBar(QWidget):
    """``reread(encoding, delimiter)`` and ``sheet_picked(name or None)``."""

    reread = Signal(str, str)
    sheet_picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.encoding, self.delimiter, self.sheet = Choice(), Choice(), Choice()
        self._labels = {self.encoding: Text(), self.delimiter: Text(), self.sheet: Text()}
        line = row(gap=8)
        for choice, label in self._labels.items():
            label.setBuddy(choice)
            line.addWidget(label)
            line.addWidget(choice)
            line.addSpacing(8)
        line.addStretch(1)
        self.line = line
        self.setLayout(line)
        self.encoding.picked.connect(self._switched)
        self.delimiter.picked.connect(self._switched)
        self.sheet.picked.connect(self.sheet_picked)
        self.retranslate()

    def retranslate(self) -> None:
        words = {self.encoding: _("Character set"), self.delimiter: _("Delimiter"), self.sheet: _("Sheet")}
        for choice, text in words.items():
            self._labels[choice].setText(text)
            choice.setAccessibleName(text)

    def show_sheets(self, sheets: Sheets, sheet: str | None) -> None:
        is_text = bool(sheets.encoding)
        self._show(self.encoding, is_text)
        self._show(self.delimiter, is_text)
        self._show(self.sheet, len(sheets.sheets) > 1)
        if is_text:
            now = sheets.encoding.removesuffix("-sig")
            names = {now: now.upper(), **_ENCODINGS}
            self._offer(self.encoding, list(names.items()), now)
            marks = [(mark, str(name)) for mark, name in _DELIMITERS.items()]
            self._offer(self.delimiter, marks, sheets.delimiter)
        self._offer(self.sheet, [(None, _("all with such a list")), *((n, n) for n in sheets.names)], sheet)

    def _show(self, choice: Choice, visible: bool) -> None:
        choice.setVisible(visible)
        self._labels[choice].setVisible(visible)

    @staticmethod
    def _offer(choice: Choice, offers: Sequence[tuple[object, str]], now: object) -> None:
        choice.offer(offers)
        choice.pick(now)

    def _switched(self, _value: object) -> None:
        self.reread.emit(str(self.encoding.value() or ""), str(self.delimiter.value() or ""))
