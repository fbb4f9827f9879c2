"""The courses of a block as tiles with their children, and where each of them stands on the board."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect

from ganztag.desktop import fonts
from ganztag.desktop.allocation.by_hand.state import HandPlan
from ganztag.desktop.allocation.why.subject import Named
from ganztag.language import _, sort_key

HEAD, LINE, GAP, WIDTH = 46, 23, 12, 206


@dataclass(frozen=True, slots=True)
class Kid:
    """A child on a tile; *rank* of its wish for the course, *moved* by hand just now."""

    pupil: int
    name: str
    class_name: str
    rank: int | None
    fixed: bool
    moved: bool


@dataclass(frozen=True, slots=True)
class Tile:
    """A course with its children; the *course* None is for those without a place."""

    course: int | None
    number: str
    title: str
    size: int
    least: int | None
    most: int | None
    runs: bool
    kids: tuple[Kid, ...]

    @property
    def height(self) -> int:
        return fonts.px(HEAD) + max(len(self.kids), 1) * fonts.px(LINE) + fonts.px(8)


def tiles_of(state: HandPlan, slot: int, children: Mapping[int, Named]) -> list[Tile]:
    """Return the tiles of a block: those without a place first, then the courses by number, struck ones last."""
    verdict = state.verdict()
    plan, problem = verdict.plan, state.problem
    ranks: dict[tuple[int, int], int] = {}
    for wish in problem.wishes:
        key = (wish.pupil, wish.course)
        ranks[key] = min(wish.rank, ranks.get(key, wish.rank))
    pins = {(pin.pupil, pin.course) for pin in problem.fixed}
    moved = state.moves()
    inside: dict[int | None, list[int]] = {}
    for place in plan.placements:
        if place.slot == slot:
            inside.setdefault(place.course, []).append(place.pupil)

    def kids(course: int | None) -> tuple[Kid, ...]:
        found = [
            Kid(pupil, named.name, named.class_name, ranks.get((pupil, course or 0)), (pupil, course or 0) in pins,
                pupil in moved)
            for pupil in inside.get(course, [])
            for named in [children.get(pupil, Named("?", ""))]
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda kid: (sort_key(kid.name), kid.pupil)))

    here = [one for one in problem.courses if any(meeting.id == slot for meeting in one.slots)]
    sizes = {one.id: len(inside.get(one.id, [])) + one.taken for one in here}
    tiles = [
        Tile(one.id, one.number, one.title, sizes[one.id], one.min_size, one.max_size, one.id in plan.running,
             kids(one.id))
        for one in here
    ]  # fmt: skip
    tiles.sort(key=lambda tile: (not tile.runs, tile.number.zfill(6), sort_key(tile.title)))
    without = kids(None)
    return [Tile(None, "", _("Without a place"), len(without), None, None, True, without), *tiles]


@dataclass(slots=True)
class Board:
    """The tiles with their places; those without a place have the first column for themselves."""

    tiles: list[Tile] = field(default_factory=list)
    boxes: list[QRect] = field(default_factory=list)
    height: int = 0

    def arrange(self, tiles: Sequence[Tile], width: int) -> None:
        """Put each tile below the shortest column."""
        self.tiles, self.boxes = list(tiles), []
        gap, least = fonts.px(GAP), fonts.px(WIDTH)
        columns = max((width + gap) // (least + gap), 2)
        side = (width - gap * (columns - 1)) // columns
        ends = [0] * columns
        for place, tile in enumerate(self.tiles):
            column = 0 if place == 0 else min(range(1, columns), key=lambda one: ends[one])
            self.boxes.append(QRect(column * (side + gap), ends[column], side, tile.height))
            ends[column] += tile.height + gap
        self.height = max(ends, default=0)

    def tile_at(self, at: QPoint) -> int | None:
        return next((place for place, box in enumerate(self.boxes) if box.contains(at)), None)

    def kid_at(self, at: QPoint) -> tuple[int, int] | None:
        """Return (tile, line) of the child at a point."""
        place = self.tile_at(at)
        if place is None:
            return None
        line = (at.y() - self.boxes[place].top() - fonts.px(HEAD)) // fonts.px(LINE)
        inside = at.y() >= self.boxes[place].top() + fonts.px(HEAD) and 0 <= line < len(self.tiles[place].kids)
        return (place, line) if inside else None

    def kid_box(self, place: int, line: int) -> QRect:
        box = self.boxes[place]
        top = box.top() + fonts.px(HEAD) + line * fonts.px(LINE)
        return QRect(box.left() + fonts.px(6), top, box.width() - fonts.px(12), fonts.px(LINE))

    def place_of(self, pupil: int) -> tuple[int, int] | None:
        for place, tile in enumerate(self.tiles):
            for line, kid in enumerate(tile.kids):
                if kid.pupil == pupil:
                    return place, line
        return None
