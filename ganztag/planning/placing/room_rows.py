"""Rooms as rows of the integer programme: so many of a kind, parts and wholes, and those that several courses share."""

from collections.abc import Sequence

import numpy as np

from ganztag.planning.model import Rows
from ganztag.planning.offer import Room
from ganztag.planning.offer_index import wholes
from ganztag.planning.placing.boxes import Box, Point, box_of, cliques, points
from ganztag.planning.placing.columns import Columns
from ganztag.planning.placing.rows import Entry, Uses, at_most, by_box
from ganztag.planning.placing.spots import Task
from ganztag.planning.placing.week import present_boxes, size_of


def add_rooms(rows: Rows, found: Columns, uses: Uses) -> None:
    """Add the rows of all rooms."""
    kind_of = {kind.rooms[0]: number for number, kind in enumerate(found.kinds)}
    known = found.task.offer.index.room
    for number, entries in uses.kinds.items():
        room = known.get(found.kinds[number].rooms[0] or 0)
        if room is None:
            continue
        if room.shared:
            _shared(rows, found, room, entries)
        else:
            there = by_box(entries)
            for group in cliques(there, room.setup + room.cleanup):
                at_most(rows, [entry for box in group for entry in there[box]], len(found.kinds[number].rooms))
        for whole in wholes(known, room.id)[1:]:
            if not known[whole].shared and whole in kind_of:
                _part(rows, found.task, (room, entries), (known[whole], uses.kinds[kind_of[whole]]))


def _part(rows: Rows, task: Task, part: tuple[Room, Sequence[Entry]], whole: tuple[Room, Sequence[Entry]]) -> None:
    """Write that a part is free while the whole is used; several may be in a part that is shared."""
    pause = whole[0].setup + whole[0].cleanup
    inside, around = by_box(part[1]), by_box(whole[1])
    for box, entries in inside.items():
        for other, rivals in around.items():
            between = box.gap(other)
            if between is None or between >= max(pause, 0):
                continue
            groups = [entries]
            if part[0].shared:
                needs = sorted({task.spots[entry.spot].need for entry in entries})
                groups = [[entry for entry in entries if task.spots[entry.spot].need == need] for need in needs]
            for group in groups:
                at_most(rows, [*group, *rivals])


def _shared(rows: Rows, found: Columns, room: Room, entries: Sequence[Entry]) -> None:
    """Write that no more children are in a shared room than it has places, or than are in it now."""
    if room.places is None:
        return
    task, offer = found.task, found.task.offer
    stay = [(box_of(offer, m), size_of(task, m)) for m in task.standing.housed.get(room.id, ()) if m.room == room.id]
    now = present_boxes(task, room.id)
    stuck = []
    for need in task.needs:
        standing = need.standing()
        if standing is not None and need.index in found.u and need.room == room.id:
            stuck.append((found.u[need.index], box_of(offer, standing), need.size))
    for point in points([*(entry.box for entry in entries), *(box for _column, box, _size in stuck)]):
        used = [(e.column, task.needs[task.spots[e.spot].need].size) for e in entries if e.box.covers(point)]
        used += [(column, size) for column, box, size in stuck if box.covers(point)]
        rest = max(room.places, _children(now, point)) - _children(stay, point)
        if sum(size for _column, size in used) > rest:
            rows.add(-np.inf, [c for c, _s in used], [float(s) for _c, s in used], float(max(rest, 0)))


def _children(there: Sequence[tuple[Box, int]], point: Point) -> int:
    return sum(size for box, size in there if box.covers(point))
