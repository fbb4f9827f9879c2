"""Small made-up problems with every kind of rule, for Hypothesis; small enough that every plan can be tried."""

import os
import random
from dataclasses import fields, replace
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from ganztag.planning.conditions import Anywhere, Balance, Bond, Carried, Due, Least, Most, Priority, Quota
from ganztag.planning.levels import GOALS, GROUPS
from ganztag.planning.policy import KEEP_MODES, Policy
from ganztag.planning.problem import Problem
from tests.planning.made_up import small_problems

few = st.integers(0, 2)


def calm(examples: int) -> settings:
    """Return settings for so many examples; ``GANZTAG_EXAMPLES`` asks for many more, by hand."""
    asked = int(os.environ.get("GANZTAG_EXAMPLES", "0"))
    return settings(max_examples=asked or examples, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Return a policy of any goal, sometimes with an order of its own, sometimes one that keeps places."""
    order = draw(st.one_of(st.just(()), st.permutations(GROUPS).map(lambda groups: tuple(groups[:5]))))
    return Policy(draw(st.sampled_from(GOALS)), draw(st.integers(1, 3)), order, draw(st.sampled_from(KEEP_MODES)))


@st.composite
def ruled_problems(draw: st.DrawFn, pupils: int = 4) -> Problem:
    """Return a small problem with some of all kinds of rules; there may be no plan for it."""
    plain = draw(small_problems(pupils=pupils))
    children = st.sampled_from(plain.pupils)
    courses = st.sampled_from([course.id for course in plain.courses])
    pair = st.tuples(children, courses)
    slots = st.sampled_from([slot.id for slot in plain.slots])
    group = st.frozensets(children)
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "anywhere": st.builds(Anywhere, children, slots, st.sampled_from([None, None, 2, 4])),
        "due": st.builds(Due, children, few),
        "least": st.builds(Least, children, st.frozensets(courses, min_size=1), few),
        "most": st.builds(Most, children, st.frozensets(courses, min_size=1), few),
        "quotas": st.one_of(_quotas(courses, group), _shares(courses, group)),
        "balances": st.builds(Balance, courses, group, group),
        "priorities": st.builds(Priority, children, few),
        "carried": st.builds(Carried, children, st.integers(0, 4)),
    }
    if len(plain.pupils) > 1:
        kinds["bonds"] = _bonds(plain)
    rules: dict[str, Any] = {name: tuple(draw(st.lists(kind, max_size=2))) for name, kind in kinds.items()}
    pairs: dict[str, Any] = {
        name: frozenset(draw(st.lists(pair, max_size=2))) for name in ("invited", "refused", "repeats", "kept")
    }
    offer = tuple(
        replace(
            course,
            ideal_size=draw(st.sampled_from([None, None, 1, 3])),
            must_run=draw(st.sampled_from([False, False, False, True])),
            admission=draw(st.sampled_from(["open", "open", "open", "invited", "closed"])),
        )
        for course in plain.courses
    )
    owed = draw(st.one_of(st.just(()), st.lists(st.tuples(children, slots), min_size=1, max_size=6).map(tuple)))
    return replace(plain, courses=offer, obligations=owed, **rules, **pairs)


def _quotas(courses: st.SearchStrategy[int], group: st.SearchStrategy[frozenset[int]]) -> st.SearchStrategy[Quota]:
    limit = st.one_of(st.none(), few)
    return st.builds(Quota, courses, group, limit, limit)


def _shares(courses: st.SearchStrategy[int], group: st.SearchStrategy[frozenset[int]]) -> st.SearchStrategy[Quota]:
    limit = st.sampled_from([None, 0, 33, 50, 100])
    return st.builds(Quota, courses, group, limit, limit, st.just(True))


def _bonds(plain: Problem) -> st.SearchStrategy[Bond]:
    two = st.lists(st.sampled_from(plain.pupils), min_size=2, max_size=2, unique=True)
    kind = st.sampled_from(["together", "apart"])
    return st.builds(lambda pair, kind, must: Bond(pair[0], pair[1], kind, must), two, kind, st.booleans())


def mixed(problem: Problem, seed: int) -> Problem:
    """Return the same problem with all its rows in another order."""
    dice = random.Random(seed)
    known = {field.name: getattr(problem, field.name) for field in fields(problem)}
    rows: dict[str, Any] = {
        name: tuple(dice.sample(value, len(value))) for name, value in known.items() if isinstance(value, tuple)
    }
    rows["courses"] = tuple(replace(c, slots=tuple(dice.sample(c.slots, len(c.slots)))) for c in rows["courses"])
    return replace(problem, **rows)
