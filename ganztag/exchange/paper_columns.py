"""Which columns of a table of staff say when a paper was seen: one for each paper that the school asks for."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from ganztag.exchange.header_words import normal
from ganztag.exchange.tables import Part, Table
from ganztag.exchange.wish_columns import PAPER

__all__ = ["PAPER", "header", "papers_in", "with_papers"]

_TITLE = re.compile(r"^nachweis:\s*(?P<name>.+)$", re.IGNORECASE)


def header(name: str) -> str:
    """Return the title of a paper's column in our own files."""
    return f"Nachweis: {name}"


def with_papers(table: Table, known: Collection[str]) -> Table:
    """Return the table with its columns of papers: titled as ours, or with the name of a *known* paper."""
    names = {normal(name): name for name in known}
    return replace(table, parts=tuple(_with_papers(part, names) for part in table.parts))


def _with_papers(part: Part, names: dict[str, str]) -> Part:
    found = dict(part.mapping)
    for column, title in enumerate(part.headers):
        ours = _TITLE.match(title.strip())
        name = ours["name"].strip() if ours else title.strip()
        key = f"{PAPER}{names.get(normal(name), name)}"
        if (ours or normal(name) in names) and column not in found and key not in found.values():
            found[column] = key
    return replace(part, mapping=dict(sorted(found.items())))


def papers_in(part: Part) -> Iterator[tuple[str, str]]:
    """Yield the key of each column of a paper and the paper's name."""
    for key in part.mapping.values():
        if key.startswith(PAPER):
            yield key, key.removeprefix(PAPER)
