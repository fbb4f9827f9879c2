"""Printing papers: which there are, which rows they take, and how they become one file or one each.

Nothing in the file changes, so there is no operation and no undo.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from ganztag.documents import attendance_list, class_list, week_plan
from ganztag.documents.printed import Printed
from ganztag.language import N_, Message
from ganztag.operations.office import Office
from ganztag.queries import attendance_sheets, whereabouts_sheets

Progress = Callable[[int, int], None]
Query = Callable[..., list[Any]]


@dataclass(frozen=True)
class Paper:
    """A kind of paper: its rows (for chosen ids of *subject*, or all) and its writers."""

    key: str
    title: Message
    subject: str  # "course", "class" or "pupil": what one sheet is about
    rows: Query
    write: Callable[..., Printed]
    write_each: Callable[..., Printed]


PAPERS = {
    paper.key: paper
    for paper in (
        Paper(
            "attendance", N_("Attendance lists"), "course", attendance_sheets.attendance_sheets,
            attendance_list.write, attendance_list.write_each,
        ),
        Paper(
            "class", N_("Who is where?"), "class", whereabouts_sheets.class_sheets,
            class_list.write, class_list.write_each,
        ),
        Paper(
            "pupil", N_("Week plans"), "pupil", whereabouts_sheets.week_plans,
            week_plan.write, week_plan.write_each,
        ),
    )
}  # fmt: skip


def sheets(
    office: Office, paper: Paper, term_id: int, ids: Collection[int] | None, now: datetime | None = None
) -> list[Any]:
    """Return the frozen rows of the sheets; None: of all. Raises Objection where there is nothing to print."""
    return office.read(paper.rows, term_id, now or office.clock.now(), ids)


def write(paper: Paper, rows: Sequence[Any], target: Path | BinaryIO, *, progress: Progress | None = None) -> Printed:
    """Write one PDF where *target* ends in .pdf or is a stream, else one file each into the folder *target*.

    Knows neither file nor screen, so that it can run as a job; stopped, it leaves no half file.
    """
    if isinstance(target, Path) and target.suffix.lower() != ".pdf":
        return paper.write_each(rows, target, progress=progress)
    return paper.write(rows, target, progress=progress)


def print_to(
    office: Office, paper: Paper, term_id: int, ids: Collection[int] | None, target: Path | BinaryIO
) -> Printed:
    return write(paper, sheets(office, paper, term_id, ids), target)
