"""What a ballot's problem is made from, read once: who may vote, what is offered, what was said, which rules hold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ganztag.domain.courses import course_name
from ganztag.domain.rules import days_of
from ganztag.planning.problem import Busy, Wish
from ganztag.queries import frame
from ganztag.queries.ballots import BallotRow, ballot
from ganztag.queries.courses import CourseRow, courses
from ganztag.queries.rules import RuleRow, rules
from ganztag.queries.to_allocate.stated import Answers, answers, own_enrolments, stated_wishes, struck_by
from ganztag.queries.voters import Stay, VoterRow, first_day, stays, times_of, voters
from ganztag.storage.reader import Reader


@dataclass(frozen=True)
class Situation:
    """*children* may vote; *choices* are on offer, *known* all courses of the half-year that take time.

    *inside*: who is in which course already. *own*: what this ballot's allocations enrolled, which is open again.
    """

    term: frame.TermRow
    ballot: BallotRow
    children: Mapping[int, VoterRow]
    choices: tuple[CourseRow, ...]
    known: Mapping[int, CourseRow]
    wishes: tuple[Wish, ...]
    answers: Answers
    inside: tuple[Stay, ...]
    own: frozenset[tuple[int, int]]
    rules: tuple[RuleRow, ...]

    def of_kind(self, kind: str) -> list[RuleRow]:
        return [rule for rule in self.rules if rule.kind == kind]

    @cached_property
    def wished(self) -> frozenset[tuple[int, int]]:
        """Return (pupil, block) in which a child has wishes."""
        return frozenset((wish.pupil, wish.slot) for wish in self.wishes)

    @cached_property
    def wishing(self) -> frozenset[int]:
        return frozenset(wish.pupil for wish in self.wishes)

    @cached_property
    def courses_of(self) -> Mapping[int, list[CourseRow]]:
        """Return pupil -> the courses that it is in already."""
        found: dict[int, list[CourseRow]] = defaultdict(list)
        for stay in self.inside:
            found[stay.pupil_id].append(self.known[stay.course_id])
        return found

    def is_taken(self, pupil: int, weekday: int, starts: int, ends: int) -> bool:
        """Tell whether the child is in a course at this time already."""
        return any(
            day == weekday and begins < ends and starts < over
            for course in self.courses_of.get(pupil, ())
            for day, begins, over in map(times_of, course.meetings)
        )

    def busy(self, own: Iterable[int]) -> tuple[Busy, ...]:
        """Return the times at which the children *own* are in a course already."""
        wanted = set(own)
        return tuple(
            Busy(stay.pupil_id, *times_of(meeting), what=name_of(self.known[stay.course_id]))
            for stay in self.inside
            if stay.pupil_id in wanted
            for meeting in self.known[stay.course_id].meetings
        )


def read(reader: Reader, ballot_id: int, day: date) -> Situation:
    """Read it as it is if an allocation is accepted on *day*."""
    row = ballot(reader, ballot_id)
    term = frame.term(reader, row.term_id)
    found = courses(reader, row.term_id)
    taking_time = {course.id: course for course in found if not course.struck}
    children = {
        voter.id: voter for voter in voters(reader, term, day) if row.is_for(voter.year_group_id, voter.class_ids)
    }
    own = own_enrolments(reader, ballot_id)
    now = holds_from(reader, term, day)
    return Situation(
        term=term,
        ballot=row,
        children=children,
        choices=tuple(_on_offer(found, row, struck_by(reader, ballot_id), now)),
        known=taking_time,
        wishes=tuple(wish for wish in stated_wishes(reader, ballot_id) if wish.pupil in children),
        answers=answers(reader, ballot_id),
        inside=tuple(stays(reader, tuple(taking_time.values()), now, term.ends, but=own)),
        own=frozenset(own.values()),
        rules=tuple(rule for rule in rules(reader, ballot_id) if rule.active),
    )


def holds_from(reader: Reader, term: frame.TermRow, day: date) -> date:
    """Return from when it counts who is in which course: a course that a child left before *day* is free again."""
    first = first_day(reader, term, day)
    return max(first, day) if day <= term.ends else first


def _on_offer(known: Iterable[CourseRow], row: BallotRow, struck: frozenset[int], day: date) -> list[CourseRow]:
    """Return what can be had from *day* on; a course that is over by then is not on offer."""
    return [
        course
        for course in known
        if (course.status == "offered" or (course.struck and course.id in struck))
        and (course.ends is None or course.ends >= day)
        and row.offers(course.id)
        and not row.block_ids.isdisjoint(course.block_ids)
    ]


def name_of(course: CourseRow) -> str:
    return course_name(course.number, course.title)


def concerns(rule: RuleRow, child: VoterRow) -> bool:
    """Tell whether a rule is for a child, by its class and its year group."""
    if rule.school_class_id is not None and rule.school_class_id not in child.class_ids:
        return False
    return rule.year_group_id is None or rule.year_group_id == child.year_group_id


def decided(rules_of_kind: Iterable[RuleRow], child: VoterRow) -> RuleRow | None:
    """Return the rule that decides where several are for a child: that of the ballot, of the class, of the year."""
    found = [rule for rule in rules_of_kind if concerns(rule, child)]
    return max(found, key=_closeness, default=None)


def _closeness(rule: RuleRow) -> tuple[bool, bool, bool, int]:
    return (
        rule.ballot_id is not None,
        rule.school_class_id is not None,
        rule.year_group_id is not None,
        rule.id,
    )


def meets_on(course: CourseRow, weekdays: str) -> bool:
    """Tell whether a course meets on one of these days; "" are all."""
    return not weekdays or not days_of(weekdays).isdisjoint(meeting.weekday for meeting in course.meetings)
