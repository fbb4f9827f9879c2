"""Fees against what may be earned in a calendar year: the allowances, and from where on fees are reported.

What is above an allowance may be paid, but it is taxed: somebody has to know of it in time.
"""

from collections import defaultdict
from collections.abc import Iterator

from ganztag.domain.allowances import Allowance
from ganztag.domain.settings import in_year
from ganztag.language import N_
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Leader, Offer


def over_allowance(offer: Offer) -> Iterator[Case]:
    for leader, allowance in _allowances(offer):
        if allowance.state == "over":
            yield _case(leader, allowance)


def soon_over_allowance(offer: Offer) -> Iterator[Case]:
    for leader, allowance in _allowances(offer):
        if allowance.state == "will_be_over":
            yield _case(leader, allowance)


def _allowances(offer: Offer) -> Iterator[tuple[Leader, Allowance]]:
    """Yield what of each allowance is used; what was earned elsewhere stands against the first of a year."""
    limits = {"trainer": offer.settings.trainer_allowance, "volunteer": offer.settings.volunteer_allowance}
    sums = {(row.leader, row.year, row.allowance): row for row in offer.index.pay}
    for key, year in dict.fromkeys((row.leader, row.year) for row in offer.index.pay):
        leader = offer.index.leader.get(key)
        elsewhere = dict(leader.declared).get(year, 0) if leader is not None else 0
        for kind, limit in limits.items():
            row = sums.get((key, year, kind))
            if leader is not None and row is not None:
                yield leader, Allowance(kind, year, in_year(limit, year), elsewhere, row.held, row.planned)
                elsewhere = 0


def _case(leader: Leader, allowance: Allowance) -> Case:
    if allowance.kind == "trainer":
        message = N_("{leader} earns {fees} in {year}, above the trainer allowance: {limit} are left for it here.")
    else:
        message = N_("{leader} earns {fees} in {year}, above the volunteer allowance: {limit} are left for it here.")
    fees, limit = telling.Money(allowance.expected), telling.Money(allowance.room or 0)
    values = {"fees": fees, "year": str(allowance.year), "limit": limit}
    return Case(
        message.filled(leader=leader.name, **values),
        ("staff", leader.id),
        short=N_("above the allowance"),
        more=telling.as_written(telling.surname(leader.name)),
        mark=f"{allowance.year} {allowance.kind}",
    )


def to_be_reported(offer: Offer) -> Iterator[Case]:
    sums: dict[tuple[int, int], int] = defaultdict(int)
    for row in offer.index.pay:
        sums[row.leader, row.year] += row.planned
    for (key, year), cents in sums.items():
        leader = offer.index.leader.get(key)
        if leader is not None and cents > offer.settings.report_fees_from:
            message = N_("{leader} earns {fees} in {year}; above {limit} fees are reported to the tax office.")
            limit = telling.Money(offer.settings.report_fees_from)
            yield Case(
                message.filled(leader=leader.name, fees=telling.Money(cents), year=str(year), limit=limit),
                ("staff", leader.id),
                short=N_("fees to be reported"),
                more=telling.as_written(telling.surname(leader.name)),
                mark=str(year),
            )


_LOOKS_AT = parts("meetings", "dates", "sessions", "leaders", "earned")
RULES = (
    Rule("over allowance", "error", N_("Fees above the allowance"), "school", over_allowance, _LOOKS_AT),
    Rule("soon over allowance", "warning", N_("Fees will be above the allowance"), "school", soon_over_allowance,
         _LOOKS_AT),
    Rule("fees to report", "hint", N_("Fees to be reported"), "school", to_be_reported, _LOOKS_AT),
)  # fmt: skip
