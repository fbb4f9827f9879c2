"""The answer as people can follow it: who goes from where to where, in chains and circles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ganztag.planning.exchanges.case import Case


@dataclass(frozen=True, slots=True)
class Step:
    """A child goes into a course (*to*), out of another one or none; ranks are those of its wishes, None: none."""

    pupil: int
    came_from: int | None
    to: int | None
    rank_before: int | None
    rank_after: int | None


@dataclass(frozen=True, slots=True)
class Chain:
    """Each child takes the place that the one before it left; the first that of the last (*circle*), or a free one."""

    steps: tuple[Step, ...]
    circle: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    """Chains that belong together, because children or their turns on a waiting list are in several of them."""

    chains: tuple[Chain, ...]

    @property
    def pupils(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(step.pupil for chain in self.chains for step in chain.steps))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return what really changes: each child and course once."""
        return tuple(dict.fromkeys(step for chain in self.chains for step in chain.steps))


def steps(case: Case, columns: Sequence[int]) -> list[Step]:
    """Return who goes where; a course over two slots that replaces one makes one step."""
    before: dict[tuple[int, int], tuple[int, int | None]] = {}
    after: dict[tuple[int, int], tuple[int, int | None]] = {}
    for place, one in enumerate(case.options):
        for slot, rank in one.ranks:
            if one.now:
                before[one.pupil, slot] = (one.course, rank)
            if columns[place]:
                after[one.pupil, slot] = (one.course, rank)
    found: dict[tuple[int, int | None, int | None], Step] = {}
    for pupil, slot in sorted(before.keys() | after.keys()):
        came_from, rank_before = before.get((pupil, slot), (None, None))
        to, rank_after = after.get((pupil, slot), (None, None))
        if came_from != to:
            found.setdefault((pupil, came_from, to), Step(pupil, came_from, to, rank_before, rank_after))
    return list(found.values())


def exchanges(case: Case, columns: Sequence[int]) -> tuple[Exchange, ...]:
    """Return what a solution changes, as exchanges that can be made one without the other."""
    chains = list(_chains(steps(case, columns)))
    groups: list[list[Chain]] = []
    for chain in chains:
        linked = [group for group in groups if any(_linked(case, chain, other) for other in group)]
        groups = [group for group in groups if group not in linked]
        groups.append([*(one for group in linked for one in group), chain])
    return tuple(Exchange(tuple(group)) for group in groups)


def _linked(case: Case, one: Chain, other: Chain) -> bool:
    mine, theirs = {step.pupil for step in one.steps}, {step.pupil for step in other.steps}
    if not mine.isdisjoint(theirs):
        return True
    entered = {step.to for step in (*one.steps, *other.steps)}
    waiting = {pupil for course, pupil in case.queue if course in entered}
    return not waiting.isdisjoint(mine) and not waiting.isdisjoint(theirs)


def _chains(found: Iterable[Step]) -> Iterator[Chain]:
    into: dict[int | None, list[Step]] = defaultdict(list)
    net: Counter[int | None] = Counter()
    for step in found:
        into[step.to].append(step)
        net[step.to] += 1
        net[step.came_from] -= 1
    heads = [into[course].pop(0) for course, many in net.items() if course is not None for _one in range(max(many, 0))]
    for head in heads:
        yield Chain(tuple(_follow(head, into)), circle=False)
    for course in list(into):
        while into[course]:
            head = into[course].pop(0)
            line = tuple(_follow(head, into))
            yield Chain(line, circle=line[-1].came_from == head.to and head.to is not None)


def _follow(head: Step, into: dict[int | None, list[Step]]) -> Iterator[Step]:
    """Yield the child, then the one that takes its place, and so on."""
    step: Step | None = head
    while step is not None:
        yield step
        behind = into[step.came_from] if step.came_from is not None else []
        step = behind.pop(0) if behind else None
