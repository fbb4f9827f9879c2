"""What a rule finds, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ganztag.language import Message

Severity = Literal["error", "warning", "hint"]
Scope = Literal["meeting", "session", "leader", "course", "child", "block", "year group", "school"]
Thing = tuple[str, int]
"""Kind and id; kinds: course, meeting, room, staff, pupil, class, year_group, block, term, day_off."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule says of one case; *mark* tells it from others of the same rule, thing and courses.

    *short* and *more* are the two lines that a cell of the week has room for. *on* is the date where it is one only,
    *pupils* are children that it concerns beside the subject.
    """

    message: Message
    subject: Thing
    short: Message
    more: Message | None = None
    courses: tuple[int, ...] = ()
    meetings: tuple[int, ...] = ()
    mend: Thing | None = None
    mark: str = ""
    on: date | None = None
    pupils: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at; *code* is a stable key, *subject* what it is about, *mend* where it can be put right.

    *short*, *more* and *mend* are told from the side of the meeting that was asked about: they do not make it another.
    """

    code: str
    severity: Severity
    message: Message
    subject: Thing
    courses: tuple[int, ...] = ()
    meetings: tuple[int, ...] = ()
    short: Message = field(default_factory=lambda: Message(""), compare=False)
    more: Message | None = field(default=None, compare=False)
    mend: Thing = field(default=("term", 0), compare=False)
    mark: str = ""
    on: date | None = None
    pupils: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """Return what stays the same as long as the same things are concerned; exceptions are kept by it."""
        courses = ",".join(map(str, self.courses))
        return f"{self.code}|{self.subject[0]} {self.subject[1]}|{courses}|{self.mark}"

    def names(self, kind: str, key: int) -> bool:
        """Say whether the finding concerns a thing."""
        thing = (kind, key)
        if thing in (self.subject, self.mend):
            return True
        among = {"course": self.courses, "meeting": self.meetings, "pupil": self.pupils}
        return key in among.get(kind, ())

    def things(self) -> frozenset[Thing]:
        """Return all things that the finding concerns."""
        among = {"course": self.courses, "meeting": self.meetings, "pupil": self.pupils}
        named = ((kind, key) for kind, keys in among.items() for key in keys)
        return frozenset((self.subject, self.mend, *named))


@dataclass(frozen=True)
class Rule:
    """One kind of finding. *check* is asked once for each thing of its *scope* and yields cases.

    It is called with the offer and, by scope: a meeting; a session that is other than its series, from today on; a
    leader and all meetings that it leads; a course; a child; a
    block; a year group; nothing more. A rule for a meeting names it in its findings, and has to say the same from both
    sides where it concerns two. *looks_at* are the parts of the offer it depends on. *many* puts several findings of
    this kind into one line.
    """

    code: str
    severity: Severity
    title: Message
    scope: Scope
    check: Callable[..., Iterable[Case]]
    looks_at: frozenset[str]
    many: Callable[[int], Message] | None = None

    def findings(self, *asked: Any) -> list[Finding]:
        """Return what the rule finds; *asked* are the offer and what its scope asks for."""
        return [self._finding(case) for case in self.check(*asked)]

    def _finding(self, case: Case) -> Finding:
        return Finding(
            self.code,
            self.severity,
            case.message,
            case.subject,
            case.courses,
            case.meetings,
            case.short,
            case.more,
            case.mend or case.subject,
            case.mark,
            case.on,
            case.pupils,
        )


def subject_of(key: str) -> Thing:
    """Return what the finding with this key is about."""
    kind, _blank, number = key.split("|")[1].rpartition(" ")
    return kind, int(number)


def parts(*names: str) -> frozenset[str]:
    """Return names of parts of an offer, for ``Rule.looks_at``."""
    return frozenset(names)
