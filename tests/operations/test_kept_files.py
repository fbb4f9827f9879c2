"""A whole ballot in the files that older versions of ganztag left behind."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ganztag.domain.clock import Clock
from ganztag.operations import allocation
from ganztag.operations.opening import open_office
from ganztag.planning.allocate import allocate
from ganztag.planning.policy import Policy
from ganztag.queries import ballots, frame, to_allocate
from ganztag.queries.waiting import waiting_lists
from tests.storage.any_rows import dump
from tests.voting import voting, wish

_KEPT = sorted((Path(__file__).resolve().parent.parent / "files").glob("*.ganztag"))


@pytest.mark.parametrize("kept", [path for path in _KEPT if path.stem < "version-3"], ids=lambda path: path.stem)
def test_a_ballot_is_run_in_a_file_of_an_older_version(kept: Path, tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / kept.name
    shutil.copyfile(kept, path)
    office = open_office(path, clock)
    school = voting(office)
    for pupil in ("Ada", "Ben", "Can"):
        wish(school, pupil, "Mo", "11", "12")
    before = dump(office)
    problem = office.read(to_allocate.problem, school.ballot, school.today)
    office.do(allocation.accept(allocate(problem, Policy()), school.ballot))
    (queue,) = office.read(waiting_lists, school.term, date(2026, 9, 21))
    assert len(queue.rows) == 1
    office.undo()
    assert dump(office) == before
    office.close()


def test_the_file_of_version_3_knows_its_ballot_and_who_waits(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "s.ganztag"
    shutil.copyfile(_KEPT[0].with_name("version-3.ganztag"), path)
    office = open_office(path, clock)
    term = office.read(frame.term).id
    (ballot,) = office.read(ballots.ballots, term)
    assert ballot.accepted_at is not None
    assert len(office.read(to_allocate.problem, ballot.id, date(2026, 9, 14)).bonds) == 1
    assert [len(queue.rows) for queue in office.read(waiting_lists, term, date(2026, 9, 21))] == [2]
    office.close()
