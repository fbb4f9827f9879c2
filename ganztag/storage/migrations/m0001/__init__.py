"""Version 1: the whole school."""

from alembic.operations import Operations

from ganztag.storage.migrations.m0001 import ballots, catalogue, frame, people, record


def upgrade(operations: Operations) -> None:
    for subject in (frame, people, catalogue, ballots, record):
        for statement in subject.TABLES:
            operations.execute(statement)
