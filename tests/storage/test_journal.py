"""Whatever is done to whatever rows: undo brings back every value of every table, redo does it again."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from ganztag import language
from ganztag.domain.clock import Clock
from ganztag.domain.enrolment import Enrolment
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import Guardian, Guardianship, Phone, Pupil
from ganztag.domain.record import ImportMapping
from ganztag.domain.rooms import Room
from ganztag.language import N_, Message
from ganztag.operations import rooms
from ganztag.operations.office import UNDO_DEPTH, Office
from ganztag.operations.opening import open_office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame
from ganztag.storage import tables
from ganztag.storage.journal import NOTED, WITHOUT_UNDO
from tests.storage.any_rows import KINDS, Dump, dump, values


def _deed(run: Callable[[Work], Any]) -> Operation[Any]:
    return Operation(N_("Add room {room}", room="x"), run)


class Walk:
    """Does anything at all to any rows, and notes which ids were given out."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.given: dict[str, int] = {}
        self.touched: set[str] = set()
        self.actions = (self.add, self.add, self.add_many, self.change, self.change, self.delete, self.remove)

    def step(self, work: Work) -> None:
        given = dict(self.given)
        touched: set[str] = set()
        for _action in range(self.chance.randint(1, 5)):
            table = self.chance.choice(NOTED)
            action = self.chance.choice(
                (self.add, self.add, self.add_many, self.change, self.change, self.delete, self.remove)
            )
            action(work, table)
            touched.add(table.name)
        if self.chance.random() < 0.1:
            self.given = given
            raise Objection(N_("This entry was deleted meanwhile."))
        self.touched |= touched

    def add(self, work: Work, table: sa.Table) -> None:
        row = values(work, table, self.chance)
        if row is not None:
            self._note(table, [work.add(KINDS[table.name](**row)).id])

    def add_many(self, work: Work, table: sa.Table) -> None:
        rows = [values(work, table, self.chance) for _row in range(self.chance.randint(1, 12))]
        self._note(table, work.insert(KINDS[table.name], [row for row in rows if row is not None]))

    def change(self, work: Work, table: sa.Table) -> None:
        things, row = work.all(KINDS[table.name]), values(work, table, self.chance)
        if things and row is not None:
            thing = self.chance.choice(things)
            for name in self.chance.sample(sorted(row), self.chance.randint(1, len(row))):
                setattr(thing, name, row[name])

    def delete(self, work: Work, table: sa.Table) -> None:
        things = work.all(KINDS[table.name])
        if things:
            work.delete(self.chance.choice(things))

    def remove(self, work: Work, table: sa.Table) -> None:
        things = work.all(KINDS[table.name])
        work.remove(KINDS[table.name], id=[t.id for t in self.chance.sample(things, min(len(things), 4))])

    def _note(self, table: sa.Table, ids: list[int]) -> None:
        assert ids == sorted(ids)
        for key in ids:
            assert key > self.given.get(table.name, 0), f"{table.name} {key} was given out twice"
            self.given[table.name] = key


@pytest.mark.parametrize("seed", range(3))
def test_any_deeds_on_any_tables_are_undone_and_redone_exactly(office: Office, seed: int) -> None:
    walk = Walk(seed)
    states: list[Dump] = [dump(office)]
    done = refused = 0
    for _turn in range(80):
        depth = len(states)
        given = dict(walk.given)
        try:
            office.do(_deed(walk.step))
        except Objection:
            walk.given = given
            refused += 1
            assert dump(office) == states[-1]
            continue
        now = dump(office)
        if now != states[-1]:
            states.append(now)
            done += 1
        back = walk.chance.randrange(min(depth, 8)) if walk.chance.random() < 0.2 else 0
        _there_and_back(office, states, back)
        if back and walk.chance.random() < 0.5:  # and go on from there: what was undone is forgotten
            for _undone in range(back):
                office.undo()
                states.pop()
    assert done > 15, "too much was refused to prove anything"
    assert refused > 3
    assert len(walk.touched) > 25


def _there_and_back(office: Office, states: list[Dump], deeds: int) -> None:
    for place in range(1, deeds + 1):
        office.undo()
        assert dump(office) == states[-1 - place]
    for place in range(deeds - 1, -1, -1):
        office.redo()
        assert dump(office) == states[-1 - place]


def test_every_table_is_noted_but_those_that_are_the_record_itself() -> None:
    assert {t.name for t in NOTED} | WITHOUT_UNDO == set(tables.metadata.tables)
    assert {t.name for t in NOTED} == set(KINDS)


def test_a_family_goes_with_its_child_and_comes_back_with_it(office: Office) -> None:
    def family(work: Work) -> int:
        child = work.add(Pupil(surname="Yıldız", call_name="İpek"))
        mother = work.add(Guardian(surname="Yıldız"))
        work.add(Guardianship(pupil_id=child.id, guardian_id=mother.id))
        work.add(Phone(pupil_id=child.id, number="0401"))
        return child.id

    child = office.do(_deed(family))
    before = dump(office)
    office.do(_deed(lambda work: work.delete(work.get(Pupil, child))))
    gone = dump(office)
    assert [gone[name] for name in ("pupil", "guardianship", "phone")] == [[], [], []]
    assert office.do(_deed(lambda work: work.add(Pupil(surname="Neu")).id)) > child
    office.undo()
    office.undo()
    assert dump(office) == before
    office.redo()
    assert dump(office) == gone


def test_rooms_that_are_parts_of_each_other_come_back_in_any_order(office: Office) -> None:
    def hall(work: Work) -> list[int]:
        whole, third = work.add(Room(code="Halle")), work.add(Room(code="Halle 1"))
        third.part_of_id = whole.id
        return [whole.id, third.id]

    office.do(_deed(hall))
    before = dump(office)

    def tear_down(work: Work) -> None:
        for part in work.all(Room, code="Halle 1"):
            part.part_of_id = None
        work.remove(Room, code=("Halle", "Halle 1"))

    office.do(_deed(tear_down))
    office.undo()
    assert dump(office) == before
    office.undo()
    assert dump(office)["room"] == []
    office.redo()
    assert dump(office) == before


def test_names_that_change_places_change_back(office: Office) -> None:
    first, second = office.do(rooms.add("A")), office.do(rooms.add("B"))
    before = dump(office)

    def swap(work: Work) -> None:
        work.get(Room, first).code = "?"
        work.read(frame.school)  # which writes what was changed before
        work.get(Room, second).code = "A"
        work.read(frame.school)
        work.get(Room, first).code = "B"

    office.do(_deed(swap))
    swapped = dump(office)
    assert swapped != before
    office.undo()
    assert dump(office) == before
    office.redo()
    assert dump(office) == swapped


def test_an_id_is_not_given_out_again_after_undo_nor_does_redo_collide(office: Office) -> None:
    first = office.do(rooms.add("A"))
    office.undo()
    second = office.do(rooms.add("B"))
    assert second > first
    office.undo()
    office.redo()
    assert office.do(rooms.add("C")) > second
    assert office.redo() is None


def test_an_id_is_not_given_out_again_after_the_file_was_closed(office: Office, clock: Clock) -> None:
    first = office.do(rooms.add("A"))
    office.undo()
    office.close()
    again = open_office(office.path, clock)
    assert again.do(rooms.add("B")) > first
    again.close()


def test_fifty_deeds_can_be_taken_back_and_no_more(office: Office) -> None:
    for number in range(UNDO_DEPTH + 5):
        office.do(rooms.add(f"R {number}"))
    labels = []
    while (label := office.undo()) is not None:
        labels.append(label.values["room"])
    assert labels == [f"R {number}" for number in range(UNDO_DEPTH + 4, 4, -1)]
    assert len(dump(office)["room"]) == 5
    while office.redo() is not None:
        pass
    assert len(dump(office)["room"]) == UNDO_DEPTH + 5


def test_a_deed_that_changes_nothing_leaves_no_trace(office: Office) -> None:
    key = office.do(rooms.add("R 1", seats=3))
    office.undo()
    office.redo()
    history = _history(office)
    office.undo()
    office.do(_deed(lambda work: work.all(Room)))
    assert office.redo_label is not None
    office.redo()
    revision = office.revision
    office.do(rooms.edit(key, "R 1", seats=3))
    assert office.revision == revision
    assert len(_history(office)) == len(history) + 2


def test_remembered_import_mappings_are_not_undone(office: Office) -> None:
    def run(work: Work) -> None:
        work.add(ImportMapping(kind="pupils", fingerprint="x", columns="{}"))
        work.add(Room(code="R 1"))

    office.do(_deed(run))
    office.undo()
    count = sa.select(sa.func.count()).select_from(tables.import_mapping)
    assert office.read(lambda reader: reader.value(count)) == 1


def _history(office: Office) -> list[Any]:
    statement = sa.select(tables.history).order_by(tables.history.c.id)
    return office.read(lambda reader: list(reader.rows(statement)))


def _changes(office: Office, number: int) -> list[Any]:
    change = tables.history_change
    statement = sa.select(change).where(change.c.history_id == number).order_by(change.c.id)
    return office.read(lambda reader: list(reader.rows(statement)))


def _children(office: Office, number: int) -> list[int]:
    concerned = tables.history_pupil
    statement = sa.select(concerned.c.pupil_id).where(concerned.c.history_id == number)
    return office.read(lambda reader: [row.pupil_id for row in reader.rows(statement)])


def test_the_history_keeps_who_when_why_and_what(empty_school: Path, tmp_path: Path) -> None:
    local, utc = datetime(2026, 9, 14, 7, 42), datetime(2026, 9, 14, 5, 42)  # noqa: DTZ001
    path = tmp_path / "s.ganztag"
    path.write_bytes(empty_school.read_bytes())
    office = open_office(path, Clock(now=lambda: local, utc=lambda: utc))
    founded = len(_history(office))
    key = office.do(rooms.add("R 1", seats=20))
    office.do(rooms.edit(key, "R 1", seats=25, note="").because("neue Stühle"))
    office.undo()
    office.redo()
    rows = _history(office)[founded:]
    assert [(row.kind, row.reason, row.at) for row in rows] == [
        ("done", "", utc), ("done", "neue Stühle", utc), ("undone", "", utc), ("redone", "", utc),
    ]  # fmt: skip
    assert all(row.who and row.pc for row in rows)
    changed = [[(c.in_table, c.row_id, c.kind, json.loads(c.fields)) for c in _changes(office, r.id)] for r in rows]
    assert changed[0][0][:3] == ("room", key, "I")
    assert changed[0][0][3]["seats"] == [None, 20]
    assert "note" not in changed[0][0][3]
    assert changed[1] == [("room", key, "U", {"seats": [20, 25]})]
    assert changed[2] == [("room", key, "U", {"seats": [25, 20]})]
    assert changed[3] == changed[1]
    office.close()


def test_the_history_names_the_children_whom_a_deed_concerns(office: Office) -> None:
    child, other = office.do(_deed(lambda work: [work.add(Pupil(surname=n)).id for n in ("A", "B")]))
    both = _history(office)[-1]
    assert sorted(_children(office, both.id)) == [child, other]
    office.do(_deed(lambda work: work.add(Phone(pupil_id=other, number="1")).id))
    assert _children(office, _history(office)[-1].id) == [other]
    office.undo()
    assert _children(office, _history(office)[-1].id) == [other]
    office.do(rooms.add("R 1"))
    assert _children(office, _history(office)[-1].id) == []


def test_the_name_of_a_deed_is_read_in_the_language_that_is_spoken(office: Office) -> None:
    office.do(rooms.add("R 1"))
    label = Message.from_json(_history(office)[-1].label)
    with language.speaking("de"):
        assert str(label) == "Raum R 1 anlegen"
    with language.speaking("en"):
        assert str(label) == "Add room R 1"


def test_what_enrolments_rest_on_is_not_deleted_by_accident(office: Office) -> None:
    def enrolled(work: Work) -> None:
        from ganztag.domain.courses import Course, Offer
        from ganztag.domain.school_year import SchoolYear

        offer, year = work.add(Offer(title="Chor")), work.all(SchoolYear)[0]
        course = work.add(Course(offer_id=offer.id, school_year_id=year.id, title="Chor"))
        child = work.add(Pupil(surname="A"))
        work.add(Enrolment(pupil_id=child.id, course_id=course.id))

    office.do(_deed(enrolled))
    before = dump(office)
    with pytest.raises(Objection) as caught:
        office.do(_deed(lambda work: work.remove(Pupil, surname="A")))
    assert caught.value.advice is not None
    assert dump(office) == before
