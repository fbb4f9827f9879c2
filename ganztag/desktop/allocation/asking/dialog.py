"""The dialog that asks for another scenario."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from ganztag.desktop.allocation.asking.changes_editor import ChangesEditor
from ganztag.desktop.allocation.cards.words import GOAL_WORDS
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.language import N_, _
from ganztag.planning.asked import Asked
from ganztag.planning.levels import GOALS, goal_label
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem

_FIELDS = (
    Field("goal", N_("Goal"), Kind.CHOICE),
    Field("keep", N_("Children with a place"), Kind.CHOICE),
    Field("seed", N_("Lot"), Kind.NUMBER, lowest=1, highest=999_999, needed=True, half=True),
    Field("limit", N_("Time"), Kind.CHOICE, half=True),
    Field("name", N_("Name"), hint=N_("as the goal is called")),
)
_LIMITS = ((None, N_("until proven")), (10.0, N_("10 seconds")), (30.0, N_("30 seconds")),
           (60.0, N_("1 minute")), (300.0, N_("5 minutes")))  # fmt: skip
_KEEP = (
    ("", N_("may move")),
    ("after unplaced", N_("move only for those without a place")),
    ("first", N_("stay where they are")),
)


class AskDialog(FormDialog):
    """``asked()`` is what is to be calculated; *before* is what to begin with."""

    def __init__(self, owner: QWidget, problem: Problem, before: Asked) -> None:
        super().__init__(
            owner,
            _FIELDS,
            title=_("Calculate again"),
            words=_("Each result is a scenario beside the others. Nothing is written before you accept one."),
            verb=_("Calculate"),
            label_width=130,
        )
        self._before = before
        self.changes = ChangesEditor(problem, before.changes)
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(layout.indexOf(self.form) + 1, self.changes)
        self.form.offer("goal", [(goal, f"{goal_label(goal)} · {GOAL_WORDS[goal]}") for goal in GOALS])
        self.form.offer("keep", [(key, str(name)) for key, name in _KEEP])
        self.form.offer("limit", [(limit, str(name)) for limit, name in _LIMITS])
        self.form.set_field_visible("keep", bool(problem.kept))
        policy = before.policy
        keep = policy.keep if problem.kept else ""
        self.form.show_values(
            {"goal": policy.goal, "keep": keep, "seed": policy.seed, "limit": before.time_limit, "name": before.name}
        )
        self.changes.changed.connect(self._fit)
        self.form.editor("goal").setFocus()

    def _fit(self) -> None:
        QTimer.singleShot(0, self, self.adjustSize)  # when the lines have their places

    def asked(self) -> Asked:
        answers = self.answers()
        policy = Policy(answers["goal"], answers["seed"], self._before.policy.order, answers["keep"])
        kept = self._before.kept if policy.keep else None
        return Asked(policy, self.changes.changes, kept, answers["limit"], answers["name"].strip())
