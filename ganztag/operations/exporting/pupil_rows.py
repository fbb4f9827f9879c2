"""Pupils as rows of a table."""

from collections.abc import Sequence
from datetime import date

from ganztag.domain.pupils import family_name
from ganztag.domain.school_year import holds_on
from ganztag.exchange import fields
from ganztag.exchange.kinds import Kind
from ganztag.exchange.words import DAY_SHORT, SEX, SUPPORT, WAY_HOME, word_for
from ganztag.queries.import_state.pupils import KnownGuardian, KnownPupil, Leave, pupils
from ganztag.storage.reader import Reader


def day_text(day: date | None) -> str:
    """Return a day as our tables write it, whatever language is spoken."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}" if day else ""


def pupil_table(reader: Reader, day: date) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return titles and rows of the children who are at the school on *day* or come later.

    Who needs a place for support stands in it only where anybody does.
    """
    found = [pupil for pupil in pupils(reader, day) if holds_on(day, None, pupil.exit)]
    if not any(pupil.support for pupil in found):
        return fields.headers(Kind.PUPILS), tuple(map(_row, found))
    rows = tuple((*_row(pupil), word_for(SUPPORT, "yes" if pupil.support else "no")) for pupil in found)
    return fields.headers(Kind.PUPILS, seldom=("support",)), rows


def _row(pupil: KnownPupil) -> tuple[str, ...]:
    leaves = {one.weekday: one for one in reversed(pupil.leaves)}
    times = (leaves.get(day, Leave(day, None, "")).time for day in range(1, 6))
    return (
        family_name(pupil.surname, pupil.prefix),
        pupil.call_name,
        pupil.class_name,
        day_text(pupil.birth_date),
        word_for(SEX, pupil.sex),
        pupil.external_ids[0][1] if pupil.external_ids else "",
        ",".join(DAY_SHORT[day - 1] for day in pupil.days) or "keine",
        pupil.first_names,
        pupil.year_group,
        day_text(pupil.entry),
        day_text(pupil.exit),
        *(f"{at:%H:%M}" if at else "" for at in times),
        _way_home(pupil),
        _guardians(pupil.guardians),
        ", ".join(_phones(pupil)),
    )


def _way_home(pupil: KnownPupil) -> str:
    """Return the way home where it is the same on all days of the child; an empty cell changes nothing."""
    by_day = {one.weekday: one.way_home for one in reversed(pupil.leaves)}
    days = {*pupil.days, *by_day}
    ways = {by_day.get(day, "") for day in days}
    return word_for(WAY_HOME, ways.pop()) if len(ways) == 1 else ""


def _guardians(guardians: Sequence[KnownGuardian]) -> str:
    names = [" ".join(filter(None, (one.call_name, one.surname))).replace(",", " ") for one in guardians]
    lone = len(names) == 2 and all(" " not in name for name in names)  # two words and a comma would be one name
    return ("; " if lone else ", ").join(names)


def _phones(pupil: KnownPupil) -> list[str]:
    return list(dict.fromkeys([*(n for one in pupil.guardians for n in one.phones), *pupil.phones]))
