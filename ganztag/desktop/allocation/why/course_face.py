"""The panel for a course: what one more place is worth, or what it lacked; who has its places; what can be tried."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop.allocation.asking.new_changes import free_id
from ganztag.desktop.allocation.scenarios import Scenario
from ganztag.desktop.allocation.why.parts import AnswerBox, Part
from ganztag.desktop.allocation.why.question import Question
from ganztag.desktop.allocation.why.seats import Seat, Seats, seats_in_words
from ganztag.desktop.allocation.why.worth import Worth, price_of_running, worth_of_places
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext
from ganztag.planning.changes import Change, Minimum, MustRun, Parallel
from ganztag.planning.changes import Seats as MoreSeats
from ganztag.planning.explaining.answers import Forced
from ganztag.planning.problem import Choice


class CourseFace(QWidget):
    """``tried(scenario, change)`` by its buttons, ``known(worth)`` when the worth of places is known."""

    tried = Signal(object, object)
    known = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.question, self.price = Question(desk.jobs, self), Question(desk.jobs, self)
        self._scenario: Scenario | None = None
        self._choice: Choice | None = None
        self._worth: Worth | None = None
        self.answer, self.inside, self.cost, self.try_part = AnswerBox(), Part(), Part(), Part()
        self._seats, self._seat_words = Seats(), Text("", "secondary", "muted", wrap=True)
        self._cost = Text("", "body", wrap=True)
        self.place, self.run = Button("", "plus"), Button("", "check")
        self.minimum, self.parallel = Button("", "minus"), Button("", "copy")
        self._build()
        self.question.answered.connect(self._answered)
        self.question.failed.connect(self._failed)
        self.price.answered.connect(self._priced)
        self.price.failed.connect(self.cost.hide)

    def _build(self) -> None:
        self.inside.body.addWidget(self._seats)
        self.inside.body.addWidget(self._seat_words)
        self.cost.body.addWidget(self._cost)
        for button, slot in ((self.place, self._place), (self.run, self._run), (self.minimum, self._minimum),
                             (self.parallel, self._parallel)):  # fmt: skip
            self.try_part.body.addWidget(button)
            button.clicked.connect(slot)
        whole = column(gap=14)
        for part in (self.answer, self.inside, self.cost, self.try_part):
            whole.addWidget(part)
        whole.addStretch(1)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self.try_part.head(_("Try it"))
        self.cost.head(_("What if it ran all the same?"))
        self.place.setText(_("One place more"))
        self.run.setText(_("The course must run"))
        self.minimum.setText(_("Without a minimum"))
        self.parallel.setText(_("A parallel course"))

    def show_course(self, scenario: Scenario, choice: Choice) -> str:
        """Show a course of a plan; return the line that stands under its name."""
        self._scenario, self._choice = scenario, choice
        struck, full = choice.id not in scenario.plan.running, self._is_full(scenario, choice)
        wishes = [w for w in scenario.made.problem.wishes if w.course == choice.id]
        self._show_seats(scenario, choice)
        self.place.setVisible(choice.max_size is not None and not struck)
        self.run.setVisible(struck and not choice.must_run)
        self.minimum.setVisible(struck and bool(choice.min_size))
        self.try_part.show()
        self._ask_price(scenario, choice, struck=struck)
        if self._worth is not None and self._worth.plan_hash == scenario.plan.plan_hash:
            self._show_worth(self._worth)
        elif struck or full:
            self.answer.wait(_("What would one more place be worth?") if full else _("Why is it struck?"), "")
            self.ask(scenario)
        else:
            self._show_free(scenario, choice)
        first = len({w.pupil for w in wishes if w.rank == 1})
        all_wishes = len({w.pupil for w in wishes})
        places = _("any number of places") if choice.max_size is None else ngettext(
            "{count} place", "{count} places", choice.max_size)  # fmt: skip
        wished = ngettext("{count} child wished for it", "{count} children wished for it", all_wishes)
        return " · ".join((places, wished, ngettext("{count} of them first", "{count} of them first", first)))

    def ask(self, scenario: Scenario) -> None:
        """Work out what places are worth in a plan, unless it is known; ``known`` tells."""
        if self._worth is not None and self._worth.plan_hash == scenario.plan.plan_hash:
            self.known.emit(self._worth)
        else:
            self.question.ask(worth_of_places, scenario.made.problem, scenario.plan)

    def drop(self) -> None:
        self._scenario = self._choice = None
        self.price.drop()

    def _ask_price(self, scenario: Scenario, choice: Choice, *, struck: bool) -> None:
        """Work out what it would have cost to let a struck course run."""
        self.price.drop()
        self.cost.setVisible(struck)
        if struck:
            self._cost.setText(_("It is being worked out …"))
            self.price.ask(price_of_running, scenario.made.problem, scenario.plan, choice.id)

    def _priced(self, forced: object) -> None:
        if isinstance(forced, Forced) and self._choice is not None and self._choice.id == forced.course:
            self._cost.setText(str(forced.message))

    def _inside(self, scenario: Scenario, choice: Choice) -> dict[int, int | None]:
        return {p.pupil: p.rank for p in scenario.plan.placements if p.course == choice.id}

    def _is_full(self, scenario: Scenario, choice: Choice) -> bool:
        taken = len(self._inside(scenario, choice)) + choice.taken
        return choice.max_size is not None and taken >= choice.max_size

    def _show_seats(self, scenario: Scenario, choice: Choice) -> None:
        inside = self._inside(scenario, choice)
        pins = {pin.pupil for pin in scenario.made.problem.fixed if pin.course == choice.id}
        ordered = sorted(inside, key=lambda pupil: (inside[pupil] is None, inside[pupil] or 0, pupil not in pins))
        seats = [Seat(inside[pupil], pupil in pins) for pupil in ordered]
        places = len(seats) if choice.max_size is None else choice.max_size - choice.taken
        seats += [Seat(free=True)] * max(places - len(seats), 0)
        self._seats.show_seats(seats)
        self._seat_words.setText(seats_in_words(seats))
        self.inside.head(ngettext("Who has the {count} place?", "Who has the {count} places?", len(seats)))
        self.inside.setVisible(bool(inside))

    def _show_free(self, scenario: Scenario, choice: Choice) -> None:
        if choice.max_size is None:
            self.answer.show_answer(_("There is room"), _("The course takes any number of children."), "circle-check")
            return
        free = choice.max_size - choice.taken - len(self._inside(scenario, choice))
        words = ngettext("{count} place is free.", "{count} places are free.", free)
        self.answer.show_answer(_("There is room"), words, "circle-check")

    def _answered(self, worth: object) -> None:
        if isinstance(worth, Worth):
            self._worth = worth
            if self._scenario is not None and self._scenario.plan.plan_hash == worth.plan_hash:
                self._show_worth(worth)
            self.known.emit(worth)

    def _show_worth(self, worth: Worth) -> None:
        if self._choice is None or self._scenario is None:
            return
        key = self._choice.id
        if key in worth.struck:
            self.answer.show_answer(_("The course is struck"), str(worth.struck[key].message), "circle-x")
        elif key in worth.prices:
            self.answer.show_answer(_("One more place"), str(worth.prices[key].message), "scale")
        elif self._is_full(self._scenario, self._choice):
            self.answer.show_answer(_("One more place"), _("It would make the plan no better."), "scale")
        else:
            self._show_free(self._scenario, self._choice)

    def _failed(self) -> None:
        self.answer.show_answer(_("That could not be worked out."), "", "triangle-alert")

    def _emit(self, change: Change) -> None:
        if self._scenario is not None:
            self.tried.emit(self._scenario, change)

    def _place(self) -> None:
        if self._choice is not None and self._choice.max_size is not None:
            self._emit(MoreSeats(self._choice.id, self._choice.max_size + 1))

    def _run(self) -> None:
        if self._choice is not None:
            self._emit(MustRun(self._choice.id))

    def _minimum(self) -> None:
        if self._choice is not None:
            self._emit(Minimum(self._choice.id, None))

    def _parallel(self) -> None:
        if self._choice is not None and self._scenario is not None:
            made = self._scenario.made
            self._emit(Parallel(self._choice.id, free_id(made.problem, made.asked.changes)))
