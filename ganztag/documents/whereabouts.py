"""Where a child is in each block of a day: here, at home, or booked and nobody has said where."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from ganztag.domain.school_year import minutes_of
from ganztag.language import _
from ganztag.queries.paper_rows import Block, PupilDay, Stay, StayKind


class Where(Enum):
    """What a slot says: a stay, "Care?", or "–"."""

    STAY = auto()
    CARE_OPEN = auto()
    HOME = auto()


class Slot(NamedTuple):
    """One or several blocks in a row, from *first* to *last* (indexes); *blocks* are those that it covers."""

    where: Where
    first: int
    last: int
    stays: tuple[Stay, ...] = ()


def slots(day: PupilDay, blocks: Sequence[Block]) -> list[Slot]:
    """Return the slots of a child's day over *blocks*, in order. A stay over several blocks is one slot."""
    here = [[stay for stay in _stays(day) if shares(stay, block)] for block in blocks]
    found: list[Slot] = []
    for index, stays in enumerate(here):
        before = found[-1] if found else None
        if before and before.stays and len(stays) == 1 and before.stays == tuple(stays):
            found[-1] = before._replace(last=index)
        elif stays:
            found.append(Slot(Where.STAY, index, index, tuple(stays)))
        else:
            found.append(Slot(_without(day, blocks[index]), index, index))
    return found


def outside(day: PupilDay, blocks: Sequence[Block]) -> list[Stay]:
    """Return the stays with times of their own, which belong to none of *blocks*."""
    return [stay for stay in _stays(day) if not any(shares(stay, block) for block in blocks)]


def _stays(day: PupilDay) -> list[Stay]:
    return sorted((stay for stay in day.stays if stay.kind is not StayKind.LUNCH), key=lambda stay: stay.starts)


def _without(day: PupilDay, block: Block) -> Where:
    gone = day.leaves is not None and day.leaves <= block.starts
    return Where.CARE_OPEN if day.booked and not gone else Where.HOME


def shares(one: Stay | Block, other: Stay | Block) -> bool:
    """At least half of the shorter one lies in the other: a few minutes over the bell are no second block."""
    common = min(minutes_of(one.ends), minutes_of(other.ends)) - max(minutes_of(one.starts), minutes_of(other.starts))
    return common > 0 and 2 * common >= min(_length(one), _length(other))


def _length(one: Stay | Block) -> int:
    return minutes_of(one.ends) - minutes_of(one.starts)


def bands(blocks: Iterable[Block]) -> list[Block]:
    """Return the rows of a week: blocks of all days at about the same time are one, named as most of them are."""
    groups: list[list[Block]] = []
    for block in sorted(blocks, key=lambda block: (block.starts, block.ends)):
        fitting = [group for group in groups if shares(group[0], block)]
        if fitting:
            fitting[0].append(block)
        else:
            groups.append([block])
    return [Counter(group).most_common(1)[0][0] for group in groups]


def span_name(blocks: Sequence[Block]) -> str:
    """Return the words for several blocks in a row, like "Block 1 and 2"; empty where they have no names."""
    first, last = blocks[0].name, blocks[-1].name
    if not first or not last:
        return ""
    head, _gap, tail = last.rpartition(" ")
    short = tail if head and first.startswith(f"{head} ") else last
    if len(blocks) == 2:
        return _("{first} and {last}", first=first, last=short)
    return _("{first} to {last}", first=first, last=short)
