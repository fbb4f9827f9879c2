"""What the file keeps of each deed: when, who, its name, the reason, what changed, and which children it concerns."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from ganztag.language import Message
from ganztag.storage import journal, lock
from ganztag.storage.tables.people import guardianship
from ganztag.storage.tables.record import history, history_change, history_pupil


def write(connection: sa.Connection, at: datetime, kind: str, label: Message, reason: str) -> int:
    """Write a deed (*at* is UTC; *kind* done, undone or redone) into the history; return its number."""
    entry = {"at": at, "who": lock.user_name(), "pc": lock.this_pc(), "kind": kind}
    entry |= {"label": label.to_json(), "reason": reason}
    key = connection.execute(sa.insert(history).values(entry)).inserted_primary_key
    assert key is not None
    return int(key[0])


def write_changes(connection: sa.Connection, number: int, steps: Sequence[journal.Step]) -> None:
    """Write what the deed with this number changed, and the children whom that concerns."""
    rows = [
        {
            "history_id": number,
            "in_table": step.table,
            "row_id": step.id,
            "kind": step.kind,
            "fields": journal.as_text(journal.fields_changed(step)),
        }
        for step in steps
    ]
    connection.execute(sa.insert(history_change), rows)
    pupils = {*journal.pupils_concerned(steps), *_cared_for(connection, journal.guardians_concerned(steps))}
    if pupils:
        concerned = [{"history_id": number, "pupil_id": pupil} for pupil in sorted(pupils)]
        connection.execute(sa.insert(history_pupil), concerned)


def _cared_for(connection: sa.Connection, guardians: frozenset[int]) -> set[int]:
    """Return the children of these guardians: a new phone number of the mother concerns them too."""
    if not guardians:
        return set()
    statement = sa.select(guardianship.c.pupil_id).where(guardianship.c.guardian_id.in_(guardians))
    return set(connection.execute(statement).scalars())
