"""The calendar of the school year: seen, marked by mouse and keys, filled from a calendar file; and the rules."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.school.calendar_section import CalendarSection
from ganztag.desktop.school.ics_dialog import IcsDialog
from ganztag.desktop.school.screen import SchoolScreen
from ganztag.desktop.school.year_amounts import YearAmounts
from ganztag.desktop.school.year_geometry import YearGeometry
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.domain.settings import by_year
from ganztag.operations import calendar as operations
from ganztag.operations import classes, school
from ganztag.queries import calendar, frame
from ganztag.queries.settings import settings
from tests.desktop.hands import Recorder, press, type_text
from tests.desktop.hosting import hosted

DAY = date(2026, 11, 23)
MONTHS = [date(2026 + (7 + n) // 12, (7 + n) % 12 + 1, 1) for n in range(12)]


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[SchoolScreen]:
    with hosted(qtbot, desk, SchoolScreen(desk)) as (made, _ear):
        made.go_to_chip("calendar")
        yield made


@pytest.fixture
def section(screen: SchoolScreen) -> CalendarSection:
    return screen.calendar


def mouse(section: CalendarSection, kind: QEvent.Type, day: date) -> None:
    at = section.calendar.area_of(day)
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, at, QPointF(at), button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    QApplication.sendEvent(section.calendar, event)


def own(desk: Desk) -> list[tuple[str, date, date]]:
    rows = desk.office.read(calendar.days_off, date(2026, 8, 1), date(2027, 7, 31))
    return [(row.name, row.starts, row.ends) for row in rows if row.kind == "own"]


def test_every_day_of_the_year_is_found_where_it_is_painted() -> None:
    place = YearGeometry(MONTHS, 1080, 560)
    for day in (date(2026, 8, 1), date(2026, 12, 31), date(2027, 2, 28), date(2027, 7, 31)):
        area = place.day(day)
        assert area is not None
        assert place.at(area.center()) == day
    assert place.at(QPointF(5, 5)) is None
    assert place.day(date(2027, 8, 1)) is None
    february = place.day(date(2027, 2, 28))
    assert february is not None
    assert place.at(QPointF(february.center().x(), 559)) is None
    assert place.beside(date(2027, 1, 31), 1) == date(2027, 2, 28)


def test_holidays_weekends_and_half_years_are_painted_and_said(section: CalendarSection) -> None:
    days = section.calendar.days()
    assert days is not None
    assert days.kind(date(2026, 10, 20)) == "school"
    assert days.kind(date(2026, 12, 25)) == "public"
    assert days.kind(date(2026, 11, 24)) == ""
    assert days.name(date(2026, 10, 19)) == ("Herbstferien", 12)
    assert days.name(date(2026, 12, 21))[1] == 4  # Christmas begins on the fifth
    assert "2. Halbjahr" in days.words(date(2027, 2, 1))
    assert "A-Woche" in days.words(date(2026, 8, 20))
    assert "Ferien" in section._legend["school"].text()
    image = section.calendar.grab().toImage()
    assert colour(section, image, date(2026, 10, 20)) != colour(section, image, date(2026, 11, 24))


def colour(section: CalendarSection, image: QImage, day: date) -> str:
    at = section.calendar.area_of(day)
    return image.pixelColor(int(at.x() + 25), int(at.y())).name()


def test_days_are_marked_with_the_mouse_and_named(section: CalendarSection, desk: Desk, ask: Recorder) -> None:
    ask.answers.append(named("Projektwoche"))
    mouse(section, QEvent.Type.MouseButtonPress, DAY)
    mouse(section, QEvent.Type.MouseMove, date(2026, 11, 25))
    assert section.calendar.span() == (DAY, date(2026, 11, 25))
    press(section.calendar, Qt.Key.Key_Return)
    assert own(desk) == [("Projektwoche", DAY, date(2026, 11, 25))]
    days = section.calendar.days()
    assert days is not None
    assert days.kind(DAY) == "own"
    desk.office.undo()
    assert own(desk) == []


def named(name: str) -> object:
    def fill(dialog: FormDialog) -> None:
        editor = dialog.form.editor("name")
        type_text(editor, name)

    return fill


def test_days_are_marked_with_the_keys(section: CalendarSection, desk: Desk, ask: Recorder) -> None:
    section.calendar.mark(DAY, DAY)
    ask.answers.append(named("Ausflug"))
    press(section.calendar, Qt.Key.Key_Right)
    press(section.calendar, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(section.calendar, Qt.Key.Key_Space)
    assert own(desk) == [("Ausflug", date(2026, 12, 23), date(2026, 12, 24))]
    assert "24.12.2026" in section.calendar.accessibleDescription()


def test_a_day_of_her_own_leads_to_its_line(screen: SchoolScreen, section: CalendarSection, desk: Desk) -> None:
    desk.office.do(operations.add_day_off("Studientag", DAY, DAY))
    mouse(section, QEvent.Type.MouseButtonPress, DAY)
    mouse(section, QEvent.Type.MouseButtonDblClick, DAY)
    assert screen.tabs.key() == "days"
    row = screen.sections["days"].chosen()
    assert row is not None
    assert row.name == "Studientag"


def test_a_class_that_is_away_has_its_own_kind(section: CalendarSection, desk: Desk) -> None:
    class_id = desk.office.do(classes.add(desk.term().school_year_id, "5a"))
    desk.office.do(operations.add_day_off("Klassenfahrt", DAY, DAY, school_class_id=class_id))
    days = section.calendar.days()
    assert days is not None
    assert days.kind(DAY) == "part"
    assert days.name(DAY) == ("Klassenfahrt (5a)", 1)


def test_the_first_week_is_set_with_the_half_year(screen: SchoolScreen, section: CalendarSection, desk: Desk) -> None:
    screen.go_to_chip("terms")
    editor = screen.sections["terms"].form.editor("first_week")
    editor.pick("B")
    editor.picked.emit("B")
    assert desk.office.read(frame.term).first_week == "B"
    screen.go_to_chip("calendar")
    days = section.calendar.days()
    assert days is not None
    assert "B-Woche" in days.words(date(2026, 8, 20))


def test_holidays_that_are_not_known_are_told(screen: SchoolScreen, section: CalendarSection, desk: Desk) -> None:
    assert section._words.isHidden()
    for _year in range(4):
        desk.office.do(school.add_next_year())
    desk.office.do(school.choose_term(desk.office.read(frame.terms)[-1].id))
    desk.office.do(operations.set_land("RP"))
    assert "Rheinland-Pfalz" in section._words.text()
    assert not section._words.isHidden()


ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nUID:t1\r\nDTSTART;VALUE=DATE:20261112\r\nDTEND;VALUE=DATE:20261114\r\nSUMMARY:Studientage\r\n"
    "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:b1\r\nDTSTART;VALUE=DATE:20191203\r\nRRULE:FREQ=YEARLY\r\n"
    "SUMMARY:Geburtstag Frau Öztürk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "termine.ics"
    path.write_text(ICS, encoding="utf-8", newline="")
    return path


def test_a_calendar_file_is_previewed_and_what_is_ticked_comes_in(
    section: CalendarSection, desk: Desk, ask: Recorder, file: Path
) -> None:
    seen: list[tuple[str, bool]] = []

    def look(dialog: IcsDialog) -> None:
        seen.extend((row.line.event.name, row.marked) for row in dialog.rows.visible())
        dialog.table.choose(1)
        press(dialog.table, Qt.Key.Key_Space)
        press(dialog.table, Qt.Key.Key_Space)
        assert "1" in dialog.done_button.text()

    ask.answers = [file, look]
    section._file.click()
    assert seen == [("Studientage", True), ("Geburtstag Frau Öztürk", False)]
    assert own(desk) == [("Studientage", date(2026, 11, 12), date(2026, 11, 13))]
    file.write_text(ICS.replace("20261112", "20261111"), encoding="utf-8", newline="")
    ask.answers = [file, lambda _dialog: None]
    section._file.click()
    assert own(desk) == [("Studientage", date(2026, 11, 11), date(2026, 11, 13))]


def test_a_file_that_is_no_calendar_is_refused_with_a_sentence(
    screen: SchoolScreen, section: CalendarSection, ask: Recorder, tmp_path: Path
) -> None:
    other = tmp_path / "liste.ics"
    other.write_text("Name;Klasse\nAda;5a\n", encoding="utf-8")
    ask.answers = [other]
    section._file.click()
    assert "liste.ics" in screen.banner.sentence()
    ask.answers = [None]
    section._file.click()


def test_nothing_ticked_brings_nothing_in(section: CalendarSection, desk: Desk, ask: Recorder, file: Path) -> None:
    def untick(dialog: IcsDialog) -> None:
        dialog.table.choose(0)
        press(dialog.table, Qt.Key.Key_Space)
        assert not dialog.done_button.isEnabled()

    ask.answers = [file, untick]
    section._file.click()
    assert own(desk) == []


def test_a_rule_is_kept_as_soon_as_its_field_is_left(screen: SchoolScreen, desk: Desk) -> None:
    screen.go_to_chip("rules")
    rule = screen.rules.rules["travel_minutes"].editor
    assert isinstance(rule, Form)
    editor = rule.editor("travel_minutes")
    editor.clear()
    type_text(editor, "10")
    press(editor, Qt.Key.Key_Return)
    assert desk.office.read(settings).travel_minutes == 10
    flag = screen.rules.rules["alternate_in_holidays"].editor
    assert isinstance(flag, Form)
    flag.editor("alternate_in_holidays").click()
    assert not desk.office.read(settings).alternate_in_holidays
    money = screen.rules.rules["report_fees_from"].editor
    assert isinstance(money, Form)
    editor = money.editor("report_fees_from")
    editor.clear()
    type_text(editor, "2.000,50")
    press(editor, Qt.Key.Key_Return)
    assert desk.office.read(settings).report_fees_from == 200_050
    desk.office.undo()
    assert editor.text() == "1500,00"


def test_amounts_by_year_are_a_small_table(screen: SchoolScreen, desk: Desk) -> None:
    screen.go_to_chip("rules")
    amounts = screen.rules.rules["trainer_allowance"].editor
    assert isinstance(amounts, YearAmounts)
    assert sorted(amounts.forms) == [2021, 2026]
    amounts._add.click()
    assert by_year(desk.office.read(settings).trainer_allowance) == {2021: 300_000, 2026: 330_000, 2027: 330_000}
    editor = amounts.forms[2027].editor("cents")
    editor.clear()
    type_text(editor, "3.500")
    press(editor, Qt.Key.Key_Return)
    assert by_year(desk.office.read(settings).trainer_allowance)[2027] == 350_000
    editor = amounts.forms[2027].editor("year")
    editor.clear()
    type_text(editor, "2026")
    press(editor, Qt.Key.Key_Return)
    assert "2026" in amounts.forms[2027].complaint("year")
    desk.office.undo()
    desk.office.undo()
    assert sorted(amounts.forms) == [2021, 2026]
