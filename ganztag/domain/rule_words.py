"""Rules of the allocation as sentences, for those who set them and for those who ask why."""

from dataclasses import dataclass
from functools import reduce
from typing import Protocol

from ganztag.domain.rules import days_of
from ganztag.language import N_, Message, nN_


class Stated(Protocol):
    """A rule, as a row or as a thing of the domain; see ``domain.rules.Rule``."""

    @property
    def kind(self) -> str: ...

    @property
    def weekdays(self) -> str: ...

    @property
    def least(self) -> int | None: ...

    @property
    def most(self) -> int | None: ...

    @property
    def percent(self) -> bool: ...

    @property
    def word(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Names:
    """What the things are called that a rule names by their ids."""

    year_group: str = ""
    school_class: str = ""
    course: str = ""
    category: str = ""
    language: str = ""


_DAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
_GROUPS = {
    "": N_("children"),
    "f": N_("girls"),
    "m": N_("boys"),
    "d": N_("children noted as diverse"),
    "support": N_("children who need support"),
}


def sentence(rule: Stated, names: Names) -> Message:
    """Return what a rule says, as one sentence."""
    return _SENTENCES[rule.kind](rule, names)


def on_days(weekdays: str) -> Message:
    """Return ``on Tuesday or Thursday`` for "24"."""
    days = [_DAYS[day - 1] for day in sorted(days_of(weekdays))]
    if len(days) == 1:
        return N_("on {days}", days=days[0])
    first = reduce(lambda one, other: N_("{one}, {other}", one=one, other=other), days[:-1])
    return N_("on {days}", days=N_("{one} or {other}", one=first, other=days[-1]))


def _courses(rule: Stated, names: Names) -> Message:
    who, amount = _each_child(names), _courses_amount(rule, names)
    if rule.weekdays:
        return N_("{who} takes {amount} {days}.", who=who, amount=amount, days=on_days(rule.weekdays))
    return N_("{who} takes {amount}.", who=who, amount=amount)


def _each_child(names: Names) -> Message:
    if names.school_class:
        return N_("Each child of {school_class}", school_class=names.school_class)
    if names.year_group:
        return N_("Each child of year group {year}", year=names.year_group)
    return N_("Each child")


def _courses_amount(rule: Stated, names: Names) -> Message:
    least, most = rule.least, rule.most
    if names.category:
        return _category_amount(least, most, names.category)
    if least is None:
        return nN_("at most {count} course", "at most {count} courses", most or 0)
    if most is None:
        return nN_("at least {count} course", "at least {count} courses", least)
    if least == most:
        return nN_("exactly {count} course", "exactly {count} courses", least)
    return N_("from {least} to {most} courses", least=least, most=most)


def _category_amount(least: int | None, most: int | None, category: str) -> Message:
    if least is None:
        return nN_(
            "at most {count} course of “{category}”", "at most {count} courses of “{category}”", most or 0,
            category=category,
        )  # fmt: skip
    if most is None:
        return nN_(
            "at least {count} course of “{category}”", "at least {count} courses of “{category}”", least,
            category=category,
        )  # fmt: skip
    return N_("from {least} to {most} courses of “{category}”", least=least, most=most, category=category)


def _children(names: Names, group: Message | None = None) -> Message:
    children = group or N_("children")
    if names.school_class:
        return N_("{children} of {school_class}", children=children, school_class=names.school_class)
    if names.year_group:
        return N_("{children} of year group {year}", children=children, year=names.year_group)
    return children


def _subject(names: Names) -> Message:
    if names.school_class:
        return N_("Children of {school_class}", school_class=names.school_class)
    return N_("Children of year group {year}", year=names.year_group) if names.year_group else N_("Children")


def _quota(rule: Stated, names: Names) -> Message:
    group = _GROUPS.get(rule.word) or N_("children whose family language is {language}", language=names.language)
    amount, children = _share(rule), _children(names, group)
    if names.course:
        return N_("In “{course}”, {amount} are {children}.", course=names.course, amount=amount, children=children)
    return N_("In each course, {amount} are {children}.", amount=amount, children=children)


def _share(rule: Stated) -> Message:
    least, most = rule.least, rule.most
    if least is None:
        return N_("at most {count} %", count=most) if rule.percent else N_("at most {count}", count=most)
    if most is None:
        return N_("at least {count} %", count=least) if rule.percent else N_("at least {count}", count=least)
    if rule.percent:
        return N_("from {least} to {most} %", least=least, most=most)
    return N_("from {least} to {most}", least=least, most=most)


def _per_class(rule: Stated, names: Names) -> Message:
    count = rule.most or 0
    if names.course:
        return nN_(
            "In “{course}” there is at most {count} child of one class.",
            "In “{course}” there are at most {count} children of one class.", count, course=names.course,
        )  # fmt: skip
    return nN_(
        "In each course there is at most {count} child of one class.",
        "In each course there are at most {count} children of one class.", count,
    )  # fmt: skip


def _balance(_rule: Stated, names: Names) -> Message:
    if names.course:
        return N_("In “{course}” there are as many girls as boys, if possible.", course=names.course)
    return N_("In each course there are as many girls as boys, if possible.")


def _before(rule: Stated, names: Names) -> Message:
    if rule.word == "forbidden":
        if names.course:
            return N_("Who had “{course}” in an earlier half-year cannot have it again.", course=names.course)
        return N_("Who had a course in an earlier half-year cannot have it again.")
    if names.course:
        return N_("Who had “{course}” in an earlier half-year comes after the others there.", course=names.course)
    return N_("Who had a course in an earlier half-year comes after the others there.")


def _priority(rule: Stated, names: Names) -> Message:
    who = _subject(names)
    if rule.word == "days":
        said = nN_(
            "{who} with {count} booked day or more come first.",
            "{who} with {count} booked days or more come first.", rule.least or 0, who=who,
        )  # fmt: skip
    else:
        said = N_("{who} come first.", who=who)
    weight = rule.most or 1
    return N_("{sentence} They count {weight} times.", sentence=said, weight=weight) if weight > 1 else said


def _no_wish(rule: Stated, names: Names) -> Message:
    who = _subject(names)
    if rule.weekdays:
        who = N_("{who} without a wish {days}", who=who, days=on_days(rule.weekdays))
    else:
        who = N_("{who} without a wish", who=who)
    if rule.word == "place":
        return N_("{who} are placed where there is room.", who=who)
    return N_("{who} stay without a course.", who=who)


def _no_luck(rule: Stated, names: Names) -> Message:
    who = _subject(names)
    if rule.word == "place":
        return N_("{who} none of whose wishes can be met are placed where there is room.", who=who)
    return N_("{who} none of whose wishes can be met stay without a course.", who=who)


def _compensate(rule: Stated, _names: Names) -> Message:
    if rule.most is None:
        return N_("Who fared badly in earlier ballots comes before those who fared well.")
    return nN_(
        "Who fared badly in the last ballot comes before those who fared well.",
        "Who fared badly in the last {count} ballots comes before those who fared well.", rule.most,
    )  # fmt: skip


def _order(_rule: Stated, _names: Names) -> Message:
    return N_("The goals are met in the school’s own order.")


_SENTENCES = {
    "courses": _courses, "quota": _quota, "per_class": _per_class, "balance": _balance, "before": _before,
    "priority": _priority, "no_wish": _no_wish, "no_luck": _no_luck, "compensate": _compensate, "order": _order,
}  # fmt: skip
