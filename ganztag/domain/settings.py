"""Rules that differ from school to school or change with the law: values with a default, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from ganztag.domain.bell_times import USUAL, as_text, bells_of
from ganztag.domain.objection import Objection
from ganztag.domain.waiting_order import ORDERS, USUAL_ORDER
from ganztag.language import N_, Message


@dataclass(eq=False, kw_only=True)
class Setting:
    """A value that the school set, as text; what it did not set has its default."""

    id: int = field(init=False)
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The rules of this school. Minutes, days and children are whole numbers, money is in cents by calendar year."""

    travel_minutes: int = 5
    max_per_class: int = 0
    contract_warn_days: int = 30
    alternate_in_holidays: bool = True
    trainer_allowance: str = "2021: 300000; 2026: 330000"
    volunteer_allowance: str = "2021: 84000; 2026: 96000"
    report_fees_from: int = 150000
    bell_times: str = USUAL
    trial_weeks: int = 3
    exclude_after_absences: int = 3
    waiting_order: str = USUAL_ORDER
    after_striking: str = "care"


Kind = Literal[
    "minutes", "children", "days", "flag", "cents", "cents by year", "bell times", "weeks", "absences", "choice"
]  # fmt: skip
AFTER_STRIKING: dict[str, Message] = {
    "care": N_("They go into care, where there is a place at this time"),
    "home": N_("They go home"),
}


@dataclass(frozen=True, slots=True)
class Described:
    """How a setting is named to the user, what kind of value it takes, and where its default comes from."""

    name: str
    kind: Kind
    label: Message
    source: Message


SETTINGS = (
    Described("travel_minutes", "minutes", N_("Way from building to building"),
              N_("Our own default; 0 where there is only one.")),
    Described("max_per_class", "children", N_("At most so many children of one class in a course"),
              N_("0: no limit; a course may have its own.")),
    Described("contract_warn_days", "days", N_("Warn before a contract ends"), N_("Our own default.")),
    Described("alternate_in_holidays", "flag", N_("A and B weeks go on changing in the holidays"),
              N_("Otherwise only school weeks count.")),
    Described("trainer_allowance", "cents by year", N_("Trainer allowance in a calendar year"),
              N_("§ 3 no. 26 EStG: €3,000 from 2021, €3,300 from 2026.")),
    Described("volunteer_allowance", "cents by year", N_("Volunteer allowance in a calendar year"),
              N_("§ 3 no. 26a EStG: €840 from 2021, €960 from 2026.")),
    Described("report_fees_from", "cents", N_("Report fees to the tax office above"),
              N_("Hamburg, per person and calendar year; please check again (source of 2011).")),
    Described("bell_times", "bell times", N_("When lessons begin and end"),
              N_("Our own default; the import of the timetable needs it.")),
    Described("trial_weeks", "weeks", N_("Trial period at the beginning of a course"),
              N_("Three weeks at KGS Hemmingen; after it a course can be left only as an exception.")),
    Described("exclude_after_absences", "absences", N_("Propose to exclude a child after"),
              N_("Three times at KGS Hemmingen; 0: never. The school decides in each case.")),
    Described("waiting_order", "choice", N_("Order of the waiting lists"),
              N_("Our own default. A place that was given by hand comes before all of it.")),
    Described("after_striking", "choice", N_("Children of a struck course without another wish to go to"),
              N_("Care takes over in Erding; in Rethen the children go home.")),
)  # fmt: skip
CHOICES: dict[str, dict[str, Message]] = {"after_striking": AFTER_STRIKING, "waiting_order": ORDERS}
"""What a setting of the kind "choice" can be."""


def settings_of(kept: Mapping[str, str]) -> Settings:
    """Return the settings with what the school set; names that nobody knows (any more) are left aside."""
    defaults = Settings()
    values: dict[str, int | bool | str] = {}
    for known in fields(Settings):
        if known.name in kept:
            text, default = kept[known.name], getattr(defaults, known.name)
            if isinstance(default, bool):
                values[known.name] = text == "1"
            else:
                values[known.name] = int(text) if isinstance(default, int) else text
    return Settings(**values)  # type: ignore[arg-type]


def as_kept(name: str, value: int | bool | str) -> str:
    """Return *value* as the file keeps it; objects to what the setting cannot be."""
    described = {setting.name: setting for setting in SETTINGS}[name]
    if described.kind == "cents by year":
        by_year(str(value))
        return str(value)
    if described.kind == "bell times":
        return as_text(bells_of(str(value)))
    if described.kind == "choice":
        return _chosen(described, str(value))
    if int(value) < 0:
        raise Objection(N_("{label}: please enter 0 or more.", label=described.label))
    return str(int(value))


def _chosen(described: Described, value: str) -> str:
    if value not in CHOICES[described.name]:
        raise Objection(N_("{label}: please choose one of the answers.", label=described.label))
    return value


def by_year(text: str) -> dict[int, int]:
    """Return first calendar year -> cents out of ``2021: 300000; 2026: 330000``; objects to anything else."""
    found = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        year, _colon, cents = part.partition(":")
        if not (year.strip().isdecimal() and cents.strip().isdecimal()):
            raise Objection(N_("“{text}” is not a year and an amount.", text=part))
        found[int(year)] = int(cents)
    return found


def in_year(text: str, year: int) -> int | None:
    """Return the cents that hold in a calendar year: those of the last year named before or in it; None before all."""
    known = [(first, cents) for first, cents in by_year(text).items() if first <= year]
    return max(known)[1] if known else None
