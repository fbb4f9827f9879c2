"""The rows of the protocol of an allocation: everything by which it can be understood, checked and drawn again."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from ganztag.domain.objection import Objection
from ganztag.domain.pupils import full_name
from ganztag.language import N_, Message
from ganztag.planning.levels import goal_label
from ganztag.planning.lots import lot
from ganztag.planning.plan import Placement, Plan
from ganztag.planning.problem import Choice, Problem
from ganztag.planning.reasons import reasons
from ganztag.queries import ballots, enrolments, frame, paper_frame, paper_reading, to_allocate, voters
from ganztag.queries.allocation import RunRow, last_run, stored_problem
from ganztag.queries.ballots import BallotRow
from ganztag.queries.paper_rows import PersonName
from ganztag.queries.protocol_rows import (
    ProtocolBlock,
    ProtocolChild,
    ProtocolCourse,
    ProtocolLevel,
    ProtocolSheet,
    ProtocolWish,
)
from ganztag.storage.reader import Reader


def protocols(
    reader: Reader,
    term_id: int,
    now: datetime,
    ballot_ids: Collection[int] | None = None,
    *,
    named: bool = True,
) -> list[ProtocolSheet]:
    """Return the protocols of the accepted allocations of these ballots; None: of all of the half-year."""
    rows = [row for row in ballots.ballots(reader, term_id) if ballot_ids is None or row.id in ballot_ids]
    found = []
    for row in rows:
        run = last_run(reader, row.id)
        if run is not None:
            problem = stored_problem(reader, run.id) or to_allocate.problem(reader, row.id, now.date())
            found.append(protocol(reader, row, (problem, run.as_plan(problem)), now, run=run, named=named))
    if not found:
        raise Objection(
            N_("No allocation has been accepted yet."),
            advice=N_("A protocol says how a plan came about: please allocate first and accept a plan."),
        )
    return found


def anonymous(
    reader: Reader, term_id: int, now: datetime, ballot_ids: Collection[int] | None = None
) -> list[ProtocolSheet]:
    """Return the protocols with the numbers of the slips in the place of names, to be put up for all."""
    return protocols(reader, term_id, now, ballot_ids, named=False)


def protocol(
    reader: Reader,
    ballot: BallotRow,
    found: tuple[Problem, Plan],
    now: datetime,
    *,
    run: RunRow | None = None,
    named: bool = True,
) -> ProtocolSheet:
    """Return the protocol of a plan that was *found* for a problem; *run*: as which it was accepted."""
    problem, plan = found
    term = frame.term(reader, ballot.term_id)
    scene = _Scene.of(problem, plan)
    children = _children(reader, ballot, scene, now, named=named)
    names = {key: full_name(c.name.surname, c.name.prefix, c.name.call_name) for key, c in children.items()}
    counts = plan.counts()
    unplaced = len(plan.unplaced())
    return ProtocolSheet(
        head=paper_frame.head(reader, term),
        ballot=ballot.name,
        as_of=now,
        named=named,
        accepted_at=run.accepted_at if run else None,
        by_hand=plan.by_hand,
        rules=_rules(problem, named=named),
        goal=goal_label(plan.policy.goal),
        seed=str(plan.policy.seed),
        levels=tuple(ProtocolLevel(one.label, one.value, one.bound, one.proven) for one in plan.levels),
        children_count=len({place.pupil for place in plan.placements}),
        places=len(plan.placements),
        counts=tuple((rank, counts.get(rank, 0)) for rank in range(1, max(counts, default=0) + 1)),
        others=len(plan.placements) - unplaced - sum(counts.values()),
        unplaced=unplaced,
        courses=tuple(scene.course(one) for one in problem.courses),
        fixed=_fixed(problem, scene, names) if named else (),
        changes=_changes(reader, ballot, run, (scene, names)) if run and named else (),
        children=tuple(children.values()),
        solver_words=(plan.solver, plan.input_hash[:16], plan.plan_hash[:16]),
    )


@dataclass(frozen=True, slots=True)
class _Scene:
    """A plan with what is asked of it again and again."""

    problem: Problem
    plan: Plan
    courses: Mapping[int, Choice]
    wishes: Mapping[tuple[int, int], list[tuple[int, int]]]
    wished: Counter[int]
    first: Counter[int]
    inside: Counter[int]
    told: Mapping[tuple[int, int], Message]

    @staticmethod
    def of(problem: Problem, plan: Plan) -> "_Scene":
        wishes: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for wish in problem.wishes:
            wishes[wish.pupil, wish.slot].append((wish.rank, wish.course))
        best: dict[tuple[int, int], int] = {}
        for wish in problem.wishes:
            best[wish.pupil, wish.course] = min(wish.rank, best.get((wish.pupil, wish.course), wish.rank))
        placed = {(place.pupil, place.course) for place in plan.placements if place.course is not None}
        return _Scene(
            problem=problem,
            plan=plan,
            courses={course.id: course for course in problem.courses},
            wishes={key: sorted(found) for key, found in wishes.items()},
            wished=Counter(course for _pupil, course in best),
            first=Counter(course for (_pupil, course), rank in best.items() if rank == 1),
            inside=Counter(course for _pupil, course in placed),
            told=reasons(problem, plan),
        )

    def name(self, course: int) -> str:
        known = self.courses.get(course)
        return known.name if known is not None else "–"

    def course(self, one: Choice) -> ProtocolCourse:
        struck = next((gone for gone in self.plan.struck if gone.course == one.id), None)
        return ProtocolCourse(
            id=one.id,
            name=one.name,
            min_size=one.min_size,
            max_size=one.max_size,
            taken=one.taken,
            wished=self.wished[one.id],
            first=self.first[one.id],
            inside=self.inside[one.id],
            needed=struck.needed if struck else None,
        )

    def block(self, place: Placement, weekday: int, *, named: bool) -> ProtocolBlock:
        own = self.wishes.get((place.pupil, place.slot), [])
        reason: Message | str = self.told.get((place.pupil, place.slot), "") if named else ""
        return ProtocolBlock(
            weekday=weekday,
            wishes=tuple(ProtocolWish(rank, self.name(course), self._lot(place.pupil, course)) for rank, course in own),
            got=self.name(place.course) if place.course is not None else "",
            rank=place.rank,
            reason=reason,
        )

    def _lot(self, pupil: int, course: int) -> int | None:
        """Return the lot where the course has more wishes than places, since only there it can decide."""
        one = self.courses.get(course)
        if one is None or one.max_size is None or self.wished[course] <= one.max_size - one.taken:
            return None
        return lot(self.plan.policy.seed, pupil, course)


def _children(
    reader: Reader, ballot: BallotRow, scene: _Scene, now: datetime, *, named: bool
) -> dict[int, ProtocolChild]:
    """Return the children in the order of the class lists, or, without names, in that of their numbers."""
    term = frame.term(reader, ballot.term_id)
    ids = {place.pupil for place in scene.plan.placements}
    papers = paper_reading.papers_of(reader, ballot.id).papers
    known = paper_frame.children(reader, ids)
    weekdays = {block.id: block.weekday for block in ballot.blocks}
    blocks: dict[int, list[ProtocolBlock]] = defaultdict(list)
    order = {block.id: place for place, block in enumerate(ballot.blocks)}
    for place in sorted(scene.plan.placements, key=lambda place: order.get(place.slot, 0)):
        if place.slot in weekdays:
            blocks[place.pupil].append(scene.block(place, weekdays[place.slot], named=named))
    classes = {row.id: row.class_name for row in voters.voters(reader, term, now.date())}
    found = {
        key: ProtocolChild(
            id=key,
            name=known[key].name if named else PersonName("", ""),
            class_name=classes.get(key, "") if named else "",
            number=papers[key].number if key in papers else "",
            blocks=tuple(blocks[key]),
        )
        for key in [*(key for key in classes if key in known), *sorted(known.keys() - classes.keys())]
    }
    if named:
        return found
    numbered = {key: child for key, child in found.items() if child.number}
    if not numbered:
        raise Objection(
            N_("The slips of {ballot} have no numbers.", ballot=ballot.name),
            advice=N_(
                "Slips get their numbers when they are printed; without them only the protocol with names is there."
            ),
        )
    return dict(sorted(numbered.items(), key=lambda item: item[1].number))


def _rules(problem: Problem, *, named: bool) -> tuple[Message, ...]:
    """Return the rules in words; without names those that are about single children are left out."""
    return tuple(rule.words for rule in problem.rules if named or rule.key.startswith("rule:"))


def _fixed(problem: Problem, scene: _Scene, names: Mapping[int, str]) -> tuple[Message, ...]:
    found = []
    for fixed in problem.fixed:
        gaps = {"pupil": names.get(fixed.pupil, "–"), "course": scene.name(fixed.course), "reason": fixed.reason}
        told = N_("{pupil} is fixed in {course}: {reason}") if fixed.reason else N_("{pupil} is fixed in {course}.")
        found.append(told.filled(**gaps))
    for banned in problem.banned:
        gaps = {"pupil": names.get(banned.pupil, "–"), "course": scene.name(banned.course), "reason": banned.reason}
        told = (
            N_("{pupil} is kept out of {course}: {reason}") if banned.reason else N_("{pupil} is kept out of {course}.")
        )
        found.append(told.filled(**gaps))
    return tuple(found)


def _changes(
    reader: Reader, ballot: BallotRow, run: RunRow, known: tuple[_Scene, Mapping[int, str]]
) -> tuple[Message, ...]:
    """Return what was changed since: places of the plan that were given up, and courses that came in another way."""
    scene, names = known
    own = {(place.pupil, place.course) for place in run.placements if place.course is not None}
    found = []
    for row in enrolments.enrolments(reader, ballot.term_id):
        gaps = {"pupil": names.get(row.pupil_id, ""), "course": scene.name(row.course_id)}
        if not gaps["pupil"] or row.course_id not in scene.courses:
            continue
        if (row.pupil_id, row.course_id) in own and row.ended_as:
            found.append(N_("{pupil} left {course} on {day}.", day=row.last).filled(**gaps))
        elif (
            (row.pupil_id, row.course_id) not in own and row.starts is not None and row.starts > run.accepted_at.date()
        ):
            found.append(N_("{pupil} came into {course} on {day}.", day=row.first).filled(**gaps))
    return tuple(found)
