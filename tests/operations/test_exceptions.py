"""A finding may stand when somebody says why."""

import pytest
import sqlalchemy as sa

from ganztag.domain.objection import Objection
from ganztag.language import Message, speaking
from ganztag.operations import exceptions, meetings, pupils
from ganztag.operations.office import Office
from ganztag.planning.clashes import Finding
from ganztag.queries import checks, frame
from ganztag.queries import exceptions as kept
from ganztag.queries.checks import Found
from ganztag.storage import tables
from tests.offered import Offered


def found(office: Office) -> tuple[Found, ...]:
    term = office.read(frame.term)
    return office.read(checks.found, term.id, term.day_that_counts(office.clock.today()))


@pytest.fixture
def clash(offered: Offered) -> Found:
    """Return a room that is taken twice."""
    (meeting,) = offered.course(offered.choir).meetings
    offered.office.do(meetings.change(meeting.id, room_id=offered.room))
    return next(one for one in found(offered.office) if one.finding.code == "room twice")


def accept(offered: Offered, one: Found, reason: str) -> None:
    offered.office.do(exceptions.accept(offered.term.id, one.finding.key, one.finding.code, reason))


def test_an_accepted_finding_keeps_its_reason_and_counts_no_more(offered: Offered, clash: Found) -> None:
    accept(offered, clash, "  Chor singt beim Roboterbau  ")
    (accepted,) = [one for one in found(offered.office) if one.exception is not None]
    assert accepted.finding == clash.finding
    assert accepted.exception is not None
    assert (accepted.exception.reason, accepted.exception.code) == ("Chor singt beim Roboterbau", "room twice")
    assert accepted.exception.at == offered.office.clock.utc()
    open_ones = checks.still_open(found(offered.office))
    assert clash.finding not in open_ones
    assert len(open_ones) == len(found(offered.office)) - 1


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_nothing_may_stand_without_a_reason(offered: Offered, clash: Found, reason: str) -> None:
    with pytest.raises(Objection) as objection:
        accept(offered, clash, reason)
    assert objection.value.advice is not None
    assert offered.office.read(kept.exceptions, offered.term.id) == {}


def test_a_second_reason_takes_the_place_of_the_first(offered: Offered, clash: Found) -> None:
    accept(offered, clash, "Versuch")
    accept(offered, clash, "Mit der Schulleitung abgesprochen")
    (only,) = offered.office.read(kept.exceptions, offered.term.id).values()
    assert only.reason == "Mit der Schulleitung abgesprochen"


def test_what_is_withdrawn_counts_again_and_both_can_be_undone(offered: Offered, clash: Found) -> None:
    accept(offered, clash, "Versuch")
    with speaking("en"):
        assert str(offered.office.undo_label) == "Let stand: Room taken twice"
    offered.office.do(exceptions.withdraw(offered.term.id, clash.finding.key))
    with speaking("en"):
        assert str(offered.office.undo_label) == "No exception any more: Room taken twice"
    assert all(one.exception is None for one in found(offered.office))
    offered.office.undo()
    assert any(one.exception is not None for one in found(offered.office))
    offered.office.undo()
    assert all(one.exception is None for one in found(offered.office))


def test_what_is_no_exception_cannot_be_withdrawn(offered: Offered, clash: Found) -> None:
    with pytest.raises(Objection):
        offered.office.do(exceptions.withdraw(offered.term.id, clash.finding.key))


def test_an_exception_stays_when_things_are_renamed_and_is_of_one_half_year_only(
    offered: Offered, clash: Found
) -> None:
    from ganztag.operations import rooms

    accept(offered, clash, "Versuch")
    offered.office.do(rooms.edit(offered.room, "R 104", code="Werkraum"))
    assert any(one.exception is not None for one in found(offered.office))
    other = next(term for term in offered.office.read(frame.terms) if term.id != offered.term.id)
    assert offered.office.read(kept.exceptions, other.id) == {}


def test_the_reason_stands_in_the_history(offered: Offered, clash: Found) -> None:
    accept(offered, clash, "Mit der Schulleitung abgesprochen")
    reasons = offered.office.read(lambda reader: reader.rows(sa.select(tables.history.c.reason)))
    assert reasons[-1].reason == "Mit der Schulleitung abgesprochen"


def test_what_stands_of_a_child_concerns_it_and_goes_with_it(offered: Offered) -> None:
    office, ada = offered.office, offered.ada
    about = Finding("no course", "hint", Message("no course"), ("pupil", ada), mark="Mo")
    office.do(exceptions.accept(offered.term.id, about.key, about.code, "Ada geht zum Klavier"))
    (only,) = office.read(kept.exceptions, offered.term.id).values()
    assert only.pupil_id == ada
    concerned = sa.select(tables.history_pupil.c.pupil_id).order_by(tables.history_pupil.c.id.desc())
    assert office.read(lambda reader: reader.value(concerned)) == ada
    office.do(pupils.delete(ada))
    assert office.read(kept.exceptions, offered.term.id) == {}
    office.undo()
    assert about.key in office.read(kept.exceptions, offered.term.id)
