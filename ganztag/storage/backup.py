"""Copies of the file, made by the connection that has it open; never by copying an open file."""

import os
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from ganztag.storage import connecting, trouble


def copy_before(engine: sa.Engine, path: Path, version: int) -> Path:
    """Copy the file as it is beside it before a migration from *version*; return the copy's path."""
    target = path.with_name(f"{path.stem}.before-version-{version + 1}{path.suffix}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}.before-version-{version + 1}-{number}{path.suffix}")
    copy_to(engine, target)
    return target


def copy_to(engine: sa.Engine, target: Path) -> None:
    """Write a whole copy, on the medium when this returns; raise FileTrouble and leave nothing where it cannot be."""
    part = target.with_name(target.name + ".part")
    try:
        if target.exists():
            raise trouble.already_there(target.name)
        part.unlink(missing_ok=True)  # left by a crash; SQLite writes into no file that holds anything
        connecting.raw(engine).execute("VACUUM INTO ?", (str(part),))
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(target)
    except (dbapi2.Error, OSError) as error:
        part.unlink(missing_ok=True)
        problem = connecting.explained(error, target)
        if problem is None:
            raise
        raise problem from error
