"""A course with its waiting list: who moves up next and why, the chain that follows, and everybody in order."""

from collections.abc import Callable, Sequence

from ganztag.desktop.changes.columns import WAITING
from ganztag.desktop.changes.panel import FIELDS, Panel, Proposal
from ganztag.desktop.changes.steps import StepList, of_links
from ganztag.desktop.times import hours
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.table import Table
from ganztag.desktop.widgets.text import Text
from ganztag.domain.settings import CHOICES
from ganztag.language import _, ngettext, weekday
from ganztag.queries.changes import Link, Situation
from ganztag.queries.courses import CourseRow
from ganztag.queries.waiting import CourseQueue, WaitingRow


class QueuePanel(Panel):
    """``show_queue`` fills it; its table and *proposal* are there for the verbs."""

    def __init__(self, move_up: Callable[[], object]) -> None:
        super().__init__()
        self.rows: Rows[WaitingRow] = Rows(WAITING, parent=self)
        self.table = Table(self.rows, row_height=34)
        self.proposal = Proposal(FIELDS, "check", move_up)
        self.steps, self._behind = StepList(), Text("", "secondary_strong")
        self._state = Text("", "body", "muted", wrap=True)
        self._title, self._order = Text("", "card"), Text("", "secondary", "muted")
        self._shown: int | None = None
        self._next: WaitingRow | None = None
        self._arrange()

    def _arrange(self) -> None:
        self.proposal.middle.addWidget(self._behind)
        self.proposal.middle.addWidget(self.steps)
        head, below = row(gap=8), column(gap=6)
        head.addWidget(self._title)
        head.addWidget(self._order, 1)
        below.addLayout(head)
        below.addWidget(self.table, 1)
        self.inner.addWidget(self._state)
        self.inner.addWidget(self.proposal)
        self.inner.addLayout(below, 1)

    def retranslate(self) -> None:
        self._title.setText(_("Waiting list"))
        self._behind.setText(_("After that"))
        self.table.setAccessibleName(_("Waiting list"))
        self.rows.retranslate()
        self.proposal.form.retranslate()

    def show_queue(self, found: Situation, queue: CourseQueue, links: Sequence[Link], order: str) -> None:
        """Show a waiting list, and the chain that begins with its next child."""
        course = queue.course
        self.show_head(course.title, " · ".join(part for part in (_places(queue), when(course)) if part))
        self.rows.show(queue.rows)
        self._order.setText(str(CHOICES["waiting_order"][order]))
        self._propose(found, queue)
        self.steps.show_lines(of_links(found, links[1:]))
        self._behind.setVisible(len(links) > 1)
        if self._shown != queue.id:
            self._shown = queue.id
            self.proposal.begin(found.standing.day)
            self.table.choose(queue.next.id if queue.next is not None else queue.rows[0].id)
        self.table.choose_first()

    def _propose(self, found: Situation, queue: CourseQueue) -> None:
        row = self._next = queue.next
        self.proposal.setVisible(row is not None)
        self._state.setVisible(row is None)
        if row is None:
            self._state.setText(_stands_still(queue))
            return
        left = ", ".join(found.title(seat.course_id) for seat in row.leaves)
        why = " · ".join(str(part) for part in row.why)
        words = _("Place {number}: {why}.", number=row.number, why=why)
        if left:
            words += " " + _("Leaves {course} for it.", course=left)
        self.proposal.propose(
            _("{pupil}, {school_class} moves up", pupil=row.name, school_class=row.school_class or "–"),
            words, _("Let move up"),
        )  # fmt: skip

    def chosen(self) -> WaitingRow | None:
        key = self.table.chosen_id()
        return self.rows.row_of(key) if key is not None else None

    def proposed(self) -> WaitingRow | None:
        """Return who is proposed to move up."""
        return self._next


def _places(queue: CourseQueue) -> str:
    most = queue.course.max_size
    if most is None or queue.free is None:
        return _("no limit")
    taken = _("{taken} of {most} places", taken=most - queue.free, most=most)
    if queue.free <= 0:
        return taken
    return f"{taken} · " + ngettext("{count} free", "{count} free", queue.free)


def when(course: CourseRow) -> str:
    """Return when a course meets: ``Mo 14:00–15:30``."""
    return ", ".join(
        f"{weekday(one.weekday, short=True)} {hours(one.starts, one.ends)}".strip() for one in course.meetings
    )


def _stands_still(queue: CourseQueue) -> str:
    if queue.free is not None and queue.free <= 0:
        return _("The course is full. As soon as a place is free, the first who can moves up.")
    if queue.offered:
        return _("The free place is offered; the answer is still to come.")
    return _("A place is free, but nobody on the list can move up.")
