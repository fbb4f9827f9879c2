"""A whole copy of the file from the menu: beside it, and where the file itself is gone."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from ganztag.desktop.main_window import MainWindow
from ganztag.desktop.opened import OpenSchool
from ganztag.desktop.opening import Opening
from ganztag.domain.objection import Objection
from ganztag.language import _
from ganztag.operations import rooms
from ganztag.operations.office import Office
from ganztag.queries import frame
from ganztag.queries.rooms import rooms as rooms_there
from tests.desktop.hands import Recorder


@pytest.fixture
def path(empty_school: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "school.ganztag"
    copy.write_bytes(empty_school.read_bytes())
    return copy


@pytest.fixture
def school(opening: Opening, path: Path) -> OpenSchool:
    """Return the open school with one room."""
    assert opening.open(path)
    assert opening.school is not None
    opening.school.desk.office.do(rooms.add("Aula"))
    return opening.school


def codes(office: Office) -> list[str]:
    return [room.code for room in office.read(rooms_there, office.read(frame.term).id)]


def test_a_copy_is_saved_and_she_goes_on_in_her_file(
    window: MainWindow, opening: Opening, school: OpenSchool, ask: Recorder, tmp_path: Path, path: Path
) -> None:
    ask.answers = [tmp_path / "copy.ganztag"]
    window.actions_.named["save_copy"].trigger()
    assert window.banner.tone() == "ok"
    assert "copy.ganztag" in window.banner.sentence()
    assert school.desk.office.path == path
    school.desk.office.do(rooms.add("Werkraum"))
    opening._open_copy()
    assert opening.school is not None
    assert opening.school.desk.office.path == tmp_path / "copy.ganztag"
    assert codes(opening.school.desk.office) == ["Aula"]


def test_a_file_that_is_there_is_never_overwritten(
    window: MainWindow, school: OpenSchool, ask: Recorder, tmp_path: Path, path: Path
) -> None:
    other = tmp_path / "other.ganztag"
    other.write_bytes(b"precious")
    for target in (other, path):
        before = target.read_bytes()
        ask.answers = [target]
        window.actions_.named["save_copy"].trigger()
        assert window.banner.tone() == "bad"
        assert target.name in window.banner.sentence()
        assert target.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
def test_the_work_is_rescued_from_a_file_that_was_deleted(
    window: MainWindow, opening: Opening, school: OpenSchool, ask: Recorder, tmp_path: Path, path: Path
) -> None:
    path.unlink()
    with pytest.raises(Objection) as refused:
        school.desk.office.do(rooms.add("Werkraum"))
    title = window.actions_.named["save_copy"].text()
    assert title == _("Save a copy …")
    assert title in str(refused.value.advice)
    ask.answers = [tmp_path / "rescued.ganztag"]
    window.actions_.named["save_copy"].trigger()
    assert window.banner.tone() == "ok"
    opening._open_copy()
    assert opening.school is not None
    office = opening.school.desk.office
    assert codes(office) == ["Aula"]
    office.do(rooms.add("Werkraum"))
    assert codes(office) == ["Aula", "Werkraum"]


def test_without_a_file_there_is_nothing_to_copy_and_cancelling_does_nothing(
    window: MainWindow, opening: Opening, path: Path, ask: Recorder, tmp_path: Path
) -> None:
    action = window.actions_.named["save_copy"]
    assert not action.isEnabled()
    opening.save_copy()
    assert ask.said == []
    assert opening.open(path)
    assert action.isEnabled()
    ask.answers = [None]
    action.trigger()
    assert window.banner.isHidden()
    assert sorted(tmp_path.glob("*.ganztag")) == [path]


def test_the_menu_of_the_file_offers_it(window: MainWindow) -> None:
    menus = window.findChildren(QMenu)
    assert any(window.actions_.named["save_copy"] in menu.actions() for menu in menus)
