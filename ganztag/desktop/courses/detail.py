"""One course: its fields, meetings, children and dates, changed where they stand, and what does not fit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ganztag.desktop.courses.ancestry import AncestryView
from ganztag.desktop.courses.meetings import MeetingCards, Surroundings, block_text
from ganztag.desktop.courses.more_fields import MoreFields
from ganztag.desktop.courses.participants import Participants
from ganztag.desktop.courses.session_list import SessionList
from ganztag.desktop.courses.words import STATUSES, for_whom
from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.notices import Notice, Notices
from ganztag.desktop.widgets.seeker import Sought
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.language import N_, _, ngettext
from ganztag.queries.course_places import CoursePlaces
from ganztag.queries.courses import CourseRow
from ganztag.queries.enrolments import ParticipantRow
from ganztag.queries.sessions import CourseSessions

HEAD = (
    Field("title", N_("Title"), needed=True),
    Field("number", N_("No."), half=True),
    Field("short_name", N_("Short"), half=True),
    Field("min_size", N_("Min."), Kind.NUMBER, half=True),
    Field("max_size", N_("Max."), Kind.NUMBER, half=True),
    Field("category_id", N_("Category"), Kind.CHOICE),
    Field("status", N_("Status"), Kind.CHOICE),
)


@dataclass(frozen=True)
class Offered:
    """What a course can be given besides its meetings; *equipment* are the words that rooms have."""

    categories: tuple[tuple[int, str], ...] = ()
    year_groups: tuple[tuple[int, str], ...] = ()
    classes: tuple[tuple[int, str], ...] = ()
    equipment: tuple[str, ...] = ()
    around: Surroundings = Surroundings()  # noqa: RUF009 -- frozen as well


@dataclass(frozen=True)
class Beside:
    """What is shown beside the course's own row: its children, what does not fit, dates, places, invitations."""

    children: Sequence[ParticipantRow] = ()
    others: Callable[[], Sequence[Sought]] = tuple
    notices: Sequence[Notice] = ()
    dates: CourseSessions = CourseSessions()  # noqa: RUF009 -- frozen as well
    today: date = date.min
    places: CoursePlaces = CoursePlaces()  # noqa: RUF009
    invited: Sequence[tuple[int, str]] = ()
    all_children: Callable[[], Sequence[Sought]] = tuple


class CourseDetail(DetailPanel):
    """Three pages: the course with its children, its real dates, and what else there is to say of it.

    *on_change* (key, value) gets each field that was left changed; meetings and children tell by their own.
    """

    def __init__(
        self,
        on_change: Callable[[str, Any], object],
        on_meeting: Callable[[int, str, Any], object],
        on_remove: Callable[[int], object],
    ) -> None:
        super().__init__()
        self.notices, self.tabs = Notices(), Segmented()
        self.form = Form(HEAD, on_change, label_width=68)
        self.meetings = MeetingCards(on_meeting, on_remove)
        self.participants, self.dates = Participants(), SessionList()
        self.more, self.ancestry = MoreFields(on_change), AncestryView()
        self.add_above(self.tabs)
        self.add(self.notices)
        self.add(self.form)
        self._when, self._who = self.add_section(), self.add_section()
        self._when.body.addWidget(self.meetings)
        self._who.body.addWidget(self.participants)
        self.add(self.dates)
        self.add(self.ancestry)
        self.add(self.more)
        self._pages: dict[str, tuple[QWidget, ...]] = {
            "course": (self.form, self._when, self._who), "dates": (self.dates,), "more": (self.ancestry, self.more),
        }  # fmt: skip
        self.tabs.picked.connect(self.turn_to)
        self.turn_to("course")

    def turn_to(self, key: str) -> None:
        """Show a page: course, dates or more."""
        self.tabs.pick(key)
        for page, widgets in self._pages.items():
            for widget in widgets:
                widget.setVisible(page == key)
        self.notices.setVisible(key == "course" and bool(self.notices.sentences()))
        if key == "dates":
            self.dates.begin()
        self.to_top()

    def retranslate(self) -> None:
        for part in (self.form, self.more, self.meetings, self.participants, self.dates):
            part.retranslate()
        self.tabs.setAccessibleName(_("Part of the course"))

    def show_course(self, course: CourseRow | None, offered: Offered, beside: Beside) -> None:
        if course is None:
            self.show_nothing(_("Choose a course on the left to see and change it."))
            return
        years = for_whom(course)
        words = (course.number, course.category, _("for {years}", years=years) if years else _("for all"))
        self.show_head(course.title, " · ".join(word for word in words if word))
        self._offer(offered)
        self.form.show_values({key: getattr(course, key) for key in self.form.fields})
        self.more.show_course(course, beside.places)
        self.more.show_invited(course, beside.invited, beside.all_children)
        self.notices.show_notices(beside.notices)
        self.notices.setVisible(self.tabs.key() == "course" and bool(beside.notices))
        self.meetings.show_meetings(course.meetings, offered.around)
        self.participants.show_children(beside.children, beside.others)
        self.dates.show_sessions(beside.dates, beside.today)
        self._name_sections(course, len(beside.children))
        self._name_tabs(beside.dates)

    def _name_sections(self, course: CourseRow, count: int) -> None:
        many = (
            _("{count} of {places}", count=count, places=course.max_size)
            if course.max_size is not None
            else ngettext("{count} child", "{count} children", count)
        )
        self._who.name(_("Children"), many)
        self._when.name(_("When, where, with whom"))

    def _name_tabs(self, dates: CourseSessions) -> None:
        held = sum(session.state != "cancelled" for session in dates.sessions)
        words = _("Dates {count}", count=held) if dates.sessions else _("Dates")
        self.tabs.offer([("course", _("Course")), ("dates", words), ("more", _("More"))])

    def _offer(self, offered: Offered) -> None:
        self.form.offer("category_id", [(None, _("no category")), *offered.categories])
        self.form.offer("status", [(key, str(word)) for key, word in STATUSES.items()])
        around = offered.around
        blocks = [(block.id, block_text(block)) for block in around.blocks]
        self.more.offer(offered.year_groups, offered.classes, offered.equipment)
        self.more.offer_places(blocks, around.rooms, around.staff)
