"""The screen of the school: one section at a time, chosen above."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.rollover import open_copy, open_year
from ganztag.desktop.school.blocks import Blocks
from ganztag.desktop.school.calendar_section import CalendarSection
from ganztag.desktop.school.category_list import Categories
from ganztag.desktop.school.days_off import DaysOff
from ganztag.desktop.school.required_papers import RequiredPapers
from ganztag.desktop.school.rules import Rules
from ganztag.desktop.school.school_classes import Classes, YearGroups
from ganztag.desktop.school.school_data import SchoolData
from ganztag.desktop.school.section import ListSection
from ganztag.desktop.school.terms import Terms, current
from ganztag.desktop.screens import page_layout
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import row
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.language import _
from ganztag.operations import school
from ganztag.queries import frame


class SchoolScreen(QWidget):
    """The first section is the school's own data; the others are lists."""

    key = "school"
    concerns = frozenset(
        {
            "school", "school_year", "term", "day_off", "time_block", "school_class", "year_group", "category",
            "course", "class_membership", "pupil", "room", "staff", "requirement", "setting",
        }
    )  # fmt: skip
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.head, self.banner, self.tabs = PageHead(), Banner(), Segmented()
        self.data, self.rules = SchoolData(desk, self.banner), Rules(desk)
        self.calendar = CalendarSection(desk, self.banner)
        subjects: tuple[Any, ...] = (
            Terms(desk), DaysOff(desk), Blocks(desk), Classes(desk), YearGroups(desk), Categories(desk),
            RequiredPapers(desk),
        )  # fmt: skip
        self.sections: dict[str, ListSection[Any]] = {s.key: ListSection(desk, s, self.banner) for s in subjects}
        self.sections["terms"].begin_with = current
        self._pages = QStackedWidget()
        self._work_on = self.head.add_button("", "check", self._choose_term)
        self._copy = self.head.add_button("", "copy", self._copy_offer)
        self._new_year = self.head.add_button("", "graduation-cap", self._change_year)
        self._add = self.head.add_button("", "plus", self.add, primary=True)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        page = page_layout(self)
        page.addWidget(self.head)
        page.addWidget(self.banner)
        line = row()
        line.addWidget(self.tabs)
        line.addStretch(1)
        page.addLayout(line)
        for page_of in self._fixed().values():
            self._pages.addWidget(page_of)
        for section in self.sections.values():
            self._pages.addWidget(section)
        page.addWidget(self._pages, 1)
        self.tabs.picked.connect(self._turn)
        self.sections["terms"].table.chosen.connect(self._follow_term)
        self.calendar.row_wanted.connect(self._show_day_off)

    def _show_day_off(self, day_off_id: int) -> None:
        self.go_to_chip("days")
        self.go_to(day_off_id)

    def retranslate(self) -> None:
        self.tabs.setAccessibleName(_("Section"))
        titles = [(key, str(section.subject.title)) for key, section in self.sections.items()]
        calendar = (self.calendar.key, str(self.calendar.title))
        self.tabs.offer(
            [("school", _("School")), titles[0], calendar, *titles[1:], (self.rules.key, str(self.rules.title))]
        )
        self._work_on.setText(_("Work on this half-year"))
        self._copy.setText(_("Copy the offer …"))
        self._new_year.setText(_("Change the school year …"))
        for part in self._fixed().values():
            part.retranslate()
        for section in self.sections.values():
            section.retranslate()
        self._turn(self.tabs.key())

    def refresh(self) -> None:
        """Show the section that is on as the file has it now; the others when they are turned to."""
        found = self._desk.office.read(frame.school)
        self.head.show_texts(_("School & rules"), f"{found.name} · {self._desk.term().name}")
        self._shown().refresh()
        self._follow_term()

    def _fixed(self) -> dict[str, Any]:
        """Return the sections that are no lists."""
        return {"school": self.data, self.calendar.key: self.calendar, self.rules.key: self.rules}

    def _section(self, key: str) -> Any:
        return self.sections.get(key) or self._fixed()[key]

    def _shown(self) -> Any:
        return self._section(self.tabs.key())

    def _turn(self, key: str) -> None:
        section = self.sections.get(key)
        self._pages.setCurrentWidget(self._section(key))
        self._add.setVisible(section is not None or key == self.calendar.key)
        for button in (self._work_on, self._copy, self._new_year):
            button.setVisible(key == "terms")
        if self._add.isVisibleTo(self):
            verb = section.subject.add_verb if section is not None else self.calendar.add_verb
            self._add.setText(str(verb))
        if self.isVisible():
            self.refresh()

    def go_to(self, row_id: int | None) -> None:
        """Choose a row of the section that is on."""
        section = self.sections.get(self.tabs.key())
        if section is not None and row_id is not None:
            section.table.choose(row_id)

    def go_to_chip(self, chip: str) -> None:
        """Turn to a section: school, terms, calendar, days, blocks, classes, years, categories, papers, rules."""
        if chip in self._fixed() or chip in self.sections:
            self.tabs.pick(chip)
            self._turn(chip)

    def add(self) -> None:
        section = self._shown()
        if section not in (self.data, self.rules):
            section.add()

    def _follow_term(self, *_args: object) -> None:
        term = self.sections["terms"].chosen()
        self._work_on.setEnabled(term is not None and not term.current)

    def _choose_term(self) -> None:
        term = self.sections["terms"].chosen()
        if term is not None:
            with objections(self.banner):
                self._desk.office.do(school.choose_term(term.id))

    def _copy_offer(self) -> None:
        term = self.sections["terms"].chosen()
        open_copy(self._desk, self, source_id=term.id if term is not None else None)

    def _change_year(self) -> None:
        term = self.sections["terms"].chosen()
        open_year(self._desk, self, year_id=term.term.school_year_id if term is not None else None)
