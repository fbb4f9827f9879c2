"""A unit of work: the only place where rows are changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ganztag.domain.clock import Clock
from ganztag.domain.objection import Objection
from ganztag.language import N_, Message
from ganztag.storage.mapping import KEPT_IN
from ganztag.storage.reader import Reader

T = TypeVar("T")
P = ParamSpec("P")


class Work:
    """What an operation is given: it finds, adds and deletes things of the domain; nothing leaves it but ids.

    Set ``label`` where the name of the deed is known only at its end ("Import 12 pupils").
    """

    def __init__(self, session: Session, connection: sa.Connection, clock: Clock) -> None:
        self._session = session
        self._connection = connection
        self._clock = clock
        self.label: Message | None = None

    @property
    def today(self) -> date:
        return self._clock.today()

    @property
    def now(self) -> datetime:
        """Return the time stamp for the file: UTC."""
        return self._clock.utc()

    def get(self, kind: type[T], key: int) -> T:
        """Return the thing with this id; object if it was deleted meanwhile."""
        found = self._session.get(kind, key)
        if found is None:
            raise Objection(N_("This entry was deleted meanwhile."))
        return found

    def all(self, kind: type[T], /, **equal: Any) -> list[T]:
        """Return all things whose fields equal the given values, in the order in which they were made."""
        return list(self._session.scalars(self._select(kind, equal)))

    def one(self, kind: type[T], /, **equal: Any) -> T | None:
        return next(iter(self._session.scalars(self._select(kind, equal).limit(1))), None)

    @staticmethod
    def _select(kind: type[T], equal: Mapping[str, Any]) -> sa.Select[T]:
        table = KEPT_IN[kind]
        conditions = [
            table.c[name].in_(value) if isinstance(value, tuple | frozenset | set | list) else table.c[name] == value
            for name, value in equal.items()
        ]
        return sa.select(kind).where(*conditions).order_by(table.c.id)

    def add(self, thing: T) -> T:
        """Add a thing; it has its id afterwards."""
        self._session.add(thing)
        self._session.flush()
        return thing

    @contextmanager
    def unwritten(self) -> Iterator[None]:
        """Look things up without writing what was changed before: so that a rule speaks before the table does."""
        with self._session.no_autoflush:
            yield

    def delete(self, thing: object) -> None:
        self._session.delete(thing)
        self._session.flush()

    def insert(self, kind: type[Any], rows: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert many rows at once and return their ids, in order."""
        values = [dict(row) for row in rows]
        if not values:
            return []
        if any(row.keys() != values[0].keys() for row in values):
            raise ValueError("Rows that are inserted at once must have the same fields.")  # else some would be left out
        self._session.flush()
        table = KEPT_IN[kind]
        statement = sa.insert(table).returning(table.c.id, sort_by_parameter_order=True)
        return list(self._connection.execute(statement, values).scalars())

    def remove(self, kind: type[Any], /, **equal: Any) -> None:
        """Delete all rows whose fields equal the given values; a tuple or set means "any of these"."""
        for thing in self.all(kind, **equal):
            self._session.delete(thing)
        self._session.flush()

    def read(self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a query reads, changes of this unit included."""
        self._session.flush()
        return query(Reader(self._connection), *args, **kwargs)
