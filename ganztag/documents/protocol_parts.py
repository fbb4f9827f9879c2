"""The parts of a protocol as items of a flow: headings, sentences, tables, children with their wishes."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from ganztag import language
from ganztag.documents import names, page
from ganztag.documents.faces import BOLD, REGULAR, SEMIBOLD, TABULAR
from ganztag.documents.fitting import Setting, setting, wrapped
from ganztag.documents.flow import Item
from ganztag.documents.fonts import Style, width
from ganztag.documents.pen import HAIR, HEAD, MM, Pen
from ganztag.language import _, number
from ganztag.queries.protocol_rows import ProtocolBlock, ProtocolChild, ProtocolSheet, ProtocolWish

LEFT, RIGHT = 16 * MM, 194 * MM
_TEXT, _STRONG, _LABEL = Style(REGULAR, 9.2), Style(SEMIBOLD, 9.2), Style(SEMIBOLD, 8.2)
_LINE, _ROW = 4.2 * MM, 5.6 * MM
_DAY, _WISHES, _GOT = 46 * MM, 55 * MM, 126 * MM  # where the columns of a child begin
_LOT = 17 * MM
_TOGETHER = 90 * MM


class Column(NamedTuple):
    """A column of a table: its title, its width as a share, and whether its cells are numbers."""

    title: str
    share: float
    numbers: bool = False


def heading(text: str) -> Item:
    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top + 9.4 * MM, text, Style(BOLD, 12.2))

    return Item(12 * MM, draw, keep=True)


def sentence(text: str, *, mark: str = "", strong: bool = False, keep: bool = False) -> Item:
    """Return a paragraph; *mark* stands before its first line."""
    indent = 4.4 * MM if mark else 0
    style = _STRONG if strong else _TEXT
    lines = wrapped(text, style, RIGHT - LEFT - indent)

    def draw(pen: Pen, top: float) -> None:
        if mark:
            pen.text(LEFT, top + 3.4 * MM, mark, style)
        for place, line in enumerate(lines):
            pen.text(LEFT + indent, top + 3.4 * MM + place * _LINE, line, style)

    return Item(len(lines) * _LINE + 0.8 * MM, draw, keep)


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[Item]:
    """Yield the head of a table and its rows; numbers stand at the right of their column."""
    whole = sum(column.share for column in columns)
    edges = [LEFT]
    for column in columns:
        edges.append(edges[-1] + (RIGHT - LEFT) * column.share / whole)
    titles = _set(columns, edges, [column.title for column in columns], _LABEL)
    head = Item(_height(titles), partial(_table_row, titles, columns, edges, HEAD), keep=True)
    yield head
    for place, row in enumerate(rows, 1):
        cells = _set(columns, edges, row, _TEXT)
        draw = partial(_table_row, cells, columns, edges, HEAD if place == len(rows) else HAIR)
        yield Item(_height(cells), draw, again=(head,))


def _height(cells: Sequence[Setting]) -> float:
    return _ROW + (max(len(cell.lines) for cell in cells) - 1) * _LINE


def _set(columns: Sequence[Column], edges: Sequence[float], row: Sequence[str], style: Style) -> list[Setting]:
    faced = [Style(TABULAR, style.size) if column.numbers and style is _TEXT else style for column in columns]
    return [
        setting(text, own, right - left - 3 * MM, 7.4, most=4)
        for text, own, left, right in zip(row, faced, edges, edges[1:], strict=False)
    ]


def _table_row(
    cells: Sequence[Setting], columns: Sequence[Column], edges: Sequence[float], rule: float, pen: Pen, top: float
) -> None:
    for cell, column, left, right in zip(cells, columns, edges, edges[1:], strict=False):
        page.told(pen, cell)
        for place, text in enumerate(cell.lines):
            y = top + 4 * MM + place * _LINE
            if column.numbers:
                pen.text(right - 3 * MM, y, text, cell.style, "right")
            else:
                pen.text(left, y, text, cell.style)
    pen.across(LEFT, RIGHT, top + _height(cells), rule)


def class_items(sheet: ProtocolSheet, name: str, children: Sequence[ProtocolChild]) -> Iterator[Item]:
    """Yield the heading of a class and its children."""
    title = page.class_title(name) if name else _("Without a class")
    head = (heading(title if sheet.named else _("Results by number")), Item(6 * MM, _labels, keep=True))
    yield from head
    for child in children:
        yield from _child(sheet, child, head)


def _labels(pen: Pen, top: float) -> None:
    titles = ((0, _("Child")), (_DAY, _("Day")), (_WISHES, _("Wishes")), (_GOT, _("Result")))
    for left, text in titles:
        pen.text(LEFT + left, top + 4 * MM, text, _LABEL)
    pen.text(LEFT + _GOT - 5 * MM, top + 4 * MM, _("Lot, where one was drawn"), _LABEL, "right")
    pen.across(LEFT, RIGHT, top + 6 * MM, HEAD)


class _Line(NamedTuple):
    """A block of a child; *wishes* are lines of text, each with the lot at its right end."""

    day: str
    wishes: list[tuple[str, str]]
    got: list[str]
    reason: list[str]

    @property
    def height(self) -> float:
        return max(len(self.wishes), len(self.got) + len(self.reason)) * _LINE


def _child(sheet: ProtocolSheet, child: ProtocolChild, head: tuple[Item, ...]) -> Iterator[Item]:
    """Yield the blocks of a child; they stay together unless they are very high. *head* goes above them."""
    who = names.sorted_(child.name) if sheet.named else child.number
    label = _("{pupil} [{id}]", pupil=who, id=str(child.id))
    name = setting(label, _STRONG, _DAY - 2 * MM, 7.6, most=3)
    lines = [_line(block) for block in child.blocks] or [_Line("", [], [], [])]
    together = sum(line.height for line in lines) <= _TOGETHER
    again = head if together else (*head, Item(0, partial(_child_name, name), keep=True))
    for place, line in enumerate(lines):
        is_first, is_last = place == 0, line is lines[-1]
        high = max(line.height + 0.8 * MM, len(name.lines) * _LINE if is_first else 0) + (1.2 * MM if is_last else 0)
        draw = partial(_draw_day, name if is_first else None, line, high if is_last else 0)
        yield Item(high, draw, together and not is_last, head if is_first else again)


def _child_name(name: Setting, pen: Pen, top: float) -> None:
    page.told(pen, name)
    for place, text in enumerate(name.lines):
        pen.text(LEFT, top + 4 * MM + place * _LINE, text, name.style)


def _draw_day(name: Setting | None, line: _Line, rule: float, pen: Pen, top: float) -> None:
    if name is not None:
        _child_name(name, pen, top)
    _draw_line(pen, line, top + 4 * MM)
    if rule:
        pen.across(LEFT, RIGHT, top + rule, HAIR)


def _line(block: ProtocolBlock) -> _Line:
    room = RIGHT - LEFT - _GOT
    got = _("no place") if not block.got else block.got
    if block.rank is not None:
        wish = _("wish {rank}", rank=block.rank).replace(" ", "\u00a0")
        got = f"{block.got} ({wish})"
    reason = str(block.reason)
    return _Line(
        language.weekday(block.weekday, short=True),
        [line for wish in block.wishes for line in _wish(wish)] or [("–", "")],
        wrapped(got, _STRONG, room),
        wrapped(reason, Style(REGULAR, 8.2), room) if reason else [],
    )


def _wish(wish: ProtocolWish) -> Iterator[tuple[str, str]]:
    """Yield "1 Robotics" with its lot; a long title goes on in the next line."""
    drawn = number(wish.lot) if wish.lot is not None else ""
    text = f"{wish.rank}.\u2002{wish.course}"
    room = _GOT - _WISHES - 5 * MM - _LOT
    first, *rest = wrapped(text, _TEXT, room)
    yield first, drawn
    for line in rest:
        yield line, ""


def _draw_line(pen: Pen, line: _Line, y: float) -> None:
    pen.text(LEFT + _DAY, y, line.day, _TEXT)
    for place, (text, drawn) in enumerate(line.wishes):
        pen.text(LEFT + _WISHES, y + place * _LINE, text, _TEXT)
        pen.text(LEFT + _GOT - 5 * MM, y + place * _LINE, drawn, Style(TABULAR, 8.6), "right")
    for place, text in enumerate(line.got):
        pen.text(LEFT + _GOT, y + place * _LINE, text, _STRONG)
    y += len(line.got) * _LINE
    for place, text in enumerate(line.reason):
        pen.text(LEFT + _GOT, y + place * _LINE, text, Style(REGULAR, 8.2))


def facts(texts: Sequence[str]) -> Item:
    """Return short facts side by side, in as many lines as they need."""
    lines: list[str] = [""]
    for text in texts:
        joined = f"{lines[-1]}   ·   {text}" if lines[-1] else text
        if width(joined, _TEXT) <= RIGHT - LEFT:
            lines[-1] = joined
        else:
            lines.append(text)

    def draw(pen: Pen, top: float) -> None:
        for place, line in enumerate(lines):
            pen.text(LEFT, top + 3.4 * MM + place * _LINE, line, _TEXT)

    return Item(len(lines) * _LINE + 1 * MM, draw)
