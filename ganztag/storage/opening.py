"""Looking at a file before it is opened, and taking hold of it; a file that is refused is left untouched."""

import os
from pathlib import Path

import sqlalchemy as sa

from ganztag.domain.clock import Clock
from ganztag.storage import connecting, hot_journal, lock, presence, tables, trouble

NEWEST = 3  # kept equal to the number of migrations by a test; the steps themselves are loaded only when needed
_LONGEST_NAME = 255  # bytes, of nearly every file system
_LONGEST_PATH = 259 if os.name == "nt" else 511  # bytes, of SQLite


def check(path: Path, *, take_over: bool) -> int:
    """Return the schema version of *path*; raise the sentence that says why it cannot be opened."""
    try:
        return _check(path, take_over=take_over)
    except OSError as error:
        raise connecting.explained(error, path) or trouble.unreadable(path.name) from error


def _check(path: Path, *, take_over: bool) -> int:
    _check_length(path)
    if not path.is_file():
        raise trouble.foreign(path.name) if path.exists() else trouble.missing(path.name)
    holder = lock.holder_of(path)
    if presence.is_open_here(path):
        raise _held(path, holder)
    if holder is not None and not holder.is_here and not take_over:
        raise _held(path, holder)
    version = connecting.version_in_header(path)
    if version > NEWEST:
        raise trouble.newer(path.name)
    hot_journal.check(path, in_use=holder is not None and holder.is_here and holder.may_live)
    return version


def _check_length(path: Path) -> None:
    """Object where SQLite could not put its journal beside the file: it would say no more than "unable to open"."""
    real = presence.real(path)
    name, whole = (len(os.fsencode(text)) + len("-journal") for text in (real.name, str(real)))
    if name > _LONGEST_NAME or whole > _LONGEST_PATH:
        raise trouble.name_too_long(path.name)


def _held(path: Path, holder: lock.Holder | None) -> trouble.FileTrouble:
    """Return who has the file, as far as anybody knows."""
    if holder is None:
        return trouble.locked(path.name)
    if not holder.is_known:
        return trouble.unreadable_note(path.name, lock.path_of(path).name)
    return trouble.open_elsewhere(path.name, holder.who, holder.pc, holder.since)


def make(path: Path) -> None:
    """Make an empty file: of several processes exactly one can, and that one alone may take it away again."""
    _check_length(path)
    try:
        path.open("xb").close()
    except FileExistsError:
        raise trouble.already_there(path.name) from None
    except (FileNotFoundError, NotADirectoryError) as error:
        raise trouble.no_folder(path.name) from error
    except PermissionError as error:
        raise trouble.not_made(path.name) from error
    except OSError as error:
        raise connecting.explained(error, path) or trouble.not_made(path.name) from error


def claim(path: Path, version: int, clock: Clock, *, new: bool = False, take_over: bool = False) -> sa.Engine:
    """Open the connection, lock, check, migrate and leave a note; where something is wrong, close and raise."""
    engine = connecting.engine_for(path)
    try:
        connecting.prepare(engine)
        if not new:
            _examine(engine, path, version)
        if version < NEWEST:
            _migrate(engine, path, version)
        connecting.try_to_write(engine)
        _take_note(path, clock, new=new, take_over=take_over)
    except BaseException as error:
        problem = connecting.explained(error, path)
        connecting.leave(engine)
        if new:
            path.unlink(missing_ok=True)
        if problem is None:
            raise
        raise _who_has_it(problem, path) from error
    return engine


def _take_note(path: Path, clock: Clock, *, new: bool, take_over: bool) -> None:
    """Leave the note beside the file; somebody may have come in since the first look, where SQLite's locks fail."""
    holder = lock.holder_of(path)
    if holder is not None and not holder.is_here and not take_over and not new:
        raise _held(path, holder)
    try:
        lock.take(path, clock.now(), replacing=holder is not None)
    except FileExistsError:
        raise _held(path, lock.holder_of(path)) from None


def _who_has_it(problem: trouble.FileTrouble, path: Path) -> trouble.FileTrouble:
    holder = lock.holder_of(path)
    return _held(path, holder) if isinstance(problem, trouble.OpenElsewhere) and holder is not None else problem


def _examine(engine: sa.Engine, path: Path, version: int) -> None:
    """Check every page and key, that our tables are there, and nothing that we did not put there."""
    cursor = connecting.raw(engine).cursor()
    try:
        sound = connecting.is_sound(cursor)
        rows = cursor.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    finally:
        cursor.close()
    foreign = any(kind in ("trigger", "view") or str(sql).startswith("CREATE VIRTUAL") for kind, _, sql in rows)
    names = {name for kind, name, _ in rows if kind == "table"}
    if not sound or foreign or not version or (version == NEWEST and not names >= set(tables.metadata.tables)):
        raise trouble.damaged(path.name)


def _migrate(engine: sa.Engine, path: Path, version: int) -> None:
    from ganztag.storage.backup import copy_before  # noqa: PLC0415 -- migrations are rare, their imports slow
    from ganztag.storage.migrating import migrate  # noqa: PLC0415

    if version:
        copy_before(engine, path, version)
    migrate(engine, version)
