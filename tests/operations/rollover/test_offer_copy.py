"""The offer of a half-year in the next one: what comes over, what does not, and that all of it can be undone."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ganztag.domain.courses import Course, CourseBlock, CourseClass, CourseRoom, CourseStaff, Meeting
from ganztag.domain.objection import Objection
from ganztag.domain.staff import Staff
from ganztag.language import N_
from ganztag.operations import courses as courses_ops
from ganztag.operations import enrolments, leaving, pupils, school
from ganztag.operations.meetings import NewMeeting
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.operations.rollover.offer_copy import Copied, copied_in_words, copy_offer, preview
from ganztag.planning.rollover.copy_plan import CopyChoices, CopyLine, CopyPlan, What
from ganztag.queries import courses, frame
from ganztag.queries.courses import CourseRow
from ganztag.queries.enrolments import enrolments_of_courses, participants
from tests.offered import Offered
from tests.storage.any_rows import dump


def second(office: Office) -> int:
    """Return the second half-year of the school year."""
    return office.read(frame.terms)[-1].id


def copied(given: Offered, target: int | None, choices: CopyChoices | None = None) -> Copied:
    return given.office.do(copy_offer(given.term.id, target, choices or CopyChoices()))


def planned(given: Offered, target: int | None, choices: CopyChoices | None = None) -> CopyPlan:
    return given.office.read(preview, given.term.id, target, choices or CopyChoices())


def line_of(plan: CopyPlan, course_id: int) -> CopyLine:
    return next(line for line in plan.lines if line.course.id == course_id)


def courses_of(office: Office, term_id: int) -> dict[str, CourseRow]:
    return {row.title: row for row in office.read(courses.courses, term_id)}


def set_fields(office: Office, course_id: int, **values: object) -> None:
    def run(work: Work) -> None:
        for name, value in values.items():
            setattr(work.get(Course, course_id), name, value)

    office.do(Operation(N_("Change a course"), run))


def test_a_course_comes_over_with_all_that_belongs_to_it(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    set_fields(office, offered.robotics, description="Wir bauen.", equipment="Lego", max_per_class=3, status="running")
    before = offered.course(offered.robotics)
    copied(offered, target)
    after = courses_of(office, target)["Robotik mit Lego"]
    for name in ("offer_id", "number", "title", "short_name", "description", "min_size", "max_size", "equipment",
                 "max_per_class", "year_group_ids", "search_key", "leader_ids", "rooms", "block_ids"):  # fmt: skip
        assert getattr(after, name) == getattr(before, name), name
    assert (after.id, after.term_id, after.status, after.enrolled) == (after.id, target, "offered", 0)
    assert after.id != before.id
    assert set(courses_of(office, target)) == {"Robotik mit Lego", "Chor", "Volleyball"}


def test_the_new_half_year_is_the_one_that_is_worked_on_afterwards(offered: Offered) -> None:
    done = copied(offered, second(offered.office))
    assert offered.office.read(frame.term).id == done.term_id == second(offered.office)
    assert str(offered.office.undo_label).startswith("Angebot")


def test_one_undo_restores_everything_and_redo_brings_it_again(offered: Offered) -> None:
    before = dump(offered.office)
    copied(offered, None, CopyChoices(children=True))
    after = dump(offered.office)
    assert after != before
    offered.office.undo()
    assert dump(offered.office) == before
    offered.office.redo()
    assert dump(offered.office) == after


@pytest.mark.parametrize("off", ["leaders", "rooms", "descriptions", "sizes", "numbers", "candidates"])
def test_what_is_not_chosen_stays_behind(offered: Offered, off: str) -> None:
    office, target = offered.office, second(offered.office)
    set_fields(office, offered.robotics, description="Wir bauen.")
    office.do(Operation(N_("Change a course"), lambda work: _candidates(work, offered)))
    without: dict[str, Any] = {off: False}
    copied(offered, target, CopyChoices(**without))
    after = courses_of(office, target)["Robotik mit Lego"]
    stayed = {
        "leaders": not after.leader_ids,
        "rooms": not after.rooms,
        "descriptions": not after.description,
        "sizes": (after.min_size, after.max_size) == (None, None),
        "numbers": after.number != "101",
        "candidates": not _candidates_of(office, after.id),
    }
    assert stayed == {name: name == off for name in stayed}


def _candidates(work: Work, given: Offered) -> None:
    work.add(CourseBlock(course_id=given.robotics, time_block_id=given.tuesday))
    work.add(CourseRoom(course_id=given.robotics, room_id=given.room))
    work.add(CourseStaff(course_id=given.robotics, staff_id=given.leader))


def _candidates_of(office: Office, course_id: int) -> list[object]:
    def run(work: Work) -> list[object]:
        kinds: tuple[type[Any], ...] = (CourseBlock, CourseRoom, CourseStaff)
        return [thing.id for kind in kinds for thing in work.all(kind, course_id=course_id)]

    return office.do(Operation(N_("Look"), run))


def test_only_the_chosen_courses_come_over(offered: Offered) -> None:
    target = second(offered.office)
    copied(offered, target, CopyChoices(courses=frozenset({offered.choir})))
    assert set(courses_of(offered.office, target)) == {"Chor"}


def test_struck_courses_and_those_not_to_be_offered_again_are_left_out_unless_ticked(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    office.do(courses_ops.set_status(offered.choir, "struck"))
    set_fields(office, offered.volleyball, again="no")
    plan = planned(offered, target)
    assert [line.course.id for line in plan.to_do] == [offered.robotics]
    assert str(line_of(plan, offered.choir).notes[0].message) == "wurde gestrichen"
    assert str(line_of(plan, offered.volleyball).notes[0].message) == "soll nicht wieder angeboten werden"
    everything = frozenset(line.course.id for line in plan.lines)
    copied(offered, target, CopyChoices(courses=everything))
    assert courses_of(office, target)["Chor"].status == "planned"


def test_a_second_copy_doubles_nothing_and_is_refused(offered: Offered) -> None:
    target = second(offered.office)
    copied(offered, target)
    before = dump(offered.office)
    assert planned(offered, target).count(What.THERE) == 3
    with pytest.raises(Objection, match="steht dort schon"):
        copied(offered, target)
    assert dump(offered.office) == before


def test_two_courses_of_one_offer_are_two_afterwards_and_stay_two(offered: Offered) -> None:
    target = second(offered.office)
    offered.office.do(courses_ops.duplicate(offered.choir))
    copied(offered, target)
    offers = [row.offer_id for row in offered.office.read(courses.courses, target)]
    assert len(offers) == 4
    with pytest.raises(Objection):
        copied(offered, target)


def test_completing_fills_in_what_is_missing_and_overwrites_nothing(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    copied(offered, target, CopyChoices(leaders=False, rooms=False, descriptions=False))
    set_fields(office, offered.robotics, description="Wir bauen.")
    after = courses_of(office, target)
    set_fields(office, after["Robotik mit Lego"].id, max_size=30)
    done = copied(offered, target, CopyChoices(complete=True))
    after = courses_of(office, target)
    robotics = after["Robotik mit Lego"]
    assert (robotics.leader_ids, robotics.rooms) == ((offered.leader,), ("R 104",))
    assert (robotics.description, robotics.max_size) == ("Wir bauen.", 30)
    assert (done.new, done.completed, len(after)) == (0, 1, 3)
    with pytest.raises(Objection):
        copied(offered, target, CopyChoices(complete=True))


def test_a_whole_year_course_runs_on_and_needs_no_copy(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    office.do(courses_ops.edit(offered.choir, term_id=None))
    assert line_of(planned(offered, target), offered.choir).what is What.RUNS_ON
    copied(offered, target)
    assert len(office.read(courses.courses, target)) == 3
    copied(offered, None)
    assert courses_of(office, office.read(frame.term).id)["Chor"].whole_year


def test_into_the_next_school_year_blocks_are_made_and_known_again(offered: Offered) -> None:
    office = offered.office
    done = copied(offered, None)
    term = office.read(frame.term)
    assert (term.school_year, done.blocks) == ("2027/28", 2)
    blocks = office.read(frame.blocks, term.school_year_id)
    assert [(block.weekday, block.starts) for block in blocks] == [(1, time(14)), (2, time(14))]
    assert courses_of(office, term.id)["Chor"].block_ids == (blocks[0].id,)


def test_without_new_blocks_a_course_waits_and_remembers_room_and_leader(offered: Offered) -> None:
    office = offered.office
    plan = planned(offered, None, CopyChoices(make_blocks=False))
    assert "14:00" in str(line_of(plan, offered.robotics).notes[0].message)
    copied(offered, None, CopyChoices(make_blocks=False))
    term = office.read(frame.term)
    robotics = courses_of(office, term.id)["Robotik mit Lego"]
    assert not robotics.meetings
    assert not office.read(frame.blocks, term.school_year_id)
    assert len(_candidates_of(office, robotics.id)) == 2


def test_a_number_that_is_taken_gives_way_to_the_next(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    new = next(term for term in office.read(frame.terms) if term.id == target)
    office.do(courses_ops.add(new, "Etwas anderes", number="101"))
    copied(offered, target)
    numbers = [row.number for row in office.read(courses.courses, target)]
    assert len(set(numbers)) == 4
    assert courses_of(office, target)["Robotik mit Lego"].number != "101"


def test_a_leader_who_is_gone_by_then_does_not_come_over(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)

    def gone(work: Work) -> None:
        work.get(Staff, offered.leader).ends = date(2027, 1, 15)

    office.do(Operation(N_("Change"), gone))
    notes = line_of(planned(offered, target), offered.robotics).notes
    assert str(notes[0].message) == "Gülşah Şahin ist nur bis 15.01.2027 da"
    copied(offered, target)
    assert courses_of(office, target)["Robotik mit Lego"].leader_ids == ()


def test_single_dates_stay_behind_and_are_named(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)

    def once(work: Work) -> None:
        work.add(Meeting(course_id=offered.choir, weekday=5, starts=time(9), ends=time(12), rhythm="once",
                         on_date=date(2026, 11, 6)))  # fmt: skip

    office.do(Operation(N_("Add a meeting"), once))
    assert "Einzeltermin" in str(line_of(planned(offered, target), offered.choir).notes[0].message)
    copied(offered, target)
    assert len(courses_of(office, target)["Chor"].meetings) == 1


def test_children_carry_on_who_may(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    for child in (offered.ada, offered.ben, offered.cem, offered.dana):
        office.do(enrolments.enrol(child, offered.choir))
    office.do(courses_ops.open_to(offered.choir, [offered.year_5], []))
    office.do(leaving.leave(offered.ben, date(2026, 12, 18)))
    plan = planned(offered, target, CopyChoices(children=True))
    said = {
        plan.state.children[key].name: str(reason) for key, reason in line_of(plan, offered.choir).carried.not_taken
    }
    assert said == {"Wójcik, Dana": "ist dann in keinem Jahrgang und keiner Klasse, die den Kurs belegen darf"}
    done = copied(offered, target, CopyChoices(children=True))
    choir = courses_of(office, target)["Chor"]
    rows = office.read(enrolments_of_courses, [choir.id])
    assert {row.pupil_id for row in rows} == {offered.ada, offered.cem}
    assert {row.reason for row in rows} == {"macht weiter aus dem 1. Halbjahr 2026/27"}
    assert (done.places, done.not_taken) == (2, 1)


def test_a_child_that_leaves_between_the_half_years_does_not_carry_on(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    office.do(enrolments.enrol(offered.ada, offered.choir))
    office.do(leaving.leave(offered.ada, date(2027, 1, 31)))
    carried = line_of(planned(offered, target, CopyChoices(children=True)), offered.choir).carried
    assert carried.ids == ()
    assert [str(reason) for _key, reason in carried.not_taken] == ["hat die Schule dann schon verlassen"]


def test_a_child_that_is_elsewhere_at_that_time_does_not_carry_on(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    office.do(enrolments.enrol(offered.ada, offered.choir))
    term = next(term for term in office.read(frame.terms) if term.id == target)
    other = office.do(courses_ops.add(term, "Theater", [NewMeeting(time_block_id=offered.monday)]))
    office.do(enrolments.enrol(offered.ada, other))
    carried = line_of(planned(offered, target, CopyChoices(children=True)), offered.choir).carried
    assert [str(reason) for _key, reason in carried.not_taken] == ["ist um diese Zeit in Theater"]


def test_into_the_next_school_year_the_children_are_a_year_older(offered: Offered) -> None:
    """Robotics is for year 5: by then the children of 5a are in year 6, and nobody knows a year behind 6."""
    office = offered.office
    for child in (offered.ada, offered.ben):
        office.do(enrolments.enrol(child, offered.robotics))
    for child in (offered.ada, offered.dana):
        office.do(enrolments.enrol(child, offered.volleyball))
    plan = planned(offered, None, CopyChoices(children=True))
    assert line_of(plan, offered.robotics).carried.ids == ()
    volleyball = line_of(plan, offered.volleyball).carried
    assert volleyball.ids == (offered.ada,)
    assert [str(reason) for _key, reason in volleyball.not_taken] == ["war im letzten Jahrgang"]


def test_a_course_for_a_class_is_for_the_class_of_that_name_or_its_year_group(offered: Offered) -> None:
    office = offered.office
    office.do(courses_ops.open_to(offered.choir, [], [offered.class_5a]))
    plan = planned(offered, None)
    line = line_of(plan, offered.choir)
    assert (line.class_ids, line.year_group_ids) == ((), (offered.year_5,))
    assert str(line.notes[0].message) == "2027/28 gibt es noch keine 5a: für Jahrgang 5"
    year_id = office.do(school.add_next_year())
    from ganztag.operations import classes

    class_5a = office.do(classes.add(year_id, "5a"))
    target = next(term.id for term in office.read(frame.terms) if term.school_year_id == year_id)
    copied(offered, target)
    assert courses_of(office, target)["Chor"].class_ids == (class_5a,)


def test_backwards_is_refused(offered: Offered) -> None:
    with pytest.raises(Objection, match="liegt nicht nach"):
        offered.office.do(copy_offer(second(offered.office), offered.term.id, CopyChoices()))


def test_what_was_done_is_said_in_figures(offered: Offered) -> None:
    done = copied(offered, None, CopyChoices(children=True))
    assert str(copied_in_words(done)[0]) == "3 Kurse stehen jetzt im 1. Halbjahr 2027/28."


def test_ids_of_limits_are_written_for_classes_in_the_same_year(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    office.do(courses_ops.open_to(offered.choir, [], [offered.class_5a]))
    copied(offered, target)
    choir = courses_of(office, target)["Chor"]
    kept = office.do(Operation(N_("Look"), lambda work: [one.school_class_id for one in work.all(CourseClass)]))
    assert choir.class_ids == (offered.class_5a,)
    assert kept == [offered.class_5a, offered.class_5a]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    flags=st.fixed_dictionaries(
        {name: st.booleans() for name in ("leaders", "rooms", "children", "candidates", "descriptions", "sizes",
                                          "numbers", "make_blocks", "complete", "work_there")}
    ),
    place=st.integers(0, 2),
    share=st.integers(0, 4),
)  # fmt: skip
def test_any_choice_is_undone_to_the_byte_and_numbers_stay_single(
    sample: Office, flags: dict[str, Any], place: int, share: int
) -> None:
    """On the sample school: half-year 2 of 2025/26 into each of the later ones."""
    terms = sample.read(frame.terms)
    source, target = terms[1].id, [terms[2].id, terms[3].id, None][place]
    ids = [row.id for row in sample.read(courses.courses, source)]
    choices = CopyChoices(courses=frozenset(ids[share :: share + 1]) if share else None, **flags)
    before = dump(sample)
    plan = sample.read(preview, source, target, choices)
    if not plan.to_do:
        with pytest.raises(Objection):
            sample.do(copy_offer(source, target, choices))
        assert dump(sample) == before
        return
    done = sample.do(copy_offer(source, target, choices))
    rows = sample.read(courses.courses, done.term_id)
    numbers = [row.number for row in rows if row.number]
    assert len(numbers) == len(set(numbers))
    assert done.new == plan.count(What.NEW)
    assert sum(row.enrolled for row in rows) >= plan.carried
    sample.undo()
    assert dump(sample) == before


def test_the_children_of_a_copied_course_are_listed_as_participants(offered: Offered) -> None:
    office, target = offered.office, second(offered.office)
    office.do(enrolments.enrol(offered.ada, offered.choir))
    office.do(pupils.edit(offered.ada, note="bleibt"))
    copied(offered, target, CopyChoices(children=True))
    choir = courses_of(office, target)["Chor"]
    assert [row.pupil_id for row in office.read(participants, choir.id, date(2027, 2, 1))] == [offered.ada]
