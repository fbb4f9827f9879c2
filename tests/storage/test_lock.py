"""Who has the file: one at a time, and the others are told who; no note of the dead or the deaf keeps anybody out."""

import gc
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ganztag import language
from ganztag.domain.clock import Clock
from ganztag.operations import rooms
from ganztag.operations.office import Office
from ganztag.operations.opening import NotSaved, OpenElsewhere, new_school, open_office
from ganztag.storage import lock
from tests.storage.faults import codes
from tests.storage.test_trouble import answer, can_another_process_open, posix, process, send


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with language.speaking("en"):
        yield


@pytest.fixture
def closed(office: Office) -> Path:
    office.close()
    return office.path


def _note(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def _write_note(path: Path, **changed: object) -> None:
    note = {"who": "Ada", "pc": "BUERO-2", "since": "2026-09-14 07:00", "process": 1} | changed
    _note(path).write_text(json.dumps(note), encoding="utf-8")


def test_the_note_says_who_where_and_since_when(office: Office) -> None:
    holder = lock.holder_of(office.path)
    assert holder == lock.Holder(lock.user_name(), lock.this_pc(), "2026-09-14 07:42", os.getpid())
    office.close()
    assert lock.holder_of(office.path) is None


def test_a_note_of_another_pc_is_respected_without_a_lock_of_sqlite(closed: Path, clock: Clock) -> None:
    _write_note(closed)
    before = closed.read_bytes(), _note(closed).read_text()
    with pytest.raises(OpenElsewhere, match="BUERO-2 by Ada since 14/09/2026 07:00"):
        open_office(closed, clock)
    assert (closed.read_bytes(), _note(closed).read_text()) == before
    office = open_office(closed, clock, take_over=True)
    holder = lock.holder_of(closed)
    assert holder is not None
    assert holder.is_here
    office.close()
    assert not _note(closed).exists()


@posix
def test_a_note_of_a_dead_process_of_this_pc_is_taken_over_at_once(closed: Path, clock: Clock) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        pass
    _write_note(closed, pc=lock.this_pc(), process=dead.pid)
    open_office(closed, clock).close()
    assert not _note(closed).exists()


def test_a_note_of_a_living_process_that_does_not_have_the_file_is_no_hindrance(closed: Path, clock: Clock) -> None:
    """After a restart of the PC its number may belong to anybody; SQLite's lock knows better."""
    _write_note(closed, pc=lock.this_pc(), process=os.getppid())
    open_office(closed, clock).close()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\0",
        b"null",
        b"[]",
        b"{}",
        b'{"who": 1}',
        b'{"who":"a","pc":"","since":"","process":"x"}',
        b"[" * 9999,
    ],
)
def test_a_note_that_cannot_be_read_is_respected_and_named(closed: Path, clock: Clock, content: bytes) -> None:
    _note(closed).write_bytes(content)
    with pytest.raises(OpenElsewhere, match=r"school\.ganztag\.lock") as caught:
        open_office(closed, clock)
    assert "?" not in str(caught.value)
    assert _note(closed).read_bytes() == content
    open_office(closed, clock, take_over=True).close()
    assert not _note(closed).exists()


def test_a_folder_in_the_place_of_the_note_is_told_and_left_alone(closed: Path, clock: Clock) -> None:
    _note(closed).mkdir()
    for take_over in (False, True):
        with pytest.raises(Exception, match=r"school\.ganztag"):
            open_office(closed, clock, take_over=take_over)
    assert _note(closed).is_dir()
    _note(closed).rmdir()
    open_office(closed, clock).close()


def test_a_note_that_somebody_else_wrote_meanwhile_is_not_removed(office: Office) -> None:
    _write_note(office.path)
    office.close()
    assert json.loads(_note(office.path).read_text())["who"] == "Ada"


@posix
def test_somebody_without_a_name_may_open_a_file(empty_school: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.ganztag"
    shutil.copyfile(empty_school, path)
    code = (
        "import os, pathlib, sys; from ganztag.storage import lock; import ganztag.operations.opening as opening\n"
        "import ganztag.operations.rooms as rooms, getpass, pwd\n"
        "for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'): os.environ.pop(name, None)\n"
        "os.geteuid() or os.setresuid(54321, 0, 0)\n"
        "o = opening.open_office(pathlib.Path(sys.argv[1])); o.do(rooms.add('R 1')); print(lock.user_name()); o.close()"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    if not os.geteuid():
        assert done.stdout.strip() == "?"


def test_of_several_processes_exactly_one_opens_the_file_and_the_others_are_told_who(
    empty_school: Path, tmp_path: Path
) -> None:
    path = tmp_path / "s.ganztag"
    shutil.copyfile(empty_school, path)
    with ExitStack() as stack:
        contenders = [stack.enter_context(process("in_turns", path)) for _number in range(3)]
        for _round in range(8):
            for one in contenders:
                send(one, "open")
            said = [str(answer(one)["said"]) for one in contenders]
            assert sorted(map(bool, said)) == [False, True, True]
            for sentence in filter(None, said):
                assert f"open on {lock.this_pc()} by {lock.user_name()} since " in sentence
            for one in contenders:
                send(one)
                answer(one)
    assert [p.name for p in tmp_path.iterdir()] == ["s.ganztag"]


def test_of_several_processes_exactly_one_makes_a_new_school(tmp_path: Path, clock: Clock) -> None:
    with ExitStack() as stack:
        path = tmp_path / "new.ganztag"
        contenders = [stack.enter_context(process("in_turns", path)) for _number in range(3)]
        for _round in range(6):
            for one in contenders:
                send(one, "new")
            said = [str(answer(one)["said"]) for one in contenders]
            assert sorted(map(bool, said)) == [False, True, True]
            assert all("already" in sentence for sentence in filter(None, said))
            for one in contenders:
                send(one)
                answer(one)
            assert [p.name for p in tmp_path.iterdir()] == ["new.ganztag"]
            open_office(path, clock).close()
            path.unlink()


@posix
def test_opening_the_file_once_more_does_not_give_up_its_lock(office: Office, clock: Clock) -> None:
    """To look into a file that is open, and close it again, would drop the locks of the process (safety.md 0.5)."""
    assert "OpenElsewhere" in can_another_process_open(office.path)
    for path in (office.path, office.path.parent / ".." / office.path.parent.name / office.path.name):
        with pytest.raises(OpenElsewhere, match="14/09/2026 07:42"):
            open_office(path, clock)
    with pytest.raises(OpenElsewhere):
        open_office(office.path, clock, take_over=True)
    assert "OpenElsewhere" in can_another_process_open(office.path)
    _note(office.path).unlink()
    with pytest.raises(OpenElsewhere):
        open_office(office.path, clock)
    assert "OpenElsewhere" in can_another_process_open(office.path)
    office.do(rooms.add("R 1"))
    office.close()
    again = open_office(office.path, clock)
    assert codes(again) == ["R 1"]
    again.close()


def test_several_files_may_be_open_in_one_process(office: Office, tmp_path: Path, clock: Clock) -> None:
    second = new_school(tmp_path / "second.ganztag", clock)
    second.do(rooms.add("B"))
    office.do(rooms.add("A"))
    assert (codes(office), codes(second)) == (["A"], ["B"])
    second.close()
    office.do(rooms.add("C"))
    assert codes(office) == ["A", "C"]


@posix
def test_another_program_that_reads_is_kept_out_and_one_that_came_first_is_named(office: Office, clock: Clock) -> None:
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        _with_sqlite(office.path, "SELECT count(*) FROM room")
    office.close()
    with process("reading_elsewhere", office.path) as other:
        answer(other)
        with pytest.raises(OpenElsewhere, match="another program"):
            open_office(office.path, clock)
        send(other)
        other.wait(timeout=30)
    open_office(office.path, clock).close()


def _with_sqlite(path: Path, statement: str, *, locks: bool = True) -> None:
    """Run a statement in a process of its own, as another program would; without *locks* as on a bad share."""
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], uri=True, isolation_level=None, timeout=0);"
        "c.execute(sys.argv[2]); c.close()"
    )
    uri = f"file:{path}?nolock={0 if locks else 1}"
    done = subprocess.run([sys.executable, "-c", code, uri, statement], capture_output=True, text=True, check=False)
    if done.returncode:
        raise sqlite3.OperationalError(done.stderr)


@posix
def test_where_locks_do_not_work_a_second_writer_is_noticed_before_the_next_deed(office: Office, clock: Clock) -> None:
    """Under an exclusive lock SQLite reads from its cache for ever, so the fence must be read from the medium."""
    office.do(rooms.add("R 1"))
    _with_sqlite(office.path, "UPDATE file_state SET writer = 'other', counter = counter + 1", locks=False)
    _with_sqlite(office.path, "INSERT INTO room (code) VALUES ('theirs')", locks=False)
    for attempt in (lambda: office.do(rooms.add("R 2")), office.undo, lambda: office.do(rooms.add("R 3"))):
        with pytest.raises(NotSaved, match="Another program has written"):
            attempt()
    office.close()
    again = open_office(office.path, clock)
    assert codes(again) == ["R 1", "theirs"]
    again.do(rooms.add("R 2"))
    assert codes(again) == ["R 1", "R 2", "theirs"]
    again.close()


def test_closing_twice_does_no_harm_and_a_closed_file_says_that_it_is_closed(office: Office) -> None:
    office.close()
    office.close()
    for use in (lambda: codes(office), lambda: office.do(rooms.add("R 1"))):
        with pytest.raises(RuntimeError, match="closed"):
            use()


def test_an_office_that_is_never_closed_loses_nothing_and_keeps_nobody_out(
    empty_school: Path, tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "s.ganztag"
    shutil.copyfile(empty_school, path)
    with process("never_closed", path) as it:
        answer(it)
        _out, complaints = it.communicate(timeout=30)
    assert it.returncode == 0
    assert complaints == ""
    assert {p.name for p in tmp_path.iterdir()} <= {"s.ganztag", "s.ganztag.lock", "s.ganztag-journal"}
    again = open_office(path, clock)
    assert codes(again) == ["kept"]
    again.close()
    assert [p.name for p in tmp_path.iterdir()] == ["s.ganztag"]


@posix
def test_opening_refusing_and_failing_leave_no_file_open(office: Office, tmp_path: Path, clock: Clock) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("cannot count open files here")
    office.close()
    damaged = tmp_path / "damaged.ganztag"
    damaged.write_bytes(office.path.read_bytes()[:8192])

    def count() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    gc.collect()  # what earlier tests left to be collected must not count
    before = count()
    for _round in range(20):
        open_office(office.path, clock).close()
        with pytest.raises(Exception, match="damaged"):
            open_office(damaged, clock)
    gc.collect()
    assert count() <= before
