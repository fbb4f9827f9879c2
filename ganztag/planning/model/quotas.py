"""How many children of a group a course must and may have, as rows."""

from collections.abc import Sequence

import numpy as np

from ganztag.planning.conditions import Quota
from ganztag.planning.model.programme import Model
from ganztag.planning.model.rows import Sum
from ganztag.planning.problem import Problem


def quotas(model: Model, problem: Problem) -> None:
    for quota in sorted(problem.quotas, key=lambda one: (one.course, sorted(one.pupils), one.percent)):
        members = model.members.get(quota.course, [])
        if members:
            concerned = [index for index in members if model.pairs[index].pupil in quota.pupils]
            write = _percent if quota.percent else _absolute
            write(model, quota, members, concerned)


def _absolute(model: Model, quota: Quota, members: Sequence[int], concerned: Sequence[int]) -> None:
    del members
    own = Sum.of(concerned)
    if quota.least:
        runs = Sum({model.opened[quota.course]: 1}) if quota.course in model.opened else Sum(constant=1)
        model.rows.within(0.0, own.plus(runs, -quota.least), np.inf)
    if quota.most is not None:
        most = max(quota.most, _pinned(model, concerned))
        if most < len(concerned):
            model.rows.within(-np.inf, own, float(most))


def _percent(model: Model, quota: Quota, members: Sequence[int], concerned: Sequence[int]) -> None:
    own, everyone = Sum.of(concerned, 100), Sum.of(members)
    if quota.least:
        model.rows.within(0.0, own.plus(everyone, -quota.least), np.inf)
    if quota.most is not None:
        over = own.plus(everyone, -quota.most)
        pinned = _pinned(model, concerned)
        if pinned:
            _unless_fixed(model, over, pinned, [index for index in concerned if not model.pairs[index].fixed])
        else:
            model.rows.within(-np.inf, over, 0.0)


def _unless_fixed(model: Model, over: Sum, pinned: int, others: Sequence[int]) -> None:
    """Allow that fixed children alone exceed a share: a column says that they do, then nobody else of them comes."""
    exceeds = model.column(1.0, whole=True)
    model.lines.add(exceeds, over)
    model.rows.within(-np.inf, over.plus(Sum({exceeds: -100 * pinned})), 0.0)
    model.rows.within(-np.inf, Sum.of(others).plus(Sum({exceeds: len(others)})), float(len(others)))


def _pinned(model: Model, concerned: Sequence[int]) -> int:
    return sum(model.pairs[index].fixed for index in concerned)
