"""What the grid of wishes says in words: tooltips, and where the cursor is for screen readers."""

from ganztag.desktop.wishes.entry import Entry
from ganztag.desktop.wishes.wrongs import Wrong
from ganztag.language import _, weekday
from ganztag.queries.ballots import BallotRow


def names_at(entry: Entry, row: int, cell: int) -> list[str]:
    return [entry.courses[key].name for key in entry.courses_at(row, cell) if key in entry.courses]


def where(entry: Entry, ballot: BallotRow | None, wrong: Wrong | None) -> str:
    """Return the current cell with what stands in it and what is wrong in its row."""
    here = entry.here()
    if here is None or not entry.rows or ballot is None:
        return ""
    block = next((block for block in ballot.blocks if block.id == here.block), None)
    day = weekday(block.weekday) if block else ""
    place = _("{child}, {day}, wish {rank}", child=entry.rows[entry.row].voter.name, day=day, rank=here.rank)
    told = str(wrong.trouble.message) if wrong else ""
    return " · ".join(part for part in (place, *names_at(entry, entry.row, entry.cell), told) if part)


def tip(entry: Entry, row: int, cell: int | None) -> str:
    """Return the tooltip of a cell; of the name where *cell* is None."""
    child = entry.rows[row]
    if cell is None:
        return " · ".join(part for part in (child.voter.name, child.note) if part)
    place = entry.cells[cell]
    told = [str(t.message) for block, rank, t in child.troubles if (block, rank) == (place.block, place.rank)]
    return "\n".join([*names_at(entry, row, cell), *told])
