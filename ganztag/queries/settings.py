"""The school's settings."""

import sqlalchemy as sa

from ganztag.domain.settings import Settings, settings_of
from ganztag.storage import tables
from ganztag.storage.reader import Reader


def settings(reader: Reader) -> Settings:
    """Return what the school set, and the defaults of the rest."""
    rows = reader.rows(sa.select(tables.setting.c.name, tables.setting.c.value))
    return settings_of({row.name: row.value for row in rows})
