"""One connection to one file: pragmas, transactions, and what SQLite's errors mean to a person."""

import contextlib
import struct
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from ganztag.language import N_
from ganztag.storage import trouble

APPLICATION_ID = 0x47545A31  # "GTZ1"
_HEADER = b"SQLite format 3\0"
# safety.md 0.1: the settings that lost nothing in 10,000 simulated power cuts; no WAL (network drives).
_PRAGMAS = (
    "cipher_log_level = NONE",
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "busy_timeout = 300",
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


def engine_for(path: Path, *, create: bool = False) -> sa.Engine:
    """Return an engine with exactly one connection; units of work begin IMMEDIATE, readings begin plain."""
    uri = f"file:{quote(str(path.resolve()))}?mode={'rwc' if create else 'rw'}"

    def connect() -> Any:
        return dbapi2.connect(uri, uri=True, isolation_level=None)

    engine = sa.create_engine("sqlite://", creator=connect, module=dbapi2, poolclass=StaticPool)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        reading = connection.get_execution_options().get("reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def raw(engine: sa.Engine) -> Any:
    """Return the one driver connection, for what stands outside any transaction."""
    return engine.raw_connection().driver_connection


def prepare(engine: sa.Engine) -> None:
    """Set the pragmas and take SQLite's exclusive lock, which a mere SELECT would not take."""
    cursor = raw(engine).cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.execute("BEGIN IMMEDIATE")
    cursor.execute("COMMIT")
    cursor.close()


def leave(engine: sa.Engine) -> None:
    """Close the connection so that no journal stays beside the file."""
    with contextlib.suppress(dbapi2.Error):
        raw(engine).execute("PRAGMA journal_mode = DELETE")
    raw(engine).close()
    engine.dispose()


def explained(error: Exception, name: str) -> trouble.FileTrouble:
    """Return the sentence for an error of the driver; the name of the code decides, not its text."""
    original = getattr(error, "orig", None) or error
    text = str(original).lower()
    if "locked" in text or "busy" in text:
        return trouble.locked(name)
    if "not a database" in text or "malformed" in text or "corrupt" in text:
        return trouble.damaged(name)
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return trouble.read_only(name)
    if "full" in text:
        return trouble.medium_full()
    return trouble.not_saved(N_("the medium does not answer"))
