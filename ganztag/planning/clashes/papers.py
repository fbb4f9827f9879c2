"""Papers that the school has to have seen: missing, expired, or due soon. Only of those who lead something.

What is missing is told once somebody's papers are noted at all; before that one hint says so for the whole school.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from ganztag.language import N_, Message, nN_
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Leader, Meeting, Offer, Paper
from ganztag.planning.timing import span


def paper_missing(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    return _missing(offer, leader, led, N_("{leader} has not shown yet: {papers}."), required=True)


def paper_wanted(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    message = N_("{leader} has not shown yet, though it is not compulsory: {papers}.")
    return _missing(offer, leader, led, message, required=False)


def _missing(
    offer: Offer, leader: Leader, led: Sequence[Meeting], message: Message, *, required: bool
) -> Iterator[Case]:
    names = [paper.name for paper in leader.papers if paper.state == "missing" and paper.required == required]
    if names and offer.index.papers_are_noted:
        short = nN_("{count} paper missing", "{count} papers missing", len(names))
        yield _case(leader, led, message.filled(papers=telling.Listed(names)), short, ", ".join(names))


def paper_expired(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    def said(due: date, _last: date, _paper: Paper) -> Message | None:
        return N_("{paper} of {leader} expired on {date}.") if due < offer.day else None

    return _of_each(offer, leader, led, said, N_("paper expired"))


def paper_ends_early(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    def said(due: date, last: date, _paper: Paper) -> Message | None:
        if not offer.day <= due < last:
            return None
        return N_("{paper} of {leader} holds until {date}, but the course ends on {last}.", last=last)

    return _of_each(offer, leader, led, said, N_("paper expires"))


def paper_due(offer: Offer, leader: Leader, led: Sequence[Meeting]) -> Iterator[Case]:
    def said(due: date, last: date, paper: Paper) -> Message | None:
        if not max(offer.day, last) <= due <= offer.day + timedelta(days=paper.warn_days):
            return None
        return N_("{paper} of {leader} has to be renewed by {date}.")

    return _of_each(offer, leader, led, said, N_("paper expires"))


def _of_each(
    offer: Offer,
    leader: Leader,
    led: Sequence[Meeting],
    said: Callable[[date, date, Paper], Message | None],
    short: Message,
) -> Iterator[Case]:
    """Yield a case for each paper of which *said*, asked for its last day and the leader's, returns a sentence."""
    last = max(span(offer, meeting)[1] for meeting in led)
    for paper in leader.papers:
        message = said(paper.due, last, paper) if paper.state == "seen" and paper.due is not None else None
        if message is not None:
            message = message.filled(paper=paper.name, date=paper.due)
            yield _case(leader, led, message, short, paper.name)


def _case(leader: Leader, led: Sequence[Meeting], message: Message, short: Message, mark: str) -> Case:
    return Case(
        message.filled(leader=leader.name),
        ("staff", leader.id),
        short=short,
        more=telling.as_written(telling.surname(leader.name)),
        courses=tuple(sorted({meeting.course for meeting in led})),
        meetings=tuple(sorted(meeting.id for meeting in led)),
        mark=mark,
    )


def papers_not_noted(offer: Offer) -> Iterator[Case]:
    """Yield one case where papers are asked for and nobody's were ever noted."""
    leading = (offer.index.leader.get(key) for key in offer.index.led_by)
    if not offer.index.papers_are_noted and any(leader and _lacks(leader) for leader in leading):
        message = N_("Nobody's papers are noted yet: which clearance and which proof was seen, and when.")
        yield Case(message, ("term", offer.term), short=N_("no papers noted"))


def _lacks(leader: Leader) -> bool:
    return any(paper.state == "missing" and paper.required for paper in leader.papers)


_LOOKS_AT = parts("courses", "meetings", "leaders", "days_off")
RULES = (
    Rule("paper expired", "error", N_("Leader's paper expired"), "leader", paper_expired, _LOOKS_AT),
    Rule("paper missing", "warning", N_("Leader without a paper"), "leader", paper_missing, _LOOKS_AT),
    Rule("paper ends early", "warning", N_("Leader's paper expires before the course ends"), "leader",
         paper_ends_early, _LOOKS_AT),
    Rule("paper due", "hint", N_("Leader's paper to be renewed soon"), "leader", paper_due, _LOOKS_AT),
    Rule("paper wanted", "hint", N_("Leader without a paper that is not compulsory"), "leader", paper_wanted,
         _LOOKS_AT),
    Rule("papers not noted", "hint", N_("No papers noted"), "school", papers_not_noted, parts("meetings", "leaders")),
)  # fmt: skip
