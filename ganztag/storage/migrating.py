"""Bringing a file to today's schema, step by step, all or nothing.

A migration is a small file that never changes again and knows only its own time. Alembic is used as a library.
"""

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from ganztag.storage import connecting
from ganztag.storage.migrations import STEPS

NEWEST = len(STEPS)


class Broken(Exception):  # noqa: N818 -- our own mistake, not the user's
    """A migration left foreign keys that point nowhere."""


def migrate(engine: sa.Engine, version: int) -> None:
    """Run the steps after *version* in one transaction; the version is written in the same one.

    Foreign keys are off meanwhile, because rebuilding a parent table would empty its children, and the pragma does
    nothing inside a transaction.
    """
    driver = connecting.raw(engine)
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        with engine.begin() as connection:
            operations = Operations(MigrationContext.configure(connection))
            for step in STEPS[version:]:
                step.upgrade(operations)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise Broken
            connection.exec_driver_sql(f"PRAGMA application_id = {connecting.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {NEWEST}")
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
