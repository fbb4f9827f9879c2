"""Rivals that go through the children: first wishes first, serial dictatorship, deferred acceptance."""

from collections.abc import Iterable

from tests.benchmarks.rivals.papers import Outcome, Papers, Places


def first_wishes_first(papers: Papers, struck: Iterable[int], seed: int = 1) -> Outcome:
    """All first wishes, by lot where there are too many; then the second wishes, and so on (Schulmanager Online)."""
    gone, places = set(struck), Places(papers)
    for rank in range(1, papers.k + 1):
        for pupil in papers.in_lot_order(seed):
            for course, own in sorted(papers.ranks[pupil].items()):
                if own == rank and course not in gone and places.fits(pupil, course):
                    places.give(pupil, course)
    return places.outcome()


def serial_dictatorship(papers: Papers, struck: Iterable[int], seed: int = 1) -> Outcome:
    """One child after the other, in the order of the lot, takes the best that is left."""
    gone, places = set(struck), Places(papers)
    for pupil in papers.in_lot_order(seed):
        for course, _rank in sorted(papers.ranks[pupil].items(), key=lambda item: (item[1], item[0])):
            if course not in gone and places.fits(pupil, course):
                places.give(pupil, course)
    return places.outcome()


def deferred_acceptance(papers: Papers, struck: Iterable[int], seed: int = 1) -> Outcome:
    """Gale and Shapley, slot by slot: children propose, a course keeps those with the best lots of its own.

    It cannot express courses in several slots; these are left out.
    """
    gone = set(struck) | {course for course, blocks in papers.blocks.items() if len(blocks) > 1}
    lots = {
        course: {pupil: place for place, pupil in enumerate(papers.in_lot_order(seed * 10_000 + course))}
        for course in papers.courses
    }
    got: dict[int, set[int]] = {pupil: set() for pupil in papers.problem.pupils}
    for slot in papers.problem.slots:
        here = {course for course, blocks in papers.blocks.items() if slot.id in blocks} - gone
        lists = {
            pupil: sorted((rank, course) for course, rank in papers.ranks[pupil].items() if course in here)
            for pupil in papers.problem.pupils
        }
        for course, pupils in _accepted(papers, lists, lots).items():
            for pupil in pupils:
                if got[pupil].isdisjoint(papers.clashing[course]):
                    got[pupil].add(course)
    return {pupil: frozenset(own) for pupil, own in got.items()}


def _accepted(
    papers: Papers, lists: dict[int, list[tuple[int, int]]], lots: dict[int, dict[int, int]]
) -> dict[int, list[int]]:
    held: dict[int, list[int]] = {}
    free = [pupil for pupil, own in lists.items() if own]
    turn = dict.fromkeys(lists, 0)
    while free:
        pupil = free.pop()
        if turn[pupil] >= len(lists[pupil]):
            continue
        course = lists[pupil][turn[pupil]][1]
        turn[pupil] += 1
        inside = sorted([*held.get(course, ()), pupil], key=lots[course].__getitem__)
        held[course] = inside[: papers.room(course)]
        free += inside[papers.room(course) :]
    return held
