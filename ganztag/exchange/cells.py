"""Cells as text: what a workbook's values read like, and the apostrophe that keeps a text from being a formula."""

import datetime as dt
import re

# A cell that begins like this is a formula to Excel; the full-width forms are read like the plain ones (OWASP).
_FORMULA_LIKE = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_ESCAPED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")


def escaped(text: str) -> str:
    """Return *text* so that no program takes it for a formula; `unescaped` gives back exactly *text*."""
    return "'" + text if _FORMULA_LIKE.match(text) else text


def guarded(text: str) -> str:
    """Return *text* for a cell that is a text anyway (xlsx), so that `unescaped` gives it back."""
    return "'" + text if _ESCAPED.match(text) else text


def unescaped(text: str) -> str:
    return text[1:] if _ESCAPED.match(text) else text


def text_of(value: object) -> str:
    """Return a workbook's value as its shortest text: 8.0 is ``8``, a date ``03.02.2018``, a time ``14:00``."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, int | float):
        return _number_text(value)
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return _moment_text(value)
    return "" if value is None else str(value)


def _moment_text(value: dt.date | dt.time | dt.timedelta) -> str:
    if isinstance(value, dt.datetime):
        return _date_text(value) if value.time() == dt.time(0) else f"{_date_text(value)} {_time_text(value.time())}"
    if isinstance(value, dt.date):
        return _date_text(value)
    if isinstance(value, dt.time):
        return _time_text(value)
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")


def _number_text(value: float) -> str:
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e15):
        return str(int(value))
    return repr(value)


def _date_text(value: dt.date) -> str:
    return f"{value.day:02d}.{value.month:02d}.{value.year:04d}"


def _time_text(value: dt.time) -> str:
    return f"{value.hour:02d}:{value.minute:02d}" + (f":{value.second:02d}" if value.second else "")
