"""Running the rules: all of them, those of one meeting, or those that a change concerns."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ganztag.language import Message
from ganztag.planning.clashes import (
    children,
    contracts,
    courses,
    days,
    leaders,
    papers,
    pay,
    places,
    rooms,
    sessions,
    sizes,
    substitutes,
    supply,
    times,
    ways,
    wishes,
)
from ganztag.planning.clashes.finding import Finding, Rule, Scope
from ganztag.planning.offer import Meeting, Offer

RULES: tuple[Rule, ...] = (
    *times.RULES, *rooms.RULES, *leaders.RULES, *sessions.RULES, *ways.RULES, *papers.RULES, *contracts.RULES,
    *substitutes.RULES, *pay.RULES, *days.RULES, *places.RULES, *sizes.RULES, *courses.RULES, *children.RULES,
    *wishes.RULES, *supply.RULES,
)  # fmt: skip
_ORDER = {"error": 0, "warning": 1, "hint": 2}
_OF_MEETING = tuple(rule for rule in RULES if rule.scope == "meeting")
_OF_LEADER = tuple(rule for rule in RULES if rule.scope == "leader")
_BY_CODE = {rule.code: rule for rule in RULES}
_FRAME = frozenset({"first", "last", "day", "settings", "term"})
"""What every rule may look at."""
_ASKED: Mapping[Scope, frozenset[str]] = {
    "meeting": frozenset({"meetings", "courses"}),
    "session": frozenset({"sessions", "meetings", "courses"}),
    "leader": frozenset({"meetings", "leaders"}),
    "course": frozenset({"courses"}),
    "child": frozenset({"children"}),
    "block": frozenset({"blocks"}),
    "year group": frozenset({"years"}),
    "school": frozenset(),
}
_ROWS: Mapping[Scope, str] = {"course": "courses", "child": "children", "block": "blocks", "year group": "years"}


def findings(offer: Offer) -> tuple[Finding, ...]:
    """Return all findings, errors first."""
    return Runs().findings(offer)


def of_meeting(offer: Offer, meeting: Meeting) -> tuple[Finding, ...]:
    """Return only what this one meeting causes in the offer, errors first.

    It may be a draft (id 0), or stand in for the one with the same id. All findings that name it are in it.
    """
    if meeting.course not in offer.index.course:
        return ()
    of_meeting = (finding for rule in _OF_MEETING for finding in rule.findings(offer, meeting))
    of_leaders = (finding for finding in _of_leaders(offer, meeting) if meeting.id in finding.meetings)
    return _sorted({finding.key: finding for finding in (*of_meeting, *of_leaders)}.values())


def _of_leaders(offer: Offer, meeting: Meeting) -> Iterator[Finding]:
    for key in meeting.leaders:
        leader = offer.index.leader.get(key)
        if leader is not None:
            led = (*(m for m in offer.index.led_by.get(key, ()) if m.id != meeting.id), meeting)
            for rule in _OF_LEADER:
                yield from rule.findings(offer, leader, led)


def in_short(found: Iterable[Finding]) -> tuple[Message, Message | None] | None:
    """Return the two lines for a cell with these findings: the gravest kind, several of it counted; None: none."""
    first = next(iter(_sorted(found)), None)
    if first is None:
        return None
    same = [finding for finding in found if finding.code == first.code]
    many = _BY_CODE[first.code].many
    if len(same) > 1 and many is not None:
        return many(len(same)), first.more
    return first.short, first.more


class Runs:
    """The findings of each rule in the offer that was looked at last; unchanged parts are not looked at again."""

    def __init__(self) -> None:
        self._before: Offer | None = None
        self._found: dict[str, tuple[Finding, ...]] = {}

    def findings(self, offer: Offer) -> tuple[Finding, ...]:
        """Return all findings, errors first."""
        same = self._same(offer)
        for rule in RULES:
            looks_at = rule.looks_at | _ASKED[rule.scope] | _FRAME
            if rule.code not in self._found or not looks_at <= same:
                self._found[rule.code] = tuple(_run(rule, offer))
        self._before = offer
        return _sorted(finding for rule in RULES for finding in self._found[rule.code])

    def _same(self, offer: Offer) -> frozenset[str]:
        before = self._before
        if before is None:
            return frozenset()
        return frozenset(name for name in PARTS if getattr(before, name) is getattr(offer, name))


PARTS = tuple(name for name in Offer.__dataclass_fields__)


def _run(rule: Rule, offer: Offer) -> Iterator[Finding]:
    """Yield what a rule finds; what it says twice, from both sides, once."""
    said: set[str] = set()
    for asked in _asked(rule.scope, offer):
        for finding in rule.findings(offer, *asked):
            key = finding.key
            if key not in said:
                said.add(key)
                yield finding


def _asked(scope: Scope, offer: Offer) -> Iterator[tuple[Any, ...]]:
    index = offer.index
    match scope:
        case "meeting":
            yield from ((meeting,) for meeting in offer.meetings if meeting.course in index.course)
        case "session":
            yield from ((one,) for one in index.other_than_usual if one.day >= offer.day)
        case "leader":
            yield from ((row, index.led_by[row.id]) for row in offer.leaders if row.id in index.led_by)
        case "school":
            yield ()
        case _:
            yield from ((one,) for one in getattr(offer, _ROWS[scope]))


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))
