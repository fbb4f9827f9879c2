"""How many courses children get and who is placed without a wish: the papers' answers and the rules of the school."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ganztag.domain.rules import days_of
from ganztag.planning.conditions import Anywhere, Due, Least, Most
from ganztag.queries.courses import CourseRow
from ganztag.queries.frame import BlockRow
from ganztag.queries.rules import RuleRow
from ganztag.queries.to_allocate.situation import Situation, concerns, decided, meets_on
from ganztag.queries.voters import VoterRow, minutes


@dataclass(frozen=True, slots=True)
class Demands:
    anywhere: tuple[Anywhere, ...]
    due: tuple[Due, ...]
    least: tuple[Least, ...]
    most: tuple[Most, ...]

    def pupils(self) -> set[int]:
        """Return the children whom they bring into the allocation, wishes or not: to be placed, or with a duty."""
        return {one.pupil for one in self.anywhere} | {one.pupil for one in self.least}


def demands(found: Situation) -> Demands:
    """Return what is due to the children of a ballot."""
    limits = _Limits(found)
    for rule in found.of_kind("courses"):
        limits.add(rule)
    if found.ballot.courses_due is not None:
        for child in found.children.values():
            limits.due.append(Due(child.id, max(found.ballot.courses_due - limits.inside(child), 0)))
    return Demands(tuple(_anywhere(found)), tuple(limits.due), tuple(limits.least), tuple(limits.most))


def _anywhere(found: Situation) -> Iterator[Anywhere]:
    """Yield where children take any course: because they say so, or because a rule says it of them."""
    no_wish, no_luck = found.of_kind("no_wish"), found.of_kind("no_luck")
    if not (found.answers or no_wish or no_luck):
        return
    last = _last_ranks(found)
    for child in found.children.values():
        lucky, ruled = decided(no_luck, child), [rule for rule in no_wish if concerns(rule, child)]
        for block in found.ballot.blocks:
            if not child.stays_on(block.weekday):
                continue
            said, rank = found.answers.get((child.id, block.id), ("", None))
            if said == "any":
                behind = last.get((child.id, 0 if found.ballot.per_week else block.id))
                wanted = rank if rank is not None or behind is None else behind + 1
                yield Anywhere(child.id, block.id, wanted)
            elif not said and _is_ruled(found, child, block, lucky, ruled):
                yield Anywhere(child.id, block.id)


def _last_ranks(found: Situation) -> dict[tuple[int, int], int]:
    """Return (pupil, block) -> the last rank of its wishes; over the week the block is 0."""
    last: dict[tuple[int, int], int] = {}
    for wish in found.wishes:
        place = (wish.pupil, 0 if found.ballot.per_week else wish.slot)
        last[place] = max(wish.rank, last.get(place, wish.rank))
    return last


def _is_ruled(
    found: Situation, child: VoterRow, block: BlockRow, lucky: RuleRow | None, no_wish: list[RuleRow]
) -> bool:
    """Tell whether a rule places a child in a block, where it has wishes there and where it has none."""
    if found.is_taken(child.id, block.weekday, minutes(block.starts, 0), minutes(block.ends, 1440)):
        return False
    over_the_week = found.ballot.per_week and child.id in found.wishing
    if over_the_week or (child.id, block.id) in found.wished:
        return lucky is not None and lucky.word == "place"
    rules = [rule for rule in no_wish if _is_for_block(rule, block, has_wishes=child.id in found.wishing)]
    rule = decided(rules, child)
    return rule is not None and rule.word == "place"


def _is_for_block(rule: RuleRow, block: BlockRow, *, has_wishes: bool) -> bool:
    """Without days the rule is for children without any wish; with days for those without a wish on them."""
    return block.weekday in days_of(rule.weekdays) if rule.weekdays else not has_wishes


class _Limits:
    """Collects how many courses a child may and should get; what it is in already counts."""

    def __init__(self, found: Situation) -> None:
        self._found = found
        self._choices = {course.id for course in found.choices}
        self.due: list[Due] = []
        self.least: list[Least] = []
        self.most: list[Most] = []

    def inside(self, child: VoterRow) -> int:
        """Return in how many of the ballot's courses a child is already."""
        return sum(course.id in self._choices for course in self._found.courses_of.get(child.id, ()))

    def add(self, rule: RuleRow) -> None:
        courses = frozenset(course.id for course in self._found.choices if matches(rule, course))
        whole_week = not rule.weekdays and rule.category_id is None
        for child in self._found.children.values():
            if not concerns(rule, child) or not _is_there(rule, child):
                continue
            already = sum(matches(rule, course) for course in self._found.courses_of.get(child.id, ()))
            if rule.least is not None and rule.least > already:
                self.least.append(Least(child.id, courses, rule.least - already, rule.key))
            if rule.most is not None and whole_week:
                self.due.append(Due(child.id, max(rule.most - already, 0), rule.key))
            elif rule.most is not None:
                self.most.append(Most(child.id, courses, max(rule.most - already, 0), rule.key))


def matches(rule: RuleRow, course: CourseRow) -> bool:
    if rule.category_id is not None:
        return course.category_id == rule.category_id and meets_on(course, rule.weekdays)
    return course.kind == "course" and meets_on(course, rule.weekdays)


def _is_there(rule: RuleRow, child: VoterRow) -> bool:
    """Tell whether a child stays on one of the days of a rule."""
    return not rule.weekdays or _any_day(child, days_of(rule.weekdays))


def _any_day(child: VoterRow, days: Iterable[int]) -> bool:
    return any(child.stays_on(day) for day in days)
