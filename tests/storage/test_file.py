"""The file: what is refused, what is kept, what is taken back."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from ganztag.domain.clock import Clock
from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import rooms
from ganztag.operations.office import Changes, Office
from ganztag.operations.opening import FileTrouble, NotOurFile, OpenElsewhere, new_school, open_office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame
from ganztag.queries.rooms import RoomRow
from ganztag.queries.rooms import rooms as all_rooms


def _rooms(office: Office) -> list[RoomRow]:
    return office.read(all_rooms, office.read(frame.term).id)


def test_a_new_school_has_the_school_year_of_the_day_with_two_half_years(office: Office) -> None:
    terms = office.read(frame.terms)
    assert [(t.number, t.starts, t.ends) for t in terms] == [
        (1, date(2026, 8, 1), date(2027, 1, 31)),
        (2, date(2027, 2, 1), date(2027, 7, 31)),
    ]
    assert office.read(frame.term).number == 1
    assert office.read(frame.school).name == "Schule am Lindenkanal"


def test_a_deed_survives_closing_and_is_named_for_undo(office: Office, clock: Clock) -> None:
    office.do(rooms.add("R 104", seats=24))
    assert str(office.undo_label) in ("Add room R 104", "Raum R 104 anlegen")
    office.close()
    again = open_office(office.path, clock)
    assert [(room.code, room.seats) for room in _rooms(again)] == [("R 104", 24)]
    again.close()


def test_an_objection_leaves_nothing_behind(office: Office) -> None:
    def run(work: Work) -> None:
        from ganztag.domain.rooms import Room

        work.add(Room(code="half"))
        raise Objection(N_("This entry was deleted meanwhile."))

    with pytest.raises(Objection):
        office.do(Operation(N_("Add room {room}", room="half"), run))
    assert _rooms(office) == []
    assert office.undo_label is None


def test_undo_and_redo_bring_back_every_column_and_the_same_id(office: Office) -> None:
    first = office.do(rooms.add("R 1", seats=20, equipment="Klavier"))
    office.do(rooms.edit(first, "R 1", seats=25, note="zwei\nZeilen"))
    before = _rooms(office)
    office.do(rooms.delete(first, "R 1"))
    assert _rooms(office) == []
    office.undo()
    assert _rooms(office) == before
    office.undo()
    assert _rooms(office)[0].seats == 20
    office.redo()
    assert _rooms(office) == before
    office.redo()
    assert _rooms(office) == []


def test_an_id_is_never_given_out_twice(office: Office) -> None:
    first = office.do(rooms.add("R 1"))
    office.do(rooms.delete(first, "R 1"))
    assert office.do(rooms.add("R 1")) > first


def test_a_new_deed_ends_what_could_be_redone(office: Office) -> None:
    office.do(rooms.add("R 1"))
    office.undo()
    office.do(rooms.add("R 2"))
    assert office.redo_label is None
    assert office.redo() is None


def test_the_news_names_the_rows_and_undo_sends_the_same(office: Office) -> None:
    heard: list[Changes] = []
    leave = office.subscribe(heard.append)
    key = office.do(rooms.add("R 1"))
    office.undo()
    leave()
    office.do(rooms.add("R 2"))
    assert [dict(news.rows) for news in heard] == [{"room": frozenset({key})}] * 2


def test_a_second_office_is_told_who_has_the_file(office: Office, clock: Clock) -> None:
    with pytest.raises(OpenElsewhere) as caught:
        open_office(office.path, clock)
    assert "14.09.2026 07:42" in str(caught.value)


def test_a_lock_of_another_pc_is_respected_until_it_is_taken_over(office: Office, clock: Clock) -> None:
    office.close()
    note = office.path.with_name(office.path.name + ".lock")
    note.write_text('{"who": "Ada", "pc": "BUERO-2", "since": "2026-09-14 07:00", "process": 1}', encoding="utf-8")
    with pytest.raises(OpenElsewhere) as caught:
        open_office(office.path, clock)
    assert "Ada" in str(caught.value)
    assert "BUERO-2" in str(caught.value)
    taken = open_office(office.path, clock, take_over=True)
    taken.close()
    assert not note.exists()


def test_a_note_left_by_a_crash_on_this_pc_is_no_hindrance(empty_school: Path, tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "s.ganztag"
    shutil.copyfile(empty_school, path)
    code = (
        "import os, pathlib, sys; from ganztag.operations.opening import open_office;"
        "o = open_office(pathlib.Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert path.with_name("s.ganztag.lock").exists()
    open_office(path, clock).close()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", NotOurFile),
        (b"PK\x03\x04 an xlsx", NotOurFile),
        (b"Nachname;Vorname;Klasse\n" * 20, NotOurFile),
        (b"SQLite format 3\0", NotOurFile),
        (bytes(4096), NotOurFile),
    ],
)
def test_what_is_no_school_file_is_refused_and_left_untouched(
    tmp_path: Path, content: bytes, kind: type[Exception], clock: Clock
) -> None:
    path = tmp_path / "x.ganztag"
    path.write_bytes(content)
    with pytest.raises(kind):
        open_office(path, clock)
    assert path.read_bytes() == content
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.ganztag"]


def test_a_foreign_database_is_refused(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "x.ganztag"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE a (b)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotOurFile):
        open_office(path, clock)
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_and_left_untouched(office: Office, clock: Clock) -> None:
    office.close()
    content = bytearray(office.path.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    office.path.write_bytes(content)
    with pytest.raises(NotOurFile) as caught:
        open_office(office.path, clock)
    assert "newer" in str(caught.value) or "neuer" in str(caught.value)
    assert office.path.read_bytes() == bytes(content)


@pytest.mark.parametrize("harm", ["truncated", "page of zeros"])
def test_a_damaged_file_is_refused_and_left_untouched(office: Office, clock: Clock, harm: str) -> None:
    office.close()
    content = bytearray(office.path.read_bytes())
    if harm == "truncated":
        content = content[: len(content) // 2]
    else:
        content[4096 * 3 : 4096 * 4] = bytes(4096)
    office.path.write_bytes(content)
    with pytest.raises(FileTrouble):
        open_office(office.path, clock)
    assert office.path.read_bytes() == bytes(content)


def test_a_file_with_a_foreign_trigger_is_refused(office: Office, clock: Clock) -> None:
    office.close()
    other = sqlite3.connect(office.path)
    other.execute("CREATE TRIGGER evil AFTER INSERT ON room BEGIN DELETE FROM room; END")
    other.commit()
    other.close()
    with pytest.raises(NotOurFile):
        open_office(office.path, clock)


def test_a_missing_file_is_not_made_by_opening_it(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(FileTrouble):
        open_office(tmp_path / "none.ganztag", clock)
    assert list(tmp_path.iterdir()) == []


def test_a_new_school_never_writes_over_a_file(office: Office, clock: Clock) -> None:
    with pytest.raises(FileTrouble):
        new_school(office.path, clock, name="Other")
    assert office.read(frame.school).name == "Schule am Lindenkanal"


def test_only_the_thread_that_opened_the_file_may_use_it(office: Office) -> None:
    caught: list[BaseException] = []

    def intrude() -> None:
        try:
            office.read(frame.term)
        except RuntimeError as error:
            caught.append(error)

    thread = threading.Thread(target=intrude)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_a_second_writer_is_noticed_before_anything_is_written(office: Office, clock: Clock) -> None:
    """Where locks do not work (some network drives) only the fence stands between two writers."""
    office.do(rooms.add("R 1"))
    file = office._file
    file._fence = ("somebody else", 7)
    with pytest.raises(FileTrouble):
        office.do(rooms.add("R 2"))
    office.close()
    again = open_office(office.path, clock)
    assert [room.code for room in _rooms(again)] == ["R 1"]
    again.close()


def test_nothing_but_the_file_stays_beside_it_after_closing(office: Office) -> None:
    office.do(rooms.add("R 1"))
    office.close()
    assert sorted(p.name for p in office.path.parent.iterdir()) == [office.path.name]


def test_deleted_words_are_gone_from_the_bytes_of_the_file(office: Office, clock: Clock) -> None:
    """Of a thing that leaves no history: secure_delete overwrites what is deleted (safety.md 0.10)."""
    key = office.do(rooms.add("Zzyzxraum"))
    office.do(rooms.edit(key, "R", code="R 1"))
    with office._file._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM history")
    office.close()
    assert b"Zzyzxraum" not in office.path.read_bytes()
