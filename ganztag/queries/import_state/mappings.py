"""Which columns were set by hand at earlier imports."""

import sqlalchemy as sa

from ganztag.storage import tables
from ganztag.storage.reader import Reader


def mappings(reader: Reader, kind: str) -> dict[str, str]:
    """Return the remembered columns (JSON) of a kind of table by the fingerprint of its titles."""
    table = tables.import_mapping
    statement = sa.select(table.c.fingerprint, table.c.columns).where(table.c.kind == kind)
    return {row.fingerprint: row.columns for row in reader.rows(statement)}
