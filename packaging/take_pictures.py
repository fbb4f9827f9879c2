"""Pictures of every screen, state and dialog on several schools, light and dark, German and English, in two sizes.

What there is to see is said in ``picture_sights.py``, on which schools in ``picture_schools.py``.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

MOMENT = datetime(2026, 11, 17, 13, 42)  # noqa: DTZ001 -- a Tuesday in the sample's first half-year
SIZES = {"1440": (1440, 900), "1366": (1366, 768)}
SCREEN = (1920, 1080)
SCHOOLS = ("fresh", "running", "empty", "crowded")
OTHERS = ("start", "dialogs", "imports")


def wanted(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Take pictures of every screen and dialog.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--only", nargs="*", default=[], help=f"keys of the screens, {', '.join(OTHERS)}")
    parser.add_argument("--schools", nargs="*", default=SCHOOLS, choices=SCHOOLS)
    parser.add_argument("--languages", nargs="*", default=("de", "en"))
    parser.add_argument("--themes", nargs="*", default=("light", "dark"))
    parser.add_argument("--sizes", nargs="*", default=tuple(SIZES), choices=tuple(SIZES))
    parser.add_argument("--scale", default="", help="such as 2: pixels for each pixel of the design")
    parser.add_argument("--brief", action="store_true", help="only the first sight of each screen")
    parser.add_argument("--quick", action="store_true", help="German, light and 1440x900 only")
    options = parser.parse_args(arguments)
    if options.quick:
        options.languages, options.themes, options.sizes = ("de",), ("light",), ("1440",)
    return options


class Album:
    """Opens everything in one window and keeps a picture of each."""

    def __init__(self, options: argparse.Namespace, scratch: Path) -> None:
        import picture_files
        import picture_schools
        from PySide6.QtWidgets import QApplication

        from ganztag.desktop.jobs import Now
        from ganztag.desktop.main_window import MainWindow
        from ganztag.desktop.opening import Opening
        from ganztag.desktop.preferences import Preferences
        from ganztag.desktop.theme import Theme
        from ganztag.desktop.translation import Translation
        from ganztag.domain.clock import stopped_at

        self._options, self._scratch, self._count = options, scratch, 0
        self.application = QApplication([])
        self.theme, self.translation = Theme(self.application, "light"), Translation(self.application)
        self.window = MainWindow(Preferences(), self.translation, self.theme)
        clock = stopped_at(MOMENT)
        self.ask = posing(self)
        self.posing_as, self._suffix, self._prefix = "", "", ""
        self.opening = Opening(self.window, self.ask, Now(), clock)
        self.schools, self.files = picture_schools.make_all(scratch, clock), picture_files.make_all(scratch)

    def take(self, size: str, language: str, theme: str) -> None:
        """Take all pictures in one dress."""
        self.translation.speak(language)
        self.theme.choose(theme)
        self.window.showNormal()
        self.window.resize(*SIZES[size])
        self._suffix = f"{language}_{theme}_{size}"
        if self._is_wanted("start"):
            self._prefix = ""
            self._begin()
        for school in self._options.schools:
            self._visit(school)

    def _begin(self) -> None:
        self.window.show_start()
        self.keep("start", self.window)
        damaged = self._scratch / "Beschädigt.ganztag"
        damaged.write_bytes(self.schools["empty"].read_bytes()[:9000])
        self.opening.open(damaged)
        self.keep("start_damaged", self.window)
        self.window.start_page.banner.clear()

    def _visit(self, school: str) -> None:
        """Look at a school on a copy, so that each dress sees the same."""
        copy = self._scratch / "Schule am Lindenkanal.ganztag"
        shutil.copyfile(self.schools[school], copy)
        self._prefix = f"{school}_"
        self.opening.open(copy)
        opened = self.opening.school
        assert opened is not None
        for key in opened.screens():
            if self._is_wanted(key):
                self._look_at(opened, key)
        if school == "running" and not self._options.brief:
            self._prefix = ""
            self._others()
        self.opening.close_file()
        copy.unlink()

    def _look_at(self, opened: Any, key: str) -> None:
        from picture_sights import BY_SCREEN

        opened.turn_to(key)
        self.keep(key, self.window)
        if self._options.brief:
            return
        screen = self.window.host.screen_of(key)
        self.posing_as = f"{key}_dialog"
        for name, shown in BY_SCREEN[key](screen, self):
            self.keep(f"{key}_{name}", shown or self.window)

    def _others(self) -> None:
        import picture_sights as sights

        from ganztag.desktop.failure import FailureWindow
        from ganztag.desktop.new_school import NewSchoolDialog

        if self._is_wanted("imports"):
            sights.imports(self)
        if not self._is_wanted("dialogs"):
            return
        sights.questions(self)
        for sight in (sights.finder(self), sights.menus(self)):
            for name, shown in sight:
                self.keep(name, shown)
        for name, dialog in (("new_school", NewSchoolDialog(self.window)), ("failure", FailureWindow("ValueError"))):
            dialog.show()
            self.keep(name, dialog)
            dialog.close()
            dialog.deleteLater()

    def _is_wanted(self, name: str) -> bool:
        return not self._options.only or name in self._options.only

    def keep(self, name: str, widget: Any) -> None:
        """Save what a widget looks like now."""
        for _round in range(8):  # wrapped texts settle their heights step by step
            self.application.processEvents()
        self._count += 1
        widget.grab().save(str(self._options.folder / f"{self._prefix}{name}_{self._suffix}.png"))

    def pose(self) -> None:
        """Keep the dialog that asks, and answer with no."""
        from PySide6.QtWidgets import QApplication, QDialog

        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self._count += 1
            self.keep(f"{self.posing_as}_{self._name_of(dialog)}".rstrip("_"), dialog)
            self._turn_over(dialog)
            dialog.reject()

    def _turn_over(self, dialog: Any) -> None:
        """Keep the other pages of a dialog that has some."""
        for page in ("columns",) if hasattr(dialog, "row_view") else ():
            dialog.view.pick(page)
            dialog._turn_to(page)
            self.keep(f"{self.posing_as}_{page}", dialog)
        for page in dialog.pages if hasattr(dialog, "pages") and hasattr(dialog, "turn_to") else ():
            dialog.turn_to(page)
            self.keep(f"{self.posing_as}_{page}", dialog)

    @staticmethod
    def _name_of(dialog: Any) -> str:
        if hasattr(dialog, "row_view") or hasattr(dialog, "informativeText"):
            return ""
        return "".join(c if c.isalnum() else "_" for c in dialog.windowTitle())

    def close(self) -> int:
        self.window.close()
        return self._count


def posing(album: Album) -> Any:
    """Return an Ask that shows everything for a picture and is always answered with no."""
    from PySide6.QtCore import QTimer

    from ganztag.desktop.ask import Ask

    class Posing(Ask):
        def confirm(self, *given: Any, **named: Any) -> bool:
            QTimer.singleShot(0, album.pose)
            return super().confirm(*given, **named)

        def choose(self, *given: Any, **named: Any) -> int | None:
            QTimer.singleShot(0, album.pose)
            return super().choose(*given, **named)

        def tell(self, *given: Any, **named: Any) -> None:
            QTimer.singleShot(0, album.pose)
            super().tell(*given, **named)

        def show(self, dialog: Any) -> bool:
            QTimer.singleShot(0, album.pose)
            return super().show(dialog)

    return Posing()


def _set_up_screen(scratch: Path, size: tuple[int, int]) -> None:
    """Give Qt a screen of this size: dialogs take their room from it. Without one it has 800 x 800."""
    if os.environ["QT_QPA_PLATFORM"] != "offscreen":
        return
    width, height = size
    screen = {"name": "album", "x": 0, "y": 0, "width": width, "height": height,
              "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip
    path = scratch / "screens.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


def main() -> int:
    options = wanted(sys.argv[1:])
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.scale:
        os.environ["QT_SCALE_FACTOR"] = options.scale
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        os.environ["GANZTAG_HOME"] = scratch
        _set_up_screen(Path(scratch), SIZES[options.sizes[0]] if len(options.sizes) == 1 else SCREEN)
        album = Album(options, Path(scratch))
        for size in options.sizes:
            for language in options.languages:
                for theme in options.themes:
                    album.take(size, language, theme)
        print(album.close(), "pictures in", options.folder)
    if len(sys.argv) == 2:  # all of it: the first sights once more, at 200 %
        again = [sys.executable, __file__, str(options.folder / "at_200"), "--scale", "2", "--quick", "--brief"]
        return subprocess.run(again, check=False).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
