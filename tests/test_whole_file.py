"""Files that are written whole or not at all."""

import os
from pathlib import Path

import pytest

from ganztag import whole_file


def test_a_file_that_is_there_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"old and longer")
    whole_file.put(b"new", target)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_new_file_has_the_mode_of_new_files_and_a_replaced_one_keeps_its_own(tmp_path: Path) -> None:
    plain, target = tmp_path / "plain", tmp_path / "target"
    plain.touch()
    whole_file.put(b"1", target)
    assert target.stat().st_mode == plain.stat().st_mode
    target.chmod(0o640)
    whole_file.put(b"2", target)
    assert target.stat().st_mode & 0o777 == 0o640


def test_where_it_cannot_be_put_in_its_place_nothing_is_left_and_nothing_lost(tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    (folder / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="taken"):
        whole_file.put(b"new", folder)
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
    assert (folder / "inside").is_dir()
