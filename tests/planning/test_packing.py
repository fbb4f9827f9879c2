import base64
import json
import zlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ganztag.domain.objection import Objection
from ganztag.language import N_, nN_
from ganztag.planning.conditions import (
    Anywhere,
    Balance,
    Bond,
    Carried,
    Due,
    Least,
    Most,
    Named,
    Priority,
    Quota,
)
from ganztag.planning.packing import VERSION, pack, unpack_plan, unpack_problem
from ganztag.planning.plan import LevelResult, Placement, Plan, Struck
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Banned, Busy, Fixed, Problem
from tests.planning.made_up import school, small_problems

_NEWER = "A newer version|Eine neuere"


def _opened(text: str) -> dict[str, Any]:
    return dict(json.loads(zlib.decompress(base64.b64decode(text))))


def _closed(content: dict[str, Any]) -> str:
    return base64.b64encode(zlib.compress(json.dumps(content).encode())).decode()


def _plan() -> Plan:
    return Plan(
        policy=Policy("weekly", -(2**60), ("sizes", "bonds"), "first"),
        placements=(Placement(1, 1, 7, 2), Placement(2, 1, None, None)),
        running=frozenset({9, 7}),
        struck=(Struck(8, 3, 1, 5),),
        levels=(LevelResult("unplaced", 1, 1, True), LevelResult("rank 3", 4, 3, False)),
        input_hash="in",
        plan_hash="out",
        solver="HiGHS 1.15.1",
        solver_seconds=0.25,
        revision=12,
    )


def _with_every_rule(problem: Problem) -> Problem:
    few = frozenset(problem.pupils[:2])
    one, course = problem.pupils[0], problem.courses[0].id
    return replace(
        problem,
        fixed=(Fixed(one, course, "Bruder, „Mia“"),),
        banned=(Banned(one, course, "", "before"),),
        busy=(Busy(one, 1, 800, 860, "Orchester"),),
        invited=frozenset({(one, course)}),
        refused=frozenset({(one, course)}),
        repeats=frozenset({(one, course)}),
        kept=frozenset({(one, course)}),
        anywhere=(Anywhere(one, 1), Anywhere(one, 3, 4)),
        due=(Due(one, 1, "r1"),),
        least=(Least(one, few, 1, "r2"),),
        most=(Most(one, few, 1, "r2"),),
        quotas=(Quota(course, few, 1, None, True, "r3"),),
        balances=(Balance(course, few, frozenset()),),
        bonds=(Bond(1, 2, "apart", True),),
        priorities=(Priority(one, 3, "Härtefall"),),
        carried=(Carried(one, 5),),
        rules=(
            Named("r1", N_("At most {count} on {day}", count=2, day=date(2026, 9, 14), course=N_("Course"))),
            Named("r3", nN_("{count} child", "{count} children", 3)),
        ),
    )


@settings(max_examples=60, deadline=None)
@given(small_problems(), st.booleans())
def test_a_problem_comes_back_as_it_was(problem: Problem, rules: bool) -> None:
    whole = _with_every_rule(problem) if rules else problem
    back = unpack_problem(pack(whole))
    assert back == whole
    assert back.input_hash() == whole.input_hash()
    assert type(back.courses) is tuple
    assert type(back.barred) is frozenset
    assert [str(rule.words) for rule in back.rules] == [str(rule.words) for rule in whole.rules]


def test_a_plan_comes_back_as_it_was() -> None:
    plan = _plan()
    back = unpack_plan(pack(plan))
    assert back == plan
    assert back.counts() == {2: 1}
    assert not back.proven


def test_equal_problems_are_packed_alike_whatever_the_order_of_their_sets() -> None:
    problem = school(40, 8)
    again = replace(problem, barred=frozenset(sorted(problem.barred, reverse=True)))
    assert pack(again) == pack(problem)


def test_a_school_of_600_needs_some_tens_of_kilobytes() -> None:
    assert len(pack(school(600, 80))) < 60_000


def test_what_a_newer_program_kept_is_refused_and_not_half_read() -> None:
    content = _opened(pack(_plan()))
    with pytest.raises(Objection, match=_NEWER):
        unpack_plan(_closed({**content, "version": VERSION + 1}))
    with pytest.raises(Objection, match=_NEWER):
        unpack_plan(_closed({**content, "fields": {**content["fields"], "wind": "north"}}))
    struck = content["fields"]["struck"]
    more = {"names": [*struck["names"], "wind"], "rows": [[*struck["rows"][0], 1]]}
    with pytest.raises(Objection, match=_NEWER):
        unpack_plan(_closed({**content, "fields": {**content["fields"], "struck": more}}))


def test_a_field_that_came_later_takes_its_usual_value() -> None:
    content = _opened(pack(school(5, 3)))
    del content["fields"]["rules"]
    assert unpack_problem(_closed(content)).rules == ()


@pytest.mark.parametrize("field", ["revision", "policy", "placements", "running", "levels"])
def test_a_damaged_text_is_refused_in_words(field: str) -> None:
    content = _opened(pack(_plan()))
    with pytest.raises(Objection):
        unpack_plan(_closed({**content, "fields": {**content["fields"], field: {"rows": 1}}}))


def test_other_text_is_no_plan() -> None:
    packed = pack(_plan())
    for text in ("", "plan", "ÄÖÜ", packed[:-9], packed[:40] + packed[60:], pack(school(3, 2))):
        with pytest.raises(Objection):
            unpack_plan(text)
