"""Which file it is that is open: still under its name, and open only once in this process.

On Linux and macOS, closing any second handle of a file drops the locks that this process holds on it (safety.md 0.5),
so a file that is open here must not even be looked into. And SQLite, which keeps its journal open between deeds, does
not notice that the file was moved away under it: the next deed would be acknowledged and gone.
"""

import os
from pathlib import Path

Key = tuple[int, int]
_open_here: set[Key] = set()


def key_of(path: Path) -> Key:
    """Return what names the file itself, however its name is spelled; raise OSError if it cannot be asked."""
    found = path.stat()
    return found.st_dev, found.st_ino


def real(path: Path) -> Path:
    """Return the whole path of the file itself, links followed; a link that leads to itself stays as it is."""
    try:
        return path.resolve()
    except RuntimeError:
        return path.absolute()


def is_open_here(path: Path) -> bool:
    return key_of(path) in _open_here


def enter(path: Path) -> Key:
    """Note that this process has *path* open."""
    key = key_of(path)
    _open_here.add(key)
    return key


def leave(key: Key) -> None:
    _open_here.discard(key)


def is_in_place(path: Path, key: Key) -> bool:
    """Return whether the file that was opened still lies there; Windows does not let an open file be moved."""
    if os.name == "nt":
        return True
    try:
        return key_of(path) == key
    except OSError:
        return False
