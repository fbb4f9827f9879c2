"""Blocks and years as a cell names them: ``Mo 14:00-15:30, Mi 14:00-15:30`` and ``5-7,VSK``."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from ganztag.domain.text import tidy
from ganztag.exchange.header_words import normal
from ganztag.exchange.values import Wrong, class_of, name_of, shortened, time_of
from ganztag.exchange.words import DAY_SHORT, DAYS
from ganztag.language import N_

_CLOCK = r"\d{1,2}(?:[:.]\d{2})?(?:\s*(?:uhr|h)\b)?"
_SPAN = re.compile(rf"^({_CLOCK})\s*(?:-|–|—|bis|to)\s*({_CLOCK})$", re.IGNORECASE)
_FROM = re.compile(r"^(?:ab\s+)?(\d{1,2}[:.]\d{2}(?:\s*uhr)?|\d{1,2}\s*uhr)$", re.IGNORECASE)
_DAY = re.compile(r"^([A-Za-z]{2,10})(?![A-Za-zäöüÄÖÜß])\.?,?\s*(.*)$", re.DOTALL)
_DAYS_TOGETHER = re.compile(r"^([A-Za-z]{2,10})\.?\s*(?:/|\+|&|\bund\b|\band\b)\s*(?=[A-Za-z]{2,10}\b)")
_PARTED = re.compile(r"\s*[,;\n]\s*")
_YEARS_PARTED = re.compile(r"\s*(?:[,;/+&\n]|\bund\b|\band\b)\s*")
_YEAR_WORD = re.compile(r"^(?:jahrg(?:ang|änge|\.)?|jg\.?|klassen?|kl\.?|stufen?|years?|grades?)\s*", re.IGNORECASE)
_YEAR_SPAN = re.compile(r"^([\w.]{1,8})\s*(?:-|–|—|bis|to)\s*([\w.]{1,8})$")
_YEAR_ON = re.compile(r"^(?:ab|from)\s+(?:jg\.?|klasse|kl\.?)?\s*(\w{1,8})$|^(\w{1,8})\s*\+$", re.IGNORECASE)
_A_DATE = re.compile(r"^\d{1,2}\.\d{1,2}\.\d{4}$")


@dataclass(frozen=True)
class BlockRef:
    """A block as a file names it: by weekday (1 = Monday) and times, or by weekday and *label*, or by label alone."""

    weekday: int | None
    starts: dt.time | None = None
    ends: dt.time | None = None
    label: str = ""

    def __str__(self) -> str:
        """Return it as our tables write it: ``Mo 14:00-15:30``."""
        day = DAY_SHORT[self.weekday - 1] if self.weekday else ""
        times = f"{self.starts:%H:%M}-{self.ends:%H:%M}" if self.starts and self.ends else ""
        if self.starts and not self.ends:
            times = f"{self.starts:%H:%M}"
        return " ".join(part for part in (day, times, self.label) if part)


@dataclass(frozen=True)
class YearSpan:
    """One entry of ``5-7,VSK,6b``: from *first* to *last* (equal: one year or class; None: and all above)."""

    first: str
    last: str | None

    @property
    def single(self) -> bool:
        return self.first == self.last


def blocks_of(text: str) -> tuple[BlockRef, ...]:
    """Return the blocks of a cell; a time without a day belongs to the day before it, "Mo, Mi 14-15" to both."""
    found: list[BlockRef] = []
    for part in filter(None, _PARTED.split(tidy(text, lines=True))):
        days, rest = _days_and_rest(tidy(part))
        block = _block_at(rest)
        if not days and found and found[-1].weekday:
            _take_up(found, block)
            continue
        if days and (block.starts or block.label):
            found = _with_open_days_filled(found, block)
        found += [replace(block, weekday=day) for day in days] or [block]
    return tuple(dict.fromkeys(found))


def block_of(text: str) -> BlockRef | None:
    """Return the one block of a cell; raises `Wrong` where it names several."""
    blocks = blocks_of(text)
    if len(blocks) > 1:
        raise Wrong(N_("“{text}” names several blocks; one is meant here.", text=shortened(text)))
    return blocks[0] if blocks else None


def _take_up(found: list[BlockRef], block: BlockRef) -> None:
    """``Montag, 14:00-15:30`` gives Monday its time; ``Mo 14-15, 15-16`` is a second block of Monday."""
    last = found[-1]
    if last.starts or last.label:
        found.append(replace(block, weekday=last.weekday))
    else:
        found[:] = _with_open_days_filled(found, block)


def _with_open_days_filled(found: list[BlockRef], block: BlockRef) -> list[BlockRef]:
    return [
        replace(block, weekday=one.weekday) if one.weekday and not one.starts and not one.label else one
        for one in found
    ]


def _days_and_rest(part: str) -> tuple[list[int], str]:
    days: list[int] = []
    rest = part
    while (together := _DAYS_TOGETHER.match(rest)) and normal(together[1]) in DAYS:
        days.append(DAYS[normal(together[1])])
        rest = rest[together.end() :]
    day = _DAY.match(rest)
    if day and normal(day[1]) in DAYS:
        return [*days, DAYS[normal(day[1])]], day[2].strip()
    return days, rest


def _block_at(rest: str) -> BlockRef:
    if not rest:
        return BlockRef(None)
    if span := _SPAN.match(rest):
        starts, ends = time_of(span[1]), time_of(span[2])
        if starts and ends and ends <= starts:
            raise Wrong(N_("“{text}” ends before it begins.", text=shortened(rest)))
        return BlockRef(None, starts, ends)
    if start := _FROM.match(rest):
        return BlockRef(None, time_of(start[1]))
    return BlockRef(None, label=name_of(rest))


def years_of(text: str) -> tuple[YearSpan, ...]:
    """Return who may come; nothing stands for all. Raises `Wrong` for a date, which Excel makes of 5-7."""
    plain = _YEAR_WORD.sub("", tidy(text, lines=True))
    if not plain or normal(plain) in ("alle", "all", "jeder", "everyone", "fueralle"):
        return ()
    return tuple(dict.fromkeys(_years(part) for part in filter(None, _YEARS_PARTED.split(plain))))


def _years(part: str) -> YearSpan:
    if _A_DATE.match(part):
        raise Wrong(
            N_("Excel has made the date {text} of it. Format the column as text and write 5-7 again.", text=part)
        )
    bare = _YEAR_WORD.sub("", part).rstrip(".")
    if span := _YEAR_SPAN.match(bare):
        return _year_span(span[1].rstrip("."), span[2].rstrip("."))
    if onward := _YEAR_ON.match(part) or _YEAR_ON.match(bare):
        return YearSpan(onward[1] or onward[2], None)
    label = class_of(bare)
    if not label[:1].isalnum() or label[-1:] in "-–—":
        raise Wrong(N_("“{text}” is no year group and no class. Write it like 5-7, VSK or 5a.", text=shortened(part)))
    return YearSpan(label, label)


def _year_span(first: str, last: str) -> YearSpan:
    if first.isdigit() and last.isdigit() and int(last) < int(first):
        raise Wrong(N_("“{first}-{last}” runs backwards.", first=first, last=last))
    return YearSpan(first, last)
