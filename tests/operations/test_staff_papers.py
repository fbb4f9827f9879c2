"""Papers are noted as seen, never kept; which ones are wanted is the school's own affair."""

from datetime import date

import pytest

from ganztag.domain.objection import Objection
from ganztag.operations import staff, staff_papers, usual_papers
from ganztag.operations.office import Office
from ganztag.queries import frame
from ganztag.queries import staff as staff_rows
from ganztag.queries.staff_papers import PaperRow, RequirementRow, papers, requirements, worst

TODAY = date(2026, 9, 14)


def paper(office: Office, person: int, name: str) -> PaperRow:
    return next(one for one in office.read(papers)[person] if one.name == name)


def asked(office: Office, name: str) -> RequirementRow:
    return next(one for one in office.read(requirements) if one.name == name)


def test_a_new_school_asks_for_the_usual_papers_in_its_language(office: Office) -> None:
    found = office.read(requirements)
    assert len(found) == 6
    assert [one.valid_months for one in found[:3]] == [60, None, 24]
    assert found[5].holds_until == date(2026, 12, 31)
    assert found[0].kinds == ("freelancer", "volunteer", "partner")


def test_the_usual_papers_come_back_only_where_they_are_missing(office: Office) -> None:
    gone = office.read(requirements)[2]
    office.do(staff_papers.unwant(gone.id, gone.name))
    assert office.do(usual_papers.add_usual()) == 1
    assert office.do(usual_papers.add_usual()) == 0
    assert [one.name for one in office.read(requirements)][-1] == gone.name


def test_each_kind_of_person_needs_its_own_papers(office: Office) -> None:
    teacher = office.do(staff.add(surname="Weiß"))
    freelancer = office.do(staff.add(surname="Öztürk", kind="freelancer"))
    found = office.read(papers)
    assert [len(found[key]) for key in (teacher, freelancer)] == [2, 6]
    assert {one.standing(TODAY) for one in found[freelancer]} == {"missing"}


def test_a_paper_seen_today_holds_as_long_as_usual(office: Office) -> None:
    person = office.do(staff.add(surname="Öztürk", kind="freelancer"))
    first = office.read(requirements)[0]
    office.do(staff_papers.see(person, first.id))
    found = paper(office, person, first.name)
    assert (found.seen, found.due, found.standing(TODAY)) == (TODAY, date(2031, 9, 14), "seen")
    office.undo()
    assert paper(office, person, first.name).standing(TODAY) == "missing"


def test_what_is_not_needed_keeps_its_reason_and_no_days(office: Office) -> None:
    person = office.do(staff.add(surname="Weiß"))
    measles = office.read(requirements)[1]
    office.do(staff_papers.see(person, measles.id, date(2020, 1, 1)))
    office.do(staff_papers.spare(person, measles.id, "vor 1971 geboren"))
    found = paper(office, person, measles.name)
    assert (found.state, found.seen, found.note) == ("not_needed", None, "vor 1971 geboren")
    office.do(staff_papers.forget(person, measles.id))
    assert paper(office, person, measles.name).state == "missing"


def test_a_day_to_come_and_an_end_before_the_beginning_are_refused(office: Office) -> None:
    person = office.do(staff.add(surname="Weiß"))
    measles = office.read(requirements)[1]
    with pytest.raises(Objection):
        office.do(staff_papers.see(person, measles.id, date(2026, 9, 15)))
    with pytest.raises(Objection):
        office.do(staff_papers.change(person, measles.id, seen=date(2026, 9, 1), expires=date(2026, 8, 31)))
    assert paper(office, person, measles.name).state == "missing"


def test_a_paper_is_moved_renamed_and_asked_of_others(office: Office) -> None:
    first, second = office.read(requirements)[:2]
    office.do(staff_papers.move(second.id, second.name, -1))
    assert [one.id for one in office.read(requirements)[:2]] == [second.id, first.id]
    office.do(staff_papers.edit(first.id, first.name, name="Führungszeugnis", kinds=("partner", "teacher")))
    assert asked(office, "Führungszeugnis").kinds == ("teacher", "partner")
    office.do(staff_papers.edit(first.id, first.name, kinds=()))
    assert asked(office, "Führungszeugnis").kinds == ()


@pytest.mark.parametrize("values", [{"name": " "}, {"valid_months": 0}, {"warn_days": -1}, {"warn_days": None}])
def test_a_paper_that_cannot_be_is_refused(office: Office, values: dict[str, object]) -> None:
    first = office.read(requirements)[0]
    with pytest.raises(Objection):
        office.do(staff_papers.edit(first.id, first.name, **values))
    assert office.read(requirements)[0] == first


def test_a_second_paper_of_the_same_name_is_refused(office: Office) -> None:
    name = office.read(requirements)[0].name
    with pytest.raises(Objection):
        office.do(staff_papers.want(name.upper()))


def test_papers_that_are_asked_for_no_more_take_their_notes_with_them(office: Office) -> None:
    person = office.do(staff.add(surname="Weiß"))
    measles = office.read(requirements)[1]
    office.do(staff_papers.see(person, measles.id))
    office.do(staff_papers.unwant(measles.id, measles.name))
    assert measles.name not in [one.name for one in office.read(papers)[person]]
    office.undo()
    assert paper(office, person, measles.name).state == "seen"


def test_a_consent_whose_law_has_ended_is_asked_of_nobody_new(office: Office) -> None:
    consent = office.read(requirements)[5]
    old, new = (office.do(staff.add(surname=name, kind="freelancer")) for name in ("Alt", "Neu"))
    office.do(staff_papers.see(old, consent.id))
    later = office.read(papers, date(2027, 1, 1))
    assert [one.standing(date(2027, 1, 1)) for one in later[old] if one.requirement_id == consent.id] == ["expired"]
    assert consent.id not in [one.requirement_id for one in later[new]]


def test_the_most_pressing_of_the_required_papers_speaks_for_the_person(office: Office) -> None:
    person = office.do(staff.add(surname="Öztürk", kind="volunteer"))
    term = office.read(frame.term)
    for one in office.read(papers)[person]:
        if one.required:
            office.do(staff_papers.see(person, one.requirement_id))
    row = office.read(staff_rows.detail, person, term.id)
    assert worst(row.papers, TODAY) == "seen"  # the one that is missing is not required
    assert not row.lacks_papers(TODAY)
    first = row.papers[0]
    office.do(staff_papers.change(person, first.requirement_id, seen=date(2021, 1, 1)))
    row = office.read(staff_rows.detail, person, term.id)
    assert row.paper_state(TODAY) == "expired"
    assert row.lacks_papers(TODAY)
