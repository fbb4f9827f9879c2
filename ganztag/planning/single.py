"""Single sessions that are other than their series, beside what else takes place on their day."""

from collections.abc import Iterator
from dataclasses import replace

from ganztag.planning.offer import Meeting, Offer, Session


def beside(offer: Offer, session: Session) -> Iterator[Meeting | Session]:
    """Yield what of other courses takes place at the same time on the day of a session: as usual, or changed too."""
    index, day = offer.index, session.day
    for other in index.on_weekday.get(day.isoweekday(), ()):
        if other.course == session.course or not _overlap(other, session) or (other.id, day) in index.changed:
            continue
        if other.course in index.course and day in offer.dates.get(other.id, ()):
            yield other
    for changed in index.other_than_usual:
        if changed.day == day and changed.course != session.course and _overlap(changed, session):
            yield changed


def as_meeting(offer: Offer, session: Session) -> Meeting:
    """Return a session as a meeting that is only on its day."""
    return replace(
        offer.index.meeting[session.meeting],
        weekday=session.day.isoweekday(),
        starts=session.starts,
        ends=session.ends,
        room=session.room,
        leaders=session.leaders,
        rhythm="once",
        on_date=session.day,
    )


def elsewhen(offer: Offer, session: Session) -> bool:
    """Say whether a session is on another day or at other times than in its series."""
    usual = offer.index.meeting[session.meeting]
    return session.day != session.series_day or (session.starts, session.ends) != (usual.starts, usual.ends)


def usual_of(offer: Offer, one: Meeting | Session) -> Meeting:
    """Return the meeting of the series."""
    return one if isinstance(one, Meeting) else offer.index.meeting[one.meeting]


def _overlap(one: Meeting | Session, other: Session) -> bool:
    return one.starts < other.ends and other.starts < one.ends
