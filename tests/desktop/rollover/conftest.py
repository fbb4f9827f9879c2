"""A window with a banner, as the screens are that open the dialogs."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ganztag.desktop.widgets.banner import Banner


class Owner(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner(self)


@pytest.fixture
def owner(qtbot: QtBot) -> Owner:
    made = Owner()
    qtbot.addWidget(made)
    return made
