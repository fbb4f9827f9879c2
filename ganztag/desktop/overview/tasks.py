"""What is to be done: each line is one kind of finding, counts it, and leads to the list behind its number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ganztag.desktop.desk import Place
from ganztag.language import _, ngettext
from ganztag.language import date as day_text
from ganztag.planning.clashes import RULES, Finding
from ganztag.planning.offer import Offer
from ganztag.queries.overview import Overview, Papers
from ganztag.queries.upkeep import Upkeep

_MOST = 9  # lines
_FEW = 2  # of what is named of a task
_NAMED = 3  # of those that are one line
_SOON = timedelta(days=3)  # before a ballot closes, when missing papers become urgent
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
    """What is open in a half-year: findings that nobody let stand, what they are about, papers, and daily work."""

    findings: tuple[Finding, ...]
    offer: Offer
    papers: tuple[Papers, ...] = ()
    upkeep: Upkeep = field(default_factory=Upkeep)

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
        """Return how much is open: errors and warnings, papers that are missing, and what a day asks for."""
        papers = sum(one.children - one.given for one in self.missing())
        return papers + sum(_count(rows) for rows in self.kinds()) + total(daily(self.upkeep))


def tasks_of(found: Open, state: Overview) -> list[Task]:
    """Return what is to be done, the urgent first; of many kinds the last ones are one line."""
    kinds = [_task(rows, state) for rows in found.kinds()]
    kinds.sort(key=lambda task: task.tone != "bad")
    others = [*daily(found.upkeep), *_papers(found, state.today), *_not_yet(found), *_hints(found)]
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


def _papers(found: Open, today: date) -> Iterator[Task]:
    for one in found.missing():
        missing = one.children - one.given
        title, closes = _("Ballot papers still missing"), one.ballot.closes
        tone = "warn" if closes is not None and closes - today <= _SOON else "accent"
        yield Task(title, _papers_words(one, today), missing, tone, "ticket", Place("wishes"))
    for one in found.papers:
        closes = one.ballot.closes
        if one.ballot.accepted_at is None and closes is not None and closes < today and one.given:
            words = _("{ballot}: closed since {day}, {given} papers wait.", ballot=one.ballot.name, given=one.given,
                      day=day_text(closes, "short"))  # fmt: skip
            yield Task(_("Not allocated yet"), words, one.given, "accent", "scale", Place("allocation"), counted=False)


def _papers_words(one: Papers, today: date) -> str:
    values = {"ballot": one.ballot.name, "given": one.given, "children": one.children}
    if one.ballot.closes is None:
        return _("{ballot}: {given} of {children} are in", **values)
    day = day_text(one.ballot.closes, "short")
    if one.ballot.closes < today:
        return _("{ballot}: {given} of {children} are in; closed since {day}", day=day, **values)
    return _("{ballot}: {given} of {children} are in; return by {day}", day=day, **values)


def daily(found: Upkeep) -> list[Task]:
    """Return what a running half-year asks for: places to give, absences to decide on, attendance to enter."""
    tasks = []
    if found.absent:
        words = ", ".join(_("{child} in {course}", child=child, course=course) for child, course in found.absent[:_FEW])
        title = _("Away too often without an excuse")
        tasks.append(Task(title, _some(words, found.absent), len(found.absent), "warn", "user-x",
                          Place("changes", chip="absent")))  # fmt: skip
    if found.free:
        words = _some(", ".join(found.free[:_FEW]), found.free)
        title = _("Places free for children who wait")
        tasks.append(
            Task(title, words, len(found.free), "warn", "ticket", Place("changes", chip="free"), counted=False)
        )
    for one in found.unentered:
        words = ngettext("{count} course on {day}", "{count} courses on {day}", one.courses,
                         day=day_text(one.day, "weekday"))  # fmt: skip
        place = Place("attendance", chip=one.day.isoformat())
        tasks.append(
            Task(_("Attendance not entered"), words, one.courses, "accent", "user-check", place, counted=False)
        )
    return tasks


def _some(words: str, all_of_them: Sequence[object]) -> str:
    return f"{words}, …" if len(all_of_them) > _FEW else words


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
