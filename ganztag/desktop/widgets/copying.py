"""Rows of a list as Excel pastes them: one line each, cells parted by tabs, text that stays text."""

from collections.abc import Sequence
from typing import Any

from ganztag.desktop.widgets.columns import Column


def as_table(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> str:
    """Return the heads and the rows."""
    lines = ["\t".join(str(column.title) for column in columns)]
    lines += ["\t".join(_one_line(column.text(row)) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    """Return a text that stays in its cell, and that Excel takes as text, not as a formula."""
    plain = " ".join(text.split())
    return f"'{plain}" if plain[:1] in ("=", "+", "-", "@") and len(plain) > 1 else plain
