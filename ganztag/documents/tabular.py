"""Digits of one width: finds a font's ``tnum`` glyphs, since ReportLab applies no OpenType features."""

from collections.abc import Iterator, Mapping
from struct import unpack_from

_EXTENSION = 7


def tabular_digits(gsub: bytes, digits: Mapping[int, int]) -> dict[int, int]:
    """Return character -> glyph of equal width for *digits* (character -> usual glyph) out of a GSUB table."""
    swap: dict[int, int] = {}
    for lookup in _lookups(gsub, b"tnum"):
        for table in _subtables(gsub, lookup):
            swap.update(_substitutions(gsub, table))
    return {character: swap[glyph] for character, glyph in digits.items() if glyph in swap}


def _u16(data: bytes, position: int, count: int = 1) -> tuple[int, ...]:
    return unpack_from(f">{count}H", data, position)


def _lookups(gsub: bytes, feature: bytes) -> set[int]:
    """Return where the lookups of *feature* begin."""
    features, lookups = _u16(gsub, 6, 2)
    found: set[int] = set()
    for record in range(_u16(gsub, features)[0]):
        position = features + 2 + 6 * record
        if gsub[position : position + 4] == feature:
            start = features + _u16(gsub, position + 4)[0]
            found.update(_u16(gsub, start + 4, _u16(gsub, start + 2)[0]))
    return {lookups + _u16(gsub, lookups + 2 + 2 * index)[0] for index in found}


def _subtables(gsub: bytes, lookup: int) -> Iterator[int]:
    kind, _flag, count = _u16(gsub, lookup, 3)
    for offset in _u16(gsub, lookup + 6, count):
        table = lookup + offset
        if kind == _EXTENSION:
            table += unpack_from(">L", gsub, table + 4)[0]
        yield table


def _substitutions(gsub: bytes, table: int) -> dict[int, int]:
    form, coverage = _u16(gsub, table, 2)
    glyphs = list(_covered(gsub, table + coverage))
    if form == 1:
        (delta,) = unpack_from(">h", gsub, table + 4)
        return {glyph: (glyph + delta) & 0xFFFF for glyph in glyphs}
    return dict(zip(glyphs, _u16(gsub, table + 6, _u16(gsub, table + 4)[0]), strict=True))


def _covered(gsub: bytes, table: int) -> Iterator[int]:
    form, count = _u16(gsub, table, 2)
    if form == 1:
        yield from _u16(gsub, table + 4, count)
        return
    for index in range(count):
        first, last, _start = _u16(gsub, table + 4 + 6 * index, 3)
        yield from range(first, last + 1)
