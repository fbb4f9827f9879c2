"""What else there is to say of a course: for whom, what and when it is, where it may be placed, and how it went."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ganztag.desktop.courses.invitations import Invitations
from ganztag.desktop.courses.words import ADMISSION_WORDS, AGAIN_WORDS, KINDS
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.detail import Section
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.picks import Picks
from ganztag.desktop.widgets.seeker import Sought
from ganztag.desktop.widgets.text import Text
from ganztag.language import N_, _
from ganztag.queries.course_places import CoursePlaces
from ganztag.queries.courses import CourseRow

WHOM = (
    Field("year_group_ids", N_("Year groups"), Kind.MANY),
    Field("class_ids", N_("Classes"), Kind.MANY),
    Field("max_per_class", N_("At most of one class"), Kind.NUMBER, hint=N_("as the school’s rule says"), lowest=1),
)
ALLOCATION = (
    Field("ideal_size", N_("Ideal size"), Kind.NUMBER, hint=N_("none"), lowest=1, half=True),
    Field("max_support", N_("Places for support"), Kind.NUMBER, hint=N_("no limit"), half=True),
    Field("must_run", N_("Must run, also with few wishes"), Kind.CHECK),
    Field("admission", N_("Who can wish it"), Kind.CHOICE),
)
WHAT = (
    Field("kind", N_("Kind"), Kind.CHOICE),
    Field("description", N_("Description"), Kind.LINES, hint=N_("What the children read before they choose")),
    Field("note", N_("Note"), Kind.LINES, lines=2),
)
WHEN = (
    Field("whole_year", N_("Runs the whole school year"), Kind.CHECK),
    Field("starts", N_("From the day"), Kind.DATE, hint=N_("the first one"), half=True),
    Field("ends", N_("Until the day"), Kind.DATE, hint=N_("the last one"), half=True),
    Field("meetings_wanted", N_("Dates a week"), Kind.NUMBER, lowest=1, highest=10, needed=True, half=True),
)
WHERE = (Field("equipment", N_("Its room has to have"), Kind.TAGS, hint=N_("piano, sink …")),)
HOW = (
    Field("again", N_("Offer it again?"), Kind.CHOICE),
    Field("evaluation", N_("How did it go?"), Kind.LINES),
)
_PICKS = {
    "block_ids": (N_("Blocks"), N_("Add a block …")),
    "room_ids": (N_("Rooms"), N_("Add a room …")),
    "staff_ids": (N_("Who may lead"), N_("Add a leader …")),
}


class MoreFields(QWidget):
    """*on_change* (key, value) as in a form; blocks, rooms and people that may be chosen are its keys as well."""

    def __init__(self, on_change: Callable[[str, Any], object]) -> None:
        super().__init__()
        self._on_change = on_change
        self.forms = {key: Form(fields, on_change, above=True) for key, fields in _SECTIONS.items()}
        self.picks = {key: Picks(name=name, add=add) for key, (name, add) in _PICKS.items()}
        self.invitations, self._invited = Invitations(), Text("", "secondary", "muted")
        self._captions = {key: Text("", "secondary", "muted") for key in _PICKS}
        self._sections = {key: Section() for key in _SECTIONS}
        self._offered: dict[str, Choices] = {}
        whole = column(gap=18)
        for key, section in self._sections.items():
            section.body.setSpacing(6)
            section.body.addWidget(self.forms[key])
            whole.addWidget(section)
        self.invitations.setObjectName("invited_ids")
        self.invitations.left.connect(self._picked)
        self._sections["allocation"].body.addWidget(self._invited)
        self._sections["allocation"].body.addWidget(self.invitations)
        for key, picks in self.picks.items():
            picks.setObjectName(key)
            picks.left.connect(self._picked)
            self._sections["where"].body.addWidget(self._captions[key])
            self._sections["where"].body.addWidget(picks)
        self.setLayout(whole)

    def form(self, key: str) -> Form:
        """Return the form that has a field."""
        return next(form for form in self.forms.values() if key in form.fields)

    def editor(self, key: str) -> Any:
        return self.form(key).editor(key)

    def retranslate(self) -> None:
        for form in self.forms.values():
            form.retranslate()
        for key, picks in self.picks.items():
            self._captions[key].setText(str(_PICKS[key][0]))
            picks.retranslate()
        self._invited.setText(_("Invited children"))
        self.invitations.retranslate()
        names = {"whom": _("For whom"), "allocation": _("Allocation"), "what": _("What it is"), "when": _("When"),
                 "where": _("Where it may be placed"), "how": _("Looking back")}  # fmt: skip
        notes = {"where": _("nothing chosen: anywhere")}
        for key, section in self._sections.items():
            section.name(names[key], notes.get(key, ""))

    def offer(
        self, year_groups: Sequence[tuple[int, str]], classes: Sequence[tuple[int, str]], equipment: Sequence[str]
    ) -> None:
        """Show what can be chosen."""
        self.forms["what"].offer("kind", [(key, str(word)) for key, word in KINDS.items()])
        self.forms["allocation"].offer("admission", [(key, str(word)) for key, word in ADMISSION_WORDS.items()])
        self.forms["how"].offer("again", [(key, str(word)) for key, word in AGAIN_WORDS.items()])
        self.forms["where"].offer("equipment", [(word, word) for word in equipment])
        for key, choices in (("year_group_ids", year_groups), ("class_ids", classes)):
            self.forms["whom"].set_field_visible(key, bool(choices))
            if self._offered.get(key) != choices:  # chips are only made anew when there are others: the focus stays
                self._offered[key] = choices
                self.forms["whom"].offer(key, choices)

    def offer_places(
        self,
        blocks: Sequence[tuple[int, str]],
        rooms: Sequence[tuple[int, str]],
        staff: Sequence[tuple[int, str]],
    ) -> None:
        for key, choices in (("block_ids", blocks), ("room_ids", rooms), ("staff_ids", staff)):
            self.picks[key].offer(choices)

    def show_course(self, course: CourseRow, places: CoursePlaces) -> None:
        for form in self.forms.values():
            form.show_values({key: _as_shown(getattr(course, key)) for key in form.fields})
        for key, picks in self.picks.items():
            picks.put(getattr(places, key))

    def show_invited(
        self, course: CourseRow, invited: Sequence[tuple[int, str]], others: Callable[[], Sequence[Sought]]
    ) -> None:
        """Show who is invited, where that matters."""
        self.invitations.show_children(invited, others)
        for widget in (self._invited, self.invitations):
            widget.setVisible(course.admission == "invited" or bool(invited))

    def _picked(self) -> None:
        picks = self.sender()
        if isinstance(picks, Picks):
            self._on_change(picks.objectName(), picks.value())


_SECTIONS = {"whom": WHOM, "allocation": ALLOCATION, "what": WHAT, "when": WHEN, "where": WHERE, "how": HOW}


def _as_shown(value: Any) -> Any:
    return frozenset(value) if isinstance(value, tuple) else value
