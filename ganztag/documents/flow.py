"""Items one below the other over as many pages as it takes; a heading is never left alone at the foot of a page."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ganztag.documents.pen import Pen


class Item(NamedTuple):
    """*draw* gets the pen and the top edge; *keep*: the next item has to be on the same page.

    *again* are those that stand above it once more where it is the first of a later page: the head of its table.
    """

    height: float
    draw: Callable[[Pen, float], None]
    keep: bool = False
    again: "tuple[Item, ...]" = ()


def pages(items: Sequence[Item], first: float, others: float) -> list[list[Item]]:
    """Return the items of each page; *first* and *others* are how much fits on the first page and on the others."""
    found: list[list[Item]] = [[]]
    room = first
    for group in _groups(items):
        height = sum(item.height for item in group)
        if height > room and found[-1]:
            found.append(list(group[0].again))
            room = others - sum(item.height for item in group[0].again)
        if height <= room:
            found[-1] += group
            room -= height
            continue
        for item in group:  # a group that is higher than a page
            if item.height > room and found[-1]:
                found.append(list(item.again))
                room = others - sum(head.height for head in item.again)
            found[-1].append(item)
            room -= item.height
    return found


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    groups: list[list[Item]] = []
    going = False
    for item in items:
        if going:
            groups[-1].append(item)
        else:
            groups.append([item])
        going = item.keep
    return groups


def draw(pen: Pen, items: Sequence[Item], top: float) -> float:
    """Draw the items from *top* on; return where they end."""
    for item in items:
        item.draw(pen, top)
        top += item.height
    return top
