"""How many of a class, a year group, a sex or a language a course takes; places for support; balance."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from ganztag.language import N_
from ganztag.planning.conditions import Balance, Named, Quota
from ganztag.queries.courses import CourseRow
from ganztag.queries.rules import RuleRow
from ganztag.queries.settings import settings
from ganztag.queries.to_allocate.situation import Situation, concerns, name_of
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Shares:
    quotas: tuple[Quota, ...]
    balances: tuple[Balance, ...]
    named: tuple[Named, ...]


Traits = Mapping[int, tuple[str, bool, str]]
"""pupil -> sex, needs support, family language."""


def shares(reader: Reader, found: Situation, pupils: Collection[int], comers: Mapping[int, Collection[int]]) -> Shares:
    """Return the shares of groups among *pupils*; *comers* are course -> who may come to it at all."""
    quotas, named = _per_class(reader, found, pupils, comers)
    traits = _traits(reader) if _needs_traits(found) else {}
    inside = _inside(found)
    for rule in found.of_kind("quota"):
        group = frozenset(pupil for pupil in pupils if _is_in(rule, found, traits, pupil))
        there = _already(rule, found, traits, inside)
        asked = [_quota(rule, course, group, there) for course in _of(rule, found)]
        quotas += [quota for quota in asked if (quota.least, quota.most) != (None, None)]
    for course in found.choices:
        if course.max_support is not None:
            key = f"course:{course.id}:max_support"
            needing = frozenset(pupil for pupil in pupils if traits[pupil][1])
            left = course.max_support - sum(traits[pupil][1] for pupil in inside[course.id] if pupil in traits)
            quotas.append(Quota(course.id, needing, most=max(left, 0), rule=key))
            named.append(Named(key, N_("Places for support in {course}: {count}", course=name_of(course),
                                       count=course.max_support)))  # fmt: skip
    sexes = {sex: frozenset(pupil for pupil in pupils if traits and traits[pupil][0] == sex) for sex in ("f", "m")}
    balances = tuple(
        Balance(course.id, sexes["f"], sexes["m"], rule.key)
        for rule in found.of_kind("balance")
        for course in _of(rule, found)
    )
    return Shares(tuple(quotas), balances, tuple(named))


def _needs_traits(found: Situation) -> bool:
    rules = bool(found.of_kind("quota") or found.of_kind("balance"))
    return rules or any(course.max_support is not None for course in found.choices)


def _traits(reader: Reader) -> Traits:
    pupil = tables.pupil
    rows = reader.rows(sa.select(pupil.c.id, pupil.c.sex, pupil.c.support, pupil.c.family_language))
    return {key: (sex, support, language) for key, sex, support, language in map(tuple, rows)}


def _inside(found: Situation) -> Mapping[int, list[int]]:
    inside: dict[int, list[int]] = defaultdict(list)
    for stay in found.inside:
        inside[stay.course_id].append(stay.pupil_id)
    return inside


def _of(rule: RuleRow, found: Situation) -> Iterable[CourseRow]:
    """Return the courses that a rule is about; without one all."""
    return [course for course in found.choices if rule.course_id in (None, course.id)]


def _is_in(rule: RuleRow, found: Situation, traits: Traits, pupil: int) -> bool:
    """Tell whether a child belongs to the group of a quota."""
    child = found.children.get(pupil)
    sex, support, language = traits[pupil]
    has = {"support": support, "language": language == rule.note, "": True}
    return child is not None and concerns(rule, child) and has.get(rule.word, sex == rule.word)


def _already(rule: RuleRow, found: Situation, traits: Traits, inside: Mapping[int, list[int]]) -> Callable[[int], int]:
    """Return how many of the group are in a course already."""

    def count(course: int) -> int:
        return sum(_is_in(rule, found, traits, pupil) for pupil in inside[course])

    return count


def _quota(rule: RuleRow, course: CourseRow, group: frozenset[int], already: Callable[[int], int]) -> Quota:
    if rule.percent:
        return Quota(course.id, group, rule.least, rule.most, percent=True, rule=rule.key)
    there = already(course.id)
    least = max(rule.least - there, 0) or None if rule.least is not None else None
    most = max(rule.most - there, 0) if rule.most is not None else None
    return Quota(course.id, group, least, most, rule=rule.key)


def _per_class(
    reader: Reader, found: Situation, pupils: Collection[int], comers: Mapping[int, Collection[int]]
) -> tuple[list[Quota], list[Named]]:
    """Return the limits of children of one class: the course's own, else the school's, and those of rules."""
    usual = settings(reader).max_per_class
    limits = {course.id: _limits(found.of_kind("per_class"), course, usual) for course in found.choices}
    if not any(limits.values()):
        return [], []
    quotas, members = [], _members(found, pupils)
    inside = Counter((stay.course_id, _class_of(found, stay.pupil_id)) for stay in found.inside)
    for course, own in limits.items():
        coming = Counter(_class_of(found, pupil) for pupil in comers.get(course, ()))
        for key, limit in own.items():
            for class_id, group in members.items():
                left = max(limit - inside[course, class_id], 0)
                if coming[class_id] > left:  # elsewhere the limit cannot be reached
                    quotas.append(Quota(course, group, most=left, rule=key))
    named = [_own_limit(course) for course in found.choices if course.max_per_class is not None]
    if usual:
        words = N_("At most {count} children of one class in a course", count=usual)
        named.append(Named("setting:max_per_class", words))
    return quotas, named


def _limits(rules: Iterable[RuleRow], course: CourseRow, usual: int) -> dict[str, int]:
    """Return the key of each limit that a course has, with the limit."""
    limits = {rule.key: rule.most or 0 for rule in rules if rule.course_id in (None, course.id)}
    if course.max_per_class is not None:
        limits[f"course:{course.id}:max_per_class"] = course.max_per_class
    elif usual:
        limits["setting:max_per_class"] = usual
    return limits


def _own_limit(course: CourseRow) -> Named:
    words = N_("At most {count} children of one class in {course}", count=course.max_per_class, course=name_of(course))
    return Named(f"course:{course.id}:max_per_class", words)


def _class_of(found: Situation, pupil: int) -> int | None:
    child = found.children.get(pupil)
    return child.class_id if child is not None else None


def _members(found: Situation, pupils: Collection[int]) -> dict[int, frozenset[int]]:
    members: dict[int, set[int]] = defaultdict(set)
    for pupil in pupils:
        class_id = _class_of(found, pupil)
        if class_id is not None:
            members[class_id].add(pupil)
    return {class_id: frozenset(group) for class_id, group in members.items()}
