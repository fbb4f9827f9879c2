"""Tables without a line of titles: a plain class list, and the pupils of Untis (GPU010)."""

import re
from collections.abc import Callable, Sequence

from ganztag.exchange.sheets import Row, Sheet
from ganztag.exchange.tables import Part
from ganztag.exchange.values import Wrong, date_of

_NAME = re.compile(r"^[^\d;|@=]{1,60}$")
_CLASS = re.compile(r"^(?:klasse )?(?:\d{1,2} ?[a-z]{0,3}\d?|vsk ?[a-z]?|[efjq][fv12]?\d? ?[a-z]?)$", re.IGNORECASE)
_ENOUGH = 0.8
_GPU010 = {1: "surname", 7: "call_name", 9: "class_name", 10: "untis_sex", 12: "birth_date", 14: "external_id"}
_GPU010_NUMBER, _GPU010_KEY = 8, 14


def part_without_header(sheet: Sheet) -> Part | None:
    """Return the pupils of a table that begins with the first child; None where its columns are not plain enough."""
    rows = sheet.rows
    if not rows:
        return None
    mapping = _untis(rows) or _class_list(rows)
    return Part(sheet.name, None, ("",) * len(rows[0].cells), mapping, rows) if mapping else None


def _class_list(rows: Sequence[Row]) -> dict[int, str]:
    """Return the columns where two of names, one of classes and perhaps one of dates stand side by side."""
    width = max(len(row.cells) for row in rows)
    names = [column for column in range(width) if _holds(rows, column, _is_name)]
    dates = [column for column in range(width) if _holds(rows, column, _is_date)]
    classes = [c for c in range(width) if c not in dates and _holds(rows, c, _is_class) and c not in names[:2]]
    if len(names) < 2 or not classes or width > 8:
        return {}
    mapping = {names[0]: "surname", names[1]: "call_name", classes[0]: "class_name"}
    return mapping | ({dates[0]: "birth_date"} if dates else {})


def _untis(rows: Sequence[Row]) -> dict[int, str]:
    """GPU010 is known by its places: name, surname, first name, number, class, sex, birth date as JJJJMMTT."""
    fits = all(
        len(row.cells) >= 15
        and row.cells[1].strip()
        and row.cells[10] in ("", "1", "2")
        and re.fullmatch(r"\d{8}|", row.cells[12])
        for row in rows
    )
    if not fits:
        return {}
    if any(row.cells[_GPU010_KEY].strip() for row in rows):
        return _GPU010
    return {column: key for column, key in _GPU010.items() if column != _GPU010_KEY} | {_GPU010_NUMBER: "external_id"}


def _holds(rows: Sequence[Row], column: int, fits: Callable[[str], bool]) -> bool:
    cells = [text for row in rows if (text := row.cell(column).strip())]
    return len(cells) >= _ENOUGH * len(rows) and sum(map(fits, cells)) >= _ENOUGH * len(cells)


def _is_name(text: str) -> bool:
    return bool(_NAME.match(text)) and not _CLASS.match(text)


def _is_class(text: str) -> bool:
    return bool(_CLASS.match(text))


def _is_date(text: str) -> bool:
    try:
        return date_of(text) is not None and len(text) > 5
    except Wrong:
        return False
