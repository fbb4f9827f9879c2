"""The grid of an attendance list: columns with their heads, the children's rows, the place for sums and initials."""

from ganztag import language
from ganztag.documents import names
from ganztag.documents.attendance_columns import CLASS, DATES, LEAVES, LEFT, NAME, RIGHT, WAY, Column, Columns
from ganztag.documents.attendance_rows import PADDING, Leave, PageRows, Row, enrolled
from ganztag.documents.faces import MEDIUM, REGULAR, SEMIBOLD, TABULAR, TABULAR_BOLD
from ganztag.documents.fitting import Setting, setting, size_for
from ganztag.documents.fonts import Style, width
from ganztag.documents.page import told
from ganztag.documents.pen import FIFTH, HAIR, HEAD, MM, TOP, Align, Pen
from ganztag.language import _
from ganztag.queries.paper_rows import Mark

MONTH, WEEKDAY, DAY = 5.2 * MM, 4.2 * MM, 6.6 * MM
SUM, INITIALS = 6.0 * MM, 7.4 * MM
_EDGE = 0.7
_LABEL = Style(REGULAR, 7.8)
_CAP = 0.727 / 2
_BOXED = 0.9


def head_height(columns: Columns) -> float:
    return MONTH + DAY + (WEEKDAY if _several_weekdays(columns) else 0)


def _several_weekdays(columns: Columns) -> bool:
    return len({column.date.day.weekday() for column in columns.dates}) > 1


def head(pen: Pen, columns: Columns, top: float) -> float:
    """Draw the months, the dates and the labels; return where the rows begin."""
    bottom = top + head_height(columns)
    pen.across(LEFT, RIGHT, top, TOP)
    for label, x, room, align in _labels(columns):
        size = size_for(label, _LABEL, room, 6.4) or 6.4
        pen.text(x, bottom - 2.2 * MM, label, Style(REGULAR, size), align)
    for first, last in columns.months():
        pen.across(first.left, last.right, top + MONTH)
        _month(pen, first, last, top + MONTH / 2)
    for column in columns.dates:
        _date(pen, column, bottom, weekday=_several_weekdays(columns))
    for left, right in columns.segments(over_cancelled=True):
        pen.across(left, right, bottom, HEAD)
    return bottom


def _labels(columns: Columns) -> list[tuple[str, float, float, Align]]:
    """Return what stands above the columns: text, where, how wide it may be, and whether it is centred."""
    return [
        (_("Surname, first name"), NAME + PADDING, CLASS - NAME - 2 * PADDING, "left"),
        (_("Class"), (CLASS + LEAVES) / 2, LEAVES - CLASS - 0.6 * MM, "centre"),
        (_("leaves at"), (LEAVES + WAY) / 2, WAY - LEAVES - 0.6 * MM, "centre"),
        (_("Way home"), WAY + PADDING, DATES - WAY - PADDING, "left"),
        (_("Remark"), columns.remark + PADDING, RIGHT - columns.remark - PADDING, "left"),
    ]


def _month(pen: Pen, first: Column, last: Column, middle: float) -> None:
    """Write the month's name; across a holiday gap it stands over the wider part."""
    room, style = last.right - first.left - 1, Style(SEMIBOLD, 7.8)
    day = first.date.day
    name = language.date(day, "month")
    short = language.date(day, "short month")
    text, size = name, size_for(name, style, room, 7.4)
    if size is None:
        text, size = short, size_for(short, style, room, 5.5) or 5.5
    pen.text((first.left + last.right) / 2, middle + size * _CAP, text, Style(SEMIBOLD, size), "centre")


def _date(pen: Pen, column: Column, bottom: float, *, weekday: bool) -> None:
    day = column.date.day
    text = f"{day.day}." if language.spoken() == "de" else str(day.day)
    pen.text(column.middle, bottom - 2.1 * MM, text, Style(SEMIBOLD, 9.4), "centre")
    if weekday:
        name = language.weekday(day.weekday() + 1, short=True)
        style = Style(REGULAR, size_for(name, Style(REGULAR, 7.6), column.right - column.left - 1, 6) or 6)
        pen.text(column.middle, bottom - DAY - 0.5 * MM, name, style, "centre")


def rows(pen: Pen, columns: Columns, page_rows: PageRows, top: float) -> float:
    """Draw the rows of a page; return where they end."""
    pieces = columns.segments(over_cancelled=False)
    y = top
    for row, height in zip(page_rows.rows, page_rows.heights, strict=True):
        _row(pen, columns, row, y, height)
        y += height
        last = row is page_rows.rows[-1]
        for left, right in columns.segments(over_cancelled=True) if last else pieces:
            pen.across(left, right, y, FIFTH if last or row.number % 5 == 0 else HAIR)
    for x in (NAME, CLASS, LEAVES, WAY):
        pen.down(x, top, y)
    for column in columns.dates:
        if column.date.cancelled:
            _cancelled(pen, column, top, y)
    return y


def _row(pen: Pen, columns: Columns, row: Row, top: float, height: float) -> None:
    middle = top + height / 2
    pen.text(NAME - 1.4 * MM, middle + 8.4 * _CAP, str(row.number), Style(TABULAR, 8.4), "right")
    if row.child is None:
        return
    if row.name:
        names.draw(pen, row.name, (NAME + PADDING, CLASS - PADDING), top, height)
        if row.name.cut:
            pen.shortened(names.sorted_(row.child.name))
    _stack(pen, (CLASS + LEAVES) / 2, middle, (row.class_name,) if row.class_name else (), centred=True)
    _leaves(pen, row.leaves, middle)
    _stack(pen, WAY + PADDING, middle, row.ways)
    _stack(pen, columns.remark + PADDING, middle, (row.remark,) if row.remark else ())
    for column in columns.dates:
        if column.date.cancelled:
            continue
        if not enrolled(row.child, column.date.day):
            across, up = 0.37 * (column.right - column.left), min(height * 0.24, 1.5 * MM)
            pen.rule(column.middle - across, middle + up, column.middle + across, middle - up, 0.6)
        elif column.date.day in row.marks:
            mark(pen, row.marks[column.date.day], column.middle, middle)


def _stack(pen: Pen, x: float, middle: float, parts: tuple[Setting, ...], *, centred: bool = False) -> None:
    """Draw the lines of a cell, centred between its rules."""
    lines = [(text, part.style) for part in parts for text in part.lines]
    y = middle - sum(style.size for _text, style in lines) * 1.06 / 2
    for text, style in lines:
        step = style.size * 1.06
        pen.text(x, y + step / 2 + style.size * _CAP, text, style, "centre" if centred else "left")
        y += step
    for part in parts:
        told(pen, part)


def _leaves(pen: Pen, leaves: tuple[Leave, ...], middle: float) -> None:
    if len(leaves) == 1:
        leave_time(pen, leaves[0], (LEAVES + WAY) / 2, middle, 9.4)
        return
    step = 3.5 * MM
    y = middle - step * (len(leaves) - 1) / 2
    for leave in leaves:
        pen.text(LEAVES + 0.9 * MM, y + 7.4 * _CAP, leave.label, Style(REGULAR, 7.4))
        leave_time(pen, leave, WAY - 4.6 * MM, y, 7.6)
        y += step


def leave_time(pen: Pen, leave: Leave, x: float, middle: float, size: float) -> float:
    """Draw a leave time centred at *x*: boxed if before the course ends, an empty box if unknown. Return its width."""
    style = Style(TABULAR_BOLD if leave.early else TABULAR, size)
    text = language.time(leave.at) if leave.at else ""
    wide, high = max(width("00:00", style), width(text, style)) + 0.36 * size, size * 1.26
    if text:
        pen.text(x, middle + size * _CAP, text, style, "centre")
    if leave.early or not text:
        frame = _BOXED if leave.early else HAIR
        pen.frame(x - wide / 2, middle - high / 2, (wide, high), frame, 0.2 * size)
    return wide


def mark(pen: Pen, what: Mark, x: float, middle: float) -> None:
    """Draw what was recorded, centred at *x*."""
    arm = 1.05 * MM
    if what is Mark.PRESENT:
        pen.rule(x - arm, middle - arm, x + arm, middle + arm, TOP)
        pen.rule(x - arm, middle + arm, x + arm, middle - arm, TOP)
    elif what is Mark.ABSENT:
        pen.rule(x - 1.4 * MM, middle, x + 1.4 * MM, middle, 1.2)
    else:
        letter = _letter(what)
        pen.text(x, middle + 9.4 * _CAP * (0.78 if letter.islower() else 1), letter, Style(MEDIUM, 9.4), "centre")


def _letter(what: Mark) -> str:
    return _("e") if what is Mark.EXCUSED else _("L")


def _cancelled(pen: Pen, column: Column, top: float, bottom: float) -> None:
    """Write the reason upright into the empty column."""
    reason = _("cancelled – {reason}", reason=str(column.date.cancelled))
    room = bottom - top - 4 * MM
    fit = setting(reason, Style(SEMIBOLD, 8.8), room, 7.4, most=2)
    told(pen, fit)
    step = fit.style.size * 1.15
    x = column.middle - step * (len(fit.lines) - 1) / 2 + fit.style.size * _CAP
    for text in fit.lines:
        pen.upright(x, (top + bottom) / 2, text, fit.style)
        x += step


def verticals(pen: Pen, columns: Columns, top: float, bottom: float) -> None:
    """Draw the edges of dates and months; those of months and gaps reach up to the top rule."""
    firsts = {first.left for first, _last in columns.months()}
    for index, column in enumerate(columns.dates):
        month = column.left in firsts or column.gap
        pen.down(column.left, top if month else top + MONTH, bottom, _EDGE if month else HAIR)
        after = columns.dates[index + 1] if index + 1 < len(columns.dates) else None
        if after is not None and after.gap:
            pen.down(column.right, top, bottom, _EDGE)
    pen.down(columns.remark, top, bottom, _EDGE)
