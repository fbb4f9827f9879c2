"""The cases that the screen makes of a half-year as it stands: each waits for one decision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ganztag import language
from ganztag.domain.search import search_key
from ganztag.language import _, ngettext
from ganztag.planning.exchanges.chains import Exchange
from ganztag.queries.changes import Situation
from ganztag.queries.waiting import CourseQueue

KINDS = ("free", "absent", "late", "exchange", "left", "list")
_STEP = 10_000_000


@dataclass(frozen=True, slots=True)
class Case:
    """A line of the list; *key* is the course, enrolment, child or exchange that it is about."""

    kind: str
    key: int
    icon: str
    tone: str
    title: str
    words: str
    count: str = ""

    @property
    def id(self) -> int:
        return KINDS.index(self.kind) * _STEP + self.key

    @property
    def search_key(self) -> str:
        return search_key(self.title, self.words)


def cases(found: Situation, exchanges: Sequence[Exchange] = ()) -> list[Case]:
    """Return what there is to decide, the most urgent first, and behind it the waiting lists that stand still."""
    return [*_free(found), *_absent(found), *_late(found), *_exchanges(found, exchanges), *_left(found), *_lists(found)]


def _free(found: Situation) -> Iterator[Case]:
    for queue in found.queues.values():
        if queue.next is not None:
            words = _("{pupil} could move up", pupil=queue.next.name)
            yield Case("free", queue.id, "ticket", "accent", queue.course.title, words, waits(queue))


def _lists(found: Situation) -> Iterator[Case]:
    for queue in found.queues.values():
        if queue.next is None:
            words = _("full") if queue.free is not None and queue.free <= 0 else _("nobody on the list can move up")
            yield Case("list", queue.id, "list", "muted", queue.course.title, words, waits(queue))


def waits(queue: CourseQueue) -> str:
    """Return how many wait, without those who declined."""
    count = sum(row.state != "declined" for row in queue.rows)
    return ngettext("{count} waits", "{count} wait", count)


def _absent(found: Situation) -> Iterator[Case]:
    for one in found.absent.values():
        words = _("{course}: away without an excuse", course=one.title)
        count = _("{count} times", count=len(one.days))
        yield Case("absent", one.enrolment_id, "user-x", "bad", with_class(one.name, one.class_name), words, count)


def _late(found: Situation) -> Iterator[Case]:
    for one in sorted(
        found.late.values(), key=lambda one: one.entry is None or one.entry <= found.standing.term.starts
    ):
        if one.wishes:
            words = ngettext("without a course, {count} wish", "without a course, {count} wishes", one.wishes)
        else:
            words = _("without a course, no wishes")
        new = one.entry is not None and one.entry > found.standing.term.starts
        count = _("since {day}", day=language.date(one.entry, "short")) if new and one.entry is not None else ""
        yield Case("late", one.id, "user", "warn", with_class(one.name, one.school_class), words, count)


def _exchanges(found: Situation, exchanges: Sequence[Exchange]) -> Iterator[Case]:
    for place, one in enumerate(exchanges):
        title = name_of(found, one)
        names = " · ".join(found.names.get(pupil, "") for pupil in one.pupils)
        count = ngettext("{count} child", "{count} children", len(one.pupils))
        yield Case("exchange", place, "arrow-left-right", "ok", title, names, count)


def name_of(found: Situation, one: Exchange) -> str:
    """Return what an exchange is: a circle, a chain, or a single child that takes a free place."""
    if all(chain.circle for chain in one.chains):
        return _("Exchange")
    if len(one.steps) == 1:
        return _("Free place in {course}", course=found.title(one.steps[0].to))
    return _("Chain from a free place")


def _left(found: Situation) -> Iterator[Case]:
    for one in found.left.values():
        course = found.title(one.course_id)
        excluded = one.ended_as == "excluded"
        words = _("excluded from {course}", course=course) if excluded else _("has left {course}", course=course)
        count = _("until {day}", day=language.date(one.last, "short"))
        yield Case("left", one.id, "log-out", "muted", with_class(one.name, one.school_class), words, count)


def with_class(name: str, school_class: str) -> str:
    """Return ``Öztürk, Mehmet-Can · 7a``."""
    return " · ".join(part for part in (name, school_class) if part)
