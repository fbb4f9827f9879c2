"""Whether a leader's contract, or the agreement with the partner, covers what is led."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ganztag.language import N_, Message, nN_
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Leader, Meeting, Offer
from ganztag.planning.timing import days_of, span


def contract_missing(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    if leader.needs_contract and not leader.contracts and offer.index.contracts_are_noted:
        yield _case(leader, led, N_("{leader} has no contract."), N_("no contract"))


def contracts_not_noted(offer: Offer) -> Iterator[Case]:
    """Yield one case where people who are paid by contract lead courses, and nobody's contract was ever noted."""
    leading = [offer.index.leader.get(key) for key in offer.index.led_by]
    count = sum(1 for leader in leading if leader is not None and leader.needs_contract)
    if count and not offer.index.contracts_are_noted:
        message = nN_(
            "No contracts are noted yet, but {count} person who leads courses is paid for it.",
            "No contracts are noted yet, but {count} people who lead courses are paid for it.",
            count,
        )
        yield Case(message, ("term", offer.term), short=N_("no contracts noted"))


def contract_ends_early(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    asked = leader.needs_contract and leader.contracts
    for course in sorted({meeting.course for meeting in led}) if asked else ():
        of_course = [meeting for meeting in led if meeting.course == course]
        last = max(span(offer, meeting)[1] for meeting in of_course)
        days = sorted({day for meeting in of_course for day in days_of(offer, meeting)})
        open_day = next((d for d in days if d >= min(offer.day, last) and not covers(leader.contracts, d)), None)
        if open_day is not None:
            message = N_(
                "{leader} has no contract for {course} on {date}; the course ends on {last}.",
                course=telling.course(offer, course),
                date=open_day,
                last=last,
            )
            yield _case(leader, of_course, message, N_("contract ends early"))


def contract_ends_soon(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    ends = [last for _first, last in leader.contracts]
    if not leader.needs_contract or not ends or None in ends:
        return
    end, last = max(day for day in ends if day is not None), max(span(offer, meeting)[1] for meeting in led)
    if max(last, offer.day) <= end <= offer.day + timedelta(days=offer.settings.contract_warn_days):
        yield _case(leader, led, N_("The contract of {leader} ends on {date}.", date=end), N_("contract ends soon"))


def agreement_ended(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    last = max(span(offer, meeting)[1] for meeting in led)
    if leader.partner is not None and leader.partner_until is not None and leader.partner_until < last:
        message = N_(
            "{leader} leads until {last}, but the agreement with the partner ends on {date}.",
            last=last,
            date=leader.partner_until,
        )
        yield _case(leader, led, message, N_("agreement ends early"))


def covers(contracts: Iterable[tuple[date | None, date | None]], day: date) -> bool:
    return any((starts is None or starts <= day) and (ends is None or day <= ends) for starts, ends in contracts)


def _case(leader: Leader, led: Sequence[Meeting], message: Message, short: Message) -> Case:
    courses = tuple(sorted({meeting.course for meeting in led}))
    return Case(
        message.filled(leader=leader.name),
        ("staff", leader.id),
        short=short,
        more=telling.as_written(telling.surname(leader.name)),
        courses=courses,
        meetings=tuple(sorted(meeting.id for meeting in led)),
    )


_LOOKS_AT = parts("courses", "meetings", "leaders", "days_off")
RULES = (
    Rule("contract missing", "warning", N_("Leader without a contract"), "leader", contract_missing, _LOOKS_AT),
    Rule("contract ends early", "warning", N_("Leader's contract does not cover the course"), "leader",
         contract_ends_early, _LOOKS_AT),
    Rule("agreement ended", "warning", N_("Partner's agreement ends before the course"), "leader", agreement_ended,
         _LOOKS_AT),
    Rule("contract ends soon", "hint", N_("Leader's contract ends soon"), "leader", contract_ends_soon, _LOOKS_AT),
    Rule("contracts not noted", "hint", N_("No contracts noted"), "school", contracts_not_noted,
         parts("meetings", "leaders")),
)  # fmt: skip
