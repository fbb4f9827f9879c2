"""What there is to see of the dates of a course, and of what else there is to say of it."""

from typing import Any

from picture_popups import Sight, popup
from PySide6.QtCore import QPoint


def course_dates(screen: Any, rows: list[Any]) -> Sight:
    """The dates of a course with its dialogs, and what else there is to say of it."""
    screen.go_to(next((row.id for row in rows if row.title == "Robotik mit Lego"), rows[0].id))
    screen.detail.turn_to("dates")
    yield "dates", None
    if screen.detail.dates.chosen():
        for action in (screen.sessions.substitute, screen.sessions.room, screen.sessions.away, screen.sessions.cancel):
            action.trigger()
        screen.sessions.move.trigger()
        yield "dates_changed", None
        screen.detail.dates.table._open_menu(QPoint(40, 40))
        yield from popup("dates_menu")
    screen.detail.turn_to("more")
    yield "more", None
    screen.verbs.edit("admission", "invited")
    screen.verbs.edit("invited_ids", [child.pupil_id for child in screen.detail.participants.rows.all()[:3]])
    screen.detail._scroll.ensureWidgetVisible(screen.detail.more.invitations)
    yield "invited", None
    screen.detail._scroll.verticalScrollBar().setValue(10_000)
    yield "more_bottom", None
    screen.detail.turn_to("course")
