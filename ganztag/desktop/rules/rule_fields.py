"""The fields of the form of each kind of rule, and how they become a rule."""

from typing import Any

from ganztag.desktop.rules.choices import Offered
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.domain.rules import MOST_WEIGHT, Rule
from ganztag.language import N_, Message, _, weekday
from ganztag.queries.rules import RuleRow

_WHOM = Field("whom", N_("For whom"), Kind.CHOICE)
_DAYS = Field("weekdays", N_("On these days"), Kind.MANY)
_SCOPE = Field("ballot_id", N_("Holds for"), Kind.CHOICE)
_COURSE = Field("course_id", N_("Course (empty: each)"), Kind.SEEK)
_WORD = Field("word", N_("What happens"), Kind.CHOICE)
_LEAST = Field("least", N_("At least"), Kind.NUMBER, half=True)
_MOST = Field("most", N_("At most"), Kind.NUMBER, half=True)

FIELDS: dict[str, tuple[Field, ...]] = {
    "courses": (_WHOM, _LEAST, _MOST, Field("category_id", N_("Category"), Kind.CHOICE), _DAYS, _SCOPE),
    "no_wish": (_WHOM, _WORD, _DAYS, _SCOPE),
    "no_luck": (_WHOM, _WORD, _SCOPE),
    "priority": (
        Field("word", N_("Who comes first"), Kind.CHOICE),
        _WHOM,
        Field("least", N_("From so many booked days on"), Kind.NUMBER, highest=7, half=True),
        Field("most", N_("Weight"), Kind.NUMBER, lowest=1, highest=MOST_WEIGHT, half=True),
        _SCOPE,
    ),
    "before": (_WORD, _COURSE, _SCOPE),
    "compensate": (Field("most", N_("So many ballots back (empty: all)"), Kind.NUMBER, lowest=1), _SCOPE),
    "per_class": (_MOST, _COURSE, _SCOPE),
    "quota": (
        Field("word", N_("Which children"), Kind.CHOICE),
        Field("note", N_("Family language"), Kind.CHOICE),
        _WHOM,
        _LEAST,
        _MOST,
        Field("percent", N_("in per cent of the course"), Kind.CHECK),
        _COURSE,
        _SCOPE,
    ),
    "balance": (_COURSE, _SCOPE),
}
_WORDS: dict[str, tuple[tuple[str, Message], ...]] = {
    "no_wish": (("place", N_("placed where there is room")), ("leave", N_("stay without a course"))),
    "no_luck": (("place", N_("placed where there is room")), ("leave", N_("stay without a course"))),
    "priority": (("years", N_("a year group or class")), ("days", N_("who has booked many days"))),
    "before": (("after", N_("comes after the others")), ("forbidden", N_("cannot have it again"))),
    "quota": (
        ("f", N_("girls")), ("m", N_("boys")), ("d", N_("children noted as diverse")),
        ("support", N_("children who need support")), ("language", N_("children with a family language")),
        ("", N_("all of a year group or class")),
    ),
}  # fmt: skip
_BEGIN: dict[str, dict[str, Any]] = {
    "courses": {"least": 1},
    "no_wish": {"word": "place"},
    "no_luck": {"word": "place"},
    "priority": {"word": "years", "most": 1},
    "before": {"word": "after"},
    "quota": {"word": "f"},
}
_EMPTY: dict[str, Any] = {
    "whom": ("", None), "weekdays": frozenset(), "least": None, "most": None, "percent": False, "word": "", "note": "",
    "course_id": None, "category_id": None, "ballot_id": None,
}  # fmt: skip
_TAKEN = ("least", "most", "percent", "word", "note", "course_id", "category_id", "ballot_id")


def choices_of(kind: str, offered: Offered, scope: Choices) -> dict[str, Choices]:
    """Return what can be chosen in the fields of a kind."""
    found: dict[str, Choices] = {
        "whom": offered.whom(),
        "weekdays": [(day, weekday(day, short=True)) for day in offered.days],
        "course_id": list(offered.courses),
        "category_id": [(None, _("any category")), *offered.categories],
        "note": list(offered.languages),
        "word": [(word, str(label)) for word, label in _WORDS.get(kind, ())],
        "ballot_id": scope,
    }
    return {field.key: found[field.key] for field in FIELDS[kind] if field.key in found}


def values_of(row: RuleRow | None, kind: str) -> dict[str, Any]:
    """Return what stands in the fields for a rule, or for a new one."""
    values: dict[str, Any]
    if row is None:
        values = {**_EMPTY, **_BEGIN.get(kind, {})}
    else:
        whom = ("class", row.school_class_id) if row.school_class_id else ("year", row.year_group_id)
        values = {name: getattr(row, name) for name in _TAKEN}
        values["whom"] = whom if whom[1] else ("", None)
        values["weekdays"] = frozenset(int(day) for day in row.weekdays)
    return {field.key: values[field.key] for field in FIELDS[kind]}


def columns_of(values: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of a rule from what stands in the fields."""
    which, key = values.get("whom") or ("", None)
    found = {name: values[name] for name in _TAKEN if name in values}
    found["note"] = found.get("note") or ""
    found["year_group_id"] = key if which == "year" else None
    found["school_class_id"] = key if which == "class" else None
    found["weekdays"] = "".join(str(day) for day in sorted(values.get("weekdays") or ()))
    return found


def rule_of(kind: str, values: dict[str, Any]) -> Rule:
    return Rule(kind=kind, **columns_of(values))
