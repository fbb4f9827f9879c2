"""The panels of single cases: a child that was away too often, one that left, an exchange, a late child."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ganztag import language
from ganztag.desktop.changes.cases import name_of, with_class
from ganztag.desktop.changes.panel import FIELDS, LAST_FIELDS, Panel, Proposal
from ganztag.desktop.changes.steps import StepList, of_steps
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import emptied
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext
from ganztag.planning.exchanges.chains import Chain, Exchange
from ganztag.planning.exchanges.search import Late
from ganztag.queries.attendance import AbsenceWarning
from ganztag.queries.changes import Arrival, Leaver, Situation


class AbsencePanel(Panel):
    """A child that the school may exclude; it decides itself."""

    def __init__(self, exclude: Callable[[], object]) -> None:
        super().__init__()
        self.proposal = Proposal(LAST_FIELDS, "log-out", exclude)
        self.shown: AbsenceWarning | None = None
        self._words = Text("", "body", "muted", wrap=True)
        for widget in (self.proposal, self._words):
            self.inner.addWidget(widget)
        self.inner.addStretch(1)

    def retranslate(self) -> None:
        self.proposal.form.retranslate()
        self._words.setText(
            _("This is a proposal by the rules of the school. As long as nothing is decided, the child stays in the "
              "course. The limit is set under School & rules.")
        )  # fmt: skip

    def show_warning(self, found: Situation, one: AbsenceWarning) -> None:
        days = ", ".join(language.date(day, "short") for day in one.days)
        self.show_head(with_class(one.name, one.class_name), one.title)
        count = ngettext("Away {count} time without an excuse", "Away {count} times without an excuse", len(one.days))
        self.proposal.propose(count, days, _("Exclude from the course"))
        if self.shown is None or self.shown.enrolment_id != one.enrolment_id:
            self.proposal.begin(found.standing.day, _("away without an excuse: {days}", days=days))
        self.shown = one


class LeftPanel(Panel):
    """A child that gave up its place; *to_list* leads to who could have it, *letter* to what its parents are told."""

    def __init__(self, to_list: Callable[[], object], letter: Callable[[], object]) -> None:
        super().__init__()
        self._said, self._words = Text("", "card", wrap=True), Text("", "body", "muted", wrap=True)
        self.shown: Leaver | None = None
        self.button = Button("", "list", "primary")
        self.button.clicked.connect(to_list)
        self.letter = Button("", "mail")
        self.letter.clicked.connect(letter)
        for widget in (self._said, self._words, self.button, self.letter):
            self.inner.addWidget(widget)
        self.inner.addStretch(1)

    def retranslate(self) -> None:
        self.button.setText(_("Show the waiting list"))
        self.letter.setText(_("Print the letter"))

    def show_leaver(self, found: Situation, one: Leaver) -> None:
        self.shown = one
        waiting = one.course_id in found.queues
        self.show_head(with_class(one.name, one.school_class), found.title(one.course_id))
        last, excluded = one.last, one.ended_as == "excluded"
        said = _("Excluded; last day {day}", day=last) if excluded else _("Withdrawn; last day {day}", day=last)
        self._said.setText(said)
        after = "" if waiting else _("Nobody waits for this course; its place stays free.")
        self._words.setText("\n".join(part for part in (one.reason, after) if part))
        self.button.setVisible(waiting)
        self.letter.setVisible(found.ballot_id is not None)


class ExchangePanel(Panel):
    """An exchange: its chains and circles, done in one deed."""

    def __init__(self, carry_out: Callable[[], object]) -> None:
        super().__init__()
        self.proposal = Proposal(FIELDS, "arrow-left-right", carry_out)
        self.shown: Exchange | None = None
        self.inner.addWidget(self.proposal)
        self.inner.addStretch(1)

    def retranslate(self) -> None:
        self.proposal.form.retranslate()

    def show_exchange(self, found: Situation, one: Exchange) -> None:
        count = len(one.pupils)
        said = ngettext("{count} child is better off, nobody is worse off.",
                        "{count} children are better off, nobody is worse off.", count)  # fmt: skip
        self.show_head(name_of(found, one), ngettext("{count} child", "{count} children", count))
        self.proposal.propose(said, "", _("Carry out the exchange"))
        if self.shown != one:
            self.shown = one
            self.proposal.begin(found.standing.day, _("Exchange"))
            emptied(self.proposal.middle)
            for chain in one.chains:
                self.proposal.middle.addWidget(Text(_head(found, chain), "secondary_strong"))
                steps = StepList()
                steps.show_lines(of_steps(found, chain.steps))
                self.proposal.middle.addWidget(steps)


def _head(found: Situation, chain: Chain) -> str:
    if chain.circle:
        return _("In a circle: each takes the place of the next")
    return _("Begins with a free place in {course}", course=found.title(chain.steps[0].to))


@dataclass(frozen=True, slots=True)
class LatePlans:
    """Where a late child fits: nobody else moves (*still*), or the fewest do (*moving*); None: it cannot be."""

    pupil_id: int
    still: Late | None
    moving: Late | None


class LatePanel(Panel):
    """A child without a course: *search* looks where it fits, *accept* takes what is shown."""

    def __init__(self, search: Callable[[], object], accept: Callable[[], object]) -> None:
        super().__init__()
        self.proposal, self.steps = Proposal(FIELDS, "check", accept), StepList()
        self.search, self.ways = Button("", "search", "primary"), Segmented()
        self._words = Text("", "body", "muted", wrap=True)
        self.shown: Arrival | None = None
        self._plans: Mapping[str, Late] = {}
        self._found: Situation | None = None
        self.search.clicked.connect(search)
        self.ways.picked.connect(self._turn)
        self.proposal.middle.addWidget(self.ways)
        self.proposal.middle.addWidget(self.steps)
        for widget in (self._words, self.search, self.proposal):
            self.inner.addWidget(widget)
        self.inner.addStretch(1)

    def retranslate(self) -> None:
        self.search.setText(_("Look where the child fits"))
        self.ways.setAccessibleName(_("Who moves"))
        self.proposal.form.retranslate()

    def show_arrival(self, found: Situation, one: Arrival, plans: LatePlans | None) -> None:
        self._found = found
        came = _("at the school since {day}", day=one.entry) if one.entry is not None else ""
        wishes = ngettext("{count} wish", "{count} wishes", one.wishes) if one.wishes else _("no wishes")
        self.show_head(with_class(one.name, one.school_class), " · ".join(part for part in (came, wishes) if part))
        if self.shown is None or self.shown.id != one.id:
            self.proposal.begin(found.standing.day, _("came late"))
        self.shown = one
        ways = {"still": plans.still, "moving": plans.moving} if plans is not None else {}
        self._plans = {key: way for key, way in ways.items() if way is not None}
        self._offer_ways()
        words = _lead(one, searched=plans is not None, found=bool(self._plans))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.search.setVisible(plans is None)
        self.proposal.setVisible(bool(self._plans))
        if self._plans:
            self._turn(self.ways.key())

    def _offer_ways(self) -> None:
        names = {"still": _("Nobody moves"), "moving": _("Fewest moves")}
        self.ways.offer([(key, names[key]) for key in self._plans])
        self.ways.setVisible(len(self._plans) > 1)
        if "moving" in self._plans and not self._plans["still"].steps:
            self.ways.pick("moving")

    def chosen(self) -> Late | None:
        """Return what is shown."""
        return self._plans.get(self.ways.key())

    def _turn(self, key: str) -> None:
        way = self._plans.get(key)
        if way is None or self._found is None:
            return
        self.steps.show_lines(of_steps(self._found, way.steps))
        self.proposal.propose(_price(way), _behind(way), _("Take the child in"))
        self.proposal.verb.setEnabled(bool(way.steps))


def _lead(one: Arrival, *, searched: bool, found: bool) -> str:
    if searched:
        return "" if found else _("There is no way to place this child.")
    if one.wishes:
        return _("The child gets the best of its wishes for which there is a place; places that others wait for stay "
                 "with the waiting lists.")  # fmt: skip
    return _("Without wishes the child is placed in what is free on its days. You can enter wishes first.")


def _price(way: Late) -> str:
    if not way.steps:
        return _("There is no free place.")
    if not way.moved:
        return _("Nobody else moves")
    return ngettext("{count} other child moves", "{count} other children move", len(way.moved))


def _behind(way: Late) -> str:
    parts = []
    if way.lost:
        parts.append(ngettext("{count} step further back in all", "{count} steps further back in all", way.lost))
    if way.missing:
        parts.append(ngettext("{count} block stays without a course", "{count} blocks stay without a course",
                              way.missing))  # fmt: skip
    return " · ".join(parts)
