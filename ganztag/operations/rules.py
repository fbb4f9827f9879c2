"""What can be done with the rules of the allocation, and with the order of its goals."""

from collections.abc import Iterable
from typing import Any

from ganztag.domain.ballots import Ballot, BallotBlock
from ganztag.domain.objection import Objection
from ganztag.domain.rule_checks import check_rule
from ganztag.domain.rules import ORDER_GAP, Rule, days_of
from ganztag.domain.school_year import TimeBlock
from ganztag.language import N_, Message
from ganztag.operations.operation import Operation, Work
from ganztag.queries import rules as queries

_SAME = (
    "kind", "ballot_id", "year_group_id", "school_class_id", "course_id", "category_id", "weekdays", "word", "note",
)  # fmt: skip


def add(kind: str, ballot_id: int | None = None, **values: Any) -> Operation[int]:
    """Add a rule for a ballot, or for all; *values* are fields of ``domain.rules.Rule``. Returns its id.

    Objects to limits that contradict each other, to a rule without effect, and to one that is there already.
    """

    def run(work: Work) -> int:
        rule = Rule(kind=kind, ballot_id=ballot_id, **values)
        _check(work, rule)
        work.add(rule)
        work.label = N_("New rule: {rule}", rule=_words(work, rule))
        return rule.id

    return Operation(N_("Add a rule of the allocation"), run)


def edit(rule_id: int, **values: Any) -> Operation[int]:
    """Set fields of a rule; objects as `add` does."""

    def run(work: Work) -> int:
        rule = work.get(Rule, rule_id)
        with work.unwritten():
            for name, value in values.items():
                if not hasattr(rule, name):
                    raise AttributeError(name)
                setattr(rule, name, value)
            _check(work, rule)
        work.label = N_("Change rule: {rule}", rule=_words(work, rule))
        return rule_id

    return Operation(N_("Change a rule of the allocation"), run)


def delete(rule_id: int) -> Operation[None]:
    """Delete a rule."""

    def run(work: Work) -> None:
        rule = work.get(Rule, rule_id)
        work.label = N_("Delete rule: {rule}", rule=_words(work, rule))
        work.delete(rule)

    return Operation(N_("Delete a rule of the allocation"), run)


def switch(rule_id: int, *, on: bool) -> Operation[None]:
    """Let a rule hold, or rest without being forgotten."""

    def run(work: Work) -> None:
        rule = work.get(Rule, rule_id)
        words = _words(work, rule)
        work.label = N_("Switch on: {rule}", rule=words) if on else N_("Switch off: {rule}", rule=words)
        rule.active = on

    return Operation(N_("Switch a rule of the allocation"), run)


def set_order(ballot_id: int | None, groups: Iterable[str], goal: str = "balanced") -> Operation[None]:
    """Set the school's own order of a goal's groups of levels for a ballot, or for all; none: as the goal has it."""
    wanted = ORDER_GAP.join(groups)

    def run(work: Work) -> None:
        kept = work.one(Rule, kind="order", ballot_id=ballot_id, word=goal)
        if not wanted:
            work.label = N_("Goals in the usual order")
            work.remove(Rule, kind="order", ballot_id=ballot_id, word=goal)
        elif kept is None:
            work.add(Rule(kind="order", ballot_id=ballot_id, word=goal, note=wanted))
        else:
            kept.note, kept.active = wanted, True

    return Operation(N_("Change the order of the goals"), run)


def _words(work: Work, rule: Rule) -> Message:
    """Return the sentence of a rule, with the names of what it is about."""
    return next(row.words for row in work.read(queries.rules, rule.ballot_id) if row.id == rule.id)


def _check(work: Work, rule: Rule) -> None:
    check_rule(rule)
    others = work.all(Rule, kind=rule.kind, ballot_id=rule.ballot_id)
    if any(other is not rule and _is_same(rule, other) for other in others):
        raise Objection(
            N_("There is already a rule of this kind for the same children."), advice=N_("Please change that one.")
        )
    if rule.ballot_id is not None and rule.weekdays:
        _check_days(work, rule, rule.ballot_id)


def _is_same(one: Rule, other: Rule) -> bool:
    """Tell whether two rules say the same; at least and at most may stand in two rules."""
    limits = [{name for name in ("least", "most") if getattr(rule, name) is not None} for rule in (one, other)]
    return all(getattr(one, name) == getattr(other, name) for name in _SAME) and not (
        limits[0] and limits[1] and limits[0].isdisjoint(limits[1])
    )


def _check_days(work: Work, rule: Rule, ballot_id: int) -> None:
    links = work.all(BallotBlock, ballot_id=ballot_id)
    blocks = work.all(TimeBlock, id=tuple(link.time_block_id for link in links))
    if not days_of(rule.weekdays) & {block.weekday for block in blocks}:
        raise Objection(
            N_("Ballot {ballot} has no block on these days.", ballot=work.get(Ballot, ballot_id).name),
            advice=N_("Please choose other days."),
        )
