"""Bringing a file in: the preview shows what it would change, row by row; nothing is written before the button."""

from ganztag.desktop.importing.bringing_in import open_import, save_template

__all__ = ["open_import", "save_template"]
