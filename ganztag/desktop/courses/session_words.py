"""How a session is put into words: when, where, by whom, and what is other than in the series."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ganztag.desktop.times import hours
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import _, ngettext, weekday
from ganztag.language import date as in_words
from ganztag.queries.sessions import LeftOverRow, SessionRow


def day_of(session: SessionRow) -> str:
    """Return the day: Mo 14.9."""
    return _brief(session.day)


def _brief(day: date) -> str:
    return f"{weekday(day.isoweekday(), short=True)} {in_words(day, 'short')}"


def when(session: SessionRow) -> str:
    return " ".join(filter(None, (day_of(session), hours(session.starts, session.ends))))


def where(session: SessionRow) -> str:
    """Return room, leaders, and what else there is to know of the date."""
    parts = [session.room, ", ".join(session.leaders), *_others(session), session.reason]
    return " · ".join(part for part in parts if part)


def _others(session: SessionRow) -> list[str]:
    found = []
    if session.state == "moved":
        found.append(_("instead of {day}", day=_brief(session.series_day)))
    if session.absent:
        found.append(_("for {names}", names=", ".join(session.absent)))
    return found


def state_of(session: SessionRow, today: date) -> Pill | None:
    """Return what is other than usual, or that it is today."""
    if session.state == "cancelled":
        return Pill(_("cancelled"), "bad", "circle-x")
    if session.state == "moved":
        return Pill(_("moved"), "warn", "arrow-left-right")
    if session.state == "changed":
        return _changed(session)
    return Pill(_("today"), "accent") if session.day == today else None


def _changed(session: SessionRow) -> Pill:
    if session.substitute_ids and session.absent_ids:
        return Pill(_("substitute"), "accent", "users")
    if session.absent_ids:
        return Pill(_("leader away"), "warn", "user-x")
    return Pill(_("other than usual"), "accent", "info")


def counted(sessions: Sequence[SessionRow]) -> str:
    """Return how many there are and what becomes of them: 14 dates, 1 cancelled, 2 moved."""
    words = [ngettext("{count} date", "{count} dates", len(sessions))]
    states = Counter(session.state for session in sessions)
    if n := states["cancelled"]:
        words.append(ngettext("{count} is cancelled", "{count} are cancelled", n))
    if n := states["moved"]:
        words.append(ngettext("{count} is moved", "{count} are moved", n))
    if n := states["changed"]:
        words.append(ngettext("{count} is other than usual", "{count} are other than usual", n))
    return ", ".join(words)


def left_over_words(rows: Sequence[LeftOverRow]) -> str:
    """Return the sentence for changes that have lost their date."""
    days = ", ".join(in_words(row.on_date, "short") for row in rows)
    return ngettext(
        "{count} change has no date any more, for the series does not meet then: {days}",
        "{count} changes have no date any more, for the series does not meet then: {days}",
        len(rows),
        days=days,
    )
