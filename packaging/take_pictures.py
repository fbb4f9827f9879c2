"""Pictures of every screen and dialog on the sample school, light and dark, German and English, in two sizes.

A screen may offer more than its first sight: ``pictures()`` yields (name, what brings it about); what it returns is
grabbed where it is a widget (a dialog), else the window.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

MOMENT = datetime(2026, 11, 17, 13, 42)  # noqa: DTZ001 -- a Tuesday in the sample's first half-year
SIZES = ((1440, 900), (1366, 768))


def wanted(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Take pictures of every screen and dialog on the sample school.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--only", nargs="*", default=[], help="keys of the screens, start, finder, new_school, failure")
    parser.add_argument("--quick", action="store_true", help="German and 1440x900 only")
    return parser.parse_args(arguments)


class Album:
    """Opens everything in one window and keeps a picture of each."""

    def __init__(self, folder: Path, only: Sequence[str], scratch: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from ganztag.desktop.ask import Ask
        from ganztag.desktop.jobs import Now
        from ganztag.desktop.main_window import MainWindow
        from ganztag.desktop.opening import Opening
        from ganztag.desktop.preferences import Preferences
        from ganztag.desktop.theme import Theme
        from ganztag.desktop.translation import Translation
        from ganztag.domain.clock import stopped_at
        from ganztag.operations.sample import new_sample_school

        self._folder, self._only = folder, set(only)
        self.application = QApplication([])
        self.theme, self.translation = Theme(self.application, "light"), Translation(self.application)
        self.translation.speak("de")
        self.window = MainWindow(Preferences(), self.translation, self.theme)
        clock = stopped_at(MOMENT)
        self.opening = Opening(self.window, Ask(), Now(), clock)
        self._file = scratch / "Schule am Lindenkanal.ganztag"
        new_sample_school(self._file, clock).close()

    def take(self, size: tuple[int, int], language: str, theme: str) -> None:
        """Take all pictures in one dress."""
        self.translation.speak(language)
        self.theme.choose(theme)
        self.window.showNormal()
        self.window.resize(*size)
        self._suffix = f"{language}_{theme}_{size[0]}"
        self.window.show_start()
        self._keep("start", self.window)
        self.opening.open(self._file)
        for name, widget in self._sights():
            self._keep(name, widget)
        self.opening.close_file()

    def _sights(self) -> Iterator[tuple[str, Any]]:
        school = self.opening.school
        assert school is not None
        for key in school.screens():
            if self._is_wanted(key):
                yield from self._sights_of(key)
        if self._is_wanted("finder"):
            school.find()
            self.application.processEvents()
            finder = next(w for w in self.application.topLevelWidgets() if type(w).__name__ == "Finder")
            yield "finder", finder
            finder.close()
        yield from self._dialogs()

    def _sights_of(self, key: str) -> Iterator[tuple[str, Any]]:
        school = self.opening.school
        assert school is not None
        school.turn_to(key)
        yield key, self.window
        screen: Any = self.window.host.screen_of(key)
        for name, bring_about in getattr(screen, "pictures", list)():
            shown = bring_about()
            self.application.processEvents()
            yield f"{key}_{name}", shown or self.window
            if shown is not None:
                shown.close()

    def _dialogs(self) -> Iterator[tuple[str, Any]]:
        from ganztag.desktop.failure import FailureWindow
        from ganztag.desktop.new_school import NewSchoolDialog

        makers = {"new_school": lambda: NewSchoolDialog(self.window), "failure": lambda: FailureWindow("ValueError")}
        for name, make in makers.items():
            if self._is_wanted(name):
                dialog = make()
                dialog.show()
                yield name, dialog
                dialog.close()
                dialog.deleteLater()

    def _is_wanted(self, name: str) -> bool:
        return not self._only or name in self._only

    def _keep(self, name: str, widget: Any) -> None:
        if not self._is_wanted(name.split("_", 1)[0]) and not self._is_wanted(name):
            return
        for _round in range(3):
            self.application.processEvents()
        path = self._folder / f"{name}_{self._suffix}.png"
        widget.grab().save(str(path))
        print(path)


def main() -> int:
    options = wanted(sys.argv[1:])
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        os.environ["GANZTAG_HOME"] = scratch
        album = Album(options.folder, options.only, Path(scratch))
        for size in SIZES[:1] if options.quick else SIZES:
            for language in ("de",) if options.quick else ("de", "en"):
                for theme in ("light", "dark"):
                    album.take(size, language, theme)
        album.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
