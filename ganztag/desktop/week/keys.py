"""Which key does what in the week; the same table feeds the line of keys below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ganztag.language import _

_Key = Qt.Key
ARROWS = {
    _Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1),
}  # fmt: skip
_DEEDS = {
    _Key.Key_Return: "pick", _Key.Key_Enter: "pick", _Key.Key_F2: "open", _Key.Key_Delete: "remove",
    _Key.Key_Backspace: "remove", _Key.Key_R: "room", _Key.Key_L: "leader", _Key.Key_W: "where", _Key.Key_T: "swap",
    _Key.Key_Escape: "back", _Key.Key_PageUp: "week before", _Key.Key_PageDown: "week after",
}  # fmt: skip
_CARRYING = {_Key.Key_Return: "drop", _Key.Key_Enter: "drop", _Key.Key_Escape: "cancel", _Key.Key_Delete: "remove"}
_SHIFTED = {_Key.Key_Down: "stretch", _Key.Key_Up: "shrink"}


def deed_of(event: QKeyEvent, *, carrying: bool) -> str:
    """Return what a key asks for, empty where it asks for nothing here."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return "" if carrying else _SHIFTED.get(key, "")
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return ""
    return _CARRYING.get(key, "") if carrying else _DEEDS.get(key, "")


def hints(*, carrying: bool, real: bool) -> list[tuple[str, str]]:
    """Return (key, what it does) for the foot of the week."""
    if carrying:
        return [("← ↑ → ↓", _("choose a place")), (_("Enter"), _("set down")), (_("Esc"), _("cancel"))]
    if real:
        return [("← ↑ → ↓", _("choose")), (_("PgUp PgDn"), _("week before, next week")), ("F2", _("open the course"))]
    return [
        (_("Enter"), _("pick up")), ("W", _("where to?")), ("T", _("swap")), (_("Shift ↓ ↑"), _("longer, shorter")),
        ("R", _("room")), ("L", _("leader")), (_("Del"), _("take out")), ("F2", _("open the course")),
    ]  # fmt: skip
