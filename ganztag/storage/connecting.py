"""One connection to one file: pragmas, transactions, and what SQLite's errors mean to a person."""

import contextlib
import errno
import os
import struct
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from ganztag.language import N_
from ganztag.storage import presence, trouble

APPLICATION_ID = 0x47545A31  # "GTZ1"
_HEADER = b"SQLite format 3\0"
_READONLY_DBMOVED = 8 | 4 << 8  # the binding does not name it
_PATIENCE = 0.3  # seconds to wait for another program before saying that it has the file
# safety.md 0.1: the settings that lost nothing in 10,000 simulated power cuts; no WAL (network drives).
_PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


def version_in_header(path: Path) -> int:
    """Return the schema version of a file by its first bytes alone; raise if it is none of ours."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except FileNotFoundError:
        raise trouble.missing(path.name) from None
    except OSError as error:
        raise trouble.unreadable(path.name) from error
    if not head:
        raise trouble.empty(path.name)
    if not head.startswith(_HEADER) or len(head) < 100:
        raise trouble.foreign(path.name)
    version, application = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    if application != APPLICATION_ID:
        raise trouble.foreign(path.name)
    return int(version)


def engine_for(path: Path) -> sa.Engine:
    """Return an engine with exactly one connection; units of work begin IMMEDIATE, readings begin plain.

    It never makes a file: where there is none, it cannot connect.
    """
    uri = f"file:{quote(os.fsencode(presence.real(path)))}?mode=rw"

    def connect() -> Any:
        return dbapi2.connect(uri, uri=True, isolation_level=None, timeout=_PATIENCE)

    engine = sa.create_engine("sqlite://", creator=connect, module=dbapi2, poolclass=StaticPool)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        if connection.get_execution_options().get("reading", False):
            connection.exec_driver_sql("BEGIN")
        else:
            connection.exec_driver_sql("PRAGMA shrink_memory")  # else the fence would be read from the cache: under
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # an exclusive lock SQLite trusts that nobody else writes

    return engine


def raw(engine: sa.Engine) -> Any:
    """Return the one driver connection, for what stands outside any transaction."""
    return engine.raw_connection().driver_connection


def prepare(engine: sa.Engine) -> None:
    """Take SQLite's exclusive lock, which a mere SELECT would not take, and set the pragmas.

    The lock is kept only once it is there: of two that each keep a half, none would get the whole.
    """
    driver = raw(engine)
    driver.execute("PRAGMA cipher_log_level = NONE")
    driver.execute("BEGIN EXCLUSIVE")
    driver.execute("PRAGMA locking_mode = EXCLUSIVE")
    driver.execute("COMMIT")
    for pragma in _PRAGMAS:
        driver.execute(f"PRAGMA {pragma}")


def try_to_write(engine: sa.Engine) -> None:
    """Raise the driver's error where nothing can be written: a read-only file can be locked like any other."""
    driver = raw(engine)
    version = driver.execute("PRAGMA user_version").fetchone()[0]
    driver.execute("BEGIN IMMEDIATE")
    try:
        driver.execute(f"PRAGMA user_version = {version}")
    finally:
        driver.rollback()


def leave(engine: sa.Engine, *, tidy: bool = True) -> None:
    """Close the connection; with *tidy* no journal stays beside the file. Never raises: there is nothing left to do."""
    with contextlib.suppress(dbapi2.Error, sa.exc.DBAPIError):
        if tidy:
            raw(engine).execute("PRAGMA journal_mode = DELETE")
    engine.dispose()


def is_sound(cursor: Any) -> bool:
    """Return whether every page and every key holds."""
    whole = cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return whole and cursor.execute("PRAGMA foreign_key_check").fetchone() is None


def explained(error: BaseException, path: Path, *, writing: bool = True) -> trouble.FileTrouble | None:
    """Return the sentence for an error of the driver or the system, None where the fault is ours and not the file's."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, OSError):
        return _of_system(original, path)
    if not isinstance(original, dbapi2.Error):
        return None
    code = getattr(original, "sqlite_errorcode", 0) or 0
    if not code:  # the driver's own: it met bytes that are no text
        return trouble.damaged(path.name) if "decode to UTF-8" in str(original) else None
    return _of_sqlite(code, path, writing=writing)


def _of_sqlite(code: int, path: Path, *, writing: bool) -> trouble.FileTrouble | None:
    name, kind = path.name, code & 0xFF
    if code == _READONLY_DBMOVED:
        return trouble.moved(name)
    if kind == dbapi2.SQLITE_CANTOPEN and _is_gone(path):
        return trouble.missing(name)
    found = {
        dbapi2.SQLITE_BUSY: trouble.locked,
        dbapi2.SQLITE_LOCKED: trouble.locked,
        dbapi2.SQLITE_PROTOCOL: trouble.locked,
        dbapi2.SQLITE_NOTADB: trouble.damaged,
        dbapi2.SQLITE_CORRUPT: trouble.damaged,
        dbapi2.SQLITE_READONLY: trouble.read_only,
        dbapi2.SQLITE_CANTOPEN: trouble.read_only,
        dbapi2.SQLITE_PERM: trouble.read_only,
    }.get(kind)
    if found is not None:
        return found(name)
    if kind == dbapi2.SQLITE_FULL:
        return trouble.medium_full()
    if kind == dbapi2.SQLITE_IOERR:
        return trouble.not_saved(N_("the medium does not answer")) if writing else trouble.unreachable(name)
    return None


def _is_gone(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _of_system(error: OSError, path: Path) -> trouble.FileTrouble:
    if error.errno == errno.ENAMETOOLONG:
        return trouble.name_too_long(path.name)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR):
        return trouble.read_only(path.name)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return trouble.medium_full()
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return trouble.missing(path.name)
    return trouble.not_saved(N_("the medium does not answer"))
