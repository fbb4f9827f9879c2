"""Copies of the file, made by the connection that has it open; never by copying an open file."""

from pathlib import Path

import sqlalchemy as sa

from ganztag.storage import connecting


def copy_before(engine: sa.Engine, path: Path, version: int) -> Path:
    """Copy the file as it is beside it before a migration from *version*; return the copy's path."""
    target = path.with_name(f"{path.stem}.before-version-{version + 1}{path.suffix}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}.before-version-{version + 1}-{number}{path.suffix}")
    connecting.raw(engine).execute("VACUUM INTO ?", (str(target),))
    return target
