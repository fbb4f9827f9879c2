"""Reading: statements in, plain rows out. The only way a query reaches the file."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa


class Reader:
    """Runs the statements of a query in one reading, so that all of it is of one moment."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def rows(self, statement: sa.Select[Any] | sa.CompoundSelect[Any]) -> Sequence[sa.Row[Any]]:
        return self._connection.execute(statement).all()

    def row(self, statement: sa.Select[Any]) -> sa.Row[Any] | None:
        """Return the first row, None where there is none."""
        return self._connection.execute(statement).first()

    def value(self, statement: sa.Select[Any]) -> Any:
        """Return the first column of the first row, None where there is none."""
        return self._connection.execute(statement).scalar()
