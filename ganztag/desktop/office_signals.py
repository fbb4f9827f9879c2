"""The office's news as a Qt signal."""

from PySide6.QtCore import QObject, Signal

from ganztag.operations.office import Changes, Office


class OfficeSignals(QObject):
    """``changed(tables)`` after each deed, undo and redo; *tables* is a frozenset of table names."""

    changed = Signal(object)

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = office.subscribe(self._told)

    def _told(self, changes: Changes) -> None:
        self.changed.emit(frozenset(changes.rows))

    def stop(self) -> None:
        self._leave()
