"""Looking at a file before it is opened, and taking hold of it; a file that is refused is left untouched."""

from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from ganztag.domain.clock import Clock
from ganztag.storage import connecting, lock, trouble

NEWEST = 1  # kept equal to the number of migrations by a test; the steps themselves are loaded only when needed


def check(path: Path, *, take_over: bool) -> int:
    """Return the schema version of *path*; raise the sentence that says why it cannot be opened."""
    if not path.is_file():
        raise trouble.foreign(path.name) if path.exists() else trouble.missing(path.name)
    holder = lock.holder_of(path)
    if holder is not None and holder.pc != lock.this_pc() and not take_over:
        raise trouble.open_elsewhere(path.name, holder.who, holder.pc, holder.since)
    version = connecting.version_in_header(path)
    if version > NEWEST:
        raise trouble.newer(path.name)
    return version


def claim(path: Path, version: int, clock: Clock, *, create: bool = False) -> sa.Engine:
    """Open the connection, lock, check and migrate; raise FileTrouble and close where something is wrong."""
    engine = connecting.engine_for(path, create=create)
    try:
        connecting.prepare(engine)
        if not create:
            _examine(engine, path)
        if version < NEWEST:
            _migrate(engine, path, version)
        lock.take(path, clock.now())
    except trouble.FileTrouble:
        _give_up(engine, path, create=create)
        raise
    except (dbapi2.Error, sa.exc.DBAPIError, OSError) as error:
        _give_up(engine, path, create=create)
        raise _who_has_it(connecting.explained(error, path.name), path) from error
    return engine


def _give_up(engine: sa.Engine, path: Path, *, create: bool) -> None:
    engine.dispose()
    if create and path.exists() and path.stat().st_size == 0:
        path.unlink()


def _who_has_it(problem: trouble.FileTrouble, path: Path) -> trouble.FileTrouble:
    holder = lock.holder_of(path)
    if isinstance(problem, trouble.OpenElsewhere) and holder is not None:
        return trouble.open_elsewhere(path.name, holder.who, holder.pc, holder.since)
    return problem


def _examine(engine: sa.Engine, path: Path) -> None:
    """Check every page and key, and that nothing is in the file that we did not put there."""
    cursor = connecting.raw(engine).cursor()
    try:
        sound = cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        whole = cursor.execute("PRAGMA foreign_key_check").fetchone() is None
        foreign = cursor.execute(
            "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'"
        ).fetchone()[0]
    finally:
        cursor.close()
    if not sound or not whole or foreign:
        raise trouble.damaged(path.name)


def _migrate(engine: sa.Engine, path: Path, version: int) -> None:
    from ganztag.storage.backup import copy_before  # noqa: PLC0415 -- migrations are rare, their imports slow
    from ganztag.storage.migrating import migrate  # noqa: PLC0415

    if version:
        copy_before(engine, path, version)
    migrate(engine, version)
