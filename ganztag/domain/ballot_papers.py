"""What a child writes on a ballot paper beside plain wishes, and the numbers that are printed on the slips."""

from dataclasses import dataclass, replace

Ranks = tuple[tuple[int, int], ...]
"""(rank from 1, course); equal ranks mean: any of these."""

WEEK = 0
"""Stands for all blocks together, where a ballot is ranked over the week."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a child says for one block, or for the week.

    *any_from*: from this rank on any course will do. *none*: it wants no place here. *refused*: courses that it does
    not want, whatever else it says.
    """

    ranks: Ranks = ()
    any_from: int | None = None
    none: bool = False
    refused: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        return self == Said()

    def in_order(self) -> "Said":
        return replace(self, ranks=tuple(sorted(set(self.ranks))))


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. *wishes* are (block, course, rank), *anywhere* (block, rank or None), *none* blocks.

    Without a rank a child has no wish in the block and takes any course. *refused*, *state* and *note* None: what the
    file has stays; a state then follows from what is written.
    """

    wishes: tuple[tuple[int, int, int], ...] = ()
    anywhere: tuple[tuple[int, int | None], ...] = ()
    none: tuple[int, ...] = ()
    refused: frozenset[int] | None = None
    state: str | None = None
    note: str | None = None

    @property
    def blocks(self) -> frozenset[int]:
        """Return the blocks for which something is said."""
        wished = {block for block, _course, _rank in self.wishes}
        return frozenset(wished | {block for block, _rank in self.anywhere} | set(self.none))


_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
"""The quasigroup of Damm: every single slip and every swap of two neighbours changes the check digit."""
_LEAST_DIGITS = 4


def check_digit(digits: str) -> str:
    row = "0"
    for digit in digits:
        row = _DAMM[int(row)][int(digit)]
    return row


def slip_number(serial: int) -> str:
    """Return the number that is printed: at least four digits and behind a hyphen the check digit, ``0473-6``."""
    digits = str(serial).zfill(_LEAST_DIGITS)
    return f"{digits}-{check_digit(digits)}"


def slip_serial(text: str) -> int | None:
    """Return the serial of a number as it was typed or scanned: ``0473-6``, ``4736``, ``#473-6``, ``4a-0473-6``.

    None: it is no such number, or the check digit does not fit.
    """
    parts = text.strip().lstrip("#").replace(" ", "").split("-")
    digits = "".join(parts[-2:]) if len(parts[-1]) == 1 else parts[-1]
    if len(digits) < 2 or not digits.isascii() or not digits.isdecimal():
        return None
    whole = digits.zfill(_LEAST_DIGITS + 1)
    return int(whole[:-1]) if check_digit(whole[:-1]) == whole[-1] else None
