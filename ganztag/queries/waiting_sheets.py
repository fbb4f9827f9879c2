"""The rows of printed waiting lists: who waits for a course, in which order, and what decided it."""

from collections.abc import Collection
from datetime import datetime

from ganztag.domain.objection import Objection
from ganztag.language import N_, Message
from ganztag.queries import frame, paper_frame, waiting
from ganztag.queries.ballot_paper_rows import ListColumn, ListLine, ListSheet
from ganztag.queries.waiting import CourseQueue, WaitingRow
from ganztag.storage.reader import Reader

COLUMNS = (ListColumn(N_("What decides"), 46), ListColumn(N_("State"), 30), ListColumn(N_("Told on"), 24))
_STATES = {"waiting": N_("waits"), "offered": N_("a place is offered"), "declined": N_("declined")}


def waiting_sheets(
    reader: Reader, term_id: int, now: datetime, course_ids: Collection[int] | None = None
) -> list[ListSheet]:
    """Return the lists of the chosen courses for which somebody waits; None: of all."""
    term = frame.term(reader, term_id)
    queues = [
        queue
        for queue in waiting.waiting_lists(reader, term_id, term.day_that_counts(now.date()))
        if course_ids is None or queue.id in course_ids
    ]
    if not queues:
        raise Objection(N_("Nobody is on a waiting list."))
    head = paper_frame.head(reader, term)
    names = paper_frame.children(reader, {row.pupil_id for queue in queues for row in queue.rows})
    return [
        ListSheet(
            head=head,
            kind=N_("Waiting list"),
            title=" ".join(filter(None, (queue.course.number, queue.course.title))),
            as_of=now,
            facts=(_places(queue),),
            columns=COLUMNS,
            lines=tuple(ListLine(names[row.pupil_id].name, row.school_class, _cells(row)) for row in queue.rows),
            middle=N_("For the office: not for the notice board"),
            with_class=True,
            numbered=True,
        )
        for queue in queues
    ]


def _places(queue: CourseQueue) -> Message:
    if queue.free is None:
        return N_("places without limit")
    most, free = queue.course.max_size or 0, max(queue.free, 0)
    return N_("{free} of {places} places free", free=free, places=most)


def _cells(row: WaitingRow) -> tuple[Message | str, ...]:
    decides = ", ".join(map(str, row.why))
    state = _STATES[row.state]
    if row.against is not None:
        state = N_("{state}; cannot move up: {reason}", state=state, reason=row.against)
    return (decides, state, "")
