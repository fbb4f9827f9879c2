"""Exchanges: exact, without anybody losing, in turn; and where a late child fits."""

import random
from dataclasses import replace
from itertools import product

import pytest

from ganztag.planning.exchanges.case import Case, Limit
from ganztag.planning.exchanges.chains import Step
from ganztag.planning.exchanges.search import Found, chains, place_late, swaps
from tests.planning.exchanges.by_hand import SLOT, case

ADA, BEN, CEM, DORA = 1, 2, 3, 4
CHESS, DRAMA, ENGLISH = 11, 12, 13


def moved(found: Found) -> set[tuple[int, int | None, int | None]]:
    return {(step.pupil, step.came_from, step.to) for one in found.exchanges for step in one.steps}


def test_two_children_who_each_want_what_the_other_has_swap() -> None:
    found = swaps(case({ADA: (CHESS, DRAMA), BEN: (DRAMA, CHESS)}, {ADA: DRAMA, BEN: CHESS}, {CHESS: 1, DRAMA: 1}))
    assert (found.better, found.steps, found.moves) == (2, 2, 2)
    (exchange,) = found.exchanges
    (circle,) = exchange.chains
    assert circle.circle
    assert set(circle.steps) == {Step(ADA, DRAMA, CHESS, 2, 1), Step(BEN, CHESS, DRAMA, 2, 1)}


def test_three_children_go_round_in_a_circle() -> None:
    wishes = {ADA: (CHESS, DRAMA), BEN: (DRAMA, ENGLISH), CEM: (ENGLISH, CHESS)}
    found = swaps(case(wishes, {ADA: DRAMA, BEN: ENGLISH, CEM: CHESS}, {CHESS: 1, DRAMA: 1, ENGLISH: 1}))
    (exchange,) = found.exchanges
    (circle,) = exchange.chains
    assert (found.better, len(circle.steps), circle.circle) == (3, 3, True)
    for step, behind in zip(circle.steps, (*circle.steps[1:], circle.steps[0]), strict=True):
        assert behind.to == step.came_from


def test_nobody_gives_up_a_better_wish_for_others() -> None:
    wishes = {ADA: (CHESS, DRAMA), BEN: (CHESS, DRAMA)}
    found = swaps(case(wishes, {ADA: DRAMA, BEN: CHESS}, {CHESS: 1, DRAMA: 1}))
    assert found == Found(())


def test_a_free_place_starts_a_chain_at_whose_end_a_child_without_a_place_comes_in() -> None:
    wishes = {ADA: (CHESS, DRAMA), BEN: (DRAMA,)}
    start = case(wishes, {ADA: DRAMA}, {CHESS: 1, DRAMA: 1})
    found = chains(start)
    (exchange,) = found.exchanges
    (chain,) = exchange.chains
    assert not chain.circle
    assert [(step.pupil, step.to) for step in chain.steps] == [(ADA, CHESS), (BEN, DRAMA)]
    assert (found.better, found.moves) == (2, 2)
    assert swaps(start).better == 0  # nobody has anything to give for the free place


def test_nobody_is_passed_over_on_a_waiting_list() -> None:
    wishes = {ADA: (CHESS, DRAMA), BEN: (CHESS, DRAMA)}
    now = {ADA: DRAMA, BEN: DRAMA}
    for queue, first in (([(CHESS, ADA), (CHESS, BEN)], ADA), ([(CHESS, BEN), (CHESS, ADA)], BEN)):
        assert moved(chains(case(wishes, now, {CHESS: 1, DRAMA: 2}, queue))) == {(first, DRAMA, CHESS)}


def test_a_course_that_would_fall_below_its_minimum_keeps_its_children() -> None:
    wishes, now = {ADA: (CHESS, DRAMA), BEN: (DRAMA,)}, {ADA: DRAMA, BEN: DRAMA}
    sizes = {CHESS: 5, DRAMA: 5}
    assert chains(case(wishes, now, sizes)).better == 1
    assert chains(case(wishes, now, sizes, least=2)).better == 0


def test_what_is_locked_or_limited_stays() -> None:
    start = case({ADA: (CHESS, DRAMA), BEN: (DRAMA, CHESS)}, {ADA: DRAMA, BEN: CHESS}, {CHESS: 1, DRAMA: 1})
    assert swaps(replace(start, locked=frozenset({(ADA, DRAMA)}))).better == 0
    assert swaps(replace(start, limits=(Limit(frozenset({(ADA, CHESS)}), most=0),))).better == 0
    together = case({ADA: (CHESS, DRAMA), BEN: (DRAMA, CHESS), CEM: (CHESS,)}, {ADA: DRAMA, BEN: CHESS, CEM: CHESS},
                    {CHESS: 2, DRAMA: 1})  # fmt: skip
    assert swaps(together).better == 2
    assert swaps(replace(together, apart=frozenset({(ADA, CEM)}))).better == 0


def test_exchanges_that_have_nothing_to_do_with_each_other_are_told_apart() -> None:
    wishes = {ADA: (CHESS, DRAMA), BEN: (DRAMA, CHESS), CEM: (ENGLISH, 14), DORA: (14, ENGLISH)}
    now = {ADA: DRAMA, BEN: CHESS, CEM: 14, DORA: ENGLISH}
    found = swaps(case(wishes, now, {CHESS: 1, DRAMA: 1, ENGLISH: 1, 14: 1}))
    assert sorted(sorted(one.pupils) for one in found.exchanges) == [[ADA, BEN], [CEM, DORA]]


def test_a_late_child_comes_in_without_anybody_moving_or_where_one_makes_room() -> None:
    wishes = {ADA: (CHESS, DRAMA), BEN: (CHESS,)}
    start = case(wishes, {ADA: CHESS}, {CHESS: 1, DRAMA: 1})
    still = place_late(start, frozenset({BEN}), moving=False)
    assert still is not None
    assert (still.steps, still.moved, still.missing) == ((), (), 1)
    best = place_late(start, frozenset({BEN}), moving=True)
    assert best is not None
    assert (best.moved, best.lost, best.missing) == ((ADA,), 1, 0)
    assert [(step.pupil, step.to) for step in best.steps] == [(BEN, CHESS), (ADA, DRAMA)]


def test_a_late_child_takes_the_best_free_place_and_none_that_somebody_waits_for() -> None:
    wishes = {ADA: (CHESS, DRAMA), BEN: (CHESS, ENGLISH, DRAMA)}
    start = case(wishes, {ADA: DRAMA}, {CHESS: 1, DRAMA: 2, ENGLISH: 1})
    for queue, course in (((), CHESS), (((CHESS, ADA),), ENGLISH)):
        found = place_late(replace(start, queue=queue), frozenset({BEN}), moving=False)
        assert found is not None
        assert [(step.pupil, step.to) for step in found.steps] == [(BEN, course)]


@pytest.mark.parametrize("seed", range(60))
def test_no_exchange_is_better_than_the_one_that_is_found(seed: int) -> None:
    start = drawn(seed)
    for found, same in ((swaps(start), True), (chains(start), False)):
        assert (found.better, found.steps, -found.moves) == best_by_trying(start, same=same)


def drawn(seed: int) -> Case:
    dice = random.Random(seed)
    courses = list(range(11, 15))
    wishes = {pupil: dice.sample(courses, dice.randint(1, 3)) for pupil in range(1, 6)}
    sizes = {course: dice.randint(1, 2) for course in courses}
    now: dict[int, int] = {}
    for pupil, wanted in wishes.items():
        free = [course for course in wanted if list(now.values()).count(course) < sizes[course]]
        if free and dice.random() < 0.8:
            now[pupil] = dice.choice(free)
    queue = [(course, pupil) for course in courses for pupil in dice.sample(list(wishes), 3)]
    queue = [
        (course, pupil)
        for course, pupil in queue
        if course in wishes[pupil]
        and now.get(pupil) != course
        and course in wishes[pupil][: _place(wishes, now, pupil)]
    ]
    return case(wishes, now, sizes, queue, least=dice.choice((None, 1)))


def _place(wishes: dict[int, list[int]], now: dict[int, int], pupil: int) -> int:
    return wishes[pupil].index(now[pupil]) if pupil in now else len(wishes[pupil])


def best_by_trying(start: Case, *, same: bool) -> tuple[int, int, int]:
    """Return children better off, steps and fewest moves (negative) of the best of all assignments there are."""
    best = (0, 0, 0)
    pupils = sorted(start.of_pupil)
    choices = [[None, *(start.options[place] for place in start.of_pupil[pupil])] for pupil in pupils]
    for taken in product(*choices):
        rank = {
            pupil: 9 if one is None else start.value(one.ranks[0][1]) for pupil, one in zip(pupils, taken, strict=True)
        }
        before = {pupil: start.now.get((pupil, SLOT), 9) for pupil in pupils}
        if any(rank[pupil] > before[pupil] for pupil in pupils):
            continue
        course = {pupil: None if one is None else one.course for pupil, one in zip(pupils, taken, strict=True)}
        if not _fits(start, list(course.values()), same=same):
            continue
        entered = {
            pupil: one.course for pupil, one in zip(pupils, taken, strict=True) if one is not None and not one.now
        }
        if not same and not _in_turn(start, entered, rank):
            continue
        gains = [min(before[pupil], start.worst + 1) - min(rank[pupil], start.worst + 1) for pupil in pupils]
        best = max(best, (sum(gain > 0 for gain in gains), sum(gains), -len(entered)))
    return best


def _fits(start: Case, taken: list[int | None], *, same: bool) -> bool:
    for room in start.rooms:
        size, now = taken.count(room.course), start.sizes[room.course]
        if same and size != now:
            return False
        if size > max(room.most or 0, now) or size < min(room.least or 0, now):
            return False
    return True


def _in_turn(start: Case, entered: dict[int, int], rank: dict[int, int]) -> bool:
    wanted = {one.pair: start.value(one.ranks[0][1]) for one in start.options}
    for pupil, course in entered.items():
        waiting = [other for at, other in start.queue if at == course]
        ahead = waiting[: waiting.index(pupil)] if pupil in waiting else waiting
        if any(rank[other] > wanted[other, course] for other in ahead):
            return False
    return True
