"""Version 2: planning the offer: times, papers, contracts, single sessions, exceptions."""

from alembic.operations import Operations

from ganztag.storage.migrations.m0002 import catalogue, columns, frame, staff


def upgrade(operations: Operations) -> None:
    for statement in (*frame.TABLES, *staff.TABLES, *columns.COLUMNS, *catalogue.TABLES):
        operations.execute(statement)
