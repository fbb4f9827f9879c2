"""The import of a timetable in its dialog."""

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from ganztag.desktop.desk import Desk
from ganztag.desktop.importing import open_import
from ganztag.desktop.importing.dialog import ImportDialog
from ganztag.exchange.kinds import Kind
from ganztag.operations import rooms, staff
from ganztag.queries.settings import settings
from ganztag.queries.week_times import all_room_times, all_staff_times
from tests.desktop.hands import Recorder
from tests.desktop.importing.test_dialog import Owner, owner

__all__ = ["owner"]
Bring = Callable[..., bool]


@pytest.fixture
def bring(desk: Desk, ask: Recorder, owner: Owner, tmp_path: Path) -> Bring:
    desk.office.do(rooms.add("R 104"))
    desk.office.do(staff.add(surname="Berg", code="Ber"))

    def act(text: str, fill: Callable[[ImportDialog], None], kind: str = "lessons", *answers: Any) -> bool:
        path = tmp_path / "GPU001.TXT"
        path.write_text(text, encoding="cp1252")
        ask.answers += [fill, *answers]
        return open_import(desk, owner, kind, path)

    return act


def test_unknown_rooms_are_told_and_added_by_a_tick(bring: Bring, desk: Desk, owner: Owner) -> None:
    seen: list[Any] = []

    def fill(dialog: ImportDialog) -> None:
        seen.append([str(problem.message) for problem in dialog.plan.warnings])
        dialog.lessons.rooms.setChecked(True)
        seen.append((dialog.plan.warnings, dialog.plan.creates[0].names))

    assert bring('1;"5a";"BER";"De";"Küche";1;1;;\n', fill)
    assert "Küche" in seen[0][0]
    assert seen[1] == ((), ("Küche",))
    assert len(desk.office.read(all_room_times)) == 1
    owner.banner._button.click()
    assert desk.office.read(all_room_times) == desk.office.read(all_staff_times) == {}


def test_times_of_lessons_are_asked_for_where_they_are_missing(bring: Bring, desk: Desk) -> None:
    seen: list[str] = []

    def write_bells(dialog: Any) -> None:
        dialog.form.editor("bells").setPlainText("12: abends")
        dialog.accept()
        seen.append(dialog.banner.sentence())
        dialog.form.editor("bells").setPlainText("12: 18:00-18:45")

    def fill(dialog: ImportDialog) -> None:
        assert not dialog.import_button.isEnabled()
        assert "12" in dialog.banner.sentence()
        dialog.lessons.bells.click()
        assert dialog.import_button.isEnabled()

    assert bring('1;"5a";"BER";"De";"R 104";1;12;;\n', fill, "lessons", write_bells)
    assert "abends" in seen[0]
    (times,) = desk.office.read(all_room_times).values()
    assert [(one.opens, one.closes) for one in times] == [(time(18), time(18, 45))]
    assert desk.office.read(settings).bell_times == "12: 18:00-18:45"
    desk.office.undo()
    assert desk.office.read(settings).bell_times != "12: 18:00-18:45"


def test_a_timetable_chosen_as_a_list_of_rooms_is_taken_for_what_it_is(bring: Bring, desk: Desk) -> None:
    kinds: list[Kind] = []

    def fill(dialog: ImportDialog) -> None:
        kinds.append(dialog.kind)

    assert bring('1;"5a";"BER";"De";"R 104";1;1;;\n', fill, "rooms")
    assert kinds == [Kind.LESSONS]
