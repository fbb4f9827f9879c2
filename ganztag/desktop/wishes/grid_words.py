"""What the grid of wishes says in words: tooltips, and where the cursor is for screen readers."""

from ganztag.desktop.wishes.contents import ANY, NONE, NOT, Cell
from ganztag.desktop.wishes.entry import Entry
from ganztag.desktop.wishes.wrongs import Wrong
from ganztag.domain.ballot_papers import WEEK
from ganztag.language import _, weekday
from ganztag.queries.ballots import BallotRow


def names_at(entry: Entry, row: int, cell: int) -> list[str]:
    """Return what stands in a cell, in words."""
    content = entry.content_at(row, cell)
    names = [entry.courses[key].name for key in content.courses if key in entry.courses]
    if content.sign == ANY:
        names.append(_("any course from here on"))
    if content.sign == NONE:
        names.append(_("wants no place here"))
    return names


def where(entry: Entry, ballot: BallotRow | None, wrong: Wrong | None) -> str:
    """Return the current cell with what stands in it and what is wrong in its row."""
    here = entry.here()
    if here is None or not entry.rows or ballot is None:
        return ""
    told = str(wrong.trouble.message) if wrong else ""
    place = _place(entry.rows[entry.row].voter.name, here, ballot)
    return " · ".join(part for part in (place, *names_at(entry, entry.row, entry.cell), told) if part)


def _place(child: str, here: Cell, ballot: BallotRow) -> str:
    block = next((block for block in ballot.blocks if block.id == here.block), None)
    day = weekday(block.weekday) if block else ""
    if here.rank == NOT:
        return _("{child}, {day}, courses that are not wanted", child=child, day=day)
    if here.block == WEEK:
        return _("{child}, wish {rank} of the week", child=child, rank=here.rank)
    return _("{child}, {day}, wish {rank}", child=child, day=day, rank=here.rank)


def tip(entry: Entry, row: int, cell: int | None) -> str:
    """Return the tooltip of a cell; of the name where *cell* is None."""
    child = entry.rows[row]
    if cell is None:
        number = _("Slip {number}", number=child.number) if child.number else ""
        told = [str(found.message) for _band, _rank, found in child.troubles]
        return "\n".join(filter(None, (" · ".join(filter(None, (child.voter.name, number, child.note))), *told)))
    place = entry.cells[cell]
    told = [str(t.message) for block, rank, t in child.troubles if (block, rank) == (place.block, place.rank)]
    return "\n".join([*names_at(entry, row, cell), *told])
