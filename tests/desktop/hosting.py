"""A screen in a host that hears the office's news, as in the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.screens import ScreenHost

S = TypeVar("S")


class Ear:
    """Remembers the places that a screen wanted to lead to."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def hear(self, place: Place) -> None:
        self.places.append(place)


def put_up(
    qtbot: QtBot, desk: Desk, screen: Any, size: tuple[int, int] = (1200, 800)
) -> tuple[ScreenHost, OfficeSignals]:
    """Show a screen as fresh as the file; keep both, else it hears no more news."""
    host = ScreenHost()
    host.add(screen)
    qtbot.addWidget(host)
    signals = OfficeSignals(desk.office, host)
    signals.changed.connect(host.news)
    host.resize(*size)
    host.show()
    host.turn_to(screen.key)
    return host, signals


@contextmanager
def hosted(qtbot: QtBot, desk: Desk, made: S) -> Iterator[tuple[S, Ear]]:
    """Show a screen, and hear where it wants to lead."""
    host, signals = put_up(qtbot, desk, made)
    ear = Ear()
    host.wanted.connect(ear.hear)
    yield made, ear
    signals.stop()
    host.close()
