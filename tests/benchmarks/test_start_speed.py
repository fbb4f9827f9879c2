"""The first window, beside a bare PySide6 window in processes of their own; what it loads is tested elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages import mofile, pofile

from ganztag import places

pytestmark = pytest.mark.benchmark
LIMIT = 3.0

_BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
print(time.process_time())
"""
_OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ganztag import application, places
places.translations = lambda: Path(sys.argv[1])  # compiled, as in each program that is given away
app = QApplication([])
def painted(*_words, **_more):
    print(time.process_time(), flush=True)
    import os
    os._exit(0)
application._open = painted  # what comes after the first paint
sys.exit(application.run())
"""


def _quickest(code: str, home: Path, times: int = 5) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "GANZTAG_HOME": str(home)}
    found = []
    for _time in range(times):
        done = subprocess.run(
            [sys.executable, "-c", code, str(home)],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        found.append(float(done.stdout.split()[-1]))
    return min(found)


def _compile(home: Path) -> None:
    """Compile the German words; in a source tree those that lie there may be older than their source."""
    target = home / "de" / "LC_MESSAGES" / "ganztag.mo"
    target.parent.mkdir(parents=True)
    with (places.translations() / "de" / "LC_MESSAGES" / "ganztag.po").open("rb") as source, target.open("wb") as file:
        mofile.write_mo(file, pofile.read_po(source))


def test_the_first_window_takes_at_most_three_times_a_bare_one(tmp_path: Path) -> None:
    _compile(tmp_path)
    _quickest(_OURS, tmp_path, 1)  # compiles our modules
    bare, ours = _quickest(_BARE, tmp_path), _quickest(_OURS, tmp_path)
    print(f"\nfirst window {ours * 1000:.0f} ms, bare PySide6 window {bare * 1000:.0f} ms: {ours / bare:.2f} x")
    assert ours <= LIMIT * bare
