"""The school file: opened by one thread, read in frozen rows, written in units of work, all or nothing."""

import contextlib
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ganztag.domain.clock import Clock
from ganztag.domain.objection import Objection
from ganztag.language import Message
from ganztag.storage import connecting, journal, lock, trouble
from ganztag.storage.opening import check, claim
from ganztag.storage.reader import Reader
from ganztag.storage.tables.record import file_state, history, history_change, history_pupil
from ganztag.storage.work import Work

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a unit of work did: its name, the rows it changed (for undo and news), and how it came about."""

    label: Message
    steps: tuple[journal.Step, ...]


class SchoolFile:
    """One open ``*.ganztag`` file. Only the thread that opened it may use it."""

    def __init__(self, path: Path, engine: sa.Engine, clock: Clock) -> None:
        self.path = path
        self._engine = engine
        self._clock = clock
        self._thread = threading.get_ident()
        self._me = uuid.uuid4().hex
        self._start()

    @classmethod
    def create(cls, path: Path, clock: Clock) -> "SchoolFile":
        """Make a new file with today's schema; raise FileTrouble if there is one already."""
        if path.exists():
            raise trouble.already_there(path.name)
        return cls(path, claim(path, 0, clock, create=True), clock)

    @classmethod
    def open(cls, path: Path, clock: Clock, *, take_over: bool = False) -> "SchoolFile":
        """Open a file, bringing it to today's schema; raise FileTrouble, the file untouched, where that cannot be.

        *take_over* ignores the note that another PC holds the file; a crashed PC cannot take it away itself.
        """
        version = check(path, take_over=take_over)
        return cls(path, claim(path, version, clock), clock)

    def close(self) -> None:
        """Close the file; nothing has to be saved. Closing twice does no harm."""
        if self._thread:
            self._here()
            self._thread = 0
            connecting.leave(self._engine)
            lock.release(self.path)

    def _here(self) -> None:
        if self._thread != threading.get_ident():
            raise trouble.wrong_thread()

    def _start(self) -> None:
        with self._engine.begin() as connection:
            journal.install(connection)
            self._fence = self._read_fence(connection)

    @staticmethod
    def _read_fence(connection: sa.Connection) -> tuple[str, int] | None:
        row = connection.execute(sa.select(file_state.c.writer, file_state.c.counter)).first()
        return (row.writer, row.counter) if row else None

    def read(self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *query* reads; it is given a Reader and returns frozen rows."""
        self._here()
        with self._engine.connect().execution_options(reading=True) as connection:
            return query(Reader(connection), *args, **kwargs)

    def do(self, label: Message, reason: str, run: Callable[[Work], T]) -> tuple[T, Deed]:
        """Run a unit of work and commit it, with its history. Whatever *run* raises leaves nothing behind."""
        with self._unit() as connection:
            session = Session(bind=connection, expire_on_commit=False)
            try:
                work = Work(session, connection, self._clock)
                result = run(work)
                session.flush()
            except sa.exc.IntegrityError as error:
                raise refused(error) from error
            finally:
                session.close()
            deed = Deed(work.label or label, journal.take(connection))
            self._keep(connection, deed, reason, "done")
        return result, deed

    def reverse(self, deed: Deed, kind: str) -> Deed:
        """Undo or redo a deed as a deed of its own; *kind* is ``undone`` or ``redone``."""
        with self._unit() as connection:
            journal.replay_backwards(connection, deed.steps)
            reversed_deed = Deed(deed.label, journal.take(connection))
            self._keep(connection, reversed_deed, "", kind)
        return reversed_deed

    @contextlib.contextmanager
    def _unit(self) -> Iterator[sa.Connection]:
        self._here()
        expected = self._fence
        try:
            with self._engine.connect() as connection, connection.begin():
                if self._read_fence(connection) != expected:
                    raise trouble.written_by_others()
                yield connection
        except sa.exc.IntegrityError as error:
            self._fence = expected
            raise refused(error) from error
        except sa.exc.DBAPIError as error:
            self._after_trouble(error, expected)

    def _after_trouble(self, error: sa.exc.DBAPIError, expected: tuple[str, int] | None) -> None:
        """Find out whether the deed is in the file: an error at COMMIT does not mean "not saved" (safety.md 0.7)."""
        connecting.leave(self._engine)
        self._engine = connecting.engine_for(self.path)
        try:
            connecting.prepare(self._engine)
            intended = self._fence
            self._start()
        except Exception as second:
            raise connecting.explained(second, self.path.name) from error
        if intended == expected or self._fence != intended:
            raise connecting.explained(error, self.path.name) from error

    def _keep(self, connection: sa.Connection, deed: Deed, reason: str, kind: str) -> None:
        """Write the deed's history, move the fence on; a deed without changes leaves no trace."""
        if not deed.steps:
            return
        entry = {"at": self._clock.utc(), "who": lock.user_name(), "pc": lock.this_pc(), "kind": kind}
        entry |= {"label": deed.label.to_json(), "reason": reason}
        key = connection.execute(sa.insert(history).values(entry)).inserted_primary_key
        number = key[0] if key else 0
        connection.execute(sa.insert(history_change), [_as_history(number, step) for step in deed.steps])
        concerned = journal.pupils_concerned(deed.steps)
        if concerned:
            rows = [{"history_id": number, "pupil_id": pupil} for pupil in concerned]
            connection.execute(sa.insert(history_pupil), rows)
        counter = self._fence[1] + 1 if self._fence else 1
        if self._fence is None:
            connection.execute(sa.insert(file_state).values(writer=self._me, counter=counter))
        else:
            connection.execute(sa.update(file_state).values(writer=self._me, counter=counter))
        self._fence = (self._me, counter)


def _as_history(number: int, step: journal.Step) -> dict[str, Any]:
    fields = journal.as_text(journal.fields_changed(step))
    return {"history_id": number, "in_table": step.table, "row_id": step.id, "kind": step.kind, "fields": fields}


def refused(error: sa.exc.IntegrityError) -> Objection:
    """Return the objection for a rule of the tables that an operation did not see coming."""
    return trouble.still_needed() if "FOREIGN KEY" in str(error.orig) else trouble.there_already()
