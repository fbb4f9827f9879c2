"""Where things lie, also where the user's own folders cannot be made."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from ganztag import places


def test_what_was_packed_is_there() -> None:
    assert (places.fonts() / "Inter_400Regular.ttf").is_file()
    assert any(places.icons().glob("*.svg"))
    assert (places.translations() / "de" / "LC_MESSAGES" / "ganztag.po").is_file()


def test_one_folder_holds_everything_where_the_environment_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GANZTAG_HOME", str(tmp_path / "ä b" / "new"))
    folders = [places.settings(), places.logs(), places.data(), places.cache()]
    assert [folder.parent for folder in folders] == [tmp_path / "ä b" / "new"] * 4
    assert all(folder.is_dir() for folder in folders)


def test_a_folder_named_from_here_stays_the_same_when_the_working_folder_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GANZTAG_HOME", "mine")
    assert places.data() == tmp_path / "mine" / "data"


def test_the_systems_own_folders_are_used_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GANZTAG_HOME")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    assert "ganztag" in places.settings().parts
    assert places.data().is_dir()


def test_a_folder_that_cannot_be_made_gives_way_to_one_for_this_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, complaints: list[logging.LogRecord]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("GANZTAG_HOME", str(tmp_path / "file" / "home"))
    folder = places.settings()
    assert folder.is_dir()
    assert tmp_path not in folder.parents
    assert places.settings() == folder
    assert places.data().parent == folder.parent
    assert complaints


def test_the_folder_for_this_run_is_gone_after_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("GANZTAG_HOME", str(tmp_path / "file"))
    code = "from ganztag import places; f = places.data(); print(f, f.is_dir())"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    folder, there = found.stdout.split()
    assert there == "True"
    assert not Path(folder).parent.exists()
