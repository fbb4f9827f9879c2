"""The banner says what cannot be and what to do; objections become one, successes go by themselves."""

import errno

from pytestqt.qtbot import QtBot

from ganztag.desktop.ask import objections
from ganztag.desktop.way_back import WayBack
from ganztag.desktop.widgets.banner import Banner
from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import rooms
from ganztag.operations.office import Office


def fail_with(error: Exception) -> None:
    raise error


def banner_of(qtbot: QtBot) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    return banner


def test_an_objection_becomes_a_sentence_and_does_not_fly_on(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    with objections(banner):
        fail_with(Objection(N_("{course} is full.", course="Chor"), advice=N_("Take another course.")))
    assert "Chor" in banner.sentence()
    assert banner.tone() == "bad"


def test_a_success_takes_the_last_objection_away(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    banner.object(Objection(N_("{course} is full.", course="Chor")))
    with objections(banner):
        pass
    assert banner.sentence() == ""


def test_a_hint_stays_when_something_else_succeeds(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    banner.say("Zwei Listen sind veraltet.", tone="warn")
    with objections(banner):
        pass
    assert banner.sentence() == "Zwei Listen sind veraltet."


def test_a_full_disk_becomes_a_sentence(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    with objections(banner):
        fail_with(OSError(errno.ENOSPC, "No space left on device"))
    assert "No space left on device" in banner.sentence()


def test_the_action_is_done_once_and_the_banner_goes(qtbot: QtBot) -> None:
    banner, done = banner_of(qtbot), []
    banner.say("Gelöscht.", tone="ok", action=("Rückgängig", lambda: done.append(1)))
    button = next(b for b in banner.findChildren(type(banner._button)) if b.accessibleName() == "Rückgängig")
    button.click()
    assert done == [1]
    assert banner.sentence() == ""


def added(banner: Banner, office: Office, code: str) -> None:
    office.do(rooms.add(code))
    banner.say(f"{code} ist da.", tone="ok", action=("Rückgängig", WayBack(office)))


def test_a_success_goes_when_its_deed_is_undone_elsewhere(qtbot: QtBot, office: Office) -> None:
    banner = banner_of(qtbot)
    added(banner, office, "R 1")
    office.undo()
    assert banner.sentence() == ""
    office.redo()
    assert banner.sentence() == ""


def test_its_button_is_there_only_while_it_would_do_something(qtbot: QtBot, office: Office) -> None:
    banner = banner_of(qtbot)
    added(banner, office, "R 1")
    office.do(rooms.add("R 2"))
    assert (banner.sentence(), banner._button.isHidden()) == ("R 1 ist da.", True)
    office.undo()
    assert (banner.sentence(), banner._button.isHidden()) == ("R 1 ist da.", False)
    banner._button.click()
    assert office.redo_label is not None
    assert banner.sentence() == ""


def test_the_next_sentence_does_not_go_with_the_last_ones_deed(qtbot: QtBot, office: Office) -> None:
    banner = banner_of(qtbot)
    added(banner, office, "R 1")
    banner.say("Zwei Listen sind veraltet.", tone="warn")
    office.undo()
    assert banner.sentence() == "Zwei Listen sind veraltet."


def test_a_closed_banner_hears_of_nothing_any_more(qtbot: QtBot, office: Office) -> None:
    banner = banner_of(qtbot)
    before = len(office._listeners)
    added(banner, office, "R 1")
    assert len(office._listeners) == before + 1
    banner.clear()
    assert len(office._listeners) == before
