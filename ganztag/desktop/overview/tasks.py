"""What is to be done: each line is one kind of finding, counts it, and leads to the list behind its number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ganztag.desktop.desk import Place
from ganztag.language import _, ngettext
from ganztag.planning.clashes import RULES, Finding
from ganztag.planning.offer import Offer
from ganztag.queries.overview import Overview, Papers

_MOST = 9  # lines
_NAMED = 3  # of those that are one line
_BETTER = {
    "no room": Place("courses", chip="room"),
    "no leader": Place("courses", chip="leader"),
    "over maximum": Place("courses", chip="full"),
    "under minimum": Place("courses", chip="few"),
    "no course": Place("pupils", chip="without"),
}
"""The kinds of which another list than that of the checks shows more; they count what stands there, each once."""
_RULES = {rule.code: (place, rule) for place, rule in enumerate(RULES)}
_ICONS = {
    "course": "book-open", "room": "door-open", "staff": "id-card", "pupil": "users", "year_group": "users",
    "block": "calendar-days", "term": "calendar-days",
}  # fmt: skip


@dataclass(frozen=True)
class Task:
    """A thing to do: *count* of what, and the place that shows them; not all is *counted* as open."""

    title: str
    words: str
    count: int
    tone: str
    icon: str
    place: Place
    counted: bool = True


@dataclass(frozen=True)
class Open:
    """What is open in a half-year: findings that nobody let stand, what they are about, and papers of ballots."""

    findings: tuple[Finding, ...]
    offer: Offer
    papers: tuple[Papers, ...] = ()

    def kinds(self) -> list[tuple[Finding, ...]]:
        """Return errors and warnings by kind, errors first, then in the order of the rules."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            if finding.severity != "hint" and (finding.code != "no course" or self.allocated()):
                found[finding.code].append(finding)
        rows = [tuple(rows) for rows in found.values()]
        return sorted(rows, key=lambda rows: (rows[0].severity != "error", _RULES[rows[0].code][0]))

    def allocated(self) -> bool:
        """Say whether a child without a course is something to mend.

        Not before the courses were given out: an allocation was accepted, or more than half of the booked children
        have a course. Else the first enrolment by hand would let the count jump from none to hundreds.
        """
        if any(papers.ballot.accepted_at is not None for papers in self.papers):
            return True
        booked = [child.id for child in self.offer.children if child.booked]
        return 2 * sum(1 for child in booked if child in self.offer.index.courses_of) > len(booked)

    def missing(self) -> list[Papers]:
        """Return the ballots of which papers are missing that are still waited for."""
        return [one for one in self.papers if one.ballot.accepted_at is None and one.given < one.children]

    def count(self) -> int:
        """Return how much is open: errors and warnings, and papers that are missing."""
        papers = sum(one.children - one.given for one in self.missing())
        return papers + sum(_count(rows) for rows in self.kinds())


def tasks_of(found: Open, state: Overview) -> list[Task]:
    """Return what is to be done, the urgent first; of many kinds the last ones are one line."""
    kinds = [_task(rows, state) for rows in found.kinds()]
    kinds.sort(key=lambda task: task.tone != "bad")
    others = [*_papers(found), *_not_yet(found), *_hints(found)]
    room = max(_MOST - len(others), 1)
    if len(kinds) > room + 1:
        kinds = [*kinds[:room], _more(kinds[room:])]
    return [*kinds, *others]


def total(tasks: Iterable[Task]) -> int:
    return sum(task.count for task in tasks if task.counted)


def _count(rows: Sequence[Finding]) -> int:
    return len({row.subject for row in rows}) if rows[0].code in _BETTER else len(rows)


def _task(rows: Sequence[Finding], state: Overview) -> Task:
    """Return the line of one kind: red where it is about the afternoon that comes next, amber for later."""
    code = rows[0].code
    urgent = next((row for row in rows if _is_urgent(row, state)), None)
    words, place = str((urgent or rows[0]).message), _BETTER.get(code) or Place("checks", chip=f"code:{code}")
    icon = _ICONS.get(rows[0].subject[0], "triangle-alert")
    return Task(str(_RULES[code][1].title), words, _count(rows), "bad" if urgent else "warn", icon, place)


def _is_urgent(finding: Finding, state: Overview) -> bool:
    held = {row.id: row.course.id for block in state.blocks for row in block.rows}
    if finding.severity != "error" and finding.code not in ("no room", "no leader", "session no leader"):
        return False
    if finding.on is not None:
        return finding.on == state.day
    if finding.meetings:
        return not held.keys().isdisjoint(finding.meetings)
    return not set(held.values()).isdisjoint(finding.courses)


def _more(rest: Sequence[Task]) -> Task:
    title = ngettext("{count} more kind", "{count} more kinds", len(rest))
    words = ", ".join([*(task.title for task in rest[:_NAMED]), *(["…"] if len(rest) > _NAMED else [])])
    return Task(title, words, total(rest), "warn", "ellipsis", Place("checks", chip="open"))


def _papers(found: Open) -> Iterator[Task]:
    for one in found.missing():
        words = _("{ballot}: {given} of {children} are in", ballot=one.ballot.name, given=one.given,
                  children=one.children)  # fmt: skip
        missing = one.children - one.given
        yield Task(_("Ballot papers still missing"), words, missing, "accent", "ticket", Place("wishes"))


def _not_yet(found: Open) -> Iterator[Task]:
    """Yield a line that says why children without a course do not count yet."""
    count = sum(1 for finding in found.findings if finding.code == "no course")
    if count and not found.allocated():
        words = _("It counts once an allocation is accepted or more than half of the booked children have a course.")
        title = str(_RULES["no course"][1].title)
        yield Task(title, words, count, "accent", "users", _BETTER["no course"], counted=False)


def _hints(found: Open) -> Iterator[Task]:
    count = sum(1 for finding in found.findings if finding.severity == "hint")
    if count:
        words = _("Worth a look; they do not count as open.")
        yield Task(_("Hints"), words, count, "accent", "info", Place("checks", chip="hint"), counted=False)
