"""What is written out comes back in: unchanged into the same school, whole into an empty one."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ganztag.domain.clock import Clock
from ganztag.domain.objection import Objection
from ganztag.exchange.kinds import Kind
from ganztag.operations import courses, guardians, pupils, rooms, staying
from ganztag.operations.belonging import set_external_id
from ganztag.operations.exporting import export, template
from ganztag.operations.importing import Settings, What, apply, plan
from ganztag.operations.office import Office
from ganztag.operations.opening import new_school
from ganztag.queries import frame
from ganztag.queries.import_state.people import rooms as all_rooms
from ganztag.queries.import_state.pupils import pupils as known_pupils
from tests.operations.importing.files import COURSES, PUPILS, Folder, counts

_IN_ORDER = (Kind.ROOMS, Kind.PARTNERS, Kind.STAFF, Kind.TIMES, Kind.PUPILS, Kind.COURSES, Kind.WISHES, Kind.ENROLMENTS)


@pytest.fixture
def empty(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    office = new_school(tmp_path / "another.ganztag", clock, name="Another")
    yield office
    office.close()


def bring(office: Office, kind: Kind, path: Path) -> None:
    made = plan(office, kind, path)
    assert [str(problem) for problem in made.errors] == []
    office.do(apply(made))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_sample_school_comes_back_unchanged(sample: Office, tmp_path: Path, ending: str) -> None:
    for kind in _IN_ORDER:
        path = tmp_path / f"{kind}.{ending}"
        export(sample, kind, path)
        made = plan(sample, kind, path)
        assert set(made.counts) - {what for what, count in made.counts.items() if not count} <= {What.UNCHANGED}
        assert made.errors == ()


def test_the_sample_school_grows_again_in_an_empty_one(sample: Office, empty: Office, tmp_path: Path) -> None:
    for kind in _IN_ORDER:
        first, second = tmp_path / f"{kind}.csv", tmp_path / f"{kind}-again.csv"
        assert export(sample, kind, first) == export_after(empty, kind, first, second)
        assert sorted(second.read_text("utf-8-sig").splitlines()) == sorted(first.read_text("utf-8-sig").splitlines())


def export_after(office: Office, kind: Kind, path: Path, again: Path) -> int:
    bring(office, kind, path)
    return export(office, kind, again)


def test_leave_times_parents_and_no_days_at_all_come_back(folder: Folder, empty: Office, tmp_path: Path) -> None:
    office = folder.office
    folder.bring("pupils", PUPILS)
    term = office.read(frame.term)
    mia, zoe, liam = sorted(office.read(known_pupils, term.starts), key=lambda one: one.external_ids)
    office.do(staying.set_booked(liam.id, ()))
    for day in zoe.days:
        office.do(staying.set_leave(zoe.id, day, None, "bus"))
    office.do(staying.set_leave(mia.id, 1, time(15), "alone"))
    office.do(guardians.add(mia.id, surname="Kaya", call_name="Ayşe", phone="+49 170 1"))
    office.do(guardians.add(mia.id, surname="Berg"))
    office.do(guardians.add_phone("0541 / 12 34-56", pupil_id=mia.id))
    path = tmp_path / "pupils.csv"
    export(office, Kind.PUPILS, path)
    assert "keine" in path.read_text("utf-8-sig")
    assert ";Bus;" in path.read_text("utf-8-sig")
    assert counts(plan(office, Kind.PUPILS, path)) == {"unchanged": 3}
    again = tmp_path / "again.csv"
    export_after(empty, Kind.PUPILS, path, again)
    assert again.read_bytes() == path.read_bytes()


def test_courses_with_a_leading_zero_and_several_rows_come_back(folder: Folder, empty: Office, tmp_path: Path) -> None:
    folder.bring("courses", COURSES + "2;Schach;;;;Do 14:00-15:30;R 9;Uwe Kurz;;;;\n")
    path, again = tmp_path / "courses.csv", tmp_path / "again.csv"
    assert export(folder.office, Kind.COURSES, path) == 4
    assert counts(plan(folder.office, Kind.COURSES, path)) == {"unchanged": 3}
    export_after(empty, Kind.COURSES, path, again)
    assert again.read_bytes() == path.read_bytes()


def test_parts_of_rooms_shared_rooms_and_descriptions_come_back(folder: Folder, empty: Office, tmp_path: Path) -> None:
    office, term = folder.office, folder.office.read(frame.term)
    hall = office.do(rooms.add("Z Halle", several_courses=True))
    office.do(rooms.add("A Halle links", part_of_id=hall))  # it stands before the whole
    office.do(courses.add(term, "Theater", description="Wir spielen;\nauch am „Abend“.", number="7"))
    for kind in (Kind.ROOMS, Kind.COURSES):
        path, again = tmp_path / f"{kind}.csv", tmp_path / f"{kind}-again.csv"
        export(office, kind, path)
        assert set(counts(plan(office, kind, path))) == {"unchanged"}
        export_after(empty, kind, path, again)
        assert again.read_bytes() == path.read_bytes()
    assert "Wir spielen" in path.read_text("utf-8-sig")
    left, whole = sorted(empty.read(all_rooms), key=lambda room: room.code)
    assert (left.part_of, whole.several_courses) == ("Z Halle", True)


def test_a_part_of_a_room_that_is_nowhere_is_refused(folder: Folder) -> None:
    made = folder.plan("rooms", "Raum;Teil von;Mehrere Kurse\nHalle links;Halle;ja\n")
    assert [(problem.row, problem.column) for problem in made.errors] == [(2, "Teil von")]


def test_a_template_holds_the_titles_only(tmp_path: Path) -> None:
    template(Kind.ROOMS, tmp_path / "rooms.csv")
    assert (tmp_path / "rooms.csv").read_text("utf-8-sig") == "Raum;Name;Plätze;Ausstattung\n"


def test_wishes_without_a_ballot_are_an_empty_table(office: Office, tmp_path: Path) -> None:
    assert export(office, Kind.WISHES, tmp_path / "wishes.csv") == 0


def test_an_unknown_ballot_objects(sample: Office, tmp_path: Path) -> None:
    with pytest.raises(Objection):
        export(sample, Kind.WISHES, tmp_path / "wishes.csv", ballot="gibt es nicht")


_LETTERS = st.characters(exclude_categories=("C", "Z", "M"))
_NAMES = st.text(_LETTERS, min_size=1, max_size=12)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.tuples(_NAMES, _NAMES), min_size=1, max_size=4), ending=st.sampled_from(["csv", "xlsx"]))
def test_any_name_comes_back(office: Office, tmp_path: Path, names: list[tuple[str, str]], ending: str) -> None:
    for number, (surname, call_name) in enumerate(names):
        key = office.do(pupils.add(surname=surname, call_name=call_name))
        office.do(set_external_id(key, "", f"00{key}-{number}"))
    path = tmp_path / f"names.{ending}"
    export(office, Kind.PUPILS, path)
    made = plan(office, Kind.PUPILS, path)
    assert counts(made) == {"unchanged": len(office.read(known_pupils, office.clock.today()))}
    for _name in range(2 * len(names)):
        office.undo()


def test_a_child_who_comes_later_is_in_the_table(office: Office, tmp_path: Path) -> None:
    folder = Folder(office, tmp_path)
    folder.bring("pupils", "Nachname;Vorname;Klasse;Eintritt\nKaya;Mia;5a;01.03.2027\n")
    export(office, "pupils", tmp_path / "all.csv")
    made = plan(office, "pupils", tmp_path / "all.csv", Settings(whole_school=True))
    assert counts(made) == {"unchanged": 1}
