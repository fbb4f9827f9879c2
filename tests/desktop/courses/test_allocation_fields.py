"""What a course says for the allocation, set beside its list."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ganztag.desktop.courses.screen import CoursesScreen
from ganztag.desktop.desk import Desk
from ganztag.queries.invitations import invited
from tests.desktop.hands import type_text
from tests.desktop.hosting import hosted
from tests.offered import Offered


@pytest.fixture
def screen(qtbot: QtBot, offered: Offered, desk: Desk) -> Iterator[CoursesScreen]:
    with hosted(qtbot, desk, CoursesScreen(desk)) as (shown, _ear):
        shown.go_to(offered.volleyball)
        shown.detail.turn_to("more")
        yield shown


def _type(screen: CoursesScreen, key: str, text: str) -> str:
    """Type into a field, leave it, and return what is said against it."""
    editor = screen.detail.more.editor(key)
    editor.setFocus()
    editor.setText(text)
    editor.editingFinished.emit()
    return screen.detail.more.form(key).complaint(key)


def test_sizes_and_support_places_are_kept_and_must_fit(screen: CoursesScreen, offered: Offered) -> None:
    assert _type(screen, "ideal_size", "8") == ""
    assert _type(screen, "max_support", "2") == ""
    assert _type(screen, "ideal_size", "13") != "", "more than the maximum of 12"
    screen.detail.more.editor("must_run").click()

    course = offered.course(offered.volleyball)
    assert (course.ideal_size, course.max_support, course.must_run) == (8, 2, True)


def test_children_are_invited_by_typing_and_uninvited_again(screen: CoursesScreen, offered: Offered) -> None:
    more = screen.detail.more
    assert not more.invitations.isVisibleTo(screen)
    more.editor("admission").put("invited")
    more.editor("admission").left.emit()
    assert offered.course(offered.volleyball).admission == "invited"
    assert more.invitations.isVisibleTo(screen)

    type_text(more.invitations.seeker, "dana")
    more.invitations.seeker.left_down.emit()

    assert offered.office.read(invited, offered.volleyball) == ((offered.dana, "Wójcik, Dana"),)
    assert more.invitations.value() == (offered.dana,)
    type_text(more.invitations.seeker, "dana")
    assert more.invitations.seeker.near() == []
    offered.office.undo()
    assert more.invitations.value() == ()
