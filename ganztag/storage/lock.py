"""Who has the file open: a small file beside it that says so to the second person.

SQLite's own exclusive lock decides on this PC; this note names the person, and stands guard on network drives where
locks may not work. One left behind by a crash on this PC is taken over at once: SQLite's lock was free.
"""

import contextlib
import getpass
import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from ganztag.storage import presence


@dataclass(frozen=True, slots=True)
class Holder:
    who: str
    pc: str
    since: str  # local time as text: it is only ever shown
    process: int

    @property
    def is_known(self) -> bool:
        return bool(self.pc)

    @property
    def is_here(self) -> bool:
        return self.pc == this_pc()

    @property
    def may_live(self) -> bool:
        """Return whether the process may still be there; it may, unless this PC knows that it is not."""
        if not self.is_here or os.name == "nt":  # there, asking by a signal would end the process
            return True
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return False
        except (OSError, OverflowError):
            return True
        return self.process > 0


_UNKNOWN = Holder("", "", "", 0)


def user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def this_pc() -> str:
    return platform.node() or "?"


def path_of(file: Path) -> Path:
    """Return where the note lies: beside the file itself, not beside a link to it."""
    real = presence.real(file)
    return real.with_name(real.name + ".lock")


def holder_of(file: Path) -> Holder | None:
    """Return who holds *file*, None if nobody does, one who is not `is_known` if the note cannot be read."""
    try:
        plain = json.loads(path_of(file).read_text(encoding="utf-8"))
        holder = Holder(str(plain["who"]), str(plain["pc"]), str(plain["since"]), int(plain["process"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return _UNKNOWN
    return holder


def take(file: Path, now: datetime, *, replacing: bool) -> None:
    """Note that this process holds *file*; raise FileExistsError if somebody was quicker and is not to be replaced.

    The caller holds SQLite's lock.
    """
    holder = Holder(user_name(), this_pc(), now.isoformat(" ", "minutes"), os.getpid())
    note = path_of(file)
    stream = note.open("w" if replacing else "x", encoding="utf-8")
    try:
        with stream:
            json.dump(asdict(holder), stream)
    except OSError:
        with contextlib.suppress(OSError):
            note.unlink()  # half a note names nobody
        raise


def release(file: Path) -> None:
    """Remove the note if it is ours; a medium that is gone keeps it, and this PC takes it over next time."""
    holder = holder_of(file)
    if holder is not None and holder.is_here and holder.process == os.getpid():
        with contextlib.suppress(OSError):
            path_of(file).unlink(missing_ok=True)
