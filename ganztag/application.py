"""How the program is put together: log, preferences, language, theme, window; the file comes after the first paint."""

import faulthandler
import gc
import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

from ganztag import places
from ganztag.language import _

_log = logging.getLogger(__name__)
_fault_log: list[IO[str]] = []  # faulthandler writes into it as long as the process lives


def keep_log() -> None:
    """Write warnings and mistakes, and where the interpreter died, into the log folder."""
    handler = RotatingFileHandler(places.logs() / "ganztag.log", maxBytes=500_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    _fault_log.append((places.logs() / "faults.log").open("a", encoding="utf-8"))
    faulthandler.enable(_fault_log[-1])


def run(path: Path | None = None, *, sample: bool = False) -> int:
    """Show the window, then open *path*, the sample school, or the file of last time; return when it is closed."""
    if not _has_screen():
        told = _("There is no screen to open a window on. “ganztag --help” shows the work from a shell.")
        sys.stderr.write(f"{told}\n")
        return 2

    from PySide6.QtCore import QTimer, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from ganztag.desktop import failure
    from ganztag.desktop.main_window import MainWindow
    from ganztag.desktop.preferences import Preferences, spoken_language
    from ganztag.desktop.theme import Theme
    from ganztag.desktop.translation import Translation

    keep_log()
    sys.excepthook = failure.hook
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Ganztag")
    application.setDesktopFileName("ganztag")
    qInstallMessageHandler(_qt_says)
    preferences = Preferences()
    translation = Translation(application)
    translation.speak(spoken_language(preferences.liking))
    window = MainWindow(preferences, translation, Theme(application, preferences.liking.theme))
    window.show()
    wanted = path or (Path(preferences.liking.last) if preferences.liking.last else None)
    QTimer.singleShot(0, lambda: _open(window, wanted, sample=sample))
    code = application.exec()
    qInstallMessageHandler(None)
    return code


def _has_screen() -> bool:
    """Say whether a window can open: without a display Qt would end the process with a core dump."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _open(window: object, path: Path | None, *, sample: bool) -> None:
    """Import what is heavy, after the first paint, and open the file."""
    from ganztag.desktop.ask import Ask
    from ganztag.desktop.jobs import Jobs
    from ganztag.desktop.main_window import MainWindow
    from ganztag.desktop.opening import Opening
    from ganztag.domain.clock import Clock

    assert isinstance(window, MainWindow)
    collect_seldom()
    opening = Opening(window, Ask(), Jobs(), Clock())
    if sample:
        opening.show_sample()
    elif path is not None and (path.is_file() or str(path) != window.preferences.liking.last):
        opening.open(path)


def collect_seldom() -> None:
    """Let the garbage collector pass over what was imported, and not interrupt a reading of thousands of rows.

    With Python's own thresholds each reading of a large school set off a walk over all that lives, a tenth of a second.
    """
    gc.freeze()
    gc.set_threshold(10_000, 10, 3)


def _qt_says(kind: object, _context: object, message: str) -> None:
    """Keep what Qt complains of."""
    name = getattr(kind, "name", "")
    level = logging.INFO if name in ("QtDebugMsg", "QtInfoMsg") else logging.WARNING
    _log.log(level, "Qt: %s", message)


def self_test() -> int:
    """Check that everything the program needs was packed with it; print a line for each; return 0 when all is there."""
    from ganztag.desktop.self_test import checks

    failed = 0
    for name, check in checks():
        try:
            complaint = check()
        except Exception as error:
            complaint = f"{type(error).__name__}: {error}"
        failed += bool(complaint)
        sys.stdout.write(f"{'FAILED' if complaint else 'ok':7} {name}{f': {complaint}' if complaint else ''}\n")
    return 1 if failed else 0
