"""Whether those who stand in on a single date have shown their papers and have a contract.

Those who lead a course of their own as well are judged there, whatever they stand in for.
"""

from collections.abc import Iterator

from ganztag.language import N_, Message
from ganztag.planning.clashes import telling
from ganztag.planning.clashes.contracts import covers
from ganztag.planning.clashes.finding import Case, Rule, parts
from ganztag.planning.offer import Leader, Offer, Session


def without_papers(offer: Offer, session: Session) -> Iterator[Case]:
    for leader in _standing_in(offer, session):
        missing = [paper.name for paper in leader.papers if paper.required and paper.state == "missing"]
        over = [p.name for p in leader.papers if p.state == "seen" and p.due is not None and p.due < session.day]
        if leader.id in offer.index.led_by or not offer.index.papers_are_noted:
            missing = []
        if missing or over:
            message = N_("{leader} stands in for {course} on {date} without: {papers}.")
            yield _case(offer, session, leader, message.filled(papers=telling.Listed((*missing, *over))))


def without_contract(offer: Offer, session: Session) -> Iterator[Case]:
    for leader in _standing_in(offer, session):
        told = not leader.contracts and leader.id in offer.index.led_by
        if not leader.needs_contract or told or not offer.index.contracts_are_noted:
            continue
        if not covers(leader.contracts, session.day):
            yield _case(offer, session, leader, N_("{leader} stands in for {course} on {date} without a contract."))


def _standing_in(offer: Offer, session: Session) -> Iterator[Leader]:
    usual = offer.index.meeting[session.meeting].leaders
    for key in dict.fromkeys(session.leaders):
        if key not in usual and key in offer.index.leader:
            yield offer.index.leader[key]


def _case(offer: Offer, session: Session, leader: Leader, message: Message) -> Case:
    course = telling.course(offer, session.course)
    return Case(
        message.filled(leader=leader.name, course=course, date=session.day),
        ("staff", leader.id),
        short=N_("{name}: not allowed yet", name=telling.surname(leader.name)),
        courses=(session.course,),
        mark=f"{session.meeting}@{session.series_day}",
        on=session.day,
    )


_LOOKS_AT = parts("courses", "meetings", "leaders")
RULES = (
    Rule("substitute papers", "warning", N_("Substitute without a paper"), "session", without_papers, _LOOKS_AT),
    Rule("substitute contract", "warning", N_("Substitute without a contract"), "session", without_contract,
         _LOOKS_AT),
)  # fmt: skip
