"""A stage for one screen: its host, which hears the office's news as the window does."""

from typing import Any

from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.screens import ScreenHost
from tests.desktop.hosting import put_up


class Stage:
    """Keeps what it shows alive until ``close()``."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._hosts: list[tuple[ScreenHost, OfficeSignals]] = []

    def show(self, screen: Any, desk: Desk) -> None:
        self._hosts.append(put_up(self._qtbot, desk, screen, (1200, 760)))

    def close(self) -> None:
        for host, signals in self._hosts:
            host.close()
            signals.stop()
        self._hosts.clear()
