"""A file that is written whole or not at all: beside its place first, then in one step into it."""

import contextlib
import os
import stat
import uuid
from pathlib import Path


def put(content: bytes, target: Path) -> None:
    """Write *content* to *target*, on the medium when this returns; whatever fails, what was there stays.

    A new file gets the mode that the system gives new files, a replaced one keeps its own. Raises OSError.
    """
    beside = target.with_name(f".ganztag-{uuid.uuid4().hex}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
