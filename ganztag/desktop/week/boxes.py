"""How the chips of a cell are arranged: stacked in lines where there are many, filling the time where there are few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from ganztag.desktop import fonts
from ganztag.desktop.week.sheet import MARKS, Cell, Chip, Sheet

if TYPE_CHECKING:
    from ganztag.desktop.week.geometry import Geometry

Boxes = dict[Cell, tuple["Box", ...]]
_TALLEST = 220  # a card says all it has to say in less


@dataclass(frozen=True, slots=True)
class Box:
    """A chip in the week, y without scrolling; *more* counts the chips of the cell that have no room (*key* 0).

    *mark* is the worst of theirs.

    *part* says of a chip that is drawn once in each of its cells whether it goes on below (1) or comes from above (-1).
    """

    rect: QRect
    key: int = 0
    more: int = 0
    part: int = 0
    mark: str = ""


def roomy(place: Geometry, sheet: Sheet) -> tuple[Boxes, tuple[Box, ...]]:
    """Fill the cells with their chips, side by side where there are several; a span reaches over its cells."""
    spans: list[Box] = []
    boxes: dict[Cell, list[Box]] = {}
    inset = fonts.px(5)
    for chip in sheet.chips:
        lane, lanes = _lane(sheet, chip)
        width = (place.day_width - 2 * inset - (lanes - 1) * fonts.px(4)) // lanes
        left = place.lefts[chip.day] + inset + lane * (width + fonts.px(4))
        top = place.tops[chip.first] + place.reason((chip.day, chip.first))
        bottom = place.tops[chip.last] + place.heights[chip.last] - inset
        if not chip.is_span:
            bottom = min(bottom, top + fonts.px(_TALLEST))
        box = Box(QRect(left, top, width, max(bottom - top, fonts.px(20))), chip.key)
        if chip.is_span:
            spans.append(box)
        else:
            boxes.setdefault((chip.day, chip.first), []).append(box)
    return {cell: tuple(found) for cell, found in boxes.items()}, tuple(spans)


def _lane(sheet: Sheet, chip: Chip) -> tuple[int, int]:
    """Return which column of how many a chip stands in: all that share a cell, however far it reaches, share out."""
    group, keys = [chip], {chip.key}
    for known in group:  # grows while it is walked through
        for band in range(known.first, known.last + 1):
            for other in sheet.in_cell.get((known.day, band), ()):
                if other.key not in keys:
                    keys.add(other.key)
                    group.append(other)
    lanes: list[list[Chip]] = []
    for one in sorted(group, key=lambda c: (c.first, -c.last, c.key)):
        lane = next((lane for lane in lanes if all(_apart(one, other) for other in lane)), None)
        if lane is None:
            lane = []
            lanes.append(lane)
        lane.append(one)
    return next(number for number, lane in enumerate(lanes) if chip in lane), len(lanes)


def _apart(one: Chip, other: Chip) -> bool:
    return one.last < other.first or other.last < one.first


def stacked(place: Geometry, sheet: Sheet) -> tuple[Boxes, tuple[Box, ...]]:
    """Stack the chips in lines; two blocks in a row are one box across the gap, as many as fit side by side."""
    lanes = _span_lanes(place, sheet)
    spans = [_span_box(place, chip, *lanes[chip.key]) for chip in sheet.chips if chip.key in lanes]
    boxes = {}
    for cell, chips in sheet.in_cell.items():
        boxes[cell] = tuple(_in_cell(place, cell, chips, lanes))
    return boxes, tuple(spans)


def _span_lanes(place: Geometry, sheet: Sheet) -> dict[int, tuple[int, int]]:
    """Return column and number of columns for the spans that can be drawn as one: those over one gap between two."""
    lanes: dict[int, tuple[int, int]] = {}
    most = max(place.day_width // fonts.px(66), 1)
    busy: set[Cell] = set()
    for (day, band), chips in sorted(sheet.in_cell.items()):
        crossing = [chip for chip in chips if chip.first == band and chip.last == band + 1]
        has_room = {(day, band), (day, band + 1)}.isdisjoint(place.signed)
        if not has_room or not crossing or (day, band) in busy:
            continue
        drawn = crossing[:most]
        lanes.update({chip.key: (number, len(drawn)) for number, chip in enumerate(drawn)})
        busy.add((day, band + 1))  # its top is taken; what begins there and goes on is drawn in parts
    return lanes


def _span_box(place: Geometry, chip: Chip, lane: int, lanes: int) -> Box:
    inset, between = fonts.px(5), fonts.px(3)
    width = (place.day_width - 2 * inset - (lanes - 1) * between) // lanes
    line = place.pitch - between
    top = place.tops[chip.first] + place.heights[chip.first] - inset - line
    bottom = place.tops[chip.last] + inset + line
    return Box(QRect(place.lefts[chip.day] + inset + lane * (width + between), top, width, bottom - top), chip.key)


def _in_cell(place: Geometry, cell: Cell, chips: tuple[Chip, ...], lanes: dict[int, tuple[int, int]]) -> list[Box]:
    day, band = cell
    single = [chip for chip in chips if chip.key not in lanes]
    above = any(chip.key in lanes and chip.last == band for chip in chips)
    below = any(chip.key in lanes and chip.first == band for chip in chips)
    top = place.tops[band] + place.reason(cell)
    bottom = place.tops[band] + place.heights[band] - fonts.px(3)
    top, bottom = top + above * place.pitch, bottom - below * place.pitch
    lines = max((bottom - top) // place.pitch, 1)
    columns = 1 if len(single) <= lines else _columns(place, len(single), lines)
    shown = lines * columns if len(single) <= lines * columns else lines * columns - 1
    lines = min(lines, -(-len(single) // columns))
    left, between = place.lefts[day] + fonts.px(5), fonts.px(3)
    width = (place.day_width - fonts.px(10) - (columns - 1) * between) // columns
    boxes = []
    for number in range(min(len(single), shown) + (len(single) > shown)):
        column, line = divmod(number, lines)
        rect = QRect(left + column * (width + between), top + line * place.pitch, width, place.pitch - between)
        if number == shown:
            hidden = min((chip.mark for chip in single[shown:]), key=MARKS.index)
            boxes.append(Box(rect, more=len(single) - shown, mark=hidden))
        else:
            boxes.append(Box(rect, single[number].key, part=_part(single[number], band)))
    return boxes


def _columns(place: Geometry, count: int, lines: int) -> int:
    """Return the columns that *count* chips need in so many lines, as far as their names stay readable."""
    return max(min(-(-count // lines), place.day_width // fonts.px(70)), 1)


def _part(chip: Chip, band: int) -> int:
    if not chip.is_span:
        return 0
    return 1 if band < chip.last else -1
