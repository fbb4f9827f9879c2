"""The dialogs of single sessions: cancelled, moved, in another room, led by others, and a leader who is away."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ganztag.desktop.courses.session_words import when
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.language import N_, _, ngettext
from ganztag.queries.sessions import SessionRow

CANCEL, OTHERS = -1, -2  # what is done where a leader is away and nobody stands in

_REASON = Field("reason", N_("Reason"), hint=N_("Ill, excursion, room needed …"))
_MOVE = (
    Field("day", N_("Day"), Kind.DATE, needed=True),
    Field("starts", N_("From"), Kind.TIME, half=True),
    Field("ends", N_("To"), Kind.TIME, half=True),
    Field("on_day_off", N_("It may be a day off"), Kind.CHECK),
    _REASON,
)
_ROOM = (Field("room_id", N_("Room"), Kind.SEEK, needed=True), _REASON)
_SUBSTITUTE = (
    Field("absent_id", N_("In place of"), Kind.CHOICE),
    Field("staff_id", N_("Leads"), Kind.SEEK),
    _REASON,
)
_AWAY = (
    Field("absent_id", N_("Who is away"), Kind.SEEK, needed=True),
    Field("first", N_("First day"), Kind.DATE, needed=True, half=True),
    Field("last", N_("Last day"), Kind.DATE, needed=True, half=True),
    Field("instead", N_("Then"), Kind.CHOICE),
    _REASON,
)


def named(sessions: Sequence[SessionRow]) -> str:
    """Return which sessions are meant: the one with its day and times, or how many."""
    if len(sessions) == 1:
        return when(sessions[0])
    return ngettext("{count} date", "{count} dates", len(sessions))


def cancel_dialog(owner: QWidget, sessions: Sequence[SessionRow]) -> FormDialog:
    """Return the dialog that asks why sessions are cancelled."""
    words = _("{dates}. It stays in the list as cancelled; attendance lists show it with the reason.",
              dates=named(sessions))  # fmt: skip
    title = _("Cancel {course}", course=sessions[0].title)
    return FormDialog(owner, (_REASON,), title=title, words=words, verb=_("Cancel it"))


def move_dialog(owner: QWidget, session: SessionRow) -> FormDialog:
    """Return the dialog that asks when a session is held instead."""
    title, words = _("Move {course}", course=session.title), _("Now: {dates}. The series stays.", dates=when(session))
    dialog = FormDialog(owner, _MOVE, title=title, words=words, verb=_("Move it"))
    dialog.form.show_values(
        {"day": session.day, "starts": session.starts, "ends": session.ends, "reason": session.reason}
    )
    return dialog


def room_dialog(owner: QWidget, sessions: Sequence[SessionRow], rooms: Choices) -> FormDialog:
    """Return the dialog that asks in which room sessions are held instead."""
    title = _("Another room for {course}", course=sessions[0].title)
    dialog = FormDialog(owner, _ROOM, title=title, words=named(sessions), verb=_("Take this room"))
    dialog.form.offer("room_id", rooms)
    return dialog


def substitute_dialog(owner: QWidget, sessions: Sequence[SessionRow], staff: Choices) -> FormDialog:
    """Return the dialog that asks who leads in place of whom."""
    title = _("Who leads {course} instead?", course=sessions[0].title)
    words = _("{dates}. Leave “Leads” empty where the others lead without them.", dates=named(sessions))
    dialog = FormDialog(owner, _SUBSTITUTE, title=title, words=words, verb=_("Let them lead"), label_width=90)
    leading = dict.fromkeys(key for one in sessions for key in (*one.absent_ids, *one.leader_ids))
    names = dict(staff)
    usual: list[tuple[Any, str]] = [(key, names[key]) for key in leading if key in names]
    dialog.form.offer("absent_id", [*usual, (None, _("nobody: in addition"))])
    dialog.form.offer("staff_id", staff)
    dialog.form.show_values({"absent_id": usual[0][0] if usual else None, "staff_id": None, "reason": ""})
    return dialog


def away_dialog(owner: QWidget, staff: Choices, absent_id: int | None, day: date) -> FormDialog:
    """Return the dialog that asks who is away from when to when, and what becomes of what they lead."""
    words = _("For all courses that this person leads in these days. It is one step, and is undone as one.")
    dialog = FormDialog(owner, _AWAY, title=_("A leader is away"), words=words, verb=_("Enter it"), label_width=90)
    dialog.form.offer("absent_id", staff)
    instead: list[tuple[Any, str]] = [
        (CANCEL, _("the sessions are cancelled")),
        (OTHERS, _("the others lead without them")),
        *((key, _("{name} leads", name=name)) for key, name in staff),
    ]
    dialog.form.offer("instead", instead)
    dialog.form.show_values({"absent_id": absent_id, "first": day, "last": day, "instead": CANCEL, "reason": ""})
    return dialog
