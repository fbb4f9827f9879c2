"""What lists and the detail of a child show."""

from datetime import date, time

from ganztag.domain.ballots import AllocationResult, AllocationRun, Ballot, BallotBlock, BallotPaper, Wish
from ganztag.domain.school_year import TimeBlock
from ganztag.domain.search import matches, words
from ganztag.language import N_
from ganztag.operations import belonging, leaving, pupils, staying
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame, history
from ganztag.queries import pupils as pupil_rows
from ganztag.queries.pupil_detail import age_on
from tests.operations.children import MONDAY, add_child, add_class, add_course, detail, enrol, row


def test_children_stand_in_the_order_of_a_german_list(office: Office) -> None:
    for name in ("Zoë Özkan", "Ada Zacher", "Tim Ohm", "Ömer Adam"):
        add_child(office, name)
    found = office.read(pupil_rows.pupils, office.read(frame.term).id, MONDAY)
    assert [child.surname for child in found] == ["Adam", "Ohm", "Özkan", "Zacher"]


def test_a_child_is_found_by_class_number_and_course_in_any_spelling(office: Office) -> None:
    pupil_id = add_child(office, "Дмитро Коваленко", add_class(office, "6b"))
    office.do(belonging.set_external_id(pupil_id, "DiViS", "4711"))
    enrol(office, pupil_id, add_course(office, "Türkisch", 2))
    key = row(office, pupil_id).search_key
    for typed in ("6B", "dmytro koval", "4711", "tuerkisch", "turkisch 6b"):
        assert matches(key, words(typed)), typed
    assert not matches(key, words("5a"))


def test_booked_days_without_a_course_are_told(office: Office) -> None:
    pupil_id = add_child(office)
    office.do(staying.set_booked(pupil_id, (1, 2, 4)))
    enrol(office, pupil_id, add_course(office, "Robotik", 1))
    enrol(office, pupil_id, add_course(office, "Yoga", 2, status="struck"))
    enrol(office, pupil_id, add_course(office, "Chor", 4), ends=date(2026, 9, 11))
    found = row(office, pupil_id)
    assert (found.courses, found.without_course) == (1, (2, 4))


def test_a_course_that_begins_later_in_the_half_year_counts(office: Office) -> None:
    pupil_id = add_child(office)
    enrol(office, pupil_id, add_course(office, "Robotik", 1), starts=date(2026, 9, 28))
    assert row(office, pupil_id).courses == 1
    stay = detail(office, pupil_id).week[0].stays[0]
    assert (stay.title, stay.since) == ("Robotik", date(2026, 9, 28))


def test_who_has_left_is_still_listed_and_marked(office: Office) -> None:
    pupil_id = add_child(office)
    office.do(leaving.leave(pupil_id, date(2026, 9, 11)))
    assert row(office, pupil_id).left
    assert not row(office, pupil_id, date(2026, 9, 11)).left


def test_thousands_of_children_need_as_few_statements_as_one(office: Office) -> None:
    def counted() -> int:
        asked = 0

        def count(reader: object, term_id: int, day: date) -> int:
            nonlocal asked
            ask = reader.rows  # type: ignore[attr-defined]

            def rows(statement: object) -> object:
                nonlocal asked
                asked += 1
                return ask(statement)

            reader.rows = rows  # type: ignore[attr-defined]
            return len(pupil_rows.pupils(reader, term_id, day))  # type: ignore[arg-type]

        office.read(count, office.read(frame.term).id, MONDAY)
        return asked

    add_child(office)
    few = counted()
    class_id = add_class(office, "6b")
    for number in range(20):
        office.do(pupils.add(surname=f"Kind {number}", class_id=class_id))
    assert counted() == few <= 10


def test_the_week_shows_what_is_known_and_asks_for_what_is_not(office: Office) -> None:
    pupil_id = add_child(office)
    office.do(staying.set_booked(pupil_id, (1, 2)))
    enrol(office, pupil_id, add_course(office, "Robotik", 1))
    week = detail(office, pupil_id).week
    assert [day.weekday for day in week] == [1, 2, 3, 4, 5]
    assert [day.asks_for_care for day in week] == [False, True, False, False, False]
    assert [day.booked for day in week] == [True, True, False, False, False]


def test_wishes_and_what_came_of_them_are_shown_block_by_block(office: Office) -> None:
    pupil_id = add_child(office)
    robots, choir = add_course(office, "Robotik", 1), add_course(office, "Chor", 1)
    term = office.read(frame.term)

    def run(work: Work) -> None:
        block = work.add(TimeBlock(school_year_id=term.school_year_id, weekday=1, starts=time(14), ends=time(15)))
        ballot = work.add(Ballot(term_id=term.id, name="Wahl"))
        work.add(BallotBlock(ballot_id=ballot.id, time_block_id=block.id))
        work.add(BallotPaper(ballot_id=ballot.id, pupil_id=pupil_id, state="given"))
        for rank, course in ((3, robots), (1, choir)):
            work.add(Wish(ballot_id=ballot.id, pupil_id=pupil_id, time_block_id=block.id, course_id=course, rank=rank))
        made = AllocationRun(
            ballot_id=ballot.id, accepted_at=work.now, goal="balanced", seed=1, solver="", input_hash="", plan_hash=""
        )
        work.add(made)
        work.add(
            AllocationResult(
                allocation_run_id=made.id, pupil_id=pupil_id, time_block_id=block.id, course_id=robots, rank=3
            )
        )

    before = detail(office, pupil_id).ballots
    office.do(Operation(N_("Vote"), run))
    ballot = detail(office, pupil_id).ballots[0]
    assert before == ()
    assert (ballot.name, ballot.state) == ("Wahl", "given")
    block = ballot.blocks[0]
    assert [(wish.rank, wish.title) for wish in block.wishes] == [(1, "Chor"), (3, "Robotik")]
    assert (block.decided, block.got_title, block.got_rank) == (True, "Robotik", 3)


def test_the_history_names_deeds_and_reasons_the_latest_first(office: Office) -> None:
    pupil_id, other = add_child(office), add_child(office, "Femi Okafor")
    office.do(pupils.edit(pupil_id, sex="f").because("Anruf der Mutter"))
    office.undo()
    rows = office.read(history.of_pupil, pupil_id)
    assert [(found.kind, found.reason) for found in rows] == [
        ("undone", ""), ("done", "Anruf der Mutter"), ("done", ""),
    ]  # fmt: skip
    assert len(office.read(history.of_pupil, other)) == 1
    assert len(office.read(history.of_pupil, pupil_id, 2)) == 2


def test_age_counts_whole_years() -> None:
    assert age_on(date(2015, 9, 14), MONDAY) == 11
    assert age_on(date(2015, 9, 15), MONDAY) == 10
    assert age_on(None, MONDAY) is None
