"""What a print run gives back, and how its bytes reach the disk: whole, or not at all."""

import contextlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ganztag.domain.objection import Objection
from ganztag.language import N_


@dataclass(frozen=True, slots=True)
class Missing:
    """Characters of a text that no typeface has; boxes stand in their place."""

    characters: str
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file: its pages, texts with boxes in them, and texts too long even for a page of their own."""

    pages: int
    missing: tuple[Missing, ...] = ()
    shortened: tuple[str, ...] = ()


def together(parts: Iterable[Printed]) -> Printed:
    """Return the sum of several files; each text is named once."""
    files = list(parts)
    return Printed(
        sum(file.pages for file in files),
        tuple(dict.fromkeys(found for file in files for found in file.missing)),
        tuple(dict.fromkeys(text for file in files for text in file.shortened)),
    )


def put(content: bytes, target: Path | BinaryIO) -> None:
    """Write *content* to *target*; a file that is there is replaced at the very end. Raises Objection."""
    if not isinstance(target, Path):
        target.write(content)
        return
    try:
        _replace(content, target)
    except OSError as error:
        raise Objection(
            N_("The file “{name}” cannot be written.", name=target.name),
            advice=N_("Close it in other programs, or choose another folder."),
        ) from error


def _replace(content: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=".ganztag-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(0o644 & ~_umask())  # mkstemp's own mode would lock colleagues out
        Path(beside).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
