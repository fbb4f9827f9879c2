"""Rules of single dates and of pay: for each an offer that breaks it, and one that comes close and does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from ganztag.planning.offer import DayOff, Earned, Leader, Offer, Paper, Pay, Session, Window
from tests.planning.clashes.cases import Tried, contracted
from tests.planning.clashes.small import CHOIR, DAY, JUDO, ROBOTICS, SIX, but, plus, rules, school

MONDAY, TUESDAY, WEDNESDAY = date(2026, 9, 21), date(2026, 9, 22), date(2026, 9, 23)
STAND_IN = 9


def dated() -> Offer:
    """Return the small school with robotics and choir on two Mondays and judo on two Tuesdays from today on."""
    mondays = (DAY, MONDAY)
    return replace(school(), dates={ROBOTICS: mondays, CHOIR: mondays, JUDO: (date(2026, 9, 15), TUESDAY)})


def changing(offer: Offer, course: int = JUDO, on: date = TUESDAY, **other: Any) -> Offer:
    """Change one session of a course: ``changing(dated(), JUDO, day=MONDAY, starts=840)``."""
    (usual,) = offer.index.meetings_of[course]
    values: dict[str, Any] = {"day": on, "starts": usual.starts, "ends": usual.ends, "room": usual.room,
                              "leaders": usual.leaders}  # fmt: skip
    key = len(offer.sessions) + 1
    return plus(offer, "sessions", Session(key, usual.id, course, on, **values | other))


def alone(offer: Offer) -> Offer:
    """Take the children out of robotics."""
    return replace(offer, enrolments=tuple(e for e in offer.enrolments if e.course != ROBOTICS))


def judo_beside_robotics(**other: Any) -> Offer:
    """Move judo to the Monday and the time of robotics."""
    return changing(dated(), day=MONDAY, state="moved", **other)


def stood_in_for(**person: Any) -> Offer:
    """Let somebody who leads nothing else stand in for judo; of the others papers and contracts are noted."""
    offer = but(dated(), "leaders", CHOIR, papers=(Paper("Masern", "seen"),), contracts=((None, None),))
    offer = plus(offer, "leaders", Leader(STAND_IN, "Vera Vertretung", **person))
    return changing(offer, leaders=(STAND_IN,), substitutes=(STAND_IN,))


def paid(cents: int, *, limit: int, declared: int = 0, earned: tuple[Earned, ...] = ()) -> Offer:
    """Pay robotics by the session: one was held until today, one is to come."""
    pay = Pay(1, None, None, cents, 90, "trainer")
    offer = but(dated(), "leaders", ROBOTICS, pays=(pay,), declared=((2026, declared), (2025, 999_999)))
    return replace(rules(offer, trainer_allowance=f"2026: {limit}", report_fees_from=limit), earned=earned)


def off(**for_whom: Any) -> Callable[[], Offer]:
    days = DayOff(1, "Studientag", WEDNESDAY, WEDNESDAY, **for_whom)
    return lambda: plus(changing(dated(), day=WEDNESDAY, state="moved"), "days_off", days)


SESSIONS = {
    "session leader twice": Tried(
        lambda: judo_beside_robotics(leaders=(JUDO, ROBOTICS)),
        lambda: changing(judo_beside_robotics(leaders=(JUDO, ROBOTICS)), ROBOTICS, MONDAY, state="cancelled"),
    ),
    "session room twice": Tried(
        lambda: judo_beside_robotics(room=ROBOTICS),
        lambda: changing(judo_beside_robotics(room=ROBOTICS), ROBOTICS, MONDAY, room=JUDO),
    ),
    "session pupils twice": Tried(
        judo_beside_robotics,
        lambda: alone(judo_beside_robotics()),
    ),
    "session leader away": Tried(
        lambda: but(changing(dated(), leaders=(1,)), "leaders", 1, windows=(Window(2, 840, 850),)),
        lambda: but(changing(dated(), leaders=(1,)), "leaders", 1,
                    windows=(Window(2, 840, 850, last=date(2026, 9, 21)),)),
    ),
    "session room closed": Tried(
        lambda: but(changing(dated(), room=1), "rooms", 1, windows=(Window(2, reason="Verein"),)),
        lambda: but(changing(dated(), room=1), "rooms", 1, windows=(Window(1, reason="Verein"),)),
    ),
    "session room small": Tried(
        lambda: but(changing(dated(), room=1), "rooms", 1, places=1),
        lambda: but(changing(dated(), room=1), "rooms", 1, places=2),
    ),
    "session no leader": Tried(
        lambda: changing(dated(), leaders=()),
        lambda: changing(dated(), leaders=(), state="cancelled"),
    ),
    "session on day off": Tried(off(), off(year_group=SIX)),
    "session lost": Tried(
        lambda: changing(dated(), on=WEDNESDAY, lost=True),
        lambda: changing(dated(), on=date(2026, 9, 9), lost=True),
    ),
}  # fmt: skip
STANDING_IN = {
    "substitute papers": Tried(
        lambda: stood_in_for(papers=(Paper("Masern", "missing"),)),
        lambda: stood_in_for(papers=(Paper("Masern", "seen", TUESDAY),)),
    ),
    "substitute contract": Tried(
        lambda: stood_in_for(needs_contract=True, contracts=((None, MONDAY),)),
        lambda: stood_in_for(needs_contract=True, contracts=((None, TUESDAY),)),
    ),
}
PAY = {
    "over allowance": Tried(lambda: paid(101, limit=100), lambda: paid(100, limit=100)),
    "soon over allowance": Tried(lambda: paid(51, limit=100), lambda: paid(50, limit=100)),
    "fees to report": Tried(lambda: paid(51, limit=100), lambda: paid(50, limit=100)),
    "contracts not noted": Tried(
        lambda: but(school(), "leaders", ROBOTICS, needs_contract=True),
        contracted,
    ),
}
CASES: dict[str, Tried] = {**SESSIONS, **STANDING_IN, **PAY}
