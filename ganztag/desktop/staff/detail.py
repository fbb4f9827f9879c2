"""One person beside the list: what is led and known, when she can come, her papers, her contract and fees."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag import language
from ganztag.desktop.desk import Desk
from ganztag.desktop.staff.checklist import PaperChecklist
from ganztag.desktop.staff.columns import KINDS
from ganztag.desktop.staff.pay_part import PayPart
from ganztag.desktop.staff.person_part import PersonPart
from ganztag.desktop.staff.verbs import StaffVerbs
from ganztag.desktop.widgets.detail import DetailPanel
from ganztag.desktop.widgets.notices import Notice, Notices
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.week_events import WeekEvent, WeekWords
from ganztag.desktop.widgets.week_times_panel import WeekTimesPanel
from ganztag.language import N_, _, pgettext
from ganztag.operations.week_times import staff_times
from ganztag.queries.staff import LedMeeting, StaffRow

_WORDS = WeekWords(there=N_("can come"), away=N_("cannot come"), free=N_("free"))
SECTIONS = ("person", "times", "papers", "pay")


class StaffDetail(DetailPanel):
    """``turned(section)`` asks the screen to fill the section that is seen; ``course_wanted(id)`` leads to a course."""

    course_wanted = Signal(int)
    turned = Signal(str)

    def __init__(self, desk: Desk, verbs: StaffVerbs) -> None:
        super().__init__()
        self.sections, self.notices = Segmented(), Notices()
        self.person = PersonPart(verbs.edit)
        self.form = self.person.form
        self.times = WeekTimesPanel(staff_times, desk, _WORDS)
        self.papers, self.pay = PaperChecklist(), PayPart(verbs)
        self._parts: dict[str, QWidget] = dict(
            zip(SECTIONS, (self.person, self.times, self.papers, self.pay), strict=True)
        )
        self._meetings: dict[int, LedMeeting] = {}
        self.sections.offer([(key, key) for key in SECTIONS])
        self.add_above(self.sections)
        for part in (self.notices, *self._parts.values()):
            self.add(part)
        self.papers.wanted.connect(verbs.paper)
        self.person.course_wanted.connect(self.course_wanted)
        self.times.event_opened.connect(self._event_opened)
        self.sections.picked.connect(self._turn)
        self._turn(SECTIONS[0])

    def retranslate(self) -> None:
        self.sections.setAccessibleName(_("Section"))
        self.sections.offer(
            [
                ("person", _("Person")),
                ("times", _("Times")),
                ("papers", pgettext("of people", "Papers")),
                ("pay", _("Contract")),
            ]
        )
        for part in (self.person, self.times, self.papers, self.pay):
            part.retranslate()

    def section(self) -> str:
        return self.sections.key()

    def turn_to(self, section: str) -> None:
        """Show a section as if its word were pressed."""
        self.sections.pick(section)
        self._turn(section)

    def _turn(self, section: str) -> None:
        for key, part in self._parts.items():
            part.setVisible(key == section)
        self.to_top()
        self.turned.emit(section)

    def show_person(self, row: StaffRow | None, day: date) -> None:
        """Show head and first section; the others are filled by the screen when they are turned to."""
        if row is None:
            self.show_nothing(_("Choose a person on the left to see and change what is known."))
            return
        parts = [str(KINDS.get(row.kind, row.kind)), row.partner, row.code]
        if row.ends is not None:
            last = language.date(row.ends)
            parts.append(_("left on {day}", day=last) if row.left(day) else _("until {day}", day=last))
        self.show_head(row.full_name, " · ".join(part for part in parts if part))
        self.person.show_person(row)
        self.papers.show_papers(row.papers, day)
        self._meetings = {meeting.id: meeting for meeting in row.times}

    def events(self) -> list[WeekEvent]:
        """Return what the person leads, as the painted week shows it."""
        return [
            WeekEvent(led.id, led.weekday, led.starts, led.ends, led.title, led.colour, led.room, bool(led.clash))
            for led in self._meetings.values()
            if led.starts is not None and led.ends is not None
        ]

    def show_notices(self, notices: Sequence[Notice]) -> None:
        self.notices.show_notices(notices)

    def _event_opened(self, meeting_id: int) -> None:
        if meeting_id in self._meetings:
            self.course_wanted.emit(self._meetings[meeting_id].course_id)
