"""A stage for one screen: its host, which hears the office's news as the window does."""

from typing import Any

from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.screens import ScreenHost


class Stage:
    """Keeps what it shows alive until ``close()``."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._hosts: list[tuple[ScreenHost, OfficeSignals]] = []

    def show(self, screen: Any, desk: Desk) -> None:
        host = ScreenHost()
        host.add(screen)
        self._qtbot.addWidget(host)
        signals = OfficeSignals(desk.office, host)
        signals.changed.connect(host.news)
        self._hosts.append((host, signals))
        host.resize(1200, 760)
        host.show()
        host.turn_to(screen.key)

    def close(self) -> None:
        for host, signals in self._hosts:
            host.close()
            signals.stop()
        self._hosts.clear()
