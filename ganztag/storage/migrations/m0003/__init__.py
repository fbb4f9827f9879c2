"""Version 3: ballots and rules at full depth, scenarios, waiting lists, attendance."""

from alembic.operations import Operations

from ganztag.storage.migrations.m0003 import ballots, columns, rules


def upgrade(operations: Operations) -> None:
    for statement in (*ballots.TABLES, *rules.TABLES, *columns.COLUMNS):
        operations.execute(statement)
