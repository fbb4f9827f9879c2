"""Writing the school's data as tables that the import reads: the same headers, the same words."""

from ganztag.operations.exporting.tables import export, table, template

__all__ = ["export", "table", "template"]
