"""The questions: who can exchange without anybody losing, and where does a late child fit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ganztag.planning.exchanges import rows
from ganztag.planning.exchanges.case import Case
from ganztag.planning.exchanges.chains import Exchange, Step, exchanges, steps
from ganztag.planning.exchanges.rows import Row
from ganztag.planning.lots import lot

Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Found:
    """Exchanges after which *better* children are better off by so many *steps* in all, and nobody is worse off."""

    exchanges: tuple[Exchange, ...]
    better: int = 0
    steps: int = 0
    moves: int = 0


def swaps(case: Case, *, progress: Tick | None = None) -> Found:
    """Return the best exchanges of places that are taken: all courses stay as full as they are."""
    return _best(case, [*rows.sizes(case, same=True)], len(case.options), progress)


def chains(case: Case, *, progress: Tick | None = None) -> Found:
    """Return the best exchanges that begin with a free place; nobody is passed over on a waiting list."""
    queues, width = rows.in_turn(case, len(case.options))
    return _best(case, [*rows.sizes(case, same=False), *queues], width, progress)


def _best(case: Case, own: list[Row], width: int, progress: Tick | None) -> Found:
    """Most children better off, then most steps, then fewest moves, then the lot; *own* rows have *width* columns."""
    from ganztag.planning.exchanges.ladder import Goal, climb  # noqa: PLC0415 -- numpy and the solver, only to solve

    pupils = {pupil: width + place for place, pupil in enumerate(case.of_pupil)}
    gains = {place: case.gain(one) for place, one in enumerate(case.options) if not one.now}
    better = [
        Row(((column, 1), *((place, -1) for place in case.of_pupil[pupil] if gains.get(place, 0) > 0)), upper=0)
        for pupil, column in pupils.items()
    ]
    goals = [
        Goal(tuple((column, -1) for column in pupils.values())),
        Goal(tuple((place, -gain) for place, gain in gains.items())),
        Goal(tuple((place, 1) for place in gains)),
        Goal(lots(case, gains)),
    ]
    everything = [*common(case), *rows.nobody_worse(case), *own, *better]
    columns = climb(width + len(pupils), everything, locked(case), goals, progress)
    if columns is None:
        return Found(())
    new = [place for place in gains if columns[place]]
    return Found(
        exchanges(case, columns),
        better=sum(columns[column] for column in pupils.values()),
        steps=sum(gains[place] for place in new),
        moves=len({case.options[place].pupil for place in new}),
    )


def common(case: Case) -> list[Row]:
    return [*rows.one_at_a_time(case), *rows.limits(case), *rows.apart(case)]


def locked(case: Case) -> dict[int, int]:
    return {place: 1 for place, one in enumerate(case.options) if one.now and one.pair in case.locked}


def lots(case: Case, places: Iterable[int]) -> tuple[tuple[int, int], ...]:
    return tuple((place, lot(case.seed, *case.options[place].pair)) for place in places)


@dataclass(frozen=True, slots=True)
class Late:
    """Where late children come in; its price: who is *moved*, how many steps they *lost*, how many slots *missing*."""

    steps: tuple[Step, ...]
    moved: tuple[int, ...]
    lost: int
    missing: int


def place_late(case: Case, late: frozenset[int], *, moving: bool, progress: Tick | None = None) -> Late | None:
    """Return where *late* children fit: as few slots without a place as possible, then with the fewest others moved.

    Without *moving* everybody else stays. Free places that somebody waits for are not given. None: it cannot be.
    """
    from ganztag.planning.exchanges.ladder import Goal, climb  # noqa: PLC0415 -- numpy and the solver, only to solve

    options = list(enumerate(case.options))
    new = [place for place, one in options if not one.now]
    own = [place for place in new if case.options[place].pupil in late]
    others = [place for place in new if case.options[place].pupil not in late]
    fixed = locked(case) | {place: 1 for place, one in options if one.now and not moving and one.pupil not in late}
    goals = [
        Goal(tuple((place, -len(case.options[place].ranks)) for place in own)),
        Goal(tuple((place, 1) for place in others)),
        Goal(tuple((place, lost(case, place)) for place in others)),
        Goal(tuple((place, _burden(case, place)) for place in own)),
        Goal(lots(case, new)),
    ]
    queues, width = rows.in_turn(case, len(case.options))
    everything = [*common(case), *rows.sizes(case, same=False), *queues, *rows.nobody_without(case)]
    columns = climb(width, everything, fixed, goals, progress)
    if columns is None:
        return None
    moves = [place for place in others if columns[place]]
    wanted = {(one.pupil, slot) for place in own for one in (case.options[place],) for slot, _rank in one.ranks}
    got = {(one.pupil, slot) for place, one in options if columns[place] for slot, _rank in one.ranks}
    return Late(
        steps=tuple(sorted(steps(case, columns), key=lambda step: step.pupil not in late)),
        moved=tuple(dict.fromkeys(case.options[place].pupil for place in moves)),
        lost=sum(lost(case, place) for place in moves),
        missing=len(wanted - got),
    )


def lost(case: Case, place: int) -> int:
    """Return by how many steps a child is worse off with an option."""
    return max(-case.gain(case.options[place]), 0)


def _burden(case: Case, place: int) -> int:
    return sum(case.value(rank) for _slot, rank in case.options[place].ranks)
