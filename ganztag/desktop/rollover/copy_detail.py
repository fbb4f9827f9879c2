"""The chosen course beside the list: when, where and with whom it will meet, who carries on and who does not."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout

from ganztag.desktop import fonts
from ganztag.desktop.rollover.copy_rows import WORDS, CopyRow, meetings_of, when
from ganztag.desktop.rollover.lines import line
from ganztag.desktop.widgets.card import Card, Scroll, emptied, row
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.widgets.signs import PillSign
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext, sort_key
from ganztag.planning.rollover.copy_plan import CopyPlan, NewMeeting

_MOST_NAMES = 40


class CopyDetail(Card):
    """Shows one line of the plan."""

    def __init__(self) -> None:
        super().__init__(bare=True)
        self._scroll = Scroll(gap=8, margins=(16, 14, 14, 14))
        self.body.addWidget(self._scroll)
        self.setMinimumWidth(fonts.px(250))

    def show_row(self, plan: CopyPlan, shown: CopyRow | None) -> None:
        """Show a course, or what one would see here."""
        body = self._scroll.body
        emptied(body)
        if shown is None:
            body.addWidget(Text(_("Choose a course to see what comes with it."), "body", "muted", wrap=True))
            body.addStretch(1)
            return
        word, tone, icon = WORDS[shown.line.what]
        body.addWidget(Text(f"{shown.number} {shown.line.course.title}".strip(), "card", wrap=True))
        pill = row()
        pill.addWidget(PillSign(Pill(str(word), tone, icon)))
        pill.addStretch(1)
        body.addLayout(pill)
        for note in shown.line.notes:
            body.addWidget(line(str(note.message), note.tone))
        self._meetings(body, plan, meetings_of(shown.line))
        if plan.choices.children and shown.line.does_something:
            self._children(body, plan, shown)
        body.addStretch(1)

    def _meetings(self, body: QVBoxLayout, plan: CopyPlan, meetings: Iterable[NewMeeting]) -> None:
        found = list(meetings)
        body.addSpacing(fonts.px(4))
        body.addWidget(Text(_("When, where, with whom"), "secondary_strong", "muted"))
        if not found:
            body.addWidget(Text(_("Has no time yet"), "body", wrap=True))
        for meeting in found:
            room = plan.state.rooms.get(_room(meeting) or 0, "")
            people = [plan.state.staff[key].name for key, _role in meeting.leaders]
            body.addWidget(Text(when(meeting), "strong"))
            second = " · ".join(part for part in (room, ", ".join(people)) if part)
            body.addWidget(Text(second or _("without room and leader"), "secondary", "muted", wrap=True))

    def _children(self, body: QVBoxLayout, plan: CopyPlan, shown: CopyRow) -> None:
        carried = shown.line.carried
        body.addSpacing(fonts.px(4))
        count = ngettext("{count} child carries on", "{count} children carry on", len(carried.ids))
        body.addWidget(Text(count, "secondary_strong", "muted"))
        if not carried.not_taken:
            return
        by_reason: dict[str, list[str]] = {}
        for pupil_id, reason in carried.not_taken:
            by_reason.setdefault(str(reason), []).append(plan.state.children[pupil_id].name)
        for why, names in by_reason.items():
            words = ngettext("{count} not taken over: {reason}", "{count} not taken over: {reason}", len(names),
                             reason=why)  # fmt: skip
            body.addWidget(line(words, "warn"))
            for name in sorted(names, key=sort_key)[:_MOST_NAMES]:
                body.addWidget(Text(name, "body", wrap=True))
            more = len(names) - _MOST_NAMES
            if more > 0:
                body.addWidget(Text(_("and {count} others", count=more), "secondary", "muted"))


def _room(meeting: NewMeeting) -> int | None:
    room = meeting.fields.get("room_id")
    return room if isinstance(room, int) else None
