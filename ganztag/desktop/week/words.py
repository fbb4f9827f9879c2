"""What the week says in words: tooltips, and for screen readers where the cursor and what is carried are."""

from ganztag.desktop.week.boxes import Box
from ganztag.desktop.week.carrying import Carrying
from ganztag.desktop.week.cursor import Cursor
from ganztag.desktop.week.sheet import Cell, Chip, Sheet
from ganztag.language import _, date, ngettext, time, weekday
from ganztag.planning.offer import Block
from ganztag.planning.timing import clock


def span_of(starts: int, ends: int) -> str:
    return f"{time(clock(starts))}–{time(clock(ends))}"


def block_words(block: Block, *, short: bool = True) -> str:
    """Return Di, 2. Block; where the block has no name, its times."""
    name = block.name or span_of(block.starts, block.ends)
    return _("{weekday}, {block}", weekday=weekday(block.weekday, short=short), block=name)


def cell_words(sheet: Sheet, cell: Cell) -> str:
    """Return the day, in a real week with its date, and the block or the times of a cell."""
    day, band = sheet.days[cell[0]], sheet.bands[cell[1]]
    named = weekday(day.weekday) if day.on is None else f"{weekday(day.weekday, short=True)} {date(day.on, 'short')}"
    return _("{weekday}, {block}", weekday=named, block=band.name or span_of(band.starts, band.ends))


def chip_words(chip: Chip) -> list[str]:
    """Return what a chip is, line by line: title, time and room, who leads, how many, and what speaks against it."""
    where = " · ".join(part for part in (chip.time, chip.rhythm, chip.room) if part)
    lines = [chip.title, where, chip.leaders]
    if chip.children:
        lines.append(ngettext("{count} child", "{count} children", chip.children))
    if chip.is_span:
        lines.append(ngettext("{count} block", "{count} blocks", chip.last - chip.first + 1))
    if chip.fixed:
        lines.append(_("fixed"))
    return [line for line in (*lines, STATES[chip.state](), *chip.notes) if line]


def _cancelled() -> str:
    return _("cancelled")


def _moved() -> str:
    return _("moved to here")


def _changed() -> str:
    return _("other than usual")


def _held() -> str:
    return ""


STATES = {"held": _held, "cancelled": _cancelled, "moved": _moved, "changed": _changed}


def where(cursor: Cursor) -> str:
    """Return where the cursor is and what stands there."""
    if cursor.cell is None:
        return ""
    chip = cursor.chip()
    day = cursor.sheet.days[cursor.cell[0]]
    parts = chip_words(chip) if chip is not None else [day.off or _("free")]
    return " · ".join([cell_words(cursor.sheet, cursor.cell), *parts])


def carried_to(hand: Carrying, sheet: Sheet) -> str:
    """Return what is carried, over which place, and what the place says."""
    parts = [_("{course} is being carried", course=hand.load.name)]
    if hand.target is not None:
        parts.append(cell_words(sheet, hand.target))
    elif hand.chip in sheet.by_key:
        parts.append(sheet.by_key[hand.chip].title)
    sign = hand.sign()
    if sign is not None:
        parts += [sign.short, sign.more]
    return " · ".join(part for part in parts if part)


def tip(sheet: Sheet, hand: Carrying | None, cell: Cell | None, box: Box | None) -> str:
    """Return the tooltip of a place of the week."""
    if hand is not None:
        return carried_to(hand, sheet)
    if box is not None and box.key:
        return "\n".join(chip_words(sheet.by_key[box.key]))
    if cell is not None and sheet.days[cell[0]].off:
        return sheet.days[cell[0]].off
    return ""
