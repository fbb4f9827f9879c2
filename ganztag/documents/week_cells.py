"""The cells of a week plan: course, room and leaders over one block or several."""

from collections.abc import Sequence
from typing import NamedTuple

from ganztag import language
from ganztag.documents.faces import MEDIUM, REGULAR, SEMIBOLD, TABULAR
from ganztag.documents.fitting import setting, size_for
from ganztag.documents.fonts import Style
from ganztag.documents.pen import MM, Pen
from ganztag.documents.whereabouts import Slot, Where, bands, outside, shares, slots
from ganztag.language import _
from ganztag.queries.paper_rows import Block, PupilDay, SchoolDay, Stay, WeekPlan

_TEXT = 4.1 * MM
_BAR = 1.1 * MM
_SHORT_NAME = 18
_NO_CATEGORY = (0.45, 0.45, 0.47)
_SCALES = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62)
_SMALLEST = 6.8


class Placed(NamedTuple):
    """A slot on the plan's rows, from *first* to *last*; *own_time* where it keeps other hours than its row."""

    where: Where
    first: int
    last: int
    stays: tuple[Stay, ...] = ()
    own_time: bool = False


class _Text(NamedTuple):
    text: str
    style: Style
    lead: float


def rows(plan: WeekPlan) -> list[Block]:
    """Return the rows of a plan: the blocks of all days, and stays with times of their own."""
    blocks = {day.weekday: day.blocks for day in plan.week}
    own = [Block("", stay.starts, stay.ends) for day in plan.days for stay in outside(day, blocks.get(day.weekday, ()))]
    return bands([block for day in plan.week for block in day.blocks] + own)


def placed(day: PupilDay, school_day: SchoolDay, plan_rows: Sequence[Block]) -> list[Placed]:
    """Return a day's cells from the top; a day at home is one cell over all rows."""
    told = slots(day, school_day.blocks)
    extra = outside(day, school_day.blocks)
    if not extra and all(slot.where is Where.HOME for slot in told):
        care = day.booked and not school_day.blocks
        return [Placed(Where.CARE_OPEN if care else Where.HOME, 0, max(0, len(plan_rows) - 1))]
    cells = [_on_rows(slot, school_day.blocks, plan_rows) for slot in told]
    for stay in extra:
        index = _row(Block("", stay.starts, stay.ends), plan_rows)
        cells.append(Placed(Where.STAY, index, index, (stay,), _differs(stay, plan_rows[index], plan_rows[index])))
    return sorted(cells, key=lambda cell: (cell.first, cell.last))


def _on_rows(slot: Slot, blocks: Sequence[Block], plan_rows: Sequence[Block]) -> Placed:
    first, last = _row(blocks[slot.first], plan_rows), _row(blocks[slot.last], plan_rows)
    differs = any(_differs(stay, plan_rows[first], plan_rows[last]) for stay in slot.stays)
    return Placed(slot.where, first, last, slot.stays, differs)


def _row(block: Block, plan_rows: Sequence[Block]) -> int:
    if block in plan_rows:
        return plan_rows.index(block)
    return next((index for index, row in enumerate(plan_rows) if shares(row, block)), 0)


def _differs(stay: Stay, first: Block, last: Block) -> bool:
    return (stay.starts, stay.ends) != (first.starts, last.ends)


def draw(pen: Pen, cell: Placed, left: float, edges: tuple[float, float], wide: float) -> None:
    """Draw a cell between its upper and lower edge."""
    top, bottom = edges
    if cell.where is not Where.STAY:
        text, face = ("–", REGULAR) if cell.where is Where.HOME else (_("Care?"), SEMIBOLD)
        pen.text(left + _TEXT, top + 6.1 * MM, text, Style(face, 11))
        return
    share = (bottom - top) / len(cell.stays)
    for index, stay in enumerate(cell.stays):
        upper = top + index * share
        pen.bar(left + 1.4 * MM, upper + 1.5 * MM, (_BAR, share - 3 * MM), _colour(stay.colour))
        _stay(pen, stay, left + _TEXT, (upper, upper + share), wide - _TEXT - 0.8 * MM, own_time=cell.own_time)


def _stay(pen: Pen, stay: Stay, x: float, edges: tuple[float, float], room: float, *, own_time: bool) -> None:
    top, bottom = edges
    for scale in _SCALES:
        above, below = _texts(stay, room, scale, own_time=own_time)
        if sum(text.lead for text in (*above, *below)) <= bottom - top - 3.2 * MM:
            break
    else:
        pen.shortened(stay.title)
        above, below = _that_fit(above, bottom - top - 3.2 * MM), []
    y = top + 1.4 * MM
    for text in above:
        y += text.lead
        pen.text(x, y, text.text, text.style)
    y = bottom - 2.4 * MM - sum(text.lead for text in below[1:])
    for index, text in enumerate(below):
        pen.text(x, y + sum(one.lead for one in below[1 : index + 1]), text.text, text.style)


def _that_fit(texts: Sequence[_Text], room: float) -> list[_Text]:
    kept: list[_Text] = []
    for text in texts:
        if sum(one.lead for one in kept) + text.lead > room:
            break
        kept.append(text)
    return kept


def _texts(stay: Stay, room: float, scale: float, *, own_time: bool) -> tuple[list[_Text], list[_Text]]:
    above = _set(stay.title, Style(SEMIBOLD, 11 * scale), room, 1.2)
    if own_time:
        hours = _("{start}–{end}", start=language.time(stay.starts), end=language.time(stay.ends))
        above += _set(hours, Style(TABULAR, 8.8 * scale), room, 1.3)
    where = stay.room_name or stay.room
    above += _set(where or _("Room still open"), Style(MEDIUM, 9.4 * scale), room, 1.3)
    if stay.leaders:
        above += _set(_people(stay.leaders), Style(REGULAR, 8.6 * scale), room, 1.22)
    return above, _set(stay.note, Style(SEMIBOLD, 8.6 * scale), room, 1.22) if stay.note else []


def _set(text: str, style: Style, room: float, lead: float) -> list[_Text]:
    # a little smaller before a second line is begun: "Trommeln" is not worth two
    style = Style(style.face, max(style.size, _SMALLEST))
    longest = max(text.split(" "), key=len)
    size = size_for(longest, style, room, max(style.size * 0.62, _SMALLEST)) or style.size
    fit = setting(text, Style(style.face, size), room, max(size * 0.92, _SMALLEST), most=8)
    return [_Text(one, fit.style, fit.style.size * lead) for one in fit.lines]


def _people(leaders: Sequence[str]) -> str:
    told = [unbroken(leader) for leader in leaders]
    if len(told) == 1:
        return leaders[0]
    return _("{first} and {last}", first=", ".join(told[:-1]), last=told[-1])


def unbroken(name: str) -> str:
    """Keep the parts of a name on one line, unless it is as long as a line."""
    return name.replace(" ", "\u00a0") if len(name) <= _SHORT_NAME else name


def _colour(code: str) -> tuple[float, float, float]:
    try:
        red, green, blue = bytes.fromhex(code.removeprefix("#"))
    except ValueError:
        return _NO_CATEGORY
    return red / 255, green / 255, blue / 255
