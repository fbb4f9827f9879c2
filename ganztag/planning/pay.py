"""What leaders earn in a calendar year: each session of each contract in whole cents, as ``queries.fees`` counts it."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from ganztag.domain.contracts import fee_cents, in_force
from ganztag.planning.offer import Earned, Meeting, Offer, Pay, Session

Held = tuple[int, Sequence[date], int]
"""Who leads, on which days, and for how many minutes on each."""


def in_all(offer: Offer) -> tuple[Earned, ...]:
    """Return what is earned in the calendar years from the day that counts on, in this half-year and in others."""
    pays = {leader.id: leader.pays for leader in offer.leaders if leader.pays}
    here = earned(pays, led(pays, offer.meetings, offer.dates, offer.sessions), offer.day)
    return summed(row for row in (*here, *offer.earned) if row.year >= offer.day.year)


def led(
    who: Container[int],
    meetings: Iterable[Meeting],
    dates: Mapping[int, Sequence[date]],
    sessions: Sequence[Session],
) -> Iterator[Held]:
    """Yield what each of them leads, session by session; one who is in a session twice counts once."""
    changed = {(session.meeting, session.series_day) for session in sessions if not session.lost}
    for meeting in meetings:
        for leader in meeting.leaders:
            if leader in who:
                usual = [day for day in dates.get(meeting.id, ()) if (meeting.id, day) not in changed]
                yield leader, usual, _minutes(meeting)
    for session in sessions:
        for leader in dict.fromkeys(session.leaders) if session.held else ():
            if leader in who:
                yield leader, (session.day,), _minutes(session)


def _minutes(one: Meeting | Session) -> int:
    """Return how long it is; what has no times takes the whole day in an offer, but nobody is paid for that."""
    minutes = one.ends - one.starts
    return minutes if 0 < minutes < 24 * 60 else 0


def earned(pays: Mapping[int, tuple[Pay, ...]], sessions: Iterable[Held], until: date) -> tuple[Earned, ...]:
    """Return the sums by leader, calendar year and allowance."""
    found: dict[tuple[int, int, str], list[int]] = defaultdict(lambda: [0, 0])
    for leader, days, minutes in sessions:
        known = pays[leader]
        for day in days:
            pay = in_force(known, day) if len(known) > 1 or not _covers(known[0], days) else known[0]
            if pay is not None:
                cents = fee_cents(minutes, pay.unit_minutes, pay.rate_cents)
                sums = found[leader, day.year, pay.allowance]
                sums[0] += cents if day <= until else 0
                sums[1] += cents
    return tuple(Earned(*key, *sums) for key, sums in sorted(found.items()))


def _covers(pay: Pay, days: Sequence[date]) -> bool:
    """Say whether a contract holds on all of these days, which are in their order."""
    return (pay.starts is None or pay.starts <= days[0]) and (pay.ends is None or pay.ends >= days[-1])


def summed(rows: Iterable[Earned]) -> tuple[Earned, ...]:
    """Return one row for each leader, year and allowance."""
    found: dict[tuple[int, int, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        sums = found[row.leader, row.year, row.allowance]
        sums[0] += row.held
        sums[1] += row.planned
    return tuple(Earned(*key, *sums) for key, sums in sorted(found.items()))
