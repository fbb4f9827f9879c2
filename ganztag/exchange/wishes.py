"""Wishes out of a table: one column per rank, one per course, or all in one cell."""

import re
from collections.abc import Collection
from dataclasses import replace
from functools import partial

from ganztag.domain.text import tidy
from ganztag.exchange.blocks import block_of
from ganztag.exchange.children import child_fields, name_key
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import WishRecord
from ganztag.exchange.rows import RowReader, Walk, row_name
from ganztag.exchange.tables import Table
from ganztag.exchange.values import Wrong, name_of, shortened
from ganztag.exchange.wish_columns import COURSE, RANK, RANKING
from ganztag.language import N_

_RANK = re.compile(r"^(\d{1,2})(?:\.|\. ?(?:wunsch|wahl))?$", re.IGNORECASE)
_CROSS = frozenset(("x", "✓", "✔", "ja", "wahr", "true", "yes"))
_SURE = re.compile(r";(?!\s)")  # Microsoft writes no blank after the ; between two options, people do within one
_NOTHING = frozenset(("-", "–", "—", "/"))


def read_wishes(table: Table) -> Reading[WishRecord]:
    """Return the ballot papers of a table; a child without any wish has an empty one."""
    walk: Walk[WishRecord] = Walk(table)
    titles = sorted(table.known_courses, key=len, reverse=True)
    walk.through(partial(_paper, titles=titles))
    walk.records = _with_repeats(walk)
    return walk.reading()


def _paper(reader: RowReader, *, titles: list[str]) -> WishRecord | None:
    if reader.has("submitted") and not tidy(reader.raw("submitted")):
        reader.warn("submitted", N_("This form was not sent off and is left out."))
        return None
    return WishRecord(**child_fields(reader), block=reader.value("block", block_of), wishes=_wishes(reader, titles))


def _wishes(reader: RowReader, titles: list[str]) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    for column, key in reader.part.mapping.items():
        if key.startswith(RANK):  # by its column: a rank may have several
            found.append((int(key.removeprefix(RANK)), reader.parsed(key, reader.row.cell(column), name_of) or ""))
        elif key.startswith(COURSE):
            rank = reader.value(key, _rank_of)
            found.append((rank or 0, name_of(key.removeprefix(COURSE)) if rank else ""))
        elif key == RANKING:
            found += enumerate(_ranking(reader.raw(key), titles), 1)
    return tuple(sorted((rank, text) for rank, text in found if text and text not in _NOTHING))


def _rank_of(text: str) -> int | None:
    """Return the rank in a course's column; a cross is the first, and several may be equal."""
    plain = tidy(text)
    if not plain or plain in _NOTHING or plain == "0":
        return None
    if plain.casefold() in _CROSS:
        return 1
    if found := _RANK.match(plain):
        return int(found[1])
    raise Wrong(N_("“{text}” is no rank. Write 1, 2, 3 or a cross.", text=shortened(plain)))


def _ranking(cell: str, titles: Collection[str]) -> list[str]:
    """Return the wishes of one cell in their order; known *titles*, the longest first, may hold the ``;``."""
    rest = tidy(cell)
    found: list[str] = []
    sure = rest.endswith(";")
    while rest := rest.lstrip("; "):
        known = next((title for title in titles if _begins_with(rest, title)), None)
        part = known if known else (_SURE.split(rest, maxsplit=1)[0] if sure else rest.split(";", 1)[0])
        rest = rest[len(part) :]
        found.append(tidy(part.rstrip(";")))
    return [part for part in found if part]


def _begins_with(text: str, title: str) -> bool:
    return bool(title) and text.startswith(title) and text[len(title) :].lstrip()[:1] in ("", ";")


def _with_repeats(walk: Walk[WishRecord]) -> list[WishRecord]:
    """Mark what was sent in again: of a form the last submission counts; in a list of one's own it is only noted."""
    last: dict[object, WishRecord] = {}
    superseded = set()
    for record in walk.records:
        key = (record.external_id or name_key(record), record.block)
        if (earlier := last.get(key)) is not None:
            values = {"name": record.spoken_name or record.external_id, "other": row_name(earlier)}
            if "sent" in record.given or "submitted" in record.given:
                superseded.add(earlier)
                walk.warn(record, N_("{name} has sent in wishes before, see {other}. The last ones count.", **values))
            else:
                walk.warn(record, N_("{name} stands twice in the file, see {other}.", **values))
        last[key] = record
    return [replace(record, superseded=True) if record in superseded else record for record in walk.records]
