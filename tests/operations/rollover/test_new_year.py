"""The change of the school year: everybody is somewhere, nothing is lost, and it is one deed."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ganztag.domain.clock import stopped_at
from ganztag.domain.contracts import Contract
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Booking, ClassMembership, LeaveTime, Pupil
from ganztag.domain.school import SchoolClass
from ganztag.domain.staff import Staff
from ganztag.language import N_
from ganztag.operations import belonging, classes, enrolments, leaving, pupils, school, staying
from ganztag.operations.office import Office
from ganztag.operations.opening import open_office
from ganztag.operations.operation import Operation, Work
from ganztag.operations.rollover import report
from ganztag.operations.rollover.new_year import Changed, change_year, changed_in_words, preview
from ganztag.planning.rollover.year_plan import Becomes, Fate, YearChoices, YearPlan
from ganztag.queries import classes as class_rows
from ganztag.queries import frame
from ganztag.queries import pupils as pupil_rows
from ganztag.queries.enrolments import enrolments_of_pupils
from tests.offered import Offered
from tests.operations.children import add_child, add_class
from tests.storage.any_rows import dump

LAST, FIRST = date(2027, 7, 31), date(2027, 8, 1)


def planned(office: Office, choices: YearChoices | None = None) -> YearPlan:
    year_id = office.read(frame.term).school_year_id
    return office.read(preview, year_id, choices or YearChoices(), office.clock.today())


def changed(office: Office, choices: YearChoices | None = None) -> Changed:
    return office.do(change_year(office.read(frame.term).school_year_id, choices or YearChoices()))


def classes_on(office: Office, day: date) -> dict[str, str]:
    """Return the children's classes of the half-year that is worked on: call name -> class, "" for none."""
    term = office.read(frame.term)
    return {row.call_name: row.class_name for row in office.read(pupil_rows.pupils, term.id, day)}


def rows(office: Office, kind: type[Any], **equal: object) -> list[dict[str, object]]:
    def run(work: Work) -> list[dict[str, object]]:
        return [dict(vars(thing)) for thing in work.all(kind, **equal)]

    return office.do(Operation(N_("Look"), run))


def ensured(office: Office, label: str) -> int:
    return office.do(Operation(N_("Add"), lambda work: classes.ensure_year_group(work, label)))


def into_year(office: Office, pupil_id: int, year_group_id: int) -> None:
    def run(work: Work) -> None:
        work.get(Pupil, pupil_id).year_group_id = year_group_id

    office.do(Operation(N_("Change"), run))


def test_classes_move_up_and_the_last_year_group_leaves(offered: Offered) -> None:
    done = changed(offered.office)
    term = offered.office.read(frame.term)
    assert (term.school_year, term.number, done.term_id) == ("2027/28", 1, term.id)
    assert classes_on(offered.office, FIRST) == {"Ada": "6a", "Ben": "6a", "Cem": "6a", "Dana": ""}
    dana = rows(offered.office, Pupil, id=offered.dana)[0]
    assert dana["exit"] == LAST
    assert (done.moved, done.left, done.without) == (3, 1, 0)


def test_the_old_year_is_kept_as_it_was(offered: Offered) -> None:
    office = offered.office
    changed(office)
    day = date(2027, 7, 1)
    old = office.read(pupil_rows.pupils, offered.term.id, day)
    assert {row.call_name: row.class_name for row in old} == {"Ada": "5a", "Ben": "5a", "Cem": "5a", "Dana": "6a"}
    assert not any(row.left for row in old)


def test_the_lowest_year_group_begins_empty_with_the_names_of_now(offered: Offered) -> None:
    changed(offered.office)
    term = offered.office.read(frame.term)
    found = offered.office.read(class_rows.classes, term.school_year_id, FIRST)
    assert [(row.name, row.year_group, row.pupils) for row in found] == [("5a", "5", 0), ("6a", "6", 3)]


def test_one_undo_restores_everything_and_redo_brings_it_again(sample: Office) -> None:
    before = dump(sample)
    changed(sample)
    after = dump(sample)
    sample.undo()
    assert dump(sample) == before
    sample.redo()
    assert dump(sample) == after


def test_a_second_change_is_refused_from_either_side(offered: Offered) -> None:
    office, year_id = offered.office, offered.term.school_year_id
    changed(office)
    before = dump(office)
    with pytest.raises(Objection, match="ist schon geschehen"):
        office.do(change_year(year_id, YearChoices()))
    with pytest.raises(Objection, match="hat noch nicht begonnen"):
        changed(office)
    assert dump(office) == before


def test_a_child_that_came_after_the_change_is_moved_by_a_second_one_and_nobody_else(offered: Offered) -> None:
    office = offered.office
    changed(office)
    office.do(school.choose_term(offered.term.id))
    late = office.do(pupils.add(call_name="Eva", surname="Neu", class_id=offered.class_5a))
    plan = planned(office)
    assert [line.pupil.id for line in plan.pupils if line.becomes is Becomes.UP] == [late]
    changed(office)
    assert classes_on(office, FIRST) == {"Ada": "6a", "Ben": "6a", "Cem": "6a", "Dana": "", "Eva": "6a"}


def test_blocks_are_copied_unless_she_says_no(offered: Offered) -> None:
    office = offered.office
    changed(office)
    assert len(office.read(frame.blocks, office.read(frame.term).school_year_id)) == 2
    office.undo()
    changed(office, YearChoices(blocks=False))
    assert office.read(frame.blocks, office.read(frame.term).school_year_id) == []


def test_the_names_of_classes_can_be_changed_and_the_year_group_follows(offered: Offered) -> None:
    office = offered.office
    changed(office, YearChoices(names={offered.class_5a: "6c", offered.class_6a: "7a"}))
    assert classes_on(office, FIRST) == {"Ada": "6c", "Ben": "6c", "Cem": "6c", "Dana": "7a"}
    labels = {
        row.call_name: row.year_group for row in office.read(pupil_rows.pupils, office.read(frame.term).id, FIRST)
    }
    assert labels == {"Ada": "6", "Ben": "6", "Cem": "6", "Dana": "7"}


def test_a_class_without_a_name_leaves(offered: Offered) -> None:
    changed(offered.office, YearChoices(names={offered.class_5a: ""}))
    assert {row["exit"] for row in rows(offered.office, Pupil)} == {LAST}


def test_other_classes_can_begin_empty(offered: Offered) -> None:
    office = offered.office
    changed(office, YearChoices(first=("5a", "5b", " 5c ")))
    found = office.read(class_rows.classes, office.read(frame.term).school_year_id, FIRST)
    assert [row.name for row in found] == ["5a", "5b", "5c", "6a"]


@pytest.mark.parametrize(
    ("fate", "school_class", "label", "leaves"),
    [
        (Fate(Becomes.STAYS), "5a", "5", False),
        (Fate(Becomes.MOVES, "6b"), "6b", "6", False),
        (Fate(Becomes.LEAVES), "", "5", True),
        (Fate(Becomes.WITHOUT), "", "6", False),
    ],
)
def test_a_single_child_can_be_decided_otherwise(
    offered: Offered, fate: Fate, school_class: str, label: str, leaves: bool
) -> None:
    office = offered.office
    changed(office, YearChoices(children={offered.ada: fate}))
    term = office.read(frame.term)
    ada = next(row for row in office.read(pupil_rows.pupils, term.id, FIRST) if row.id == offered.ada)
    assert (ada.class_name, ada.year_group, ada.left) == (school_class, label, leaves)
    assert classes_on(office, FIRST)["Ben"] == "6a"


def test_a_child_of_the_last_year_group_can_stay(offered: Offered) -> None:
    changed(offered.office, YearChoices(children={offered.dana: Fate(Becomes.STAYS)}))
    assert classes_on(offered.office, FIRST)["Dana"] == "6a"
    assert rows(offered.office, Pupil, id=offered.dana)[0]["exit"] is None


def test_days_and_leave_times_go_on_or_end_as_she_wants(offered: Offered) -> None:
    office = offered.office
    office.do(staying.set_booked(offered.ada, (1, 3)))
    office.do(staying.set_leave(offered.ada, 1, None, "bus"))
    office.do(staying.set_booked(offered.dana, (2,)))
    changed(office)
    assert {row["ends"] for row in rows(office, Booking, pupil_id=offered.ada)} == {None}
    assert {row["ends"] for row in rows(office, Booking, pupil_id=offered.dana)} == {LAST}
    office.undo()
    changed(office, YearChoices(stays=False))
    assert {row["ends"] for row in rows(office, Booking, pupil_id=offered.ada)} == {LAST}
    assert {row["ends"] for row in rows(office, LeaveTime, pupil_id=offered.ada)} == {LAST}


def test_days_that_ended_with_the_year_go_on_where_she_wants(offered: Offered) -> None:
    office = offered.office
    office.do(staying.set_booked(offered.ada, (1, 3)))

    def ends(work: Work) -> None:
        for row in work.all(Booking, pupil_id=offered.ada):
            row.ends = LAST

    office.do(Operation(N_("Change"), ends))
    changed(office)
    assert {row["ends"] for row in rows(office, Booking, pupil_id=offered.ada)} == {None}


def test_enrolments_of_who_leaves_end_and_the_others_end_with_their_courses(offered: Offered) -> None:
    office = offered.office
    office.do(enrolments.enrol(offered.dana, offered.choir))
    office.do(enrolments.enrol(offered.ada, offered.choir))
    before = office.read(enrolments_of_pupils, [offered.ada])
    changed(office)
    assert office.read(enrolments_of_pupils, [offered.ada]) == before
    assert office.read(enrolments_of_pupils, [offered.dana])[0].last == offered.term.ends


def test_groups_teachers_and_rooms_are_kept_or_not(offered: Offered) -> None:
    office = offered.office
    office.do(classes.edit(offered.class_5a, "5a", room_id=offered.room, staff_id=offered.leader))
    group = office.do(classes.add(offered.term.school_year_id, "Lesepaten", "group"))
    office.do(belonging.join_group(offered.ada, group))
    office.do(belonging.join_group(offered.dana, group))
    changed(office)
    year_id = office.read(frame.term).school_year_id
    found = {row.name: row for row in office.read(class_rows.classes, year_id, FIRST)}
    assert (found["6a"].room_id, found["6a"].staff_id) == (offered.room, offered.leader)
    assert (found["Lesepaten"].kind, found["Lesepaten"].pupils) == ("group", 1)
    office.undo()
    changed(office, YearChoices(groups=False, teachers=False, rooms=False))
    found = {row.name: row for row in office.read(class_rows.classes, year_id + 1, FIRST)}
    assert (found["6a"].room_id, found["6a"].staff_id, "Lesepaten" in found) == (None, None, False)


def test_a_teacher_who_goes_is_not_kept_and_is_listed(offered: Offered) -> None:
    office = offered.office
    office.do(classes.edit(offered.class_5a, "5a", staff_id=offered.leader))

    def gone(work: Work) -> None:
        work.get(Staff, offered.leader).ends = date(2027, 7, 15)

    office.do(Operation(N_("Change"), gone))
    plan = planned(office)
    assert [(one.name, one.until) for one in plan.state.going] == [("Gülşah Şahin", date(2027, 7, 15))]
    assert "15.07.2027" in str(plan.classes[0].notes[0].message)
    changed(office)
    assert all(row["staff_id"] is None for row in rows(office, SchoolClass, name="6a"))


def test_whose_last_contract_ends_is_listed_and_whose_goes_on_is_not(offered: Offered) -> None:
    office = offered.office

    def signed(work: Work) -> None:
        other = work.add(Staff(surname="Bleibt"))
        work.add(Contract(staff_id=offered.leader, number="HON 1", ends=LAST))
        work.add(Contract(staff_id=other.id, number="HON 2", ends=LAST))
        work.add(Contract(staff_id=other.id, number="HON 3", starts=FIRST))

    office.do(Operation(N_("Add"), signed))
    assert [(one.name, one.is_contract) for one in planned(office).state.going] == [("Gülşah Şahin", True)]


def test_children_without_a_class_move_up_a_year_group_and_are_listed(offered: Offered) -> None:
    office = offered.office
    alone = add_child(office, "Eva Allein")
    into_year(office, alone, offered.year_5)
    plan = planned(office)
    assert [(line.pupil.id, line.label) for line in plan.pupils if line.becomes is Becomes.WITHOUT] == [(alone, "6")]
    assert any("noch keine Klasse" in str(note.message) for note in plan.remarks)
    changed(office)
    assert {row.call_name: row.year_group for row in office.read(pupil_rows.pupils, office.read(frame.term).id, FIRST)}[
        "Eva"
    ] == "6"


def test_who_left_before_and_who_comes_for_the_new_year_are_let_alone(offered: Offered) -> None:
    office = offered.office
    office.do(leaving.leave(offered.ben, date(2026, 12, 18)))
    new = add_child(office, "Frida Erst")

    def comes(work: Work) -> None:
        work.get(Pupil, new).entry, work.get(Pupil, new).year_group_id = FIRST, offered.year_5

    office.do(Operation(N_("Change"), comes))
    changed(office)
    assert rows(office, Pupil, id=offered.ben)[0]["exit"] == date(2026, 12, 18)
    assert rows(office, Pupil, id=new)[0]["year_group_id"] == offered.year_5


def test_children_in_a_class_of_the_new_year_already_stay_there(offered: Offered) -> None:
    office = offered.office
    year_id = office.do(school.add_next_year())
    class_6b = office.do(classes.add(year_id, "6b"))
    office.do(belonging.set_class(offered.ada, class_6b, FIRST))
    done = changed(office)
    assert classes_on(office, FIRST) == {"Ada": "6b", "Ben": "6a", "Cem": "6a", "Dana": ""}
    assert done.moved == 2
    assert len(rows(office, ClassMembership, pupil_id=offered.ada)) == 2


def test_a_class_of_several_years_keeps_its_name_and_its_oldest_leave(office: Office) -> None:
    igel = add_class(office, "Igel")
    first, last = ensured(office, "1"), ensured(office, "2")
    office.do(classes.edit(igel, "Igel", year_group_id=None))
    office.do(
        classes.delete_year_group(next(r.id for r in office.read(class_rows.year_groups) if r.label == "Igel"), "")
    )
    for name, year in (("Ada Klein", first), ("Ben Groß", last)):
        key = add_child(office, name, igel)
        into_year(office, key, year)
    changed(office)
    assert classes_on(office, FIRST) == {"Ada": "Igel", "Ben": ""}
    assert [row["exit"] for row in rows(office, Pupil)] == [None, LAST]


def test_a_preschool_class_is_parted_into_the_first_classes(office: Office) -> None:
    made = {name: add_class(office, name) for name in ("VSK", "1a", "1b")}
    add_child(office, "Ada Vor", made["VSK"])
    add_child(office, "Ben Eins", made["1a"])
    plan = planned(office)
    assert [(line.old.name, line.becomes, line.label) for line in plan.classes] == [
        ("VSK", Becomes.WITHOUT, "1"), ("1a", Becomes.LEAVES, ""), ("1b", Becomes.LEAVES, ""),
    ]  # fmt: skip
    assert [one.name for one in plan.new_classes if one.begins_empty] == ["VSK", "1a", "1b"]
    changed(office)
    assert classes_on(office, FIRST)["Ada"] == ""


def test_a_year_that_is_already_there_is_used(offered: Offered) -> None:
    office = offered.office
    year_id = office.do(school.add_next_year())
    changed(office)
    assert office.read(frame.term).school_year_id == year_id
    assert len(office.read(frame.terms)) == 4


def test_what_was_done_is_said_and_reported(offered: Offered) -> None:
    office = offered.office
    text = "\n".join(report.of_year(planned(office, YearChoices(children={offered.ben: Fate(Becomes.STAYS)}))))
    for part in ("Schuljahreswechsel 2026/27 → 2027/28", "5a → 6a (3)", "6a geht ab (1)", "Wójcik, Dana (6a)",
                 "Ahrens, Ben (5a) → 5a", "läuft noch bis 31.07.2027"):  # fmt: skip
        assert part in text
    done = changed(office)
    said = [str(message) for message in changed_in_words(done)]
    assert said == ["3 Kinder sind in Klassen des Schuljahrs 2027/28.", "1 Kind hat die Schule verlassen."]


def test_after_the_holidays_nothing_is_said_of_the_year_going_on(offered: Offered) -> None:
    path = offered.office.path
    offered.office.close()
    later = open_office(path, stopped_at(datetime(2027, 8, 3, 9, 0)))  # noqa: DTZ001
    try:
        assert planned(later).remarks == ()
    finally:
        later.close()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_choice_loses_nobody_and_is_undone_to_the_byte(sample: Office, data: st.DataObject) -> None:
    plan = planned(sample)
    flags: dict[str, Any] = {
        name: data.draw(st.booleans()) for name in ("groups", "teachers", "rooms", "stays", "blocks")
    }
    some = data.draw(st.lists(st.sampled_from([line.pupil.id for line in plan.pupils]), max_size=5, unique=True))
    fates = st.sampled_from([Fate(Becomes.STAYS), Fate(Becomes.LEAVES), Fate(Becomes.MOVES, "7x"),
                             Fate(Becomes.WITHOUT)])  # fmt: skip
    names = data.draw(st.dictionaries(st.sampled_from([line.old.id for line in plan.classes]),
                                      st.sampled_from(["", "6z", "11a", "5a"]), max_size=3))  # fmt: skip
    choices = YearChoices(names=names, children={key: data.draw(fates) for key in some}, **flags)
    plan, before = planned(sample, choices), dump(sample)
    done = changed(sample, choices)
    term = sample.read(frame.term)
    after = {row.id: row for row in sample.read(pupil_rows.pupils, term.id, term.starts)}
    for line in plan.pupils:
        row = after[line.pupil.id]
        assert row.left == (line.becomes is Becomes.LEAVES)
        assert row.class_name == line.class_name
        assert row.year_group == line.label or not line.label
    assert done.moved + done.left + done.without == len(plan.pupils)
    sample.undo()
    assert dump(sample) == before


def test_days_that_were_entered_for_the_new_year_are_kept_beside_those_that_ended(offered: Offered) -> None:
    office = offered.office

    def entered(work: Work) -> None:
        work.add(Booking(pupil_id=offered.ada, weekday=1, starts=date(2026, 9, 1), ends=LAST))
        work.add(Booking(pupil_id=offered.ada, weekday=1, starts=date(2027, 9, 1)))
        work.add(Booking(pupil_id=offered.ada, weekday=2, starts=date(2026, 9, 1), ends=LAST))

    office.do(Operation(N_("Add"), entered))
    changed(office)
    found = [(row["weekday"], row["starts"], row["ends"]) for row in rows(office, Booking, pupil_id=offered.ada)]
    assert (1, date(2026, 9, 1), LAST) in found
    assert (1, date(2027, 9, 1), None) in found
    assert (2, date(2026, 9, 1), None) in found


def test_a_year_with_children_in_its_classes_is_not_deleted_an_empty_one_goes_with_its_classes(
    offered: Offered,
) -> None:
    office = offered.office
    changed(office)
    new_year = office.read(frame.term).school_year_id
    office.do(school.choose_term(offered.term.id))
    with pytest.raises(Objection, match="Kinder in Klassen"):
        office.do(school.delete_year(new_year))
    empty = office.do(school.add_next_year())
    office.do(classes.add(empty, "5a"))
    office.do(school.delete_year(empty))
    assert rows(office, SchoolClass, school_year_id=empty) == []
