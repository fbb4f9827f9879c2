"""For each rule an offer that breaks it, and one that comes close and does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ganztag.planning.offer import (
    Block,
    Child,
    Course,
    DayOff,
    Enrolment,
    Meeting,
    Offer,
    Paper,
    Room,
    Window,
    Wish,
)
from tests.planning.clashes.small import (
    ADA,
    BEN,
    CHOIR,
    CLASS_6A,
    DAY,
    FIVE,
    JUDO,
    LAST,
    ROBOTICS,
    SIX,
    but,
    plus,
    rules,
    school,
)

BEFORE_THE_END, SOON = date(2026, 12, 1), date(2027, 2, 10)


class Tried(NamedTuple):
    """*broken* breaks the rule, *fine* is the nearest thing that does not."""

    broken: Callable[[], Offer]
    fine: Callable[[], Offer]


def at_once(offer: Offer) -> Offer:
    """Move the choir (Monday, second block) into the first one, where robotics is."""
    return but(offer, "meetings", CHOIR, starts=900, ends=960)


def alone(offer: Offer) -> Offer:
    """Take the children out of the choir: only things clash then, not they."""
    stay = tuple(enrolment for enrolment in offer.enrolments if enrolment.course != CHOIR)
    return replace(offer, enrolments=stay)


def in_houses(offer: Offer, one: str, other: str) -> Offer:
    offer = but(but(offer, "rooms", ROBOTICS, building=one), "rooms", CHOIR, building=other)
    return rules(offer, travel_minutes=15)  # from one block to the next there are 10


def led_by_one(offer: Offer) -> Offer:
    return but(offer, "meetings", CHOIR, leaders=(ROBOTICS,))


def with_paper(**paper: object) -> Offer:
    papers = (Paper("Führungszeugnis", **paper), Paper("Masernschutz", "seen"))  # type: ignore[arg-type]
    return but(school(), "leaders", ROBOTICS, papers=papers)


def contracted(*spans: tuple[date | None, date | None]) -> Offer:
    offer = but(school(), "leaders", JUDO, needs_contract=True, contracts=((None, None),))
    return but(offer, "leaders", ROBOTICS, needs_contract=True, contracts=spans)


def once(day: date) -> Offer:
    offer = but(school(), "meetings", ROBOTICS, rhythm="once", on_date=day, weekday=day.isoweekday())
    return replace(offer, children=tuple(replace(c, booked=frozenset(), leaves={}) for c in offer.children))


def studying(*, last: date = date(2026, 9, 7)) -> DayOff:
    return DayOff(1, "Studientag", date(2026, 9, 7), last)


def wishing(offer: Offer, *wishes: Wish) -> Offer:
    return replace(offer, wishes=wishes)


TIMES = {
    "leader twice": Tried(
        lambda: at_once(led_by_one(school())),
        lambda: led_by_one(school()),
    ),
    "room twice": Tried(
        lambda: but(at_once(school()), "meetings", CHOIR, room=ROBOTICS),
        lambda: but(but(at_once(school()), "meetings", CHOIR, room=ROBOTICS), "rooms", ROBOTICS, shared=True),
    ),
    "pupil twice": Tried(
        lambda: at_once(school()),
        lambda: alone(at_once(school())),
    ),
    "meets twice": Tried(
        lambda: plus(school(), "meetings", Meeting(9, ROBOTICS, 1, 900, 960, room=9, leaders=(JUDO,))),
        lambda: plus(school(), "meetings", Meeting(9, ROBOTICS, 1, 930, 960, room=9, leaders=(JUDO,))),
    ),
    "leader on the way": Tried(
        lambda: led_by_one(in_houses(school(), "A", "B")),
        lambda: led_by_one(in_houses(school(), "A", "A")),
    ),
    "pupil on the way": Tried(
        lambda: in_houses(school(), "A", "B"),
        lambda: rules(in_houses(school(), "A", "B"), travel_minutes=10),
    ),
    "no time to clear": Tried(
        lambda: but(but(school(), "meetings", CHOIR, room=1), "rooms", 1, setup=6, cleanup=5),
        lambda: but(but(school(), "meetings", CHOIR, room=1), "rooms", 1, setup=5, cleanup=5),
    ),
}
ROOMS = {
    "room closed": Tried(
        lambda: but(school(), "rooms", 1, windows=(Window(1, 900, 1000, reason="Verein"),)),
        lambda: but(school(), "rooms", 1, windows=(Window(1, 930, 1000), Window(2, available=False))),
    ),
    "room too small": Tried(
        lambda: but(school(), "rooms", 1, places=1),
        lambda: but(school(), "rooms", 1, places=2),
    ),
    "small for maximum": Tried(
        lambda: but(school(), "rooms", 1, places=3),
        lambda: but(school(), "rooms", 1, places=4),
    ),
    "equipment missing": Tried(
        lambda: but(school(), "courses", ROBOTICS, equipment=frozenset({"Klavier"})),
        lambda: but(but(school(), "courses", ROBOTICS, equipment=frozenset({"Klavier"})), "rooms", 1,
                    equipment=frozenset({"Klavier", "Beamer"})),
    ),
    "room not wanted": Tried(
        lambda: but(school(), "courses", ROBOTICS, rooms=(2, 3)),
        lambda: but(school(), "courses", ROBOTICS, rooms=(1, 2)),
    ),
    "no room": Tried(
        lambda: but(school(), "meetings", ROBOTICS, room=None),
        lambda: but(school(), "meetings", ROBOTICS, room=JUDO),
    ),
}  # fmt: skip
LEADERS = {
    "leader away": Tried(
        lambda: but(school(), "leaders", 1, windows=(Window(2, available=True), Window(3, available=True))),
        lambda: but(school(), "leaders", 1, windows=(Window(1, 840, 930, available=True), Window(1, 930, 1440))),
    ),
    "too many hours": Tried(
        lambda: led_by_one(but(school(), "leaders", 1, max_minutes=149)),
        lambda: led_by_one(but(school(), "leaders", 1, max_minutes=150)),
    ),
    "not employed": Tried(
        lambda: but(school(), "leaders", 1, ends=date(2027, 1, 24)),
        lambda: but(school(), "leaders", 1, ends=date(2027, 1, 25)),  # the last Monday
    ),
    "no leader": Tried(
        lambda: but(school(), "meetings", ROBOTICS, leaders=()),
        lambda: but(school(), "meetings", ROBOTICS, leaders=(JUDO,)),
    ),
    "leader not wanted": Tried(
        lambda: but(school(), "courses", ROBOTICS, leaders=(2,)),
        lambda: but(school(), "courses", ROBOTICS, leaders=(1, 2)),
    ),
}
PAPERS = {
    "paper missing": Tried(
        lambda: with_paper(state="missing"),
        lambda: with_paper(state="not_needed"),
    ),
    "paper wanted": Tried(
        lambda: with_paper(state="missing", required=False),
        lambda: with_paper(state="missing", required=True),
    ),
    "papers not noted": Tried(
        lambda: but(school(), "leaders", 1, papers=(Paper("Führungszeugnis", "missing"),)),
        lambda: with_paper(state="missing"),
    ),
    "paper expired": Tried(
        lambda: with_paper(state="seen", due=date(2026, 9, 13)),
        lambda: with_paper(state="seen", due=DAY),
    ),
    "paper ends early": Tried(
        lambda: with_paper(state="seen", due=date(2027, 1, 24)),
        lambda: with_paper(state="seen", due=date(2027, 1, 25)),
    ),
    "paper due": Tried(
        lambda: with_paper(state="seen", due=SOON, warn_days=200),
        lambda: with_paper(state="seen", due=SOON, warn_days=100),
    ),
    "contract missing": Tried(
        contracted,
        lambda: contracted((None, None)),
    ),
    "contract ends early": Tried(
        lambda: contracted((None, BEFORE_THE_END)),
        lambda: contracted((None, BEFORE_THE_END), (date(2026, 12, 2), None)),
    ),
    "contract ends soon": Tried(
        lambda: rules(contracted((None, SOON)), contract_warn_days=150),
        lambda: rules(contracted((None, SOON)), contract_warn_days=140),
    ),
    "agreement ended": Tried(
        lambda: but(school(), "leaders", 1, partner=1, partner_until=BEFORE_THE_END),
        lambda: but(school(), "leaders", 1, partner=1, partner_until=LAST),
    ),
}
DAYS = {
    "date outside": Tried(lambda: once(date(2027, 2, 1)), lambda: once(LAST)),
    "date off": Tried(
        lambda: plus(once(date(2026, 9, 7)), "days_off", studying()),
        lambda: plus(once(date(2026, 9, 8)), "days_off", studying()),
    ),
    "no date": Tried(
        lambda: but(school(), "meetings", ROBOTICS, rhythm="once"),
        lambda: but(school(), "meetings", ROBOTICS, rhythm="A"),
    ),
    "no session": Tried(
        lambda: replace(school(), dates={**school().dates, ROBOTICS: ()}),
        lambda: replace(school(), dates={key: found for key, found in school().dates.items() if key != ROBOTICS}),
    ),
    "no time span": Tried(
        lambda: but(school(), "courses", ROBOTICS, starts=date(2027, 1, 30)),
        lambda: but(school(), "courses", ROBOTICS, starts=LAST),
    ),
    "beyond half-year": Tried(
        lambda: but(school(), "courses", ROBOTICS, ends=date(2027, 1, 30)),
        lambda: but(school(), "courses", ROBOTICS, ends=LAST),
    ),
    "no school day": Tried(
        lambda: plus(school(), "days_off", DayOff(1, "Ferien", date(2026, 8, 1), LAST)),
        lambda: plus(school(), "days_off", DayOff(1, "Ferien", date(2026, 8, 1), date(2027, 1, 28))),
    ),
    "no sessions": Tried(
        lambda: replace(school(), dates=dict.fromkeys(school().dates, ())),
        lambda: replace(school(), dates={ROBOTICS: (), CHOIR: (), JUDO: (DAY,)}),
    ),
}
PLACES = {
    "nobody stays": Tried(
        lambda: but(but(school(), "children", ADA, booked=frozenset({2})), "children", BEN, booked=frozenset({2})),
        lambda: but(school(), "children", ADA, booked=frozenset({2})),
    ),
    "block not wanted": Tried(
        lambda: but(school(), "courses", ROBOTICS, blocks=(2, 3)),
        lambda: but(school(), "courses", ROBOTICS, blocks=(1, 2)),
    ),
    "no block": Tried(
        lambda: but(school(), "meetings", ROBOTICS, block=None),
        lambda: but(but(school(), "meetings", ROBOTICS, block=None), "courses", ROBOTICS, kind="lunch"),
    ),
    "blocks overlap": Tried(
        lambda: plus(school(), "blocks", Block(4, 1, 925, 935)),
        lambda: plus(school(), "blocks", Block(4, 1, 930, 940)),
    ),
}
SIZES = {
    "minimum over maximum": Tried(
        lambda: but(school(), "courses", ROBOTICS, min_size=5),
        lambda: but(school(), "courses", ROBOTICS, min_size=4),
    ),
    "over maximum": Tried(
        lambda: but(school(), "courses", ROBOTICS, max_size=1, min_size=1),
        lambda: but(school(), "courses", ROBOTICS, max_size=2),
    ),
    "under minimum": Tried(
        lambda: but(school(), "courses", ROBOTICS, min_size=3),
        lambda: alone(but(school(), "courses", CHOIR, min_size=3)),
    ),
    "too many of a class": Tried(
        lambda: rules(school(), max_per_class=1),
        lambda: replace(
            rules(school(), max_per_class=1),
            courses=tuple(replace(course, max_per_class=2) for course in school().courses),
        ),
    ),
    "nobody in it": Tried(
        lambda: alone(school()),
        lambda: replace(school(), enrolments=()),
    ),
    "no maximum": Tried(
        lambda: but(school(), "courses", ROBOTICS, max_size=None),
        lambda: but(school(), "courses", ROBOTICS, max_size=None, kind="care"),
    ),
}
COURSES = {
    "struck with children": Tried(
        lambda: replace(plus(school(), "enrolments", Enrolment(ADA, 9)), struck={9: "Imkern"}),
        lambda: replace(school(), struck={9: "Imkern"}),
    ),
    "no meeting": Tried(
        lambda: replace(school(), meetings=school().meetings[1:]),
        lambda: replace(school(), meetings=school().meetings[1:], courses=school().courses[1:]),
    ),
    "too few meetings": Tried(
        lambda: but(school(), "courses", ROBOTICS, meetings_wanted=2),
        lambda: but(school(), "courses", ROBOTICS, meetings_wanted=0),
    ),
    "no description": Tried(
        lambda: but(school(), "courses", ROBOTICS, described=False),
        lambda: but(school(), "courses", ROBOTICS, described=False, kind="study_time"),
    ),
    "no year group": Tried(
        lambda: but(school(), "courses", ROBOTICS, year_groups=frozenset()),
        lambda: but(school(), "courses", ROBOTICS, year_groups=frozenset(), classes=frozenset({CLASS_6A})),
    ),
    "same number": Tried(
        lambda: but(school(), "courses", CHOIR, number="101"),
        lambda: but(but(school(), "courses", CHOIR, number=""), "courses", ROBOTICS, number=""),
    ),
    "same short name": Tried(
        lambda: but(school(), "courses", CHOIR, short="robot"),
        lambda: but(but(school(), "courses", CHOIR, short=""), "courses", ROBOTICS, short=""),
    ),
}
CHILDREN = {
    "in it twice": Tried(
        lambda: plus(school(), "enrolments", Enrolment(ADA, ROBOTICS, first=DAY)),
        lambda: replace(
            school(),
            enrolments=(Enrolment(ADA, JUDO, last=DAY), Enrolment(ADA, JUDO, first=date(2026, 9, 15))),
        ),
    ),
    "not allowed": Tried(
        lambda: but(school(), "children", ADA, year_group=SIX),
        lambda: but(but(school(), "children", ADA, year_group=SIX, classes=frozenset({CLASS_6A})), "courses",
                    ROBOTICS, classes=frozenset({CLASS_6A}), year_groups=frozenset({FIVE, SIX})).changed(
                        enrolments=(Enrolment(ADA, ROBOTICS),)),
    ),
    "leaves early": Tried(
        lambda: but(school(), "children", ADA, leaves={1: 999}),
        lambda: but(school(), "children", ADA, leaves={1: 1000, 5: 600}),
    ),
    "day not booked": Tried(
        lambda: but(school(), "children", ADA, booked=frozenset({2})),
        lambda: but(school(), "children", ADA, booked=frozenset()),
    ),
    "no course": Tried(
        lambda: plus(school(), "children", Child(9, "Cem", FIVE, booked=frozenset({2, 5}))),
        lambda: plus(school(), "children", Child(9, "Cem", FIVE, booked=frozenset({5}))),
    ),
    "after leaving": Tried(
        lambda: but(school(), "children", ADA, exit=BEFORE_THE_END),
        lambda: but(school(), "children", ADA, exit=LAST),
    ),
    "ends before course": Tried(
        lambda: replace(school(), enrolments=(Enrolment(ADA, JUDO, last=DAY), Enrolment(ADA, CHOIR))),
        lambda: replace(
            school(),
            enrolments=(Enrolment(ADA, JUDO, last=DAY), Enrolment(ADA, CHOIR, first=date(2026, 9, 15))),
        ),
    ),
    "pupil without year group": Tried(
        lambda: but(school(), "children", ADA, year_group=None),
        lambda: replace(but(school(), "children", ADA, year_group=None), years={}),
    ),
}  # fmt: skip
WISHES = {
    "wish for gone": Tried(
        lambda: replace(wishing(school(), Wish(ADA, 9, 1, 1)), struck={9: "Imkern"}),
        lambda: replace(wishing(school(), Wish(ADA, ROBOTICS, 1, 1)), struck={9: "Imkern"}),
    ),
    "wish elsewhere": Tried(
        lambda: wishing(school(), Wish(ADA, ROBOTICS, 2, 1)),
        lambda: wishing(school(), Wish(ADA, ROBOTICS, 1, 1)),
    ),
    "wish not allowed": Tried(
        lambda: but(wishing(school(), Wish(ADA, ROBOTICS, 1, 1)), "children", ADA, year_group=SIX),
        lambda: but(wishing(school(), Wish(ADA, ROBOTICS, 1, 1)), "children", BEN, year_group=SIX),
    ),
    "wished twice": Tried(
        lambda: wishing(school(), Wish(ADA, ROBOTICS, 1, 1), Wish(ADA, ROBOTICS, 1, 3)),
        lambda: wishing(school(), Wish(ADA, ROBOTICS, 1, 1), Wish(BEN, ROBOTICS, 1, 1)),
    ),
}


def _with_cem(leaves: int = 1000) -> Offer:
    """Add a child that stays on Tuesday and is in nothing."""
    return plus(school(), "children", Child(9, "Cem", FIVE, booked=frozenset({2}), leaves={2: leaves}))


def _with_care(leaders: tuple[int, ...]) -> Offer:
    offer = plus(_with_cem(), "courses", Course(4, "Betreuung", kind="care"))
    return plus(plus(offer, "meetings", Meeting(4, 4, 2, 840, 930, room=4, leaders=leaders)), "rooms", Room(4, "R 4"))


SUPPLY = {
    "no supervision": Tried(lambda: _with_care(()), lambda: _with_care((1,))),
    "too few places of year": Tried(
        lambda: but(school(), "courses", JUDO, max_size=1, min_size=1),
        lambda: but(school(), "courses", JUDO, max_size=2),
    ),
    "too few places": Tried(
        lambda: but(_with_cem(), "courses", JUDO, max_size=2),
        lambda: but(_with_cem(), "courses", JUDO, max_size=3),
    ),
}
CASES: dict[str, Tried] = {
    **TIMES, **ROOMS, **LEADERS, **PAPERS, **DAYS, **PLACES, **SIZES, **COURSES, **CHILDREN, **WISHES, **SUPPLY
}  # fmt: skip
