"""Public and school holidays of the sixteen Länder, offline; the only place that knows where they come from."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ganztag.exchange.later_holidays import EARLY, later_days
from ganztag.language import N_, Message

LANDS: Mapping[str, str] = {
    "BW": "Baden-Württemberg",
    "BY": "Bayern",
    "BE": "Berlin",
    "BB": "Brandenburg",
    "HB": "Bremen",
    "HH": "Hamburg",
    "HE": "Hessen",
    "MV": "Mecklenburg-Vorpommern",
    "NI": "Niedersachsen",
    "NW": "Nordrhein-Westfalen",
    "RP": "Rheinland-Pfalz",
    "SL": "Saarland",
    "SN": "Sachsen",
    "ST": "Sachsen-Anhalt",
    "SH": "Schleswig-Holstein",
    "TH": "Thüringen",
}
PUBLIC, SCHOOL = "public", "school"
_SHORT_BREAK = 3  # days; longer winter holidays are a week or two
_EASTER, _ASCENSION, _WINTER = "Oster-/Frühjahrsferien", "Himmelfahrts-/Pfingstferien", "Winterferien"


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days without school, both ends included; *kind* is ``public`` or ``school``."""

    name: str
    starts: dt.date
    ends: dt.date
    kind: str


def days_off(land: str, starts: dt.date, ends: dt.date) -> tuple[DayOff, ...]:
    """Return what falls between two days, in order; holidays that cross an end are cut there.

    *land* is a code of `LANDS`, else KeyError. School holidays are known until `complete_until`.
    """
    LANDS[land]
    found = [*_public(land, starts, ends), *_school(land, starts, ends)]
    return tuple(sorted(found, key=lambda off: (off.starts, off.kind, off.name)))


@lru_cache(maxsize=32)
def complete_until(land: str) -> dt.date:
    """Return the last day of the last school holidays that are known; nothing is known of the time after."""
    LANDS[land]
    last = dt.date.min
    for year in range(2025, 2100):
        days = _dates(land, range(year, year + 1), SCHOOL)
        if not days and last > dt.date.min:
            break
        last = max([last, *days])
    return last


def unsure(land: str, starts: dt.date, ends: dt.date) -> Message | None:
    """Return what the user has to know of the school holidays between two days: that some are not known (yet)."""
    until, name = complete_until(land), LANDS[land]
    if until < min(ends, dt.date(ends.year, 6, 1)):  # all summer holidays begin later, and last beyond the school year
        return N_("School holidays of {land} are known until {day} only; please add the rest by hand.", land=name,
                  day=until)  # fmt: skip
    summer = dt.date(2030, 6, 1)
    if land in EARLY and starts <= summer <= ends:
        return N_("{land} has announced the summer holidays of 2030 ahead of the others; please check them once more.",
                  land=name)  # fmt: skip
    return None


def _dates(land: str, years: Iterable[int], category: str) -> dict[dt.date, str]:
    import holidays  # noqa: PLC0415 -- heavy, and only for a new school year

    wanted = frozenset(years)
    found = dict(holidays.country_holidays("DE", subdiv=land, years=wanted, categories=category, language="de"))
    if category == SCHOOL:
        found |= {day: name for day, name in later_days(land).items() if day.year in wanted}
    return found


def _years(starts: dt.date, ends: dt.date) -> range:
    return range(starts.year, ends.year + 1)


def _public(land: str, starts: dt.date, ends: dt.date) -> Iterator[DayOff]:
    for day, name in _dates(land, _years(starts, ends), PUBLIC).items():
        if starts <= day <= ends:
            yield DayOff(name, day, day, PUBLIC)


def _school(land: str, starts: dt.date, ends: dt.date) -> Iterator[DayOff]:
    # A year more on both sides, so that the kind of a break is told by its whole length.
    dates = _dates(land, range(starts.year - 1, ends.year + 2), SCHOOL)
    for name, first, last in _spans(dates):
        if first <= ends and last >= starts:
            yield DayOff(_usual_name(name, first, last), max(first, starts), min(last, ends), SCHOOL)


def _spans(dates: Mapping[dt.date, str]) -> Iterator[tuple[str, dt.date, dt.date]]:
    """Join days of one name that follow each other; a weekend between two of them belongs to both."""
    span: tuple[str, dt.date, dt.date] | None = None
    for day in sorted(dates):
        name = dates[day]
        if span and span[0] == name and _follows(span[2], day):
            span = (name, span[1], day)
            continue
        if span:
            yield span
        span = (name, day, day)
    if span:
        yield span


def _follows(last: dt.date, day: dt.date) -> bool:
    between = (last + dt.timedelta(days=n) for n in range(1, (day - last).days))
    return all(one.isoweekday() > 5 for one in between)


def _usual_name(name: str, first: dt.date, last: dt.date) -> str:
    """Return what people call it: the source has one name for spring and Easter, for Ascension and Whitsun."""
    if first == last:
        return "Halbjahresferien" if name == _WINTER and first.month <= 2 else "Ferientag"
    easter = _easter(first.year)
    if name == _EASTER:
        is_easter = first <= easter + dt.timedelta(days=7) and last >= easter - dt.timedelta(days=9)
        return "Osterferien" if is_easter else "Frühjahrsferien"
    if name == _ASCENSION:
        return "Pfingstferien" if last >= easter + dt.timedelta(days=45) else "Himmelfahrtsferien"
    return "Halbjahresferien" if name == _WINTER and (last - first).days < _SHORT_BREAK else name


def _easter(year: int) -> dt.date:
    """Return Easter Sunday (Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    w = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * w) // 451
    month, day = divmod(h + w - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)
