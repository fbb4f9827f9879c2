"""What the week shows, as frozen values without Qt: days, bands of time, and the chips of courses in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ganztag.planning.offer import Block

MARKS = ("error", "warning", "hint", "accepted", "")  # of a chip, the worst first


@dataclass(frozen=True, slots=True)
class Day:
    """A column: a weekday, in a real week with its date; *off* names the day off that empties it."""

    weekday: int
    on: date | None = None
    off: str = ""
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A row: blocks of several days at about the same time. *blocks*: place of the day -> its block."""

    starts: int
    ends: int
    name: str = ""
    blocks: Mapping[int, Block] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chip:
    """A course at one place of the week: one meeting, or several in neighbouring bands in the same room.

    *key* is the first meeting's id. *state*: held, cancelled, moved or changed. *mark* is the worst of its findings,
    *notes* say them in short lines; *time* stands where it is not the block's; *on* is the date in a real week.
    """

    key: int
    meetings: tuple[int, ...]
    course: int
    day: int
    first: int
    last: int
    name: str
    title: str
    room: str = ""
    leaders: str = ""
    children: int = 0
    colour: int | None = None
    mark: str = ""
    short: tuple[str, str] = ("", "")
    notes: tuple[str, ...] = ()
    time: str = ""
    rhythm: str = ""
    fixed: bool = False
    state: str = "held"
    blocks: tuple[int | None, ...] = ()
    on: date | None = None

    @property
    def is_span(self) -> bool:
        return self.last > self.first


Cell = tuple[int, int]  # place of the day, place of the band


@dataclass(frozen=True)
class Sheet:
    """*now* are the minutes since midnight where today is in the week that is shown."""

    days: tuple[Day, ...] = ()
    bands: tuple[Band, ...] = ()
    chips: tuple[Chip, ...] = ()
    real: bool = False
    now: int | None = None

    @cached_property
    def in_cell(self) -> Mapping[Cell, tuple[Chip, ...]]:
        """Return the chips of each cell: what comes from above first, what goes on below last."""
        found: dict[Cell, list[Chip]] = {}
        for chip in self.chips:
            for band in range(chip.first, chip.last + 1):
                found.setdefault((chip.day, band), []).append(chip)
        return {cell: tuple(sorted(chips, key=lambda c: _order(c, cell[1]))) for cell, chips in found.items()}

    @cached_property
    def by_key(self) -> Mapping[int, Chip]:
        return {chip.key: chip for chip in self.chips}

    @cached_property
    def by_meeting(self) -> Mapping[int, Chip]:
        return {meeting: chip for chip in self.chips for meeting in chip.meetings}

    @cached_property
    def cell_of_block(self) -> Mapping[int, Cell]:
        return {block.id: (day, place) for place, band in enumerate(self.bands) for day, block in band.blocks.items()}

    def block_at(self, cell: Cell) -> Block | None:
        day, band = cell
        return self.bands[band].blocks.get(day) if 0 <= band < len(self.bands) else None

    def next_blocks(self, cell: Cell, count: int) -> tuple[int, ...]:
        """Return the blocks of *count* neighbouring cells from *cell* downwards; fewer where the day ends."""
        found = []
        for band in range(cell[1], cell[1] + count):
            block = self.block_at((cell[0], band))
            if block is None:
                break
            found.append(block.id)
        return tuple(found)

    @cached_property
    def fullest(self) -> int:
        """Return the largest number of chips in a cell."""
        return max(map(len, self.in_cell.values()), default=0)


def _order(chip: Chip, band: int) -> tuple[bool, bool]:
    return (chip.first == band, chip.first == band and chip.is_span)  # sorting is stable: else by name


def bands_of(blocks: Sequence[Block], days: Mapping[int, int]) -> tuple[Band, ...]:
    """Put the blocks of all days into bands; *days*: weekday -> place of the day. A day has one block in a band."""
    rows: list[dict[int, Block]] = []
    for block in sorted(blocks, key=lambda b: (b.starts, b.ends, b.weekday)):
        if block.weekday not in days:
            continue
        day = days[block.weekday]
        row = next((row for row in rows if day not in row and _belongs(block, row)), None)
        if row is None:
            row = {}
            rows.append(row)
        row[day] = block
    bands = [_band(row) for row in rows]
    return tuple(sorted(bands, key=lambda band: (band.starts, band.ends)))


def _belongs(block: Block, row: Mapping[int, Block]) -> bool:
    first = next(iter(row.values()))
    if block.name and block.name == first.name:
        return True
    common = min(block.ends, first.ends) - max(block.starts, first.starts)
    return 2 * common >= min(block.ends - block.starts, first.ends - first.starts)


def _band(row: Mapping[int, Block]) -> Band:
    times = [(block.starts, block.ends) for block in row.values()]
    starts, ends = max(times, key=times.count)
    names = [block.name for block in row.values() if block.name]
    return Band(starts, ends, max(names, key=names.count) if names else "", dict(row))


def with_own_times(bands: tuple[Band, ...], spans: Sequence[tuple[int, int]]) -> tuple[Band, ...]:
    """Add bands without blocks for what meets at times that no band has."""
    found = list(bands)
    for starts, ends in sorted(spans):
        if place_of(tuple(found), starts, ends) is None:
            found.append(Band(starts, ends))
    return tuple(sorted(found, key=lambda band: (band.starts, band.ends)))


def place_of(bands: tuple[Band, ...], starts: int, ends: int) -> tuple[int, int] | None:
    """Return the first and the last band that hold a time of the day, None where none holds a good part of it."""
    held = [
        place
        for place, band in enumerate(bands)
        if 2 * (min(ends, band.ends) - max(starts, band.starts)) >= min(ends - starts, band.ends - band.starts) > 0
    ]
    return (held[0], held[-1]) if held else None
