"""What the import of pupils is to do with one child, as plain data, and how its values read in a preview."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from ganztag.exchange.words import SEX, SUPPORT, WAY_HOME, word_for
from ganztag.language import _, say, weekday
from ganztag.queries.import_state.pupils import Leave


@dataclass(frozen=True)
class GuardianAct:
    """A guardian to be linked: one that is known (*key*), or a new one that siblings share by its *token*."""

    key: int | None
    token: str
    surname: str = ""
    call_name: str = ""
    email: str = ""
    phones: tuple[str, ...] = ()
    linked: bool = False  # cares for the child already; only e-mail or numbers are new


@dataclass(frozen=True)
class PupilAct:
    """*fields* are those of Pupil; empty or None elsewhere: nothing to do there."""

    starts: date
    fields: tuple[tuple[str, object], ...] = ()
    number: str = ""
    system: str = ""
    number_taken_from: int | None = None
    class_name: str = ""
    year_group: str = ""
    days: tuple[int, ...] | None = None
    leaves: tuple[Leave, ...] = ()
    guardians: tuple[GuardianAct, ...] = ()
    phones: tuple[str, ...] = ()
    leaves_on: date | None = None
    comes_back: bool = False


def days_in_words(days: Iterable[int]) -> str:
    return ", ".join(weekday(day, short=True) for day in days) or _("none")


def leave_in_words(at: time | None, way_home: str) -> str:
    return " ".join(part for part in (say(at) if at else "", word_for(WAY_HOME, way_home)) if part)


def sex_in_words(sex: str) -> str:
    return word_for(SEX, sex)


def support_in_words(needed: bool) -> str:
    return word_for(SUPPORT, "yes" if needed else "no")


def day_in_words(day: date | None) -> str:
    return say(day) if day else ""
