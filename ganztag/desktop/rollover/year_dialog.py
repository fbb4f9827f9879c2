"""The preview of a year change: classes and children, each with what becomes of them; one button does it all."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.ask import FileKind, objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.reading_order import step
from ganztag.desktop.rollover.boxes import Boxes
from ganztag.desktop.rollover.year_classes import YearClasses
from ganztag.desktop.rollover.year_pupils import YearPupils
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.text import Elided
from ganztag.language import N_, Message, _, date, ngettext
from ganztag.operations.rollover import report
from ganztag.operations.rollover.new_year import Changed, change_year
from ganztag.planning.rollover.moving_up import plan_year
from ganztag.planning.rollover.year_plan import Becomes, Fate, YearChoices, YearPlan
from ganztag.queries.year_change import to_change
from ganztag.whole_file import put

TEXT_FILE = FileKind(N_("Text files"), (".txt",))
KEPT: dict[str, Message] = {
    "stays": N_("Days and leave times"),
    "teachers": N_("Class teachers"),
    "rooms": N_("Rooms of the classes"),
    "groups": N_("Groups"),
    "blocks": N_("Blocks"),
    "work_there": N_("Go on working there"),
}
_TIPS: dict[str, Message] = {
    "stays": N_("Without a tick the days, leave times and ways home end with the old school year."),
    "blocks": N_("The new school year gets the same blocks of the afternoon."),
    "work_there": N_("The first half-year of the new school year is the one you work on afterwards."),
}
_MOST_PEOPLE = 4


class YearDialog(QDialog):
    """Accepted when it was done; then ``changed`` says what."""

    def __init__(self, desk: Desk, owner: QWidget | None, year_id: int) -> None:
        super().__init__(owner)
        self._desk, self._year_id = desk, year_id
        self.changed: Changed | None = None
        self.state = desk.office.read(to_change, year_id, desk.office.clock.today())
        self._answers = YearChoices()
        self.head, self.banner = PageHead(), Banner()
        self.boxes = Boxes(((_("Goes on"), KEPT),), _TIPS, self._answers)
        self.classes, self.pupils = YearClasses(), YearPupils()
        self.tabs = Segmented((("classes", _("Classes")), ("pupils", _("Children"))), _("View"))
        self.summary, self.change_button = Elided("", "body"), Button("", "graduation-cap", "primary")
        self._pages = QStackedWidget()
        self._arrange()
        self._connect()
        self._plan()
        self.classes.table.setFocus()

    def _arrange(self) -> None:
        self.setWindowTitle(_("Change the school year"))
        self._pages.addWidget(self.classes)
        self._pages.addWidget(self.pupils)
        tabs = row()
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        right = column(gap=12)
        right.addLayout(tabs)
        right.addWidget(self._pages, 1)
        middle = row(gap=14)
        middle.addWidget(self.boxes)
        middle.addLayout(right, 1)
        whole = column(gap=12, margins=(24, 20, 24, 18))
        whole.addWidget(self.head)
        whole.addWidget(self.banner)
        whole.addLayout(middle, 1)
        whole.addLayout(self._foot())
        self.setLayout(whole)
        self.resize(fonts.px(1180), fonts.px(680))

    def _foot(self) -> QHBoxLayout:
        foot = row(gap=8)
        save, cancel = Button(_("Save report …"), "scroll-text"), Button(_("Cancel"))
        save.clicked.connect(self._save_report)
        cancel.clicked.connect(self.reject)
        self.change_button.clicked.connect(self.accept)
        foot.addWidget(self.summary, 1)
        for button in (save, cancel, self.change_button):
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.boxes.changed.connect(self._take_boxes)
        self.classes.renamed.connect(self._rename)
        self.classes.begins.connect(self._begin)
        self.pupils.decided.connect(self._decide)
        self.tabs.picked.connect(self._turn)

    def _turn(self, key: str) -> None:
        self._pages.setCurrentIndex(0 if key == "classes" else 1)

    def _take_boxes(self) -> None:
        self._take(replace(self._answers, **self.boxes.answers()))  # type: ignore[arg-type]

    def _rename(self, class_id: int, name: str) -> None:
        self._take(replace(self._answers, names={**self._answers.names, class_id: name}))

    def _begin(self, names: tuple[str, ...]) -> None:
        usual = plan_year(self.state, replace(self._answers, first=None)).new_classes
        same = names == tuple(one.name for one in usual if one.begins_empty)
        self._take(replace(self._answers, first=None if same else names))

    def _decide(self, pupil_ids: Iterable[int], fate: Fate | None) -> None:
        children = {key: known for key, known in self._answers.children.items() if key not in set(pupil_ids)}
        if fate is not None:
            children |= dict.fromkeys(pupil_ids, fate)
        self._take(replace(self._answers, children=children))

    def _take(self, answers: YearChoices) -> None:
        self._answers = answers
        self._plan()

    def _plan(self) -> None:
        self.plan: YearPlan = plan_year(self.state, self._answers)
        old, new = self.state.old, self.state.new
        words = _("From {old} to {new}, last day {day}", old=old.name, new=new.name, day=date(old.ends))
        self.head.show_texts(_("Change the school year"), words)
        self.classes.show_plan(self.plan)
        self.pupils.show_plan(self.plan)
        remarks = [(str(note.message), note.tone) for note in self.plan.remarks]
        if self.state.going:
            remarks.append((self._going(), "muted"))
        self.boxes.show_remarks(_("To be known"), remarks)
        self._summarise()

    def _going(self) -> str:
        """Name those whose time or contract ends; the report has all of them."""
        people = [_("{person} (until {day})", person=one.name, day=date(one.until)) for one in self.state.going]
        more = len(people) - _MOST_PEOPLE
        return ", ".join([*people[:_MOST_PEOPLE], *([_("and {count} others", count=more)] if more > 0 else [])])

    def _summarise(self) -> None:
        plan = self.plan
        moved = plan.count(Becomes.UP, Becomes.STAYS, Becomes.MOVES)
        leaving, without = plan.count(Becomes.LEAVES), plan.count(Becomes.WITHOUT)
        words = [ngettext("{count} child in a class", "{count} children in classes", moved)]
        words.append(ngettext("{count} leaves", "{count} leave", leaving))
        if without:
            words.append(ngettext("{count} without a class", "{count} without a class", without))
        by_hand = sum(line.by_hand for line in plan.pupils)
        if by_hand:
            words.append(ngettext("{count} by hand", "{count} by hand", by_hand))
        self.summary.setText(" · ".join(words))
        self.change_button.setText(_("Change to {year}", year=self.state.new.name))
        self.change_button.setEnabled(not plan.is_done and not self.state.is_too_early)
        if plan.is_done:
            self.banner.say(_("The change to the school year {year} was done already.", year=self.state.new.name))

    def _save_report(self) -> None:
        title, name = _("Save report"), _("Change of the school year.txt")
        path = self._desk.ask.save_path(self, TEXT_FILE, title=title, name=name)
        if path is None:
            return
        with objections(self.banner):
            put("\r\n".join(report.of_year(self.plan)).encode("utf-8-sig"), path)
            self.banner.say(_("Report saved: {name}", name=path.name), tone="ok")

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)

    def accept(self) -> None:
        """Change the school year; where that cannot be, say why and stay."""
        with objections(self.banner):
            self.changed = self._desk.office.do(change_year(self._year_id, self._answers))
            super().accept()
