"""Who has the file open: a small file beside it that says so to the second person.

SQLite's own exclusive lock decides on this PC; this file names the person, and stands guard on network drives where
locks may not work. One left behind by a crash on this PC is taken over at once: SQLite's lock was free.
"""

import getpass
import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Holder:
    who: str
    pc: str
    since: str  # local time as text: it is only ever shown
    process: int


def user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def this_pc() -> str:
    return platform.node() or "?"


def path_of(file: Path) -> Path:
    return file.with_name(file.name + ".lock")


def holder_of(file: Path) -> Holder | None:
    """Return who holds *file*, None if nobody does, someone unknown if the lock file cannot be read."""
    try:
        return Holder(**json.loads(path_of(file).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        return Holder("?", "?", "?", 0)


def take(file: Path, now: datetime) -> None:
    """Note that this process holds *file*; the caller holds SQLite's lock and has asked `holder_of`."""
    holder = Holder(user_name(), this_pc(), now.isoformat(" ", "minutes"), os.getpid())
    lock = path_of(file)
    beside = lock.with_name(f"{lock.name}.{os.getpid()}")
    beside.write_text(json.dumps(asdict(holder)), encoding="utf-8")
    beside.replace(lock)


def release(file: Path) -> None:
    """Remove the note if it is ours."""
    holder = holder_of(file)
    if holder is not None and (holder.pc, holder.process) == (this_pc(), os.getpid()):
        path_of(file).unlink(missing_ok=True)
