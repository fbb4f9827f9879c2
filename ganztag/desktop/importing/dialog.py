"""The preview of an import: it plans anew at each switch, and writes only when its button is pressed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.ask import EXCEL_FILE, TABLE_FILE, objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.importing.columns_view import ColumnsView
from ganztag.desktop.importing.lesson_bar import LessonBar
from ganztag.desktop.importing.preview_rows import COLUMNS, PreviewRow, preview_rows
from ganztag.desktop.importing.row_view import RowView
from ganztag.desktop.importing.source_bar import SourceBar
from ganztag.desktop.importing.summary import Summary, tell_problems
from ganztag.desktop.importing.words import STATES, TEMPLATE_NAMES, TITLES
from ganztag.desktop.reading_order import step
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.filter_box import FilterBox
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.table import Table
from ganztag.domain.objection import Objection
from ganztag.exchange.kinds import WRITTEN, Kind
from ganztag.exchange.reading import read_sheets
from ganztag.exchange.sheets import Sheets
from ganztag.language import _
from ganztag.operations import exporting
from ganztag.operations.importing import Answer, ImportPlan, Settings, What, apply, label, plan

_ALL, _WARNINGS = "all", "warnings"


class ImportDialog(QDialog):
    """Accepted when it was imported; raises Objection at once where the file is no table."""

    def __init__(self, desk: Desk, owner: QWidget | None, kind: Kind, source: Path) -> None:
        super().__init__(owner)
        self._desk, self.kind = desk, kind
        self._sheets: Sheets = read_sheets(source)
        self._settings, self._is_new = Settings(), True
        self.plan: ImportPlan = plan(desk.office, kind, self._sheets, self._settings)
        self.rows: Rows[PreviewRow] = Rows(COLUMNS, parent=self)
        self.table = Table(self.rows, key="importing", memory=desk.memory, name=_("Preview"))
        self.head, self.banner, self.source, self.filters = PageHead(), Banner(), SourceBar(), FilterBox(_("Search"))
        self.view = Segmented((("preview", _("Preview")), ("columns", _("Columns"))), _("View"))
        self.row_view, self.columns, self.summary = RowView(), ColumnsView(), Summary()
        self.lessons = LessonBar(desk)
        self.whole_school = QCheckBox(_("The file holds the whole school: who is missing leaves"))
        self.skip = QCheckBox()
        self.import_button = Button("", "check", "primary")
        self._pages = QStackedWidget()
        self._arrange()
        self._connect()
        self.setWindowTitle(str(TITLES[kind]))
        self._show()
        self.table.setFocus()

    def _arrange(self) -> None:
        if self.kind in WRITTEN:
            self.head.add_button(_("Save empty table …"), "table", self._save_template)
        self.head.add_button(_("Other file …"), "folder-open", self._choose_file)
        self.source.line.insertWidget(0, self.view)
        self.source.line.insertSpacing(1, fonts.px(12))
        self.source.line.addWidget(self.whole_school)
        self.whole_school.setVisible(self.kind is Kind.PUPILS)
        self.lessons.setVisible(self.kind is Kind.LESSONS)
        card = Card(bare=True)
        card.body.addWidget(self.table)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(fonts.px(14))
        both.addWidget(card)
        both.addWidget(self.row_view)
        both.setSizes([7000, 3000])
        self._pages.addWidget(both)
        self._pages.addWidget(self.columns)
        whole = column(gap=12, margins=(24, 20, 24, 18))
        for widget in (self.head, self.banner, self.source, self.lessons, self.filters, self._pages, self.summary):
            whole.addWidget(widget, 1 if widget is self._pages else 0)
        whole.addLayout(self._foot())
        self.setLayout(whole)
        self.resize(fonts.px(1180), fonts.px(680))

    def _foot(self) -> QHBoxLayout:
        foot = row(gap=8)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.import_button.clicked.connect(self.accept)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.import_button)
        return foot

    def _connect(self) -> None:
        self.view.picked.connect(self._turn_to)
        self.table.searched_by(self.filters.search)
        self.filters.filtered.connect(self._filter)
        self.table.chosen.connect(self._show_row)
        self.row_view.answered.connect(self._answer)
        self.columns.picked.connect(self._pick_column)
        self.source.reread.connect(self._reread)
        self.source.sheet_picked.connect(self._pick_sheet)
        self.whole_school.toggled.connect(self._take_whole_school)
        self.skip.toggled.connect(self._show_button)
        self.summary.ballot_picked.connect(self._pick_ballot)
        self.lessons.changed.connect(self._take_with)

    def _take(self, settings: Settings) -> None:
        """Plan anew with other settings."""
        try:
            self.plan = plan(self._desk.office, self.kind, self._sheets, settings)
        except Objection as objection:
            self.banner.object(objection)
            return
        self._settings = settings
        self._show()

    def _show(self) -> None:
        self.head.show_texts(str(TITLES[self.kind]), str(self._sheets.source.name))
        self.source.show_sheets(self._sheets, self._settings.sheet)
        self.rows.show(preview_rows(self.plan))
        self.columns.show_table(self.plan.table)
        self.filters.show_chips(self._chips())
        self.summary.show_plan(self.plan, self._desk.office)
        tell_problems(self.banner, self.plan)
        wrong = self.plan.counts[What.WRONG]
        self.skip.setText(_("Leave the wrong rows out ({count})", count=wrong))
        self.skip.setVisible(bool(self.plan.errors) and self.plan.rows_can_be_left_out)
        self._choose_what_matters()
        self._show_button()
        if not self.plan.table.usable and self.view.key() == "preview":
            self.view.pick("columns")
            self._turn_to("columns")

    def _choose_what_matters(self) -> None:
        """Choose the first wrong row, else stay, else take the first."""
        wrong = next((one.id for one in self.rows.visible() if one.what is What.WRONG), None)
        if self._is_new and wrong is not None:
            self.table.choose(wrong)
        self._is_new = False
        self.table.choose_first()
        self._show_row(self.table.chosen_id())

    def _chips(self) -> list[tuple[str, str, int | None]]:
        shown = self.rows.all()
        counts = self.plan.counts
        chips: list[tuple[str, str, int | None]] = [(_ALL, _("All"), len(shown))]
        chips += [(what.value, str(STATES[what][0]), counts[what]) for what in What if counts[what]]
        warned = sum(one.has_warning for one in shown)
        return [*chips, (_WARNINGS, _("with a note"), warned)] if warned else chips

    def _filter(self, key: str) -> None:
        if key == _WARNINGS:
            self.rows.only(_has_warning)
        else:
            self.rows.only(None if key == _ALL else _Becomes(What(key)))
        self.table.choose_first()

    def _show_row(self, key: int | None) -> None:
        self.row_view.show_row(self.plan, self.rows.row_of(key) if key is not None else None)

    def _show_button(self, _on: bool = False) -> None:
        ready = self.plan.ready(skip_bad_rows=self.skip.isChecked() and not self.skip.isHidden())
        self.import_button.setText(str(label(self.plan)) if self.plan.to_do else _("Nothing to import"))
        self.import_button.setEnabled(ready and bool(self.plan.to_do))

    def _turn_to(self, key: str) -> None:
        self._pages.setCurrentIndex(0 if key == "preview" else 1)
        self.filters.setVisible(key == "preview")

    def _answer(self, place: tuple[str, int], answer: Answer) -> None:
        """Take the answer and go on to the next question; after the last one to the button that imports."""
        self._is_new = True
        self._take(replace(self._settings, answers={**self._settings.answers, place: answer}))
        asks = not self.row_view.same.isHidden() and self.plan.counts[What.WRONG]
        (self.row_view.same if asks else self.import_button).setFocus()

    def _pick_column(self, sheet: str, place: int, key: str | None) -> None:
        part = next(one for one in self.plan.table.parts if one.sheet == sheet)
        columns: dict[int, str | None] = {
            other: None if part.mapping.get(other) == key else part.mapping.get(other)
            for other in range(len(part.headers))
        }
        self._take(replace(self._settings, columns={**self._settings.columns, sheet: {**columns, place: key}}))

    def _reread(self, encoding: str, delimiter: str) -> None:
        self._read(self._sheets.source, encoding, delimiter)

    def _pick_sheet(self, sheet: str | None) -> None:
        self._take(replace(self._settings, sheet=sheet, columns={}, answers={}))

    def _pick_ballot(self, name: str) -> None:
        self._take(replace(self._settings, ballot=name))

    def _take_with(self, values: dict[str, Any]) -> None:
        self._take(replace(self._settings, **values))

    def _take_whole_school(self, on: bool) -> None:
        self._take(replace(self._settings, whole_school=on))

    def _choose_file(self) -> None:
        path = self._desk.ask.open_path(self, TABLE_FILE, title=str(TITLES[self.kind]))
        if path is not None:
            self._read(path)

    def _read(self, path: Path, encoding: str = "", delimiter: str = "") -> None:
        """Take another file, or the same one otherwise; where it is no table all stays as it is."""
        try:
            sheets = read_sheets(path, encoding=encoding, delimiter=delimiter)
        except Objection as objection:
            self.banner.object(objection)
            return
        self._sheets, self._is_new = sheets, True
        self._take(replace(self._settings, sheet=None, columns={}, answers={}))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)

    def _save_template(self) -> None:
        save_template(self._desk, self, self.kind, self.banner)

    def accept(self) -> None:
        """Import; where that cannot be, say why and stay."""
        skip = self.skip.isChecked() and not self.skip.isHidden()
        with objections(self.banner):
            self._desk.office.do(apply(self.plan, skip_bad_rows=skip))
            super().accept()


class _Becomes:
    """The rule of a chip."""

    def __init__(self, what: What) -> None:
        self._what = what

    def __call__(self, row: PreviewRow) -> bool:
        return row.what is self._what


def _has_warning(row: PreviewRow) -> bool:
    return row.has_warning


def save_template(desk: Desk, owner: QWidget, kind: Kind, banner: Banner) -> None:
    """Save an empty table with the right titles where she says."""
    title = _("Save empty table")
    path = desk.ask.save_path(owner, EXCEL_FILE, title=title, name=str(TEMPLATE_NAMES[kind]))
    if path is not None:
        with objections(banner):
            exporting.template(kind, path)
            banner.say(_("{name} is saved.", name=path.name), tone="ok")
