"""One course: its fields, meetings and children, changed where they stand, and what does not fit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ganztag.desktop.courses.meetings import MeetingCards, Surroundings
from ganztag.desktop.courses.participants import Participants
from ganztag.desktop.courses.words import KINDS, STATUSES, for_whom
from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.notices import Notice, Notices
from ganztag.desktop.widgets.seeker import Sought
from ganztag.language import N_, _, ngettext
from ganztag.queries.courses import CourseRow
from ganztag.queries.enrolments import ParticipantRow

HEAD = (
    Field("title", N_("Title"), needed=True),
    Field("number", N_("No."), half=True),
    Field("short_name", N_("Short"), half=True),
    Field("min_size", N_("Min."), Kind.NUMBER, half=True),
    Field("max_size", N_("Max."), Kind.NUMBER, half=True),
    Field("category_id", N_("Category"), Kind.CHOICE),
    Field("status", N_("Status"), Kind.CHOICE),
)
MORE = (
    Field("year_group_ids", N_("Year groups"), Kind.MANY),
    Field("class_ids", N_("Classes"), Kind.MANY),
    Field("kind", N_("Kind"), Kind.CHOICE),
    Field("whole_year", N_("Runs the whole school year"), Kind.CHECK),
    Field("description", N_("Description"), Kind.LINES, hint=N_("What the children read before they choose")),
    Field("note", N_("Note"), Kind.LINES, lines=2),
)


@dataclass(frozen=True)
class Offered:
    """What a course can be given besides its meetings."""

    categories: tuple[tuple[int, str], ...] = ()
    year_groups: tuple[tuple[int, str], ...] = ()
    classes: tuple[tuple[int, str], ...] = ()
    around: Surroundings = Surroundings()  # noqa: RUF009 -- frozen as well


@dataclass(frozen=True)
class Beside:
    """What is shown beside the course's own row: who is in it, who could come, and what does not fit."""

    children: Sequence[ParticipantRow] = ()
    others: Callable[[], Sequence[Sought]] = tuple
    notices: Sequence[Notice] = ()


class CourseDetail(DetailPanel):
    """*on_change* (key, value) gets each field that was left changed; meetings and children tell by their own."""

    def __init__(
        self,
        on_change: Callable[[str, Any], object],
        on_meeting: Callable[[int, str, Any], object],
        on_remove: Callable[[int], object],
    ) -> None:
        super().__init__()
        self.notices = Notices()
        self.form = Form(HEAD, on_change, label_width=68)
        self.meetings = MeetingCards(on_meeting, on_remove)
        self.participants = Participants()
        self.more = Form(MORE, on_change, above=True)
        self.add(self.notices)
        self.add(self.form)
        self._when, self._who, self._rest = self.add_section(), self.add_section(), self.add_section()
        self._when.body.addWidget(self.meetings)
        self._who.body.addWidget(self.participants)
        self._rest.body.addWidget(self.more)

    def retranslate(self) -> None:
        for form in (self.form, self.more):
            form.retranslate()
        self.meetings.retranslate()
        self.participants.retranslate()

    def show_course(self, course: CourseRow | None, offered: Offered, beside: Beside) -> None:
        if course is None:
            self.show_nothing(_("Choose a course on the left to see and change it."))
            return
        years = for_whom(course)
        words = (course.number, course.category, _("for {years}", years=years) if years else _("for all"))
        self.show_head(course.title, " · ".join(word for word in words if word))
        self._offer(offered)
        values = {field.key: getattr(course, field.key) for field in (*HEAD, *MORE)}
        self.form.show_values({key: values[key] for key in self.form.fields})
        self.more.show_values({key: _as_shown(values[key]) for key in self.more.fields})
        self.notices.show_notices(beside.notices)
        self.meetings.show_meetings(course.meetings, offered.around)
        self.participants.show_children(beside.children, beside.others)
        self._name_sections(course, len(beside.children))

    def _name_sections(self, course: CourseRow, count: int) -> None:
        many = (
            _("{count} of {places}", count=count, places=course.max_size)
            if course.max_size is not None
            else ngettext("{count} child", "{count} children", count)
        )
        self._who.name(_("Children"), many)
        self._when.name(_("When, where, with whom"))
        self._rest.name(_("For whom, and more"))

    def _offer(self, offered: Offered) -> None:
        self.form.offer("category_id", [(None, _("no category")), *offered.categories])
        self.form.offer("status", [(key, str(word)) for key, word in STATUSES.items()])
        self.more.offer("kind", [(key, str(word)) for key, word in KINDS.items()])
        self._offer_many("year_group_ids", offered.year_groups)
        self._offer_many("class_ids", offered.classes)

    def _offer_many(self, key: str, choices: Choices) -> None:
        self.more.set_field_visible(key, bool(choices))
        if self.property(key) != choices:  # chips are only made anew when there are others: the focus stays
            self.setProperty(key, choices)
            self.more.offer(key, choices)


def _as_shown(value: Any) -> Any:
    return frozenset(value) if isinstance(value, tuple) else value
