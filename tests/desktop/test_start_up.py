"""Nothing heavy is loaded before the first paint; the program starts, opens a file and ends."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = ("sqlalchemy", "alembic", "reportlab", "numpy", "highspy", "openpyxl", "sqlcipher3", "babel", "holidays",
         "xlsxwriter", "python_calamine")  # fmt: skip

_FIRST_PAINT = f"""
import sys
from PySide6.QtWidgets import QApplication
from ganztag import language
from ganztag.desktop.main_window import MainWindow
from ganztag.desktop.preferences import Preferences, spoken_language
from ganztag.desktop.theme import Theme
from ganztag.desktop.translation import Translation
import ganztag.application
application = QApplication([])
preferences = Preferences()
translation = Translation(application)
translation.speak("en")
window = MainWindow(preferences, translation, Theme(application, "system"))
window.show()
window.grab()
print([name for name in {HEAVY!r} if name in sys.modules])
"""

_RUN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ganztag import __main__
application = QApplication([])
def look():
    window = next(w for w in application.topLevelWidgets() if w.objectName() == "main" or w.windowTitle())
    if window.isVisible() and "school" in window.windowTitle():
        timer.stop()
        window.close()
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.exit(__main__.main([sys.argv[1]]))
"""


def python(code: str, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "GANZTAG_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_up_to_the_first_paint_nothing_heavy_is_imported(tmp_path: Path) -> None:
    done = python(_FIRST_PAINT, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_the_program_opens_the_file_it_is_given_and_ends_when_its_window_is_closed(
    tmp_path: Path, empty_school: Path
) -> None:
    done = python(_RUN, tmp_path, str(empty_school))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
