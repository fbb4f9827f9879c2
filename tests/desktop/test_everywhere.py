"""What holds on every screen: names for screen readers, Tab as one reads, one language and one theme at a time."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.main_window import MainWindow
from ganztag.desktop.reading_order import stops
from ganztag.desktop.theme import Theme
from ganztag.desktop.translation import Translation
from ganztag.desktop.widgets.card import Scroll
from ganztag.domain.clock import Clock
from tests.desktop.everywhere import open_window, picture, screens, settle, words


@pytest.fixture
def translation(qapp: QApplication) -> Translation:
    made = Translation(qapp)
    made.speak("de")
    return made


@pytest.fixture
def path(sample_school: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "sample.ganztag"
    copy.write_bytes(sample_school.read_bytes())
    return copy


@pytest.fixture
def shown(path: Path, theme: Theme, translation: Translation, clock: Clock) -> Iterator[MainWindow]:
    with open_window(path, theme, translation, clock) as window:
        yield window


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader says of a control."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_every_control_that_tab_reaches_has_a_name(shown: MainWindow) -> None:
    reached, nameless = 0, []
    for key, _screen in screens(shown):
        for stop in stops(shown):
            reached += 1
            if not spoken_name(stop).strip():
                nameless.append(f"{key}: {type(stop).__name__} {stop.objectName()}")
    assert reached > 200
    assert nameless == []


def test_tab_reaches_every_control_of_a_screen_once(shown: MainWindow) -> None:
    for key, screen in screens(shown):
        found = [stop for stop in stops(shown) if screen.isAncestorOf(stop)]
        assert len(found) == len(set(found)) > (0 if key == "changes" else 3)  # nobody waits yet: it has one button


def test_tab_goes_from_the_search_over_the_chips_to_the_list_and_its_detail(shown: MainWindow) -> None:
    screen = dict(screens(shown))["rooms"]
    at = [stop.mapTo(screen, QPoint(0, 0)) for stop in stops(screen)]
    lines = [(point.x() > screen.width() * 0.68, point.y() // 20, point.x()) for point in at]
    assert lines[1:] == sorted(lines[1:])  # the first is the button of the head, at the right


def frame_of(window: MainWindow) -> Counter[str]:
    """Return the texts around the screens."""
    window.start_page.show_files([])
    settle()
    return words(window.navigation) + words(window.start_page) + words(window.menuBar())


def test_after_a_switch_of_language_nothing_speaks_the_old_one(
    shown: MainWindow, path: Path, theme: Theme, translation: Translation, clock: Clock
) -> None:
    list(screens(shown))
    english = next(action for action in shown.actions_.languages.actions() if action.data() == "en")
    english.trigger()
    settle()
    switched = {key: words(screen) for key, screen in screens(shown)}
    around = frame_of(shown)
    shown.close()
    with open_window(path, theme, translation, clock) as fresh:
        wanted = {key: words(screen) for key, screen in screens(fresh)}
        assert around == frame_of(fresh)
    for key, texts in wanted.items():
        assert (key, sorted(switched[key] - texts), sorted(texts - switched[key])) == (key, [], [])


def test_after_a_switch_of_theme_every_screen_looks_as_if_it_had_begun_in_it(
    shown: MainWindow, path: Path, theme: Theme, translation: Translation, clock: Clock
) -> None:
    list(screens(shown))
    theme.choose("dark")
    settle()
    switched = {key: picture(screen) for key, screen in screens(shown)}
    shown.close()
    with open_window(path, theme, translation, clock) as fresh:
        wanted = {key: picture(screen) for key, screen in screens(fresh)}
    assert [key for key in wanted if switched[key] != wanted[key]] == []


@pytest.mark.parametrize("tag", ["de", "en"])
def test_on_a_small_screen_no_button_is_cut_and_nothing_is_wider_than_its_place(
    path: Path, theme: Theme, translation: Translation, clock: Clock, tag: str
) -> None:
    translation.speak(tag)
    with open_window(path, theme, translation, clock) as window:
        window.resize(fonts.px(1366), fonts.px(768))
        seen, cut = 0, []
        for key, screen in screens(window):
            for button in screen.findChildren(QPushButton):
                if button.isVisible() and button.property("kind") is not None:
                    seen += 1
                    if button.width() < button.sizeHint().width():
                        cut.append(f"{key}: {button.text()}")
            for scroll in screen.findChildren(Scroll):
                inner = scroll.widget()
                if inner is not None and scroll.isVisible() and inner.width() > scroll.viewport().width():
                    cut.append(f"{key}: {inner.width()} in {scroll.viewport().width()}")
    assert seen > 40
    assert cut == []
