"""The style sheet: only what a palette cannot say, and only by properties, so that no rule leaks into inner widgets.

Written anew at each switch of theme. Pictures for indicators are coloured copies in the cache folder, because
``image: url()`` paints ``currentColor`` black.
"""

from dataclasses import asdict
from string import Template

from ganztag import places
from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet of the whole application for a theme."""
    values = {name: str(colour) for name, colour in asdict(tokens).items() if isinstance(colour, str)}
    values |= {
        "family": fonts.FAMILY,
        "body": str(fonts.body_pixels()),
        "r7": str(fonts.px(7)),
        "check": _picture("check", tokens.on_accent),
        "dash": _picture("minus", tokens.on_accent),
        "chevron": _picture("chevron-down", tokens.muted),
        "menu_check": _picture("check", tokens.accent),
        "menu_next": _picture("chevron-right", tokens.muted),
        **{f"p{n}": str(fonts.px(n)) for n in (2, 4, 6, 8, 10, 12, 14, 16, 18, 24, 28, 32, 34, 36)},
    }
    return Template(_RULES).substitute(values)


def _picture(name: str, colour: str) -> str:
    """Return the address of a coloured copy of an icon, with forward slashes as style sheets want them."""
    file = places.cache() / f"{name}-{colour.strip('#').lower()}.svg"
    drawing = icons.svg(name, colour)
    if not file.exists() or file.read_bytes() != drawing:
        file.write_bytes(drawing)
    return file.as_posix()


_RULES = """
QAbstractItemView, QHeaderView { font-family: "$family"; }
QToolTip { color: $text; background: $raised; border: 1px solid $border_strong; padding: 5px 8px; }

QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }

QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: ${p10}px; }
QFrame[card="quiet"] { background: $background; border: 1px solid $border; border-radius: ${r7}px; }
QFrame[card="raised"] { background: $raised; border: 1px solid $border_strong; border-radius: ${p10}px; }
QFrame[rule="true"] { background: $border; border: none; }
QFrame[rule="strong"] { background: $border_strong; border: none; }
QFrame[notice="bad"] { background: $bad_soft; border: none; border-radius: ${r7}px; }
QFrame[notice="warn"] { background: $warn_soft; border: none; border-radius: ${r7}px; }
QFrame[notice="ok"] { background: $ok_soft; border: none; border-radius: ${r7}px; }
QFrame[notice="accent"] { background: $accent_soft; border: none; border-radius: ${r7}px; }

QFrame[outer="true"] { margin: ${p16}px ${p24}px 0 ${p24}px; }

QPushButton[kind="quiet"] { background: $raised; color: $text; border: 1px solid $border_strong;
  border-radius: ${r7}px; padding: 0 ${p12}px; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:open { background: $track; }
QPushButton[kind="quiet"]:disabled { color: $decoration; border-color: $border; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  border-radius: ${r7}px; padding: 0 ${p14}px; }
QPushButton[kind="primary"]:disabled { background: $track; border-color: $track; color: $decoration; }
QPushButton[kind="danger"] { background: $raised; color: $bad; border: 1px solid $bad;
  border-radius: ${r7}px; padding: 0 ${p12}px; }
QPushButton[kind="danger"]:hover { background: $bad_soft; }
QPushButton[kind="plain"] { background: transparent; color: $text; border: 1px solid transparent;
  border-radius: ${r7}px; padding: 0 ${p8}px; }
QPushButton[kind="plain"]:hover, QPushButton[kind="plain"]:open { background: $track; }
QPushButton[kind="link"] { background: transparent; color: $accent; border: none; padding: 2px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="plain"]:focus, QPushButton[kind="danger"]:focus {
  border: 2px solid $accent; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="link"]:focus { border: 1px solid $accent; border-radius: 3px; padding: 1px; }
QPushButton[kind]::menu-indicator { image: none; width: 0; }

QLineEdit[box="true"], QPlainTextEdit[box="true"] { background: $surface; color: $text;
  border: 1px solid $border_strong; border-radius: ${r7}px; padding: 0 ${p8}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit[box="true"] { padding: ${p4}px; }
QLineEdit[box="true"]:focus, QPlainTextEdit[box="true"]:focus { border: 2px solid $accent; padding: 0 7px; }
QPlainTextEdit[box="true"]:focus { padding: 3px; }
QLineEdit[box="true"]:disabled, QPlainTextEdit[box="true"]:disabled { background: $background; color: $decoration; }
QLineEdit[box="true"][wrong="true"], QPlainTextEdit[box="true"][wrong="true"] { border: 2px solid $bad; }
QLineEdit[search="true"], QLineEdit[search="true"]:focus { padding-left: 2px; }
QLineEdit[box="cell"] { background: $surface; border: 2px solid $accent; border-radius: 5px; padding: 0 4px; }

QComboBox[box="true"] { background: $raised; color: $text; border: 1px solid $border_strong;
  border-radius: ${r7}px; padding: 0 ${p10}px; }
QComboBox[box="true"]:hover { background: $hover; }
QComboBox[box="true"]:focus { border: 2px solid $accent; padding: 0 9px; }
QComboBox[box="true"]:disabled { color: $decoration; }
QComboBox[box="true"][wrong="true"] { border: 2px solid $bad; }
QComboBox[box="true"]::drop-down { border: none; width: ${p28}px; }
QComboBox[box="true"]::down-arrow { image: url("$chevron"); width: ${p16}px; height: ${p16}px; }
QComboBox[box="true"] QAbstractItemView { background: $raised; color: $text; border: 1px solid $border_strong;
  padding: 4px; outline: none; selection-background-color: $accent_soft; selection-color: $text; }
QComboBox[box="true"] QAbstractItemView::item { min-height: ${p28}px; padding: 0 6px; border: none;
  border-radius: 5px; }
QComboBox[box="true"] QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QListView[popup="true"] { background: $raised; color: $text; border: 1px solid $border_strong; padding: 4px;
  outline: none; }
QListView[popup="true"]::item { min-height: ${p28}px; padding: 0 6px; border-radius: 5px; }
QListView[popup="true"]::item:selected { background: $accent_soft; color: $text; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { background: transparent; color: $text; border: none; border-radius: 5px; padding: 4px;
  font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $track; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QAbstractItemView { background: $raised; color: $text; border: none; outline: none;
  selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $decoration; }

QCheckBox, QRadioButton { spacing: ${p8}px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: ${p14}px; height: ${p14}px; border-radius: 4px;
  border: 1px solid $decoration; background: $surface; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$check"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $accent;
  border-color: $accent; image: url("$dash"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:disabled { background: $track; border-color: $border; }

QTableView[list="true"], QListView[list="true"], QTreeView[list="true"] { background: transparent; border: none;
  outline: none; selection-background-color: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableView[list="true"] QTableCornerButton::section { background: transparent; border: none; }
QScrollArea[bare="true"] { background: transparent; border: none; }
QWidget[bare="true"] { background: transparent; }
QSplitter::handle { background: transparent; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; border: none; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: ${p36}px; }
QScrollBar::handle:horizontal { min-width: ${p36}px; }
QScrollBar::handle:hover { background: $decoration; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }

QMenuBar { background: $sidebar; color: $text; border-bottom: 1px solid $border; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px ${p10}px; border-radius: 5px; }
QMenuBar::item:selected { background: $track; }
QMenu { background: $raised; color: $text; border: 1px solid $border_strong; padding: 5px; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p10}px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $decoration; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::indicator { width: ${p16}px; height: ${p16}px; padding-left: ${p6}px; }
QMenu::indicator:checked { image: url("$menu_check"); }
QMenu::right-arrow { image: url("$menu_next"); width: ${p14}px; height: ${p14}px; }
QProgressBar { background: $track; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""
