"""The office: one door for deeds, the way back, the news, and new schools."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ganztag.domain.clock import Clock
from ganztag.domain.objection import Objection
from ganztag.domain.rooms import Room
from ganztag.domain.school_year import DayOff
from ganztag.language import N_, nN_, speaking
from ganztag.operations import editing, rooms
from ganztag.operations.office import Changes, Office
from ganztag.operations.opening import new_school, open_office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame
from ganztag.queries.rooms import rooms as all_rooms


def _codes(office: Office) -> list[str]:
    return sorted(row.code for row in office.read(all_rooms, office.read(frame.term).id))


def test_a_deed_may_find_its_name_only_at_its_end(office: Office) -> None:
    def run(work: Work) -> list[int]:
        ids = work.insert(Room, [{"code": "R 1"}, {"code": "R 2"}])
        work.label = nN_("Import {count} room", "Import {count} rooms", len(ids))
        return ids

    office.do(Operation(N_("Import rooms"), run))
    with speaking("en"):
        assert str(office.undo_label) == "Import 2 rooms"
        assert str(office.undo()) == "Import 2 rooms"
        assert str(office.redo_label) == "Import 2 rooms"
        assert office.undo_label is None


def test_because_adds_the_reason_and_changes_nothing_else() -> None:
    deed = rooms.add("R 1")
    reasoned = deed.because("Umbau")
    assert (reasoned.label, reasoned.run, reasoned.reason, deed.reason) == (deed.label, deed.run, "Umbau", "")


def test_there_is_nothing_to_undo_in_a_new_school_and_in_one_just_opened(office: Office) -> None:
    assert (office.undo_label, office.redo_label, office.undo(), office.redo()) == (None, None, None, None)


def test_revision_and_time_of_saving_move_with_each_change_only(office: Office, clock: Clock) -> None:
    assert (office.revision, office.last_saved) == (0, None)
    office.do(rooms.add("R 1"))
    office.undo()
    office.redo()
    assert (office.revision, office.last_saved) == (3, clock.now())
    with pytest.raises(Objection):
        office.do(rooms.add("R 1"))
    office.read(frame.term)
    assert office.revision == 3


def test_a_refused_deed_leaves_undo_and_redo_as_they_were(office: Office) -> None:
    office.do(rooms.add("R 1"))
    office.do(rooms.add("R 2"))
    office.undo()
    with pytest.raises(Objection):
        office.do(rooms.add("R 1"))
    assert office.redo() is not None
    assert _codes(office) == ["R 1", "R 2"]


def test_a_listener_that_fails_is_reported_and_the_others_hear_all_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: reported.append(kind))
    heard: list[Changes] = []

    def fail(_news: Changes) -> None:
        raise ZeroDivisionError

    office.subscribe(fail)
    office.subscribe(heard.append)
    key = office.do(rooms.add("R 1"))
    assert office.undo() is not None
    assert office.redo() is not None
    assert [dict(news.rows) for news in heard] == [{"room": frozenset({key})}] * 3
    assert reported == [ZeroDivisionError] * 3


def test_a_listener_may_read_do_and_leave_while_it_hears_the_news(office: Office) -> None:
    heard: list[list[str]] = []

    def listen(_news: Changes) -> None:
        heard.append(_codes(office))
        leave()
        office.do(rooms.add("R 2"))

    leave = office.subscribe(listen)
    office.do(rooms.add("R 1"))
    leave()
    assert heard == [["R 1"]]
    assert _codes(office) == ["R 1", "R 2"]
    office.undo()
    assert _codes(office) == ["R 1"]


def test_a_new_school_has_its_days_off_and_nothing_to_undo(tmp_path: Path, clock: Clock) -> None:
    office = new_school(tmp_path / "s.ganztag", clock, name="Schule", land="BE", day=date(2027, 3, 1))
    assert office.undo() is None
    assert office.read(frame.term).number == 2
    assert office.read(frame.school).land == "BE"
    count = office.do(Operation(N_("Found the school"), lambda work: len(work.all(DayOff))))
    assert count > 10
    office.close()


@pytest.mark.parametrize(
    "day", [date(2026, 7, 31), date(2026, 8, 1), date(2027, 1, 31), date(2027, 2, 1), date(2028, 2, 29)]
)
def test_any_day_lies_in_the_half_year_of_a_school_founded_on_it(tmp_path: Path, clock: Clock, day: date) -> None:
    office = new_school(tmp_path / "s.ganztag", clock, day=day)
    term = office.read(frame.term)
    assert term.starts <= day <= term.ends
    office.close()


def test_a_school_that_cannot_be_founded_leaves_no_file(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(Exception, match=r".+"):
        new_school(tmp_path / "s.ganztag", clock, land="no such Land")
    assert list(tmp_path.iterdir()) == []


def test_a_cell_changes_one_field_and_tidies_it(office: Office) -> None:
    key = office.do(rooms.add("R 1", note="x"))
    office.do(
        editing.change(
            Room, key, {"name": "  Werk\u00a0 raum\t", "note": " a \r\n b "}, N_("Change room {room}", room="R 1")
        )
    )
    row = office.read(all_rooms, office.read(frame.term).id)[0]
    assert (row.name, row.note) == ("Werk raum", "a \n b")
    office.undo()
    assert office.read(all_rooms, office.read(frame.term).id)[0].note == "x"


@pytest.mark.parametrize("field", ["id", "renew_search_key", "no_such_field", "__class__"])
def test_only_fields_of_the_thing_can_be_changed(office: Office, field: str) -> None:
    key = office.do(rooms.add("R 1"))
    with pytest.raises(AttributeError):
        office.do(editing.change(Room, key, {field: 99}, N_("Change room {room}", room="R 1")))
    assert _codes(office) == ["R 1"]


def test_a_thing_that_was_deleted_meanwhile_objects(office: Office) -> None:
    key = office.do(rooms.add("R 1"))
    office.undo()
    with pytest.raises(Objection):
        office.do(rooms.edit(key, "R 1", seats=3))


def test_many_rows_come_back_with_their_ids_in_order(office: Office) -> None:
    def run(work: Work) -> Any:
        ids = work.insert(Room, [{"code": f"R {number:04}", "seats": number} for number in range(3000)])
        assert work.insert(Room, []) == []
        return ids, {room.id: room.seats for room in work.all(Room)}

    ids, seats = office.do(Operation(N_("Import rooms"), run))
    assert [seats[key] for key in ids] == list(range(3000))


def test_rows_of_different_kinds_are_not_inserted_at_once(office: Office) -> None:
    """What only some rows say would be left out silently."""
    with pytest.raises(ValueError, match="same fields"):
        office.do(
            Operation(
                N_("Import rooms"), lambda work: work.insert(Room, [{"code": "R 1"}, {"code": "R 2", "seats": 3}])
            )
        )


def test_what_was_done_is_there_after_opening_again_and_can_be_done_by_two_offices_in_turn(
    office: Office, clock: Clock
) -> None:
    for number in range(4):
        office.do(rooms.add(f"R {number}"))
        office.close()
        office = open_office(office.path, clock)
    assert len(_codes(office)) == 4
    office.close()
