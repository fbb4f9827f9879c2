"""A screen in a host that hears the office's news, as in the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.screens import Screen, ScreenHost

S = TypeVar("S")


class Ear:
    """Remembers the places that a screen wanted to lead to."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def hear(self, place: Place) -> None:
        self.places.append(place)


@contextmanager
def hosted(qtbot: QtBot, desk: Desk, made: S) -> Iterator[tuple[S, Ear]]:
    """Show a screen as fresh as the file."""
    host, ear, screen = ScreenHost(), Ear(), cast(Screen, made)
    host.add(screen)
    host.wanted.connect(ear.hear)
    qtbot.addWidget(host)
    signals = OfficeSignals(desk.office, host)
    signals.changed.connect(host.news)
    host.resize(1200, 800)
    host.show()
    host.turn_to(screen.key)
    yield made, ear
    signals.stop()
    host.close()
