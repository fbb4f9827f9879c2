"""The kept problem of an allocation says who is meant by ids; names and reasons come from the file as it is now."""

import base64
import zlib

import pytest

from ganztag.domain.ballots import AllocationRun
from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import allocation, bonds, wishes
from ganztag.operations.operation import Operation, Work
from ganztag.planning.allocate import allocate
from ganztag.planning.problem import Problem
from ganztag.queries.allocation import last_run, stored_problem
from tests.ruling import Ruling
from tests.voting import wish


def _accepted(ruling: Ruling) -> tuple[Problem, int]:
    """Accept an allocation in which something is said of single children; return what it was made from, and its run."""
    school = ruling.school
    for name in ("Ada", "Ben", "Can"):
        wish(school, name, "Mo", "11", "12")
    school.office.do(bonds.add(ruling.pupil("Ada"), ruling.pupil("Ben"), "apart", school.ballot, must=True))
    school.office.do(bonds.add_hardship(ruling.pupil("Can"), "pflegt die Großmutter", weight=3))
    school.office.do(wishes.pin(school.ballot, ruling.pupil("Dora"), ruling.course("12"), "Bruder heißt Mio"))
    made_from = ruling.problem()
    return made_from, school.office.do(allocation.accept(allocate(made_from), school.ballot))


def _kept(ruling: Ruling, run: int) -> str:
    return ruling.school.office.do(Operation(N_("Read"), lambda work: work.get(AllocationRun, run).problem))


def _keep(ruling: Ruling, run: int, **values: str) -> None:
    def write(work: Work) -> None:
        for name, value in values.items():
            setattr(work.get(AllocationRun, run), name, value)

    ruling.school.office.do(Operation(N_("Write"), write))


def test_the_file_keeps_no_names_and_no_reasons_with_the_problem(ruling: Ruling) -> None:
    made_from, run = _accepted(ruling)
    assert "Ahmadi" in " ".join(str(rule.words) for rule in made_from.rules)
    plain = zlib.decompress(base64.b64decode(_kept(ruling, run))).decode()
    for personal in ("Ahmadi", "Ada", "Großmutter", "Mio"):
        assert personal not in plain


def test_names_and_reasons_come_back_as_long_as_the_file_has_them(ruling: Ruling) -> None:
    made_from, run = _accepted(ruling)
    kept = ruling.school.office.read(stored_problem, run)
    assert kept is not None
    assert kept.input_hash() == made_from.input_hash()
    assert (kept.fixed, kept.priorities, set(kept.rules)) == (
        made_from.fixed, made_from.priorities, set(made_from.rules),
    )  # fmt: skip
    for row in kept.bonds:
        ruling.school.office.do(bonds.remove(int(row.rule.removeprefix("bond:"))))
    later = ruling.school.office.read(stored_problem, run)
    assert later is not None
    assert later.bonds == made_from.bonds
    assert "Ahmadi" not in " ".join(str(rule.words) for rule in later.rules)


def test_a_damaged_problem_or_policy_is_refused_with_a_sentence(ruling: Ruling) -> None:
    _made_from, run = _accepted(ruling)
    _keep(ruling, run, problem="x" * 40)
    with pytest.raises(Objection):
        ruling.school.office.read(stored_problem, run)
    _keep(ruling, run, policy="[]")
    found = ruling.school.office.read(last_run, ruling.school.ballot)
    assert found is not None
    assert (found.policy.goal, found.policy.order) == ("balanced", ())
