"""Light and dark are one table; a switch while the program runs reaches palette, painters and icons."""

import sys

import pytest
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ganztag.desktop import fonts, icons
from ganztag.desktop.style_sheet import style_sheet
from ganztag.desktop.theme import Theme
from ganztag.desktop.tokens import DARK, LIGHT, Tokens, tokens_of
from ganztag.desktop.widgets.table import Table
from tests.desktop.widgets.test_rows import CHILDREN, rows_of


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground_it_stands_on(tokens: Tokens) -> None:
    grounds = (tokens.background, tokens.surface, tokens.sidebar, tokens.selection)
    pairs = [(text, ground) for text in (tokens.text, tokens.muted) for ground in grounds]
    pairs += [(getattr(tokens, tone), getattr(tokens, f"{tone}_soft")) for tone in ("accent", "ok", "warn", "bad")]
    tones = (tokens.accent, tokens.ok, tokens.warn, tokens.bad)
    pairs += [(tone, ground) for tone in tones for ground in (tokens.background, tokens.surface, tokens.selection)]
    pairs += [(text, tokens.raised) for text in (tokens.text, tokens.muted, tokens.bad)]
    pairs += [(text, tokens.hover) for text in (tokens.text, tokens.muted, tokens.accent)]
    pairs += [(tokens.text, tokens.accent_soft), (tokens.text, tokens.track)]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.muted, tokens.track)]
    pairs += list(zip(tokens.on_wishes, tokens.wishes, strict=True))
    pairs += list(zip(tokens.categories, tokens.category_softs, strict=True))
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5} == {}


def test_a_switch_of_theme_reaches_palette_and_painters(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("Kurs")
    qtbot.addWidget(label)
    theme.choose("dark")
    assert QGuiApplication.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.background
    assert tokens_of(label) is DARK
    theme.choose("light")
    assert tokens_of(label) is LIGHT


def test_a_table_is_painted_dark_after_the_switch(theme: Theme, qtbot: QtBot) -> None:
    table = Table(rows_of(CHILDREN))
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    theme.choose("dark")
    picture = table.grab().toImage()
    assert picture.pixelColor(200, 280).lightness() < 80


def test_icons_are_recoloured(theme: Theme) -> None:
    icon = icons.icon("users", "text")
    light = icon.pixmap(24, 24).toImage()
    theme.choose("dark")
    dark = icon.pixmap(24, 24).toImage()
    tones = [
        {
            image.pixelColor(x, y).lightness()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 250
        }
        for image in (light, dark)
    ]
    assert max(tones[0]) < 80
    assert min(tones[1]) > 180


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_no_rule_of_the_style_sheet_leaks_into_inner_widgets(tokens: Tokens) -> None:
    rules = style_sheet(tokens)
    heads = [part.split("{")[0] for part in rules.split("}") if "{" in part]
    for head in heads:
        for selector in head.split(","):
            name = selector.strip()
            assert not name.startswith(("QWidget ", "*", "QAbstractSpinBox", "QDateEdit", "QSpinBox"))
            if name.startswith(("QLineEdit", "QComboBox", "QFrame", "QPushButton", "QLabel")):
                assert "[" in name, name


def test_all_bundled_fonts_are_taken_and_figures_have_one_width(qapp: QApplication) -> None:
    assert fonts.register() == ()
    widths = {QFontMetrics(fonts.figures()).horizontalAdvance(figure * 10) for figure in "0123456789"}
    assert len(widths) == 1


def test_a_double_name_keeps_its_narrow_hyphen() -> None:
    widths = [QFontMetrics(fonts.fitting(text)).horizontalAdvance("-") for text in ("Al-Khatib", "12-14")]
    assert widths[0] < widths[1]


def test_thousands_of_repaints_leave_the_reference_count_of_none_alone(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 lost one reference to None with each call and died after some thousands."""
    table = Table(rows_of(CHILDREN))
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    table.grab()
    before = sys.getrefcount(None)
    for _paint in range(200):
        table.grab()
    assert abs(sys.getrefcount(None) - before) < 200
