"""The school file: opened by one thread, read in frozen rows, written in units of work, all or nothing."""

import contextlib
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from ganztag.domain.clock import Clock
from ganztag.domain.objection import Objection
from ganztag.language import Message
from ganztag.storage import backup, chronicle, connecting, hot_journal, journal, lock, presence, trouble
from ganztag.storage.opening import check, claim, make
from ganztag.storage.reader import Reader
from ganztag.storage.tables.record import file_state
from ganztag.storage.work import Work

T = TypeVar("T")
P = ParamSpec("P")
Fence = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Deed:
    """What a unit of work did: its name, the rows it changed (for undo and news), and how it came about."""

    label: Message
    steps: tuple[journal.Step, ...]


class SchoolFile:
    """One open ``*.ganztag`` file. Only the thread that opened it may use it."""

    def __init__(self, path: Path, engine: sa.Engine, clock: Clock) -> None:
        self.path = path
        self._real = presence.real(path)  # the working folder and links may change
        self._engine = engine
        self._clock = clock
        self._thread = threading.get_ident()
        self._me = uuid.uuid4().hex
        self._busy = False
        self._connected = True
        self._key = presence.enter(self._real)
        self._fence: Fence | None = None  # what the file said of its last writer when we last wrote or opened it
        try:
            self._fence = self._start()
        except BaseException as error:
            self.close()
            problem = connecting.explained(error, path)
            if problem is None:
                raise
            raise problem from error

    @classmethod
    def create(cls, path: Path, clock: Clock) -> "SchoolFile":
        """Make a new file with today's schema; raise FileTrouble if there is one already."""
        make(path)
        return cls(path, claim(path, 0, clock, new=True), clock)

    @classmethod
    def open(cls, path: Path, clock: Clock, *, take_over: bool = False) -> "SchoolFile":
        """Open a file, bringing it to today's schema; raise FileTrouble, the file untouched, where that cannot be.

        *take_over* ignores the note that another PC holds the file; a crashed PC cannot take it away itself.
        """
        version = check(path, take_over=take_over)
        return cls(path, claim(path, version, clock, take_over=take_over), clock)

    def close(self) -> None:
        """Close the file; nothing has to be saved. Closing twice does no harm."""
        if not self._thread:
            return
        self._here()
        self._thread = 0
        connecting.leave(self._engine, tidy=self._connected and presence.is_in_place(self._real, self._key))
        hot_journal.clear_away(self._real)
        presence.leave(self._key)
        lock.release(self._real)

    def read(self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *query* reads; it is given a Reader and returns frozen rows."""
        with self._alone():
            try:
                with self._engine.connect().execution_options(reading=True) as connection:
                    return query(Reader(connection), *args, **kwargs)
            except sa.exc.DBAPIError as error:
                problem = connecting.explained(error, self.path, writing=False)
                if problem is None:
                    raise
                self._connected = not presence.is_in_place(self._real, self._key)
                raise problem from error

    def copy_to(self, target: Path) -> None:
        """Write a whole copy, also where the file itself was moved away; raise FileTrouble if *target* exists."""
        with self._alone():
            backup.copy_to(self._engine, target)

    def do(self, label: Message, reason: str, run: Callable[[Work], T]) -> tuple[T, Deed]:
        """Run a unit of work and commit it, with its history. Whatever *run* raises leaves nothing behind."""
        with self._unit() as connection:
            session = Session(bind=connection, expire_on_commit=False)
            try:
                work = Work(session, connection, self._clock)
                result = run(work)
                session.flush()
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

    def _here(self) -> None:
        if not self._thread:
            raise trouble.closed()
        if self._thread != threading.get_ident():
            raise trouble.wrong_thread()

    def _start(self) -> Fence | None:
        with self._engine.begin() as connection:
            journal.install(connection)
            return self._read_fence(connection)

    @staticmethod
    def _read_fence(connection: sa.Connection) -> Fence | None:
        row = connection.execute(sa.select(file_state.c.writer, file_state.c.counter)).first()
        return (row.writer, row.counter) if row else None

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Guard the one connection: a second unit inside the first would tear it apart. Connect anew after trouble."""
        self._here()
        if self._busy:
            raise trouble.in_use()
        self._busy = True
        try:
            if not self._connected and self._connect_anew() != self._fence:
                self._connected = False
                raise trouble.written_by_others()
            yield
        finally:
            self._busy = False

    @contextlib.contextmanager
    def _unit(self) -> Iterator[sa.Connection]:
        with self._alone():
            expected = self._fence
            try:
                with self._engine.connect() as connection, connection.begin():
                    self._check_place()
                    if self._read_fence(connection) != expected:
                        raise trouble.written_by_others()
                    yield connection
                    self._check_place()
            except sa.exc.IntegrityError as error:
                self._fence = expected
                raise refused(error) from error
            except BaseException as error:
                intended, self._fence = self._fence, expected
                self._after_trouble(error, intended)

    def _check_place(self) -> None:
        if not presence.is_in_place(self._real, self._key):
            raise trouble.moved(self.path.name)

    def _after_trouble(self, error: BaseException, intended: Fence | None) -> None:
        """Return only if the deed is in the file in spite of the error; else raise what is to be said.

        An error at COMMIT does not mean "not saved" (safety.md 0.7): only a new connection can tell.
        """
        problem = connecting.explained(error, self.path) if isinstance(error, sa.exc.DBAPIError) else None
        if problem is None:
            if intended != self._fence and self._fence_now() == intended:  # broken off after the COMMIT
                self._fence = intended
            raise error
        if not presence.is_in_place(self._real, self._key):
            raise trouble.moved(self.path.name) from error  # this connection is all that is left: keep it
        found = self._connect_anew()
        if found == intended != self._fence:
            self._fence = intended
            return
        self._connected = found == self._fence
        raise (problem if self._connected else trouble.written_by_others()) from error

    def _fence_now(self) -> Fence | None:
        with self._engine.connect().execution_options(reading=True) as connection:
            return self._read_fence(connection)

    def _connect_anew(self) -> Fence | None:
        """Close and open the connection and return the file's fence; where that fails, the next call tries again."""
        self._connected = False
        connecting.leave(self._engine, tidy=False)
        presence.leave(self._key)
        self._engine = connecting.engine_for(self._real)
        try:
            connecting.prepare(self._engine)
            self._key = presence.enter(self._real)
            found = self._start()
        except (sa.exc.DBAPIError, dbapi2.Error, OSError) as error:
            connecting.leave(self._engine, tidy=False)
            problem = connecting.explained(error, self.path)
            if problem is None:
                raise
            raise problem from error
        self._connected = True
        return found

    def _keep(self, connection: sa.Connection, deed: Deed, reason: str, kind: str) -> None:
        """Write the deed's history, move the fence on; a deed without changes leaves no trace."""
        if not deed.steps:
            return
        number = chronicle.write(connection, self._clock.utc(), kind, deed.label, reason)
        chronicle.write_changes(connection, number, deed.steps)
        counter = self._fence[1] + 1 if self._fence else 1
        if self._fence is None:
            connection.execute(sa.insert(file_state).values(writer=self._me, counter=counter))
        else:
            connection.execute(sa.update(file_state).values(writer=self._me, counter=counter))
        self._fence = (self._me, counter)


def refused(error: sa.exc.IntegrityError) -> Objection:
    """Return the objection for a rule of the tables that an operation did not see coming."""
    return trouble.still_needed() if "FOREIGN KEY" in str(error.orig) else trouble.there_already()
