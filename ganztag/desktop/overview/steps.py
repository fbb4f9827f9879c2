"""The way through the half-year in five steps; the first that is open has the filled button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from ganztag.desktop import fonts
from ganztag.desktop.desk import Place
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, column, emptied, row
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text, rule
from ganztag.language import _, ngettext
from ganztag.queries.overview import Overview


@dataclass(frozen=True)
class Step:
    """A step of the half-year: *done* says so, *words* how far it is; *verb* leads to *place*."""

    title: str
    words: str
    done: bool
    verb: str
    place: Place


def steps_of(state: Overview) -> list[Step]:
    """Return the five steps from the pupils to the papers."""
    papers = state.papers[0] if state.papers else None
    accepted = any(found.ballot.accepted_at for found in state.papers) or state.enrolled > 0
    pupils = ngettext("{count} child", "{count} children", state.pupils)
    courses = ngettext("{count} course", "{count} courses", len(state.courses))
    given = _("{given} of {children} papers are in", given=papers.given, children=papers.children) if papers else ""
    enrolled = ngettext("{count} enrolment", "{count} enrolments", state.enrolled)
    return [
        Step(_("Bring in the children"), pupils if state.pupils else _("from a class list, as CSV or Excel"),
             state.pupils > 0, _("To the children"), Place("pupils")),
        Step(_("Set up the courses"), courses if state.courses else _("when, where, with whom, for how many"),
             bool(state.courses), _("To the courses"), Place("courses")),
        Step(_("Take down the wishes"), given or _("a ballot with up to three wishes for each child"),
             accepted or bool(papers and papers.given == papers.children), _("To the wishes"), Place("wishes")),
        Step(_("Allocate"), enrolled if accepted else _("fair, and proven to be the best"),
             accepted, _("To the allocation"), Place("allocation")),
        Step(_("Print the lists"), _("attendance, classes, week plans"), False, _("To the lists"), Place("lists")),
    ]  # fmt: skip


class StepsCard(Card):
    """``wanted(Place)`` when the button of a step was clicked; *large* is for the empty school."""

    wanted = Signal(object)

    def __init__(self, *, large: bool = False) -> None:
        super().__init__(" ")
        self._large = large
        self._places: list[Place] = []
        self._shown: tuple[Step, ...] = ()

    def show_steps(self, steps: Sequence[Step], title: str, note: str = "") -> None:
        self.name(title, note)
        if tuple(steps) == self._shown:
            return
        self._shown, self._places = tuple(steps), [step.place for step in steps]
        emptied(self.body)
        following = next((place for place, step in enumerate(steps) if not step.done), -1)
        for place, step in enumerate(steps):
            if place:
                self.body.addWidget(rule())
            self._add(place, step, is_next=place == following)
        self.body.addStretch(1)

    def _add(self, place: int, step: Step, *, is_next: bool) -> None:
        line = row(gap=12, margins=(0, 8, 0, 8) if self._large else (0, 3, 0, 3))
        icon, tone = ("circle-check", "ok") if step.done else ("circle-dashed", "accent" if is_next else "muted")
        line.addWidget(IconSign(icon, tone, side=20), 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(gap=1)
        words.addWidget(Text(_("{number}. {step}", number=place + 1, step=step.title), "strong"))
        words.addWidget(Text(step.words, "secondary", "muted", wrap=True))
        line.addLayout(words, 1)
        if self._large or is_next:
            button = Button(step.verb, None, "primary" if is_next and self._large else "quiet")
            button.setObjectName(str(place))
            button.clicked.connect(self._clicked)
            line.addWidget(button)
        self.body.addLayout(line)
        self.body.setSpacing(fonts.px(0))

    def _clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.wanted.emit(self._places[int(button.objectName())])
