"""What a sight is, and popups as sights."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget

Sight = Iterator[tuple[str, QWidget | None]]


def popup(name: str) -> Sight:
    """Yield the popup or menu that is open, and close it."""
    shown = QApplication.activePopupWidget()
    while shown is not None:
        yield name, shown
        shown.close()
        name, shown = f"{name}_", QApplication.activePopupWidget()
