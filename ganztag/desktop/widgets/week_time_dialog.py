"""The dialog for a time of the week: on which days, from when to when, there or not, why, until which date."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.desktop.widgets.week_events import WeekWords
from ganztag.domain.school_year import WEEKDAYS
from ganztag.language import N_, _, weekday
from ganztag.queries.week_times import WeekTime

_REST = (
    Field("opens", N_("From"), Kind.TIME, hint=N_("from the morning"), half=True),
    Field("closes", N_("To"), Kind.TIME, hint=N_("to the evening"), half=True),
    Field("reason", N_("Reason"), hint=N_("Lessons, club, renovation …")),
    Field("starts", N_("From the day"), Kind.DATE, hint=N_("always"), half=True),
    Field("ends", N_("Until the day"), Kind.DATE, hint=N_("open"), half=True),
)
NEW = (Field("available", N_("It is"), Kind.CHOICE), Field("weekdays", N_("On"), Kind.MANY), *_REST)
CHANGED = (Field("available", N_("It is"), Kind.CHOICE), Field("weekday", N_("On"), Kind.CHOICE), *_REST)


class WeekTimeDialog(FormDialog):
    """Asks for a time to add (*row* None), or changes one; give it its deed by ``doing``."""

    def __init__(self, owner: QWidget, words: WeekWords, row: WeekTime | None = None) -> None:
        super().__init__(
            owner,
            NEW if row is None else CHANGED,
            title=_("Add a time") if row is None else _("Change a time"),
            words=_("Leave the times empty for the whole day, the dates for as long as it holds."),
            verb=_("Add") if row is None else _("Change"),
            label_width=92,
        )
        self.form.offer("available", [(False, str(words.away)), (True, str(words.there))])
        if row is None:
            self.form.offer("weekdays", [(day, weekday(day, short=True)) for day in WEEKDAYS])
            self.put({})
        else:
            self.form.offer("weekday", [(day, weekday(day)) for day in range(1, 8)])
            self.form.show_values({field.key: getattr(row, field.key) for field in CHANGED})

    def put(self, values: dict[str, Any]) -> None:
        """Fill in what is known of a new time."""
        blank = {"available": False, "weekdays": frozenset(), "opens": None, "closes": None, "reason": ""}
        self.form.show_values({**blank, "starts": None, "ends": None, **values})
