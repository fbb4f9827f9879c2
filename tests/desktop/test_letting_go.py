"""A school that was closed is let go of: its screens, its watch and its office do not pile up."""

import gc
import shutil
import weakref
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ganztag.desktop.opening import Opening
from ganztag.operations import courses


def _worked_with(opening: Opening, path: Path) -> list["weakref.ref[object]"]:
    """Open a school, look at each screen, change a thing; return what belongs to it, weakly."""
    assert opening.open(path)
    school = opening.school
    assert school is not None
    host = school._window.host
    for key in school.screens():
        school.turn_to(key)
        QApplication.processEvents()
    desk = school.desk
    desk.office.do(courses.edit(desk.watch.offer().courses[0].id, title=f"Neu {path.name}"))
    screens: list[object] = [host.screen_of(key) for key in school.screens()]
    return [weakref.ref(thing) for thing in (school, desk.watch, desk.watch.offer(), desk.office, *screens)]


def _dust() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    gc.collect()


def test_of_a_closed_school_nothing_is_left(opening: Opening, sample_school: Path, tmp_path: Path) -> None:
    path = tmp_path / "twice.ganztag"
    shutil.copyfile(sample_school, path)
    widgets = []
    for _time in range(2):
        found = _worked_with(opening, path)
        assert all(one() is not None for one in found)
        opening.close_file()
        _dust()
        assert [type(one()).__name__ for one in found if one() is not None] == []
        widgets.append(len(QApplication.allWidgets()))
    assert widgets[1] <= widgets[0]
