"""The dialog that finds places, as the coordinator uses it: tick, limit, calculate, look, accept."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.jobs import Job, Jobs
from ganztag.desktop.placing import open_placing
from ganztag.desktop.placing.dialog import PlacingDialog
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.widgets.banner import Banner
from ganztag.language import speak
from ganztag.operations import courses, moving, rooms
from ganztag.queries.meetings import meetings_of
from tests.desktop.hands import Recorder, press, type_text
from tests.offered import Offered

Opened = Callable[..., PlacingDialog]


class Owner(QWidget):
    """A window with a banner."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner(self)


@pytest.fixture
def drums(offered: Offered) -> int:
    """Return a course that waits for a place."""
    made = offered.office.do(courses.add(offered.term, "Trommeln", number="104"))
    offered.office.do(courses.place_among(made, staff_ids=[offered.leader]))
    return made


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Opened]:
    """Return what opens the dialog for these courses."""
    made: list[PlacingDialog] = []

    def act(course_ids: list[int] | None = None) -> PlacingDialog:
        dialog = PlacingDialog(desk, None, course_ids)
        dialog.seconds = 20
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        made.append(dialog)
        return dialog

    yield act
    for dialog in made:
        dialog.close()


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def tick(dialog: PlacingDialog, course: int) -> None:
    """Click into the box before a course."""
    area = dialog.table.visualRect(dialog.rows.index_of(course))
    at = QPoint(area.left() + 20, area.center().y())
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def lines(dialog: PlacingDialog) -> dict[str, tuple[str, str]]:
    """Return course -> (what becomes of it, where)."""
    return {row.course: (row.kind, row.place) for row in dialog.proposal.rows.all()}


def test_what_waits_is_ticked_and_gets_its_place_by_two_clicks(opened: Opened, offered: Offered, drums: int) -> None:
    dialog = opened()
    assert dialog.rows.visible_ids() == [drums]
    assert "1" in dialog.calculate_button.text()
    click(dialog.calculate_button)
    assert lines(dialog) == {"104 Trommeln": ("new", "Di 14:00–15:30, R 104")}
    assert dialog.accept_button.isVisible()
    assert not dialog.calculate_button.isVisible()
    click(dialog.accept_button)
    assert dialog.result() == PlacingDialog.DialogCode.Accepted
    assert offered.office.read(meetings_of, [drums])[drums][0].block_id == offered.tuesday


def test_ticks_are_set_by_mouse_and_by_space(opened: Opened, offered: Offered, drums: int) -> None:
    dialog = opened()
    dialog.filters.turn_on("all")
    tick(dialog, offered.choir)
    assert dialog.marked == {drums, offered.choir}
    tick(dialog, drums)
    assert dialog.marked == {offered.choir}
    dialog.table.choose(offered.robotics)
    press(dialog.table, Qt.Key.Key_Space)
    assert dialog.marked == {offered.choir, offered.robotics}
    dialog.filters.turn_on("marked")
    assert sorted(dialog.rows.visible_ids()) == sorted(dialog.marked)


def test_without_a_tick_nothing_can_be_calculated(opened: Opened, drums: int) -> None:
    dialog = opened()
    tick(dialog, drums)
    assert not dialog.calculate_button.isEnabled()
    click(dialog.calculate_button)
    assert dialog.pages.currentIndex() == 0


def test_a_course_that_is_fixed_cannot_be_ticked(opened: Opened, offered: Offered) -> None:
    meeting = offered.office.read(meetings_of, [offered.choir])[offered.choir][0]
    offered.office.do(moving.fix([meeting.id], fixed=True))
    dialog = opened([])
    tick(dialog, offered.choir)
    assert dialog.marked == set()


def test_limits_are_kept_with_the_course_and_obeyed(opened: Opened, offered: Offered, drums: int) -> None:
    dialog = opened()
    click(dialog.limits.blocks.chips[offered.monday])
    assert dialog.limits.blocks.value() == (offered.monday,)
    click(dialog.calculate_button)
    assert lines(dialog)["104 Trommeln"][0] == "left"  # R 104 and Şahin are with robotics on Monday
    assert not dialog.accept_button.isEnabled()
    click(dialog.back)
    assert dialog.pages.currentIndex() == 0
    click(dialog.limits.blocks.chips[offered.tuesday])
    click(dialog.calculate_button)
    assert lines(dialog)["104 Trommeln"] == ("new", "Di 14:00–15:30, R 104")
    offered.office.undo()
    assert dialog._desk.watch.offer().index.course[drums].blocks == (offered.monday,)


def test_rooms_and_leaders_are_found_by_a_few_letters(opened: Opened, offered: Offered, drums: int) -> None:
    aula = offered.office.do(rooms.add("Aula", seats=100))
    dialog = opened()
    type_text(dialog.limits.rooms.seeker, "aul")
    press(dialog.limits.rooms.seeker, Qt.Key.Key_Return)
    assert dialog.limits.rooms.value() == (aula,)
    remove = next(b for b in dialog.limits.leaders.findChildren(QPushButton) if b.objectName() == str(offered.leader))
    click(remove)
    assert dialog._desk.watch.offer().index.course[drums].leaders == ()
    click(dialog.calculate_button)
    assert lines(dialog)["104 Trommeln"][1].endswith("Aula")


def test_what_has_no_place_is_told_time_by_time(opened: Opened, offered: Offered, drums: int) -> None:
    speak("en")
    offered.office.do(courses.place_among(drums, block_ids=[offered.monday]))
    dialog = opened()
    click(dialog.calculate_button)
    (shown,) = dialog.proposal.rows.all()
    assert "Robotik" in shown.note
    words = [label.text() for label in dialog.proposal._detail.findChildren(QWidget) if hasattr(label, "text")]
    assert any("Robotik" in text and "Mon" in text for text in words)


def test_what_moves_says_where_it_was(opened: Opened, offered: Offered) -> None:
    offered.office.do(courses.place_among(offered.robotics, block_ids=[offered.tuesday]))
    dialog = opened([offered.robotics])
    click(dialog.calculate_button)
    (shown,) = dialog.proposal.rows.all()
    assert (shown.kind, shown.place) == ("moved", "Di 14:00–15:30, R 104")
    assert "Mo 14:00–15:30, R 104" in shown.note


def test_a_plan_that_changed_meanwhile_is_told_and_nothing_is_lost(
    opened: Opened, offered: Offered, drums: int
) -> None:
    dialog = opened()
    click(dialog.calculate_button)
    offered.office.do(rooms.edit(offered.room, "R 104", seats=3))
    click(dialog.accept_button)
    assert dialog.isVisible()
    assert "R 104" in dialog.banner.sentence()
    click(dialog.again)
    click(dialog.accept_button)
    assert drums in offered.office.read(meetings_of, [drums])


def test_an_accepted_proposal_is_told_in_the_banner_and_can_be_taken_back(
    qtbot: QtBot, desk: Desk, ask: Recorder, offered: Offered, drums: int
) -> None:
    owner = Owner()
    qtbot.addWidget(owner)

    def fill(dialog: PlacingDialog) -> None:
        dialog.seconds = 20
        dialog.calculate()

    ask.answers.append(fill)
    assert open_placing(desk, owner)
    assert owner.banner.sentence()
    owner.banner._pressed()
    assert offered.office.read(meetings_of, [drums]) == {}


def test_stopping_keeps_the_best_so_far(qtbot: QtBot, offered: Offered, ask: Recorder) -> None:
    """Forty courses want four rooms: proving that takes longer than the impatient wait."""
    for number in range(40):
        offered.office.do(courses.add(offered.term, f"Kurs {number}", min_size=number % 7, max_size=8 + number % 9))
    for number in range(4):
        offered.office.do(rooms.add(f"Raum {number}", seats=6 + number))
    jobs = Jobs()
    dialog = PlacingDialog(Desk(offered.office, ask, jobs, Preferences()), None)
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.calculate_button)
    (job,) = dialog.job.findChildren(Job)
    with qtbot.waitSignal(job.progressed, timeout=30_000):
        assert dialog.job.is_running()
    dialog.progress.stop_wanted.emit()
    qtbot.waitUntil(lambda: not dialog.job.is_running(), timeout=30_000)
    assert dialog.outcome is not None
    assert dialog.outcome.stopped
    assert dialog.outcome.placed
    assert dialog.pages.currentIndex() == 1
    assert dialog.accept_button.isEnabled()
    assert jobs.close()


def test_leaving_stops_what_is_calculated_first(qtbot: QtBot, offered: Offered, ask: Recorder, drums: int) -> None:
    jobs = Jobs()
    dialog = PlacingDialog(Desk(offered.office, ask, jobs, Preferences()), None)
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.calculate_button)
    click(dialog.cancel)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=30_000)
    assert offered.office.read(meetings_of, [drums]) == {}
    assert jobs.close()
