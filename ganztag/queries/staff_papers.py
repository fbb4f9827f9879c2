"""The papers that the school wants to see of its people, and how each one's stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from ganztag.domain.staff_papers import STANDINGS, concerns, due, kinds_of, standing
from ganztag.storage import tables
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A paper that is asked for; *kinds* () are all kinds of staff, *people* how many it concerns."""

    id: int
    name: str
    position: int
    kinds: tuple[str, ...]
    valid_months: int | None
    warn_days: int
    required: bool
    source: str
    holds_until: date | None
    people: int = 0


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that one person needs; *state* is missing, seen or not_needed, *due* the last day on which it holds."""

    staff_id: int
    requirement_id: int
    name: str
    state: str
    seen: date | None
    due: date | None
    expires: date | None
    note: str
    valid_months: int | None
    warn_days: int
    required: bool
    source: str

    @property
    def id(self) -> int:
        return self.requirement_id

    def standing(self, day: date) -> str:
        """Return missing, expired, due_soon, seen or not_needed."""
        return standing(self.state, self.due, self.warn_days, day)


def requirements(reader: Reader) -> list[RequirementRow]:
    """Return what is asked for, in its order."""
    kinds = [row.kind for row in reader.rows(sa.select(tables.staff.c.kind))]
    return [
        RequirementRow(
            **{**row._mapping, "kinds": kinds_of(row.kinds)},
            people=sum(1 for kind in kinds if concerns(row.kinds, kind)),
        )
        for row in _requirements(reader)
    ]


def _requirements(reader: Reader) -> Sequence[sa.Row[tuple[object, ...]]]:
    asked = tables.requirement
    return reader.rows(sa.select(asked).order_by(asked.c.position, asked.c.id))


def papers(reader: Reader, day: date | None = None) -> dict[int, tuple[PaperRow, ...]]:
    """Return staff id -> the papers that the person needs, in the order of the requirements; everybody is in it.

    With a *day*, what has ceased to hold for all by then is asked of nobody who has not shown it before.
    """
    asked = _requirements(reader)
    kept = {(row.staff_id, row.requirement_id): row for row in reader.rows(sa.select(tables.staff_paper))}
    people = reader.rows(sa.select(tables.staff.c.id, tables.staff.c.kind))
    return {
        person.id: tuple(
            _paper(person.id, one, kept.get((person.id, one.id)))
            for one in asked
            if concerns(one.kinds, person.kind) and ((person.id, one.id) in kept or not _is_over(one.holds_until, day))
        )
        for person in people
    }


def _is_over(last: date | None, day: date | None) -> bool:
    return last is not None and day is not None and day > last


def _paper(staff_id: int, asked: sa.Row[tuple[object, ...]], kept: sa.Row[tuple[object, ...]] | None) -> PaperRow:
    seen, expires = (kept.seen, kept.expires) if kept is not None else (None, None)
    state = kept.state if kept is not None else "missing"
    return PaperRow(
        staff_id=staff_id,
        requirement_id=asked.id,
        name=asked.name,
        state=state,
        seen=seen,
        due=due(seen, expires, asked.valid_months, asked.holds_until) if state == "seen" else None,
        expires=expires,
        note=kept.note if kept is not None else "",
        valid_months=asked.valid_months,
        warn_days=asked.warn_days,
        required=asked.required,
        source=asked.source,
    )


def worst(rows: Sequence[PaperRow], day: date) -> str:
    """Return how the most pressing of one's required papers stands; "seen" where nothing is asked for."""
    found = {row.standing(day) for row in rows if row.required} - {"not_needed"}
    return next((name for name in STANDINGS if name in found), "seen")
