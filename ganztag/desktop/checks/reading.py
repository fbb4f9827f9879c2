"""One finding as the list shows it, and where a click on what it names leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from ganztag.desktop.desk import Place
from ganztag.language import N_, Message
from ganztag.operations.watch import Found
from ganztag.planning.clashes import RULES
from ganztag.planning.offer import Child, Course, Leader, Offer, Room

SEVERITIES: dict[str, tuple[Message, str, str]] = {  # word, tone, icon
    "error": (N_("Error"), "bad", "circle-x"),
    "warning": (N_("Warning"), "warn", "triangle-alert"),
    "hint": (N_("Hint"), "accent", "info"),
}
ORDER = {severity: place for place, severity in enumerate(SEVERITIES)}
_TITLES = {rule.code: rule.title for rule in RULES}
_PLACES = {rule.code: place for place, rule in enumerate(RULES)}  # double bookings first, wishes last
_SCREENS = {
    "course": "courses", "meeting": "courses", "room": "rooms", "staff": "staff", "pupil": "pupils", "class": "pupils",
    "year_group": "pupils", "block": "week", "term": "school", "day_off": "school",
}  # fmt: skip


@dataclass(frozen=True)
class Link:
    """A way to something that a finding names; *title* is its name, *kind* what it is."""

    kind: str
    title: str
    place: Place


@dataclass(frozen=True)
class CheckRow:
    """A finding; *id* is made from its key and stays the same, *reason* is why it was let stand ("": it was not)."""

    id: int
    key: str
    code: str
    severity: str
    title: str
    sentence: str
    accepted: bool
    reason: str
    links: tuple[Link, ...]


def title_of(code: str) -> str:
    """Return what the kind of finding is called."""
    return str(_TITLES.get(code, code))


def rows_of(found: tuple[Found, ...], offer: Offer) -> list[CheckRow]:
    """Return the rows of a half-year: what is open first, errors before warnings before hints."""
    rows = [_row(one, offer) for one in found]
    return sorted(rows, key=lambda row: (row.accepted, ORDER[row.severity], _PLACES[row.code]))


def _row(found: Found, offer: Offer) -> CheckRow:
    finding, exception = found.finding, found.exception
    return CheckRow(
        id=crc32(finding.key.encode()) >> 1,  # Qt carries 31 bits
        key=finding.key,
        code=finding.code,
        severity=finding.severity,
        title=title_of(finding.code),
        sentence=str(finding.message),
        accepted=exception is not None,
        reason=exception.reason if exception is not None else "",
        links=_links(found, offer),
    )


def _links(found: Found, offer: Offer) -> tuple[Link, ...]:
    """Return the ways to the things concerned: where it is mended first, each once."""
    finding = found.finding
    things = [finding.mend, finding.subject, *(("course", course) for course in finding.courses)]
    links = (_link(kind, key, offer) for kind, key in things)
    return tuple(dict.fromkeys(link for link in links if link is not None))


def _link(kind: str, key: int, offer: Offer) -> Link | None:
    if kind == "meeting":
        meeting = offer.index.meeting.get(key)
        return _link("course", meeting.course, offer) if meeting is not None else None
    screen = _SCREENS.get(kind)
    name = _name(kind, key, offer)
    if screen is None or name is None:
        return None
    return Link(kind, name, Place(screen, key if kind in {"course", "room", "staff", "pupil"} else None))


def _name(kind: str, key: int, offer: Offer) -> str | None:
    """Return how a thing is called; "" for one that needs no name, None for one that is not there."""
    index = offer.index
    if kind in ("class", "year_group"):
        return (offer.classes if kind == "class" else offer.years).get(key)
    named: Mapping[str, Mapping[int, Course | Room | Leader | Child]] = {
        "course": index.course, "room": index.room, "staff": index.leader, "pupil": index.child,
    }  # fmt: skip
    if kind not in named:
        return ""
    return named[kind][key].name if key in named[kind] else None
