"""Bringing a file in: the preview shows what it would change, row by row; nothing is written before the button."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ganztag.desktop.desk import Desk


def open_import(desk: Desk, parent: QWidget, kind: str, path: Path | None = None) -> bool:
    """See ``bringing_in``; what reads files is heavy and comes in when it is wanted."""
    from ganztag.desktop.importing import bringing_in  # noqa: PLC0415 -- see above

    return bringing_in.open_import(desk, parent, kind, path)
