"""What a rule of the allocation cannot be: limits that contradict each other, unknown words, rules without effect."""

from dataclasses import fields

from ganztag.domain.objection import Objection
from ganztag.domain.rules import BOND_KINDS, MOST_WEIGHT, Bond, Hardship, Rule, RuleKind, kind_of
from ganztag.language import N_

_DEFAULTS = {"weekdays": "", "percent": False, "word": "", "note": ""}
_ALWAYS = frozenset({"id", "kind", "ballot_id", "active"})


def tidy_rule(rule: Rule) -> RuleKind:
    """Empty the columns that the kind of a rule does not take; return the kind. Objects to an unknown one."""
    try:
        kind = kind_of(rule.kind)
    except KeyError:
        raise Objection(N_("There is no rule of this kind.")) from None
    for field in fields(Rule):
        if field.name not in kind.takes | _ALWAYS:
            setattr(rule, field.name, _DEFAULTS.get(field.name))
    rule.weekdays = "".join(sorted(set(rule.weekdays)))
    return kind


def check_rule(rule: Rule) -> None:
    """Tidy a rule and object to what it cannot be."""
    kind = tidy_rule(rule)
    if kind.words and rule.word not in kind.words:
        raise Objection(N_("Please choose what the rule says."))
    if set(rule.weekdays) - set("1234567"):
        raise Objection(N_("Weekdays are numbers from 1 to 7."))
    if rule.year_group_id is not None and rule.school_class_id is not None:
        raise Objection(N_("Please choose a year group or a class, not both."))
    _check_limits(rule)
    _CHECKS.get(rule.kind, _nothing)(rule)


def _check_limits(rule: Rule) -> None:
    limits = [limit for limit in (rule.least, rule.most) if limit is not None]
    if any(limit < 0 for limit in limits):
        raise Objection(N_("A number cannot be less than 0."))
    if rule.percent and any(limit > 100 for limit in limits):
        raise Objection(N_("More than 100 per cent cannot be."))
    if rule.kind != "priority" and len(limits) > 1 and limits[0] > limits[1]:
        raise Objection(
            N_("At least {least} and at most {most}: that cannot be met.", least=limits[0], most=limits[1]),
            advice=N_("Please make the first number smaller or the second one greater."),
        )


def _no_effect() -> Objection:
    return Objection(N_("This rule would change nothing."), advice=N_("Please say how many, or for whom it is."))


def _nothing(_rule: Rule) -> None:
    return


def _check_amount(rule: Rule) -> None:
    if rule.most is None and not rule.least:
        raise _no_effect()


def _check_quota(rule: Rule) -> None:
    _check_amount(rule)
    if not rule.word and rule.year_group_id is None and rule.school_class_id is None:
        raise Objection(
            N_("Please say of which group."), advice=N_("For all children the minimum and maximum of a course stand.")
        )
    if rule.word == "language" and not rule.note:
        raise Objection(N_("Please choose the language."))
    if rule.percent and rule.most == 100 and not rule.least:
        raise _no_effect()


def _check_per_class(rule: Rule) -> None:
    if not rule.most:
        raise Objection(N_("At least one child of a class has to be allowed."))


def _check_priority(rule: Rule) -> None:
    if rule.most is not None and not 1 <= rule.most <= MOST_WEIGHT:
        raise Objection(N_("The weight is a number from 1 to {most}.", most=MOST_WEIGHT))
    if rule.word == "days":
        if not rule.least:
            raise Objection(N_("Please say from how many booked days on."))
        return
    rule.least = None
    if rule.year_group_id is None and rule.school_class_id is None:
        raise Objection(
            N_("If all children come first, nobody does."), advice=N_("Please choose a year group or a class.")
        )


def _check_back(rule: Rule) -> None:
    if rule.most == 0:
        raise Objection(N_("At least one earlier ballot has to count."))


_CHECKS = {
    "courses": _check_amount, "quota": _check_quota, "per_class": _check_per_class, "priority": _check_priority,
    "compensate": _check_back,
}  # fmt: skip


def check_bond(bond: Bond) -> None:
    """Object to what a bond cannot be."""
    if bond.kind not in BOND_KINDS:
        raise Objection(N_("Two children are together or apart."))
    if bond.pupil_id == bond.other_id:
        raise Objection(N_("Please choose two different children."))


def check_hardship(hardship: Hardship) -> None:
    """Object to a child that comes first without a reason."""
    if not hardship.reason:
        raise Objection(
            N_("Please say why this child comes first."), advice=N_("The reason is kept, for all who ask later.")
        )
    if not 1 <= hardship.weight <= MOST_WEIGHT:
        raise Objection(N_("The weight is a number from 1 to {most}.", most=MOST_WEIGHT))
