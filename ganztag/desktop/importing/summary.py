"""Below the preview: what comes with the import, what is left aside, and for wishes the ballot they belong to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.exchange.kinds import Kind
from ganztag.language import _, ngettext
from ganztag.operations.importing import ImportPlan
from ganztag.operations.office import Office
from ganztag.queries import ballots


class Summary(QWidget):
    """``ballot_picked(name)`` where there are several."""

    ballot_picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.creates, self.left_aside = Elided("", "body"), Elided("", "secondary", "muted")
        self.ballot, self._ballot_label = Choice(_("Ballot")), Text(_("Ballot"))
        line = row(gap=8)
        line.addWidget(self._ballot_label)
        line.addWidget(self.ballot)
        line.addStretch(1)
        whole = column(gap=4)
        whole.addLayout(line)
        whole.addWidget(self.creates)
        whole.addWidget(self.left_aside)
        self.setLayout(whole)
        self.ballot.picked.connect(self._tell)

    def show_plan(self, plan: ImportPlan, office: Office) -> None:
        made = " · ".join(_("{label}: {names}", label=one.label, names=", ".join(one.names)) for one in plan.creates)
        self.creates.setText(_("New with it: {things}", things=made) if made else "")
        self.creates.setVisible(bool(made))
        left = ", ".join(plan.not_taken_over)
        self.left_aside.setText(_("Columns not taken over: {columns}", columns=left) if left else "")
        self.left_aside.setVisible(bool(left))
        self._show_ballots(plan, office)

    def _show_ballots(self, plan: ImportPlan, office: Office) -> None:
        found = office.read(ballots.ballots, plan.request.term_id) if plan.kind is Kind.WISHES else []
        several = len(found) > 1
        self.ballot.setVisible(several)
        self._ballot_label.setVisible(several)
        if several:
            self.ballot.offer([("", _("please choose")), *((one.name, one.name) for one in found)])
            self.ballot.pick(plan.request.settings.ballot)

    def _tell(self, name: object) -> None:
        self.ballot_picked.emit(str(name or ""))


def tell_problems(banner: Banner, plan: ImportPlan) -> None:
    """Say above the preview what is wrong with the table as a whole, else how many things are wrong in its rows."""
    whole = [problem for problem in plan.problems if problem.row is None]
    errors = len(plan.errors)
    if not whole and errors:
        sentence = ngettext("One thing is wrong in the file.", "{count} things are wrong in the file.", errors)
        advice = _("Correct them in the file and choose it again, answer the questions, or leave the rows out.")
        banner.say(sentence, tone="warn", advice=advice)
    elif not whole:
        banner.clear()
    else:
        tone = "bad" if any(problem.is_error for problem in whole) else "warn"
        banner.say(str(whole[0]), tone=tone, advice="\n".join(str(problem) for problem in whole[1:6]))
