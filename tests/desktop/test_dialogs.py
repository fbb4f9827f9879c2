"""What holds for every dialog: names for screen readers, one language at a time, nothing wider than a small screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.changes import dialogs as changes
from ganztag.desktop.courses.dialogs import MoveDialog, NewCourseDialog
from ganztag.desktop.courses.reading import read
from ganztag.desktop.courses.strike_dialog import StrikeDialog
from ganztag.desktop.desk import Desk
from ganztag.desktop.failure import FailureWindow
from ganztag.desktop.importing.dialog import ImportDialog
from ganztag.desktop.new_school import NewSchoolDialog
from ganztag.desktop.pupils.dialogs import add_dialog, leave_dialog, sibling_dialog
from ganztag.desktop.reading_order import stops
from ganztag.desktop.translation import Translation
from ganztag.exchange.kinds import Kind
from tests.desktop.everywhere import settle, words
from tests.desktop.test_everywhere import spoken_name

SMALL = QSize(1366, 768)
Make = Callable[[QWidget, Desk, Path], QDialog]


def importing(kind: Kind, text: str) -> Make:
    def make(owner: QWidget, desk: Desk, folder: Path) -> QDialog:
        file = folder / "table.csv"
        file.write_text(text, encoding="utf-8")
        return ImportDialog(desk, owner, kind, file)

    return make


DIALOGS: dict[str, Make] = {
    "new school": lambda owner, _desk, _folder: NewSchoolDialog(owner),
    "new course": lambda owner, desk, _folder: NewCourseDialog(owner, read(desk).offered),
    "strike": lambda owner, desk, _folder: StrikeDialog(owner, "Chor", desk.today(), lambda _day: [], {}),
    "waiting": lambda owner, _desk, _folder: changes.add_dialog(owner, [(1, "Öz, Can")], [(2, "Chor")], 2),
    "place": lambda owner, _desk, _folder: changes.place_dialog(owner, "Öz, Can", 3, "Härtefall"),
    "move": lambda owner, desk, _folder: MoveDialog(owner, "Müller-Lüdenscheidt, Änne", [(1, "Chor")], desk.today()),
    "new child": lambda owner, _desk, _folder: add_dialog(owner, [(1, "5a")], 1),
    "leaving": lambda owner, desk, _folder: leave_dialog(owner, "Geht", "Austritt eintragen", desk.today(), "Worte"),
    "sibling": lambda owner, _desk, _folder: sibling_dialog(owner, [(1, "Öz, Can")]),
    "pupils": importing(Kind.PUPILS, "Nachname;Vorname;Klasse\nAdeyemi;Tola;9a\n;;5a\n"),
    "courses": importing(Kind.COURSES, "Nr;Titel;Block\n900;Imkern;Mo 14:00-15:30\n"),
    "wishes": importing(Kind.WISHES, "Nachname;Vorname;Klasse;Wunsch 1\nAdeyemi;Tola;9a;100\n"),
    "failure": lambda _owner, _desk, _folder: FailureWindow("ValueError"),
}


@pytest.fixture(params=list(DIALOGS))
def dialog(request: pytest.FixtureRequest, qapp: QApplication, sample_desk: Desk, tmp_path: Path) -> Iterator[QDialog]:
    """Return each dialog in turn, shown on the sample school."""
    owner = QWidget()
    made = DIALOGS[request.param](owner, sample_desk, tmp_path)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    owner.deleteLater()


def test_every_control_of_a_dialog_has_a_name(dialog: QDialog) -> None:
    found = list(stops(dialog))
    assert len(found) > 2
    assert [type(stop).__name__ for stop in found if not spoken_name(stop).strip()] == []


def test_a_dialog_fits_on_a_small_screen_and_no_button_is_cut(dialog: QDialog) -> None:
    small = QSize(fonts.px(SMALL.width()), fonts.px(SMALL.height()))
    assert dialog.size().boundedTo(small) == dialog.size()
    cut = [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible() and b.width() < b.sizeHint().width()]
    assert cut == []


def test_a_dialog_says_in_its_title_what_it_is_for(dialog: QDialog) -> None:
    assert dialog.windowTitle().strip()


def test_the_window_for_our_own_mistakes_follows_a_switch_of_language(qapp: QApplication) -> None:
    translation = Translation(qapp)
    translation.speak("de")
    shown = FailureWindow("ValueError")
    shown.show()
    german = words(shown)
    translation.speak("en")
    settle()
    english = words(shown)
    translation.speak("de")
    settle()
    assert words(shown) == german
    assert "Go on" in english
    assert "Go on" not in german
    assert shown.findChildren(QPlainTextEdit)[0].toPlainText() == "ValueError"
    shown.close()
