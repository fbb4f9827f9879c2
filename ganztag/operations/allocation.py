"""Accepting an allocation: one deed that enrols the children, strikes what does not run, and keeps the certificate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ganztag.domain.ballots import AllocationLevel, AllocationResult, AllocationRun, AllocationStruck, Ballot
from ganztag.domain.courses import Course
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, nN_, speaking
from ganztag.operations import waiting
from ganztag.operations.carrying_over import carry_over
from ganztag.operations.operation import Operation, Work
from ganztag.planning import judge
from ganztag.planning.asked import Asked
from ganztag.planning.figures import furthest
from ganztag.planning.packing import pack, without_names
from ganztag.planning.plan import LevelResult, Plan, Struck
from ganztag.planning.problem import Problem
from ganztag.queries import enrolments, frame, to_allocate
from ganztag.queries.courses import courses
from ganztag.queries.standing import clash
from ganztag.queries.voters import first_day

__all__ = ["Summary", "Unplaced", "accept", "summary"]


def accept(plan: Plan, ballot_id: int, asked: Asked | None = None) -> Operation[int]:
    """Enrol the children as the plan says; what this ballot's earlier allocation enrolled is replaced.

    What the scenario that was *asked* for changes of the offer is carried over to the file in the same deed.

    Enrolments hold from the first day of the half-year; where it has been going on for more than four school weeks
    (``first_day``) and was allocated before, or the child is in courses of it already, from today.
    Courses that run keep their status, so that the ballot can be allocated again. Objects when wishes, courses or
    children are no longer what the plan was made for. Returns the id of the run.
    """

    def run(work: Work) -> int:
        meant = asked or Asked(plan.policy)
        problem = meant.problem(work.read(to_allocate.problem, ballot_id, work.today))
        _check(problem, plan)
        pupils = {place.pupil for place in plan.placements if place.course is not None}
        work.label = nN_(
            "Accept the allocation of {count} child", "Accept the allocation of {count} children", len(pupils)
        )
        earlier = work.read(to_allocate.own_enrolments, ballot_id)
        struck_before = work.read(to_allocate.struck_by, ballot_id)
        run_id = _certificate(work, plan, ballot_id, problem)
        school = work.read(frame.school)
        with speaking(school.language):
            _enrol(work, plan, problem, (run_id, earlier))
        _strike(work, plan, struck_before)
        carry_over(work, ballot_id, meant.changes)
        waiting.fill(work, run_id, problem, plan)
        return run_id

    return Operation(N_("Accept the allocation"), run)


def _check(problem: Problem, plan: Plan) -> None:
    if problem.input_hash() != plan.input_hash:
        raise Objection(
            N_("Wishes, courses or children have changed since this allocation was calculated."),
            advice=N_("Please calculate again; then you can accept it."),
        )
    broken = judge.audit(problem, plan)
    if broken:
        raise Objection(broken[0].message, advice=N_("Nothing was accepted. Please calculate again."))


def _certificate(work: Work, plan: Plan, ballot_id: int, problem: Problem) -> int:
    run = work.add(
        AllocationRun(
            ballot_id=ballot_id,
            accepted_at=work.now,
            goal=plan.goal,
            seed=plan.seed,
            solver=plan.solver,
            input_hash=plan.input_hash,
            plan_hash=plan.plan_hash,
            policy=plan.policy.as_text(),
            by_hand=plan.by_hand,
            problem=pack(without_names(problem)),
        )
    )
    levels = [
        {"position": place, "name": level.name, "value": level.value, "bound": level.bound, "proven": level.proven}
        for place, level in enumerate(plan.levels, start=1)
    ]
    results = [
        {"pupil_id": place.pupil, "time_block_id": place.slot, "course_id": place.course, "rank": place.rank}
        for place in plan.placements
    ]
    struck = [
        {"course_id": one.course, "wished": one.wished, "first": one.first, "needed": one.needed} for one in plan.struck
    ]
    for kind, rows in ((AllocationLevel, levels), (AllocationResult, results), (AllocationStruck, struck)):
        work.insert(kind, [{"allocation_run_id": run.id, **row} for row in rows])
    return run.id


def _enrol(work: Work, plan: Plan, problem: Problem, runs: tuple[int, Mapping[int, tuple[int, int]]]) -> None:
    """Write the enrolments of a run; those of the *earlier* run that stay the same are kept and go over to this one."""
    run_id, earlier = runs
    ballot = work.get(Ballot, work.get(AllocationRun, run_id).ballot_id)
    term = work.read(frame.term, ballot.term_id)
    start = work.read(first_day, term, work.today)
    begun, elsewhere = _begun(work, ballot), _elsewhere(work, term, start)
    got = _best_ranks(plan)
    kept = _replace(work, (run_id, start), earlier, got)
    fixed = {(one.pupil, one.course): one.reason for one in problem.fixed}
    rows = [
        {
            "pupil_id": pupil,
            "course_id": course,
            "starts": max(
                elsewhere.get((pupil, course), term.starts),
                start if begun is None or pupil in begun else term.starts,
            ),
            "ends": None,
            "rank": rank,
            "allocation_run_id": run_id,
            "reason": str(_reason(rank, fixed.get((pupil, course)))),
        }
        for (pupil, course), rank in sorted(got.items(), key=lambda item: item[0])
        if (pupil, course) not in kept
    ]
    work.insert(Enrolment, rows)


def _elsewhere(work: Work, term: frame.TermRow, start: date) -> dict[tuple[int, int], date]:
    """Return (pupil, course) -> today, where a child was in another course at the same time since *start* and left it.

    A withdrawal or a transfer in the first weeks thus stays in the lists.
    """
    left = [
        row
        for row in work.read(enrolments.enrolments, term.id)
        if row.ended_as and start <= row.last < term.day_that_counts(work.today)
    ]
    known = {course.id: course for course in work.read(courses, term.id)} if left else {}
    found: dict[tuple[int, int], date] = {}
    for row in left:
        for course in known.values():
            if clash(course, known[row.course_id]):
                found[row.pupil_id, course.id] = work.today
    return found


def _begun(work: Work, ballot: Ballot) -> set[int] | None:
    """Return the children who are in courses of the half-year already; None, all of them: it was allocated before."""
    if len(work.all(AllocationRun, ballot_id=ballot.id)) > 1:
        return None
    return {row.pupil_id for row in work.read(enrolments.enrolments, ballot.term_id)}


def _best_ranks(plan: Plan) -> dict[tuple[int, int], int | None]:
    """Return (pupil, course) -> rank; of a course over several blocks the best one."""
    got: dict[tuple[int, int], int | None] = {}
    for place in plan.placements:
        if place.course is not None:
            known = got.get((place.pupil, place.course))
            ranks = [rank for rank in (known, place.rank) if rank is not None]
            got[place.pupil, place.course] = min(ranks, default=None)
    return got


def _reason(rank: int | None, fixed: str | None) -> Message:
    if fixed:
        return N_("Allocation: fixed, {reason}", reason=fixed)
    if fixed is not None or rank is None:
        return N_("Allocation: fixed by hand")
    return N_("Allocation: wish {rank}", rank=rank)


def _replace(
    work: Work,
    now: tuple[int, date],
    earlier: Mapping[int, tuple[int, int]],
    got: Mapping[tuple[int, int], int | None],
) -> set[tuple[int, int]]:
    """Take back the earlier allocation's enrolments that no longer hold; return the (pupil, course) that stay."""
    run_id, start = now
    kept = set()
    for enrolment in work.all(Enrolment, id=tuple(earlier)):
        pair = (enrolment.pupil_id, enrolment.course_id)
        if pair in got and pair not in kept:
            enrolment.allocation_run_id, enrolment.rank = run_id, got[pair]
            kept.add(pair)
        elif enrolment.starts is not None and enrolment.starts >= start:
            work.delete(enrolment)  # it has not begun: nothing happened that a list would have to show
        else:
            enrolment.ends = start - timedelta(days=1)
    return kept


def _strike(work: Work, plan: Plan, struck_before: frozenset[int]) -> None:
    struck = {one.course for one in plan.struck}
    for course in work.all(Course, id=tuple(struck | (struck_before & plan.running))):
        course.status = "struck" if course.id in struck else "offered"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A child without a place in a block, and why."""

    pupil: int
    slot: int
    reason: Message


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a plan: *counts* (rank, how many) from the first wish, *others*: fixed in what was not wished.

    *furthest* is the child that is furthest behind: its ranks in the order of the blocks, None without a place.
    """

    goal: str
    seed: int
    pupils: int
    obligations: int
    counts: tuple[tuple[int, int], ...]
    others: int
    unplaced: tuple[Unplaced, ...]
    struck: tuple[Struck, ...]
    levels: tuple[LevelResult, ...]
    proven: bool
    furthest: tuple[tuple[int, int | None], ...]

    @property
    def placed(self) -> int:
        return self.obligations - len(self.unplaced)


def summary(plan: Plan, problem: Problem) -> Summary:
    """Return the figures that console and screen show before anything is accepted."""
    told = judge.reasons(problem, plan)
    counts = plan.counts()
    missing = plan.unplaced()
    unknown = N_("No wish could be fulfilled.")
    most = max(counts, default=0)
    return Summary(
        goal=plan.goal,
        seed=plan.seed,
        pupils=len({place.pupil for place in plan.placements}),
        obligations=len(plan.placements),
        counts=tuple((rank, counts.get(rank, 0)) for rank in range(1, most + 1)),
        others=len(plan.placements) - len(missing) - sum(counts.values()),
        unplaced=tuple(Unplaced(p.pupil, p.slot, told.get((p.pupil, p.slot), unknown)) for p in missing),
        struck=plan.struck,
        levels=plan.levels,
        proven=plan.proven,
        furthest=furthest(plan, problem),
    )
