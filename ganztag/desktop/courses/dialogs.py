"""What is born whole: a new course with its first meeting; and the move of a child into another course."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ganztag.desktop.courses.detail import Offered
from ganztag.desktop.courses.meetings import OWN_TIME, weekday_choices
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.language import N_, _
from ganztag.operations.meetings import NewMeeting

NEW_COURSE = (
    Field("title", N_("Title"), needed=True),
    Field("number", N_("No."), hint=N_("the next free one"), half=True),
    Field("category_id", N_("Category"), Kind.CHOICE, half=True),
    Field("min_size", N_("Min."), Kind.NUMBER, half=True),
    Field("max_size", N_("Max."), Kind.NUMBER, half=True),
    Field("block", N_("Block"), Kind.CHOICE),
    Field("weekday", N_("Weekday"), Kind.CHOICE),
    Field("starts", N_("From"), Kind.TIME, half=True),
    Field("ends", N_("To"), Kind.TIME, half=True),
    Field("room_id", N_("Room"), Kind.CHOICE, half=True),
    Field("leader", N_("Leader"), Kind.SEEK, half=True),
    Field("year_group_ids", N_("Year groups"), Kind.MANY),
)
_OWN = ("weekday", "starts", "ends")


class NewCourseDialog(FormDialog):
    """Asks for what a course needs to be offered; all but the title may be left open."""

    def __init__(self, owner: QWidget, offered: Offered) -> None:
        super().__init__(
            owner,
            NEW_COURSE,
            title=_("Add course"),
            words=_("Only the title is needed now; everything can be added and changed later."),
            verb=_("Add course"),
        )
        around, form = offered.around, self.form
        form.offer("category_id", [(None, _("no category")), *offered.categories])
        form.offer("block", [(None, _("no time yet")), *around.block_choices()])
        form.offer("weekday", weekday_choices())
        form.offer("room_id", around.room_choices())
        form.offer("leader", around.staff)
        form.offer("year_group_ids", offered.year_groups)
        form.set_field_visible("year_group_ids", bool(offered.year_groups))
        form.editor("block").picked.connect(self._block_picked)
        self._block_picked(None)

    def _block_picked(self, block: object) -> None:
        for key in _OWN:
            self.form.set_field_visible(key, block == OWN_TIME)
        self.adjustSize()

    def course(self) -> tuple[str, list[NewMeeting], dict[str, Any]]:
        """Return title, first meeting (if it has a time) and the other values for ``courses.add``."""
        values = self.answers()
        kept = ("number", "category_id", "min_size", "max_size", "year_group_ids")
        return values["title"], self._meetings(values), {key: values[key] for key in kept}

    @staticmethod
    def _meetings(values: dict[str, Any]) -> list[NewMeeting]:
        block, staff = values["block"], () if values["leader"] is None else (values["leader"],)
        if block is None:
            return []
        own = block == OWN_TIME
        return [
            NewMeeting(
                None if own else block,
                values["weekday"] if own else None,
                values["starts"] if own else None,
                values["ends"] if own else None,
                values["room_id"],
                staff,
            )
        ]


class MoveDialog(FormDialog):
    """Asks into which course a child goes, from when on, and why."""

    def __init__(self, owner: QWidget, name: str, courses: Sequence[tuple[int, str]], day: object) -> None:
        fields = (
            Field("course_id", N_("Course"), Kind.SEEK, needed=True),
            Field("day", N_("From the day"), Kind.DATE, needed=True),
            Field("reason", N_("Reason")),
        )
        super().__init__(owner, fields, title=_("Move {pupil}", pupil=name), words="", verb=_("Move to this course"))
        self.form.offer("course_id", courses)
        self.form.show_values({"course_id": None, "day": day, "reason": ""})
