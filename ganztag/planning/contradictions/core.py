"""The smallest sets of rules that contradict each other: without any one of them, the rest of the set is possible."""

from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any, Self

import highspy
import numpy as np

from ganztag.planning.contradictions.demands import Demand, Programme
from ganztag.planning.engine import Engine
from ganztag.planning.plan import Stopped


class Trial:
    """The programme in HiGHS, to be asked whether some of its demands can hold together; use it in a ``with`` block."""

    def __init__(self, built: Programme, cancelled: Callable[[], bool] | None) -> None:
        self._built = built
        self._cancelled = cancelled or (lambda: False)
        self._engine = Engine()

    def __enter__(self) -> Self:
        self._engine.open()
        _pass(self._engine.highs, self._built)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.close()

    def possible(self, demands: Sequence[int]) -> bool:
        """Tell whether there is a plan that meets these demands, the others put aside."""
        wanted = set(demands)
        for place, row in enumerate(self._built.rows):
            if row.demand is not None:
                holds = row.demand in wanted
                limits = (row.lower, row.upper) if holds else (-highspy.kHighsInf, highspy.kHighsInf)
                self._engine.highs.changeRowBounds(place, *limits)
        self._engine.run(self._cancelled)
        if self._cancelled():
            raise Stopped
        status = self._engine.highs.getModelStatus()
        if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible):
            raise RuntimeError(f"HiGHS answered {status} when rules were tried")
        return bool(status == highspy.HighsModelStatus.kOptimal)


def cores(built: Programme, most: int, cancelled: Callable[[], bool] | None = None) -> list[tuple[Demand, ...]]:
    """Return up to *most* smallest contradictions that have no rule in common; none if all demands can hold.

    Raises ``Stopped`` when *cancelled* says so.
    """
    alone = list(_impossible_alone(built))
    found: list[tuple[Demand, ...]] = [(built.demands[place],) for place in alone[:most]]
    rest = [place for place in range(len(built.demands)) if place not in alone]
    with Trial(built, cancelled) as trial:
        while len(found) < most and not trial.possible(rest):
            core = _smallest(trial.possible, [], rest)
            found.append(tuple(built.demands[place] for place in sorted(core)))
            rest = [place for place in rest if place not in core]
    return found


def _impossible_alone(built: Programme) -> Iterator[int]:
    """Yield the demands for which there are not enough children at all; no solver is needed to see that."""
    for row in built.rows:
        if row.demand is not None and row.lower > sum(max(value, 0.0) for _column, value in row.entries):
            yield row.demand


def _smallest(possible: Callable[[Sequence[int]], bool], given: list[int], rest: list[int]) -> list[int]:
    """Return the part of *rest* that, with *given*, is impossible, and possible without any one of it.

    By halves (QuickXplain): of n rules, k of which contradict each other, about 2 k log(n / k) sets are tried.
    """
    if given and not possible(given):
        return []
    if len(rest) == 1:
        return rest
    half = len(rest) // 2
    first, second = rest[:half], rest[half:]
    needed = _smallest(possible, [*given, *first], second)
    return [*_smallest(possible, [*given, *needed], first), *needed]


def _pass(highs: Any, built: Programme) -> None:
    starts = np.cumsum([0, *(len(row.entries) for row in built.rows)], dtype=np.int32)
    entries = [entry for row in built.rows for entry in row.entries]
    highs.passModel(
        built.width, len(built.rows), len(entries), int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize),
        0.0, np.zeros(built.width), np.zeros(built.width), np.ones(built.width),
        np.array([row.lower for row in built.rows]), np.array([row.upper for row in built.rows]),
        starts[:-1], np.array([column for column, _value in entries], dtype=np.int32),
        np.array([value for _column, value in entries]), np.ones(built.width, dtype=np.int32),
    )  # fmt: skip
