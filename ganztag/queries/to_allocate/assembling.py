"""The problem put together, and the policy that the school's own order of the goals asks for."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from itertools import product

from ganztag.domain.rules import ORDER_GAP
from ganztag.planning.conditions import Named
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Banned, Fixed, Problem, Slot
from ganztag.queries import rules
from ganztag.queries.to_allocate.demands import Demands, demands
from ganztag.queries.to_allocate.favours import favours
from ganztag.queries.to_allocate.history import before, carried, left_since
from ganztag.queries.to_allocate.offered import away, barred, offered_choices
from ganztag.queries.to_allocate.shares import shares
from ganztag.queries.to_allocate.situation import Situation, read
from ganztag.queries.to_allocate.stated import invitations, placements, refusals
from ganztag.queries.voters import minutes
from ganztag.storage.reader import Reader


def problem(reader: Reader, ballot_id: int, day: date) -> Problem:
    """Return what is to be allocated if it is accepted on *day*, with all the rules that hold for the ballot.

    Children count who are at the school, may vote and have wishes, are fixed, or are concerned by a rule; courses that
    are offered in a block of the ballot, and those that this ballot's own last allocation struck. What that allocation
    enrolled is open again.
    """
    found = read(reader, ballot_id, day)
    by_hand, due = placements(reader, ballot_id), demands(found)
    concerned = found.wishing | {place.pupil_id for place in by_hand if not place.banned} | due.pupils()
    own = frozenset(concerned & found.children.keys())
    mine = [place for place in by_hand if place.pupil_id in own]
    had, left = before(reader, found, own), left_since(reader, found)
    fixed = [place for place in mine if not place.banned and (place.pupil_id, place.course_id) not in left]
    plain = Problem(
        pupils=tuple(sorted(own)),
        slots=tuple(Slot(b.id, b.weekday, minutes(b.starts, 0), minutes(b.ends, 1440)) for b in found.ballot.blocks),
        courses=offered_choices(found),
        wishes=found.wishes,
        fixed=tuple(Fixed(p.pupil_id, p.course_id, p.reason) for p in fixed),
        banned=(
            *(Banned(p.pupil_id, p.course_id, p.reason) for p in mine if p.banned),
            *had.banned,
            *(Banned(*pair, reason=how, why="left") for pair, how in sorted(left.items()) if pair[0] in own),
        ),
        busy=found.busy(own),
        barred=barred([found.children[pupil] for pupil in own], found.choices) | away(found, due.anywhere),
        repeats=had.repeats,
        kept=frozenset(pair for pair in found.own if pair[0] in own),
        refused=frozenset(pair for pair in refusals(reader, ballot_id) if pair[0] in own),
    )
    return _ruled(reader, found, plain, due)


def _ruled(reader: Reader, found: Situation, plain: Problem, due: Demands) -> Problem:
    """Return a problem with what the school's rules ask."""
    own = frozenset(plain.pupils)
    favoured = favours(reader, found, own)
    shared = shares(reader, found, own, _comers(found, due, plain.fixed))
    invited = invitations(reader, tuple(course.id for course in found.choices if course.admission == "invited"))
    said = (Named(rule.key, rule.words) for rule in found.rules if rule.kind != "order")
    return replace(
        plain,
        invited=frozenset(pair for course, who in invited.items() for pair in product(who & own, (course,))),
        anywhere=due.anywhere,
        due=tuple(one for one in due.due if one.pupil in own),
        least=due.least,
        most=tuple(one for one in due.most if one.pupil in own),
        quotas=shared.quotas,
        balances=shared.balances,
        bonds=favoured.bonds,
        priorities=favoured.priorities,
        carried=carried(reader, found, own),
        rules=(*said, *shared.named, *favoured.named),
    )


def _comers(found: Situation, due: Demands, fixed: Collection[Fixed]) -> Mapping[int, set[int]]:
    """Return course -> who may come to it: those who wished it, are fixed in it, or take any course."""
    anybody = {one.pupil for one in due.anywhere}
    comers: dict[int, set[int]] = defaultdict(set)
    for course in found.choices:
        comers[course.id] |= anybody
    for wish in found.wishes:
        comers[wish.course].add(wish.pupil)
    for place in fixed:
        comers[place.course].add(place.pupil)
    return comers


def policy_of(reader: Reader, ballot_id: int, goal: str = "balanced") -> Policy:
    """Return the policy of a goal with the school's own order of its levels; the ballot's own order comes first."""
    found = [rule for rule in rules.rules(reader, ballot_id) if rule.kind == "order" and rule.active]
    orders = [rule.note for rule in found if rule.word == goal]
    return Policy(goal, order=tuple(filter(None, orders[-1].split(ORDER_GAP))) if orders else ())
