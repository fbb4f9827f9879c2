"""Wishes out of a table: one column per rank, one per course, or all in one cell."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import partial

from ganztag.domain.text import tidy
from ganztag.exchange.blocks import block_of
from ganztag.exchange.children import child_fields, name_key
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import Wished, WishRecord
from ganztag.exchange.rows import RowReader, Walk, row_name
from ganztag.exchange.tables import Table
from ganztag.exchange.values import Wrong, name_of, shortened
from ganztag.exchange.wish_columns import COURSE, RANK, RANKING, day_of
from ganztag.language import N_

_RANK = re.compile(r"^(\d{1,2})(?:\.|\. ?(?:wunsch|wahl))?$", re.IGNORECASE)
_CROSS = frozenset(("x", "✓", "✔", "ja", "wahr", "true", "yes"))
_SURE = re.compile(r";(?!\s)")  # Microsoft writes no blank after the ; between two options, people do within one
_NOTHING = frozenset(("-", "–", "—", "/"))
ANY, NONE, MUST = "egal", "kein Kurs", "muss"  # as our own tables write them
_ANY = frozenset(("*", "egal", "mir egal", "ist egal", "beliebig", "irgendeiner", "any", "anything", "no preference"))
_NONE = frozenset(("0", "kein kurs", "keinen kurs", "keine ag", "kein wunsch", "keinen", "keine", "no course", "none"))
_BETWEEN_NAMES = re.compile(r"\s*(?:[;/&\n]|\bund\b|\boder\b|\band\b|\bor\b)\s*", re.IGNORECASE)
_NOBODY = frozenset(
    ("-", "–", "—", "keine", "keiner", "keinem", "niemand", "niemandem", "egal", "none", "nobody", "no")
)
_REFUSED = frozenset(("!", "nicht", "auf keinen fall", "not", "never"))
_REFUSAL = re.compile(r"^(?:!|nicht[: ]|auf keinen fall[: ]|not[: ])\s*(\S.*)$", re.IGNORECASE)


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
    said = _Said()
    for column, key in reader.part.mapping.items():
        day = day_of(reader.part.headers[column]) if column < len(reader.part.headers) else 0
        if key.startswith(RANK):  # by its column: a rank may have several
            said.hear(int(key.removeprefix(RANK)), reader.parsed(key, reader.row.cell(column), name_of) or "", day)
        elif key.startswith(COURSE):
            said.hear_of_course(reader, key, day)
        elif key == RANKING:
            for rank, text in enumerate(_ranking(reader.row.cell(column), titles), 1):
                said.hear(rank, text, day)
    said.refused += _ranking(reader.raw("refused"), titles)
    return WishRecord(
        **child_fields(reader),
        block=reader.value("block", block_of),
        paper=reader.text("paper", name_of),
        wished=tuple(sorted(said.wished, key=lambda one: (one.rank, one.text))),
        anywhere=tuple(sorted(set(said.anywhere))),
        without=tuple(sorted(set(said.without))),
        refused=tuple(said.refused),
        together=_names(reader.raw("together")),
        apart=_names(reader.raw("apart")),
    )


@dataclass(slots=True)
class _Said:
    """What stands in the cells of one paper."""

    wished: list[Wished] = field(default_factory=list)
    anywhere: list[tuple[int, int]] = field(default_factory=list)
    without: list[int] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def hear(self, rank: int, text: str, day: int) -> None:
        plain = text.strip().casefold()
        if plain in _ANY:
            self.anywhere.append((rank, day))
        elif plain in _NONE:
            self.without.append(day)
        elif refusal := _REFUSAL.match(text):
            self.refused.append(refusal[1])
        elif text and text not in _NOTHING:
            self.wished.append(Wished(rank, text, day))

    def hear_of_course(self, reader: RowReader, key: str, day: int) -> None:
        title = name_of(key.removeprefix(COURSE))
        if tidy(reader.raw(key)).casefold() in _REFUSED:
            self.refused.append(title)
        elif rank := reader.value(key, _rank_of):
            self.wished.append(Wished(rank, title, day))


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


def _names(cell: str) -> tuple[str, ...]:
    """Return the other children that a cell names; a comma may stand within a name, so it parts nothing here."""
    parts = (tidy(part) for part in _BETWEEN_NAMES.split(tidy(cell, lines=True)))
    return tuple(dict.fromkeys(part for part in parts if part and part.casefold() not in _NOBODY))


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
