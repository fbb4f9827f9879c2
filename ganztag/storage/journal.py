"""Row changes noted by triggers: the stuff of undo, redo, news and history.

TEMP triggers on each table write every change of a row, by whatever way it came (flush, bulk statement, cascade),
into a TEMP table; the idea is SQLite's own "Automatic Undo/Redo Using SQLite". A rolled back unit leaves nothing.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from ganztag.storage import tables
from ganztag.storage.tables.record import file_state, history, history_change, history_pupil, import_mapping

WITHOUT_UNDO = frozenset(t.name for t in (history, history_change, history_pupil, import_mapping, file_state))
NOTED = tuple(t for t in tables.metadata.sorted_tables if t.name not in WITHOUT_UNDO)

_OTHER = {"bond": "other_id"}
"""Tables whose rows name a second child, with the column."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row's change: kind I, U or D; *before* and *after* hold all columns as the file keeps them."""

    table: str
    kind: str
    id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def _row_as_json(prefix: str, table: sa.Table) -> str:
    return "json_object(" + ", ".join(f"'{c.name}', {prefix}.\"{c.name}\"" for c in table.columns) + ")"


def install(connection: sa.Connection) -> None:
    """Create the note table and the triggers; they live as long as the connection."""
    connection.exec_driver_sql(
        "CREATE TEMP TABLE noted (step INTEGER PRIMARY KEY, tbl TEXT, kind TEXT, row INTEGER, before TEXT, after TEXT)"
    )
    for table in NOTED:
        old, new = _row_as_json("OLD", table), _row_as_json("NEW", table)
        for kind, event, row, before, after in (
            ("I", "INSERT", "NEW", "NULL", new),
            ("U", "UPDATE", "NEW", old, new),
            ("D", "DELETE", "OLD", old, "NULL"),
        ):
            connection.exec_driver_sql(
                f'CREATE TEMP TRIGGER note_{table.name}_{kind} AFTER {event} ON main."{table.name}" BEGIN '
                f"INSERT INTO noted (tbl, kind, row, before, after) "
                f"VALUES ('{table.name}', '{kind}', {row}.id, {before}, {after}); END"
            )


def take(connection: sa.Connection) -> tuple[Step, ...]:
    """Return what was noted since the last call, in order, and forget it; nothing if all is as it was before."""
    rows = connection.exec_driver_sql("SELECT tbl, kind, row, before, after FROM noted ORDER BY step").all()
    if not rows:
        return ()
    connection.exec_driver_sql("DELETE FROM noted")
    steps = tuple(
        Step(table, kind, row, json.loads(before) if before else None, json.loads(after) if after else None)
        for table, kind, row, before, after in rows
        if before != after
    )
    return steps if _changes_anything(steps) else ()


def _changes_anything(steps: Iterable[Step]) -> bool:
    """Return whether any row is other than before: what was added and deleted in one deed is not worth an undo."""
    before: dict[tuple[str, int], dict[str, Any] | None] = {}
    after: dict[tuple[str, int], dict[str, Any] | None] = {}
    for step in steps:
        before.setdefault((step.table, step.id), step.before)
        after[step.table, step.id] = step.after
    return before != after


def replay_backwards(connection: sa.Connection, steps: Iterable[Step]) -> None:
    """Reverse the *steps*, last first; the triggers note this too, and that note is the redo."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for (table, kind), group in groupby(reversed(tuple(steps)), key=lambda step: (step.table, step.kind)):
        statement, columns = _reversing(tables.metadata.tables[table], kind)
        rows = [(*(step.before[name] for name in columns), step.id) if step.before else (step.id,) for step in group]
        connection.exec_driver_sql(statement, rows)


def _reversing(table: sa.Table, kind: str) -> tuple[str, list[str]]:
    """Return the statement that reverses a step, and the columns whose old values it takes; the id comes last."""
    columns = [column.name for column in table.columns if column.name != "id"]
    if kind == "I":
        return f'DELETE FROM "{table.name}" WHERE id = ?', []
    if kind == "U":
        settings = ", ".join(f'"{name}" = ?' for name in columns)
        return f'UPDATE "{table.name}" SET {settings} WHERE id = ?', columns
    names, marks = ", ".join(f'"{name}"' for name in [*columns, "id"]), ", ".join("?" * (len(columns) + 1))
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', columns


def rows_changed(steps: Iterable[Step]) -> dict[str, frozenset[int]]:
    """Return the ids of the changed rows by table: the news."""
    changed: dict[str, set[int]] = {}
    for step in steps:
        changed.setdefault(step.table, set()).add(step.id)
    return {table: frozenset(ids) for table, ids in changed.items()}


def pupils_concerned(steps: Iterable[Step]) -> tuple[int, ...]:
    """Return the ids of the children whose rows, or rows that name them, were changed."""
    concerned: set[int] = set()
    for step in steps:
        for row in (step.before, step.after):
            if row is None:
                continue
            pupils = (step.id,) if step.table == "pupil" else (row.get("pupil_id"), row.get(_OTHER.get(step.table, "")))
            concerned |= {int(pupil) for pupil in pupils if pupil is not None}
    return tuple(sorted(concerned))


def guardians_concerned(steps: Iterable[Step]) -> frozenset[int]:
    """Return the ids of the guardians whose rows, or rows that name them, were changed."""
    found: set[int] = set()
    for step in steps:
        for row in (step.before, step.after):
            if row is not None:
                guardian = step.id if step.table == "guardian" else row.get("guardian_id")
                found |= {int(guardian)} if guardian is not None else set()
    return frozenset(found)


def fields_changed(step: Step) -> dict[str, list[Any]]:
    """Return field -> [before, after] of what really changed; empty values of new rows are left out."""
    before, after = step.before or {}, step.after or {}
    names = [name for name in (after or before) if name != "id"]
    pairs = {name: [before.get(name), after.get(name)] for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1] and pair not in ([None, ""], ["", None])}


def as_text(fields: dict[str, list[Any]]) -> str:
    return json.dumps(fields, ensure_ascii=False)
