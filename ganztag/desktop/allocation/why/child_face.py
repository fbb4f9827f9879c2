"""The panel for a child: the answer, who has the places, what would change it, the chain, the letter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.why.chain import Chain, Link
from ganztag.desktop.allocation.why.parts import AnswerBox, Lines, Part
from ganztag.desktop.allocation.why.seats import Seat, Seats, seats_in_words
from ganztag.desktop.allocation.why.subject import Subject
from ganztag.desktop.widgets.buttons import Chip
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.flow import Flow
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext, pgettext
from ganztag.planning.explaining.answers import Inside, Move, WhyNot

_ICONS = {"got": "circle-check", "lottery": "ticket", "struck": "circle-x", "costs": "scale", "open": "hourglass"}
_MOST_CHIPS = 5


class ChildFace(QWidget):
    """``asked(course id)`` when another of the child's courses is asked about."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[tuple[int, Chip]] = []
        self._flow_box, self.others = QWidget(), Choice()
        self._flow = Flow(self._flow_box, gap=6)
        self.answer = AnswerBox()
        self.inside, self.counters, self.chain, self.letter = Part(), Part(), Part(), Part()
        self._seats, self._seat_words = Seats(), Text("", "secondary", "muted", wrap=True)
        self.lines, self._links = Lines(), Chain()
        self._letter = Text("", "body", wrap=True, selectable=True)
        self._build()
        self.others.setMinimumContentsLength(10)
        self.others.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.others.setFixedHeight(fonts.px(30))
        self.others.picked.connect(self._pick)

    def _build(self) -> None:
        self.inside.body.addWidget(self._seats)
        self.inside.body.addWidget(self._seat_words)
        self.counters.body.addWidget(self.lines)
        self.chain.body.addWidget(self._links)
        frame, box = QFrame(), column(margins=(11, 9, 11, 10))
        frame.setProperty("card", "quiet")
        box.addWidget(self._letter)
        frame.setLayout(box)
        self.letter.body.addWidget(frame)
        whole = column(gap=14)
        for widget in (self._flow_box, self.others, self.answer, self.inside, self.counters, self.chain, self.letter):
            whole.addWidget(widget)
        whole.setAlignment(self.others, Qt.AlignmentFlag.AlignTop)
        whole.addStretch(1)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self.counters.head(_("What would change it?"))
        self.chain.head(_("Shortest chain with which it works"))
        self.letter.head(_("How the letter says it"))
        self.others.setAccessibleName(_("Another course"))

    def show_subject(self, subject: Subject) -> None:
        """Show which course is asked about, and which others could be."""
        self._flow.empty()
        self._chips = []
        options = subject.options()
        near = [one for one in options if one.rank is not None or one.got][:_MOST_CHIPS]
        for one in near:
            chip = Chip()
            sign = "✓ " if one.got else ""
            chip.show_text(f"{sign}{one.rank}. {one.title}" if one.rank is not None else f"{sign}{one.title}")
            chip.setChecked(one.course == subject.course)
            chip.setToolTip(one.title)
            chip.setMaximumWidth(fonts.px(250))
            chip.setObjectName(str(one.course))
            chip.clicked.connect(self._clicked)
            self._flow.addWidget(chip)
            self._chips.append((one.course, chip))
        rest = [one for one in options if one not in near]
        self.others.offer([(None, _("Why not another course …")), *((one.course, one.title) for one in rest)])
        self.others.pick(subject.course if any(one.course == subject.course for one in rest) else None)
        self.others.setVisible(bool(rest))
        self._flow_box.updateGeometry()

    def chips(self) -> list[str]:
        return [chip.accessibleName() for _course, chip in self._chips]

    def _clicked(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.asked.emit(int(chip.objectName()))

    def _pick(self, course: object) -> None:
        if isinstance(course, int):
            self.asked.emit(course)

    def wait(self) -> None:
        """Say that the answer is being worked out."""
        self.answer.wait(_("What would it cost?"), _("The plan is calculated once more with this wish fulfilled."))
        for part in (self.inside, self.counters, self.chain, self.letter):
            part.hide()

    def show_answer(self, subject: Subject, answer: WhyNot) -> None:
        self.answer.show_answer(str(answer.title), str(answer.message), _ICONS.get(answer.kind, "info"))
        self._show_seats(subject, answer.inside)
        self.lines.show_lines([(one.works, str(one.message)) for one in answer.counters])
        self.counters.setVisible(bool(answer.counters))
        self._links.show_links([_link(subject, move) for move in answer.moves])
        self.chain.setVisible(len(answer.moves) > 0)
        self._letter.setText(self.letter_text(subject, answer))
        self.letter.show()

    def letter_text(self, subject: Subject, answer: WhyNot) -> str:
        return str(answer.letter_for(subject.child.call))

    def _show_seats(self, subject: Subject, inside: Sequence[Inside]) -> None:
        choice = subject.choice()
        seats = seats_of(inside, choice.max_size - choice.taken if choice and choice.max_size is not None else None)
        self._seats.show_seats(seats)
        self._seat_words.setText(seats_in_words(seats))
        count = len(seats)
        self.inside.head(ngettext("Who has the {count} place?", "Who has the {count} places?", count))
        self.inside.setVisible(bool(inside))


def seats_of(inside: Sequence[Inside], places: int | None) -> list[Seat]:
    """Return the places in the order of the wishes, the free ones last."""
    ordered = sorted(inside, key=lambda one: (one.rank is None, one.rank or 0, not one.fixed))
    taken = [Seat(one.rank, one.fixed) for one in ordered]
    free = max((places or 0) - len(taken), 0)
    return [*taken, *[Seat(free=True)] * free]


def _link(subject: Subject, move: Move) -> Link:
    named = subject.children.get(move.pupil)
    way = f"{subject.title(move.from_course)} → {subject.title(move.to_course)}"
    return Link(named.short if named is not None else "?", way, _ranks(move), _tone(move))


def _ranks(move: Move) -> str:
    """Return ``3. → 1. Wunsch``."""
    if move.to_course is None:
        return _("now without a place")
    after = "–" if move.rank_after is None else _number(move.rank_after)
    if move.from_course is None or move.rank_before is None:
        return pgettext("move", "now wish {rank}", rank=after)
    return pgettext("move", "wish {before} → {after}", before=_number(move.rank_before), after=after)


def _number(rank: int) -> str:
    return pgettext("number of a wish", "{rank}", rank=rank)


def _tone(move: Move) -> str:
    """Return whether a move is good for the child, one wish worse, or more."""
    none = 99
    before = none if move.from_course is None else move.rank_before or 1
    after = none if move.to_course is None else move.rank_after or 1
    if after <= before:
        return "ok" if after < before else "muted"
    return "warn" if after - before == 1 else "bad"
