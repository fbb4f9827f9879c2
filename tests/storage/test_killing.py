"""Nothing acknowledged is lost when the process is killed at any moment. More kills: ``pytest --kills 10000``."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL")
@pytest.mark.timeout(7200)
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(
    empty_school: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "killed.ganztag"
    shutil.copyfile(empty_school, path)
    kills, seed = request.config.getoption("--kills"), request.config.getoption("--kill-seed")
    command = [sys.executable, "-m", "tests.storage.killing", str(path), str(kills), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    print(found)
    assert found["kills"] == kills
    assert found["acknowledged"] > kills / 5, "the children were killed before they did anything"
    assert found["hot_journals"] > 0, "no kill hit the middle of a write, so the test proves nothing"
    assert found["lost"] == 0
