"""What a print run gives back, and how its bytes reach the disk: whole, or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ganztag import whole_file
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
        target.parent.mkdir(parents=True, exist_ok=True)
        whole_file.put(content, target)
    except OSError as error:
        raise Objection(
            N_("The file “{name}” cannot be written.", name=target.name),
            advice=N_("Close it in other programs, or choose another folder."),
        ) from error
