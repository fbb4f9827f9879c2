"""How many courses a child may have at most, as rules and ballots say it: it holds all through the half-year."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ganztag.queries.ballots import BallotRow, ballots
from ganztag.queries.courses import CourseRow
from ganztag.queries.rules import RuleRow, rules
from ganztag.queries.to_allocate.demands import matches
from ganztag.queries.to_allocate.situation import concerns
from ganztag.queries.voters import VoterRow
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Ceiling:
    """Each of these children is in *most* of these courses at most."""

    pupils: frozenset[int]
    courses: frozenset[int]
    most: int

    def is_passed(self, pupil: int, courses: Iterable[int]) -> bool:
        return pupil in self.pupils and len(self.courses.intersection(courses)) > self.most


def ceilings(
    reader: Reader, term_id: int, children: Mapping[int, VoterRow], courses: Mapping[int, CourseRow]
) -> tuple[Ceiling, ...]:
    """Return what rules for all ballots say, what those of each ballot of the half-year say, and the ballots."""
    found = [_of_rule(rule, children.values(), courses.values()) for rule in _at_most(rules(reader, None))]
    for ballot in ballots(reader, term_id):
        voters = [child for child in children.values() if ballot.is_for(child.year_group_id, child.class_ids)]
        own = (rule for rule in _at_most(rules(reader, ballot.id)) if rule.ballot_id is not None)
        found += [_of_rule(rule, voters, courses.values()) for rule in own]
        if ballot.courses_due is not None:
            pupils = frozenset(child.id for child in voters)
            found.append(Ceiling(pupils, _offered(ballot, courses.values()), ballot.courses_due))
    return tuple(found)


def _at_most(known: Iterable[RuleRow]) -> Iterator[RuleRow]:
    return (rule for rule in known if rule.kind == "courses" and rule.active and rule.most is not None)


def _of_rule(rule: RuleRow, children: Iterable[VoterRow], courses: Iterable[CourseRow]) -> Ceiling:
    pupils = frozenset(child.id for child in children if concerns(rule, child))
    return Ceiling(pupils, frozenset(course.id for course in courses if matches(rule, course)), rule.most or 0)


def _offered(ballot: BallotRow, courses: Iterable[CourseRow]) -> frozenset[int]:
    return frozenset(
        one.id for one in courses if ballot.offers(one.id) and not ballot.block_ids.isdisjoint(one.block_ids)
    )
