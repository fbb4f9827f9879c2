"""The sample school's wishes for this half-year, and who was where in the one before."""

from random import Random
from typing import Any

from ganztag.domain.ballots import Ballot, BallotBlock, BallotPaper, Wish
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.school_year import Term
from ganztag.operations.operation import Work
from ganztag.operations.sample.children import Child
from ganztag.operations.sample.offer import SampleCourse

_WITHOUT_PAPER = 11  # every n-th of the last children has not given a paper


def enrol_in_finished(
    work: Work, chance: Random, term: Term, courses: list[SampleCourse], children: list[Child]
) -> None:
    """Enrol the children who were here in the half-year that is over, as far as there were places."""
    left = {course.id: course.places for course in courses}
    rows = []
    for child in children:
        if not child.was_here:
            continue
        busy: set[int] = set()
        for course in chance.sample(courses, len(courses)):
            if left[course.id] and busy.isdisjoint(course.days) and set(course.days) <= set(child.days):
                busy.update(course.days)
                left[course.id] -= 1
                rank = chance.choice((1, 1, 1, 2, 3))
                rows.append(
                    {"pupil_id": child.id, "course_id": course.id, "starts": term.starts, "ends": term.ends,
                     "rank": rank, "reason": f"Zuteilung: {rank}. Wunsch"}
                )  # fmt: skip
    work.insert(Enrolment, rows)


def add_ballot(work: Work, chance: Random, term: Term, courses: list[SampleCourse], children: list[Child]) -> None:
    """Add the ballot of the half-year with three wishes a block from all but a few children."""
    ballot = work.add(Ballot(term_id=term.id, name=f"Wahl zum {term.name}", wishes=3, closes=None))
    blocks = dict.fromkeys(block for course in courses for block in course.blocks)
    work.insert(BallotBlock, [{"ballot_id": ballot.id, "time_block_id": block} for block in blocks])
    # Some courses are loved: how often a course is named falls with its place in this order (Zipf).
    order = chance.sample(courses, len(courses))
    love = {course.id: 1 / (place + 4) for place, course in enumerate(order)}
    papers: list[dict[str, Any]] = []
    rows: list[dict[str, Any]] = []
    for number, child in enumerate(children):
        given = number % 40 != _WITHOUT_PAPER
        papers.append({"ballot_id": ballot.id, "pupil_id": child.id, "state": "given" if given else "missing"})
        if given:
            rows += _wishes(chance, ballot.id, child, courses, love)
    work.insert(BallotPaper, papers)
    work.insert(Wish, rows)


def _wishes(
    chance: Random, ballot_id: int, child: Child, courses: list[SampleCourse], love: dict[int, float]
) -> list[dict[str, Any]]:
    rows = []
    for day in child.days:
        open_to = [
            c for c in courses if day in c.days and child.year_group_id in c.years and set(c.days) <= set(child.days)
        ]
        chosen: list[SampleCourse] = []
        while open_to and len(chosen) < 3:
            course = chance.choices(open_to, [love[c.id] for c in open_to])[0]
            open_to.remove(course)
            chosen.append(course)
        rows += [
            {"ballot_id": ballot_id, "pupil_id": child.id, "time_block_id": course.blocks[course.days.index(day)],
             "course_id": course.id, "rank": rank}
            for rank, course in enumerate(chosen, start=1)
        ]  # fmt: skip
    return rows
