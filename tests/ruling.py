"""Rules, answers and traits for the small school of ``voting``, written as a test needs them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ganztag.domain.ballots import AllocationResult, AllocationRun, Ballot, BallotAnswer, BallotClass, Refusal
from ganztag.domain.courses import Course, Invitation
from ganztag.domain.pupils import Pupil
from ganztag.language import N_
from ganztag.operations import rules
from ganztag.operations.operation import Operation, Work
from ganztag.planning.problem import Problem
from ganztag.queries import to_allocate
from tests.voting import Voting


def write(school: Voting, *things: Any) -> None:
    """Add things of the domain as they are."""

    def run(work: Work) -> None:
        for thing in things:
            work.add(thing)

    school.office.do(Operation(N_("Write"), run))


def change(school: Voting, kind: type[Any], key: int, **values: Any) -> None:
    def run(work: Work) -> None:
        thing = work.get(kind, key)
        for name, value in values.items():
            setattr(thing, name, value)

    school.office.do(Operation(N_("Change"), run))


@dataclass(frozen=True)
class Ruling:
    """The school, and short ways to say what holds in it."""

    school: Voting

    def rule(self, kind: str, **values: Any) -> str:
        """Add a rule for all ballots; return the key of its conditions."""
        return f"rule:{self.school.office.do(rules.add(kind, **values))}"

    def pupil(self, name: str, **values: Any) -> int:
        key = self.school.pupils[name]
        if values:
            change(self.school, Pupil, key, **values)
        return key

    def course(self, number: str, **values: Any) -> int:
        key = self.school.courses[number]
        if values:
            change(self.school, Course, key, **values)
        return key

    def ballot(self, **values: Any) -> int:
        change(self.school, Ballot, self.school.ballot, **values)
        return self.school.ballot

    def answers(self, name: str, block: str, answer: str, rank: int | None = None) -> None:
        said = BallotAnswer(
            ballot_id=self.school.ballot, pupil_id=self.pupil(name), time_block_id=self.school.blocks[block],
            answer=answer, rank=rank,
        )  # fmt: skip
        write(self.school, said)

    def refuses(self, name: str, number: str) -> None:
        write(
            self.school,
            Refusal(ballot_id=self.school.ballot, pupil_id=self.pupil(name), course_id=self.course(number)),
        )

    def invites(self, number: str, *names: str) -> None:
        write(self.school, *(Invitation(course_id=self.course(number), pupil_id=self.pupil(name)) for name in names))

    def only_for(self, name: str) -> None:
        write(self.school, BallotClass(ballot_id=self.school.ballot, school_class_id=self.school.classes[name]))

    def fared(self, ballot: str, *results: tuple[str, int | None], accepted: datetime) -> None:
        """Add another ballot of three wishes and what children got in it: a rank, None: no place."""

        def run(work: Work) -> None:
            other = work.add(Ballot(term_id=self.school.term, name=ballot))
            made = work.add(
                AllocationRun(
                    ballot_id=other.id, accepted_at=accepted, goal="balanced", seed=1, solver="", input_hash="",
                    plan_hash="",
                )
            )  # fmt: skip
            for name, rank in results:
                course = None if rank is None else self.course("11")
                work.add(
                    AllocationResult(
                        allocation_run_id=made.id, pupil_id=self.pupil(name), time_block_id=self.school.blocks["Mo"],
                        course_id=course, rank=rank,
                    )
                )  # fmt: skip

        self.school.office.do(Operation(N_("Accept"), run))

    def problem(self) -> Problem:
        return self.school.office.read(to_allocate.problem, self.school.ballot, self.school.today)
