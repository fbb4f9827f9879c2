"""The journal that a crash left beside a file: SQLite rolls it back at the next opening, whosever it is.

After a crash that is right. But where somebody put a backup in the place of the file, the old journal would be rolled
back into it and damage it (safety.md 0.6). So it is tried on a copy first, and the file itself stays untouched.
"""

import contextlib
import shutil
import tempfile
from pathlib import Path

from sqlcipher3 import dbapi2

from ganztag import places
from ganztag.storage import connecting, presence, trouble

_MAGIC = bytes.fromhex("d9d505f920a163d7")


def journal_of(path: Path) -> Path:
    real = presence.real(path)
    return real.with_name(real.name + "-journal")


def is_hot(journal: Path) -> bool:
    """Return whether there is something to roll back; a journal that was finished is empty or begins with zeros."""
    try:
        with journal.open("rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def clear_away(path: Path) -> None:
    """Remove the empty journal that stays behind where the open file was moved away."""
    journal = journal_of(path)
    with contextlib.suppress(OSError):
        if not path.exists() and journal.stat().st_size == 0:
            journal.unlink()


def check(path: Path, *, in_use: bool) -> None:
    """Raise where the journal beside *path* would damage it; not asked while another process may be writing it."""
    journal = journal_of(path)
    if in_use or not is_hot(journal) or _is_sound(path, journal):
        return
    if _is_sound(path, None):
        raise trouble.foreign_journal(path.name, journal.name)
    raise trouble.damaged(path.name)


def _is_sound(path: Path, journal: Path | None) -> bool:
    """Return whether a copy of the file is sound once the journal was rolled back into it."""
    with tempfile.TemporaryDirectory(prefix="journal-", dir=places.cache()) as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(path, copy)
        if journal is not None:
            shutil.copyfile(journal, journal_of(copy))
        engine = connecting.engine_for(copy)
        try:
            connecting.prepare(engine)
            return connecting.is_sound(connecting.raw(engine).cursor())
        except dbapi2.DatabaseError:
            return False
        finally:
            connecting.leave(engine)
