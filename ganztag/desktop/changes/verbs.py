"""What can be done on the screen of changes."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ganztag.desktop import icons
from ganztag.desktop.ask import objections
from ganztag.desktop.changes.case_panels import AbsencePanel, ExchangePanel, LatePanel
from ganztag.desktop.changes.dialogs import add_dialog, place_dialog
from ganztag.desktop.changes.queue_panel import QueuePanel
from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.widgets.banner import Act, Banner
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.domain.courses import course_name
from ganztag.language import _, ngettext
from ganztag.operations import waiting
from ganztag.operations.exchanging import carry_out
from ganztag.operations.leaving_courses import exclude
from ganztag.operations.moving_up import move_up
from ganztag.operations.operation import Operation
from ganztag.queries.changes import Situation, ballot_allocated
from ganztag.queries.waiting import WaitingRow

_VERBS = (
    ("offer", "hourglass"), ("decline", "x"), ("again", "rotate-ccw"), ("by_hand", "pin"), ("remove", "trash-2"),
    ("show", "user"),
)  # fmt: skip


class QueueVerbs(QObject):
    """What can be done with a child on a waiting list; ``wanted(Place)`` leads to it."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, panel: QueuePanel, banner: Banner) -> None:
        super().__init__(panel)
        self._desk, self._panel, self._banner = desk, panel, banner
        self.actions = {key: QAction(icons.icon(icon), "", self) for key, icon in _VERBS}
        for key, action in self.actions.items():
            action.triggered.connect(getattr(self, f"_{key}"))
        for key in ("remove", "show"):  # their icons are enough
            self.actions[key].setPriority(QAction.Priority.LowPriority)
        self._offered: list[str] = []
        panel.table.offer(list(self.actions.values()))
        panel.table.opened.connect(self._show)
        panel.table.chosen.connect(self.follow)

    def retranslate(self) -> None:
        words = {
            "offer": _("Place was offered"), "decline": _("Declines"), "again": _("Waits again"),
            "by_hand": _("Place by hand …"), "remove": _("Take off the list"), "show": _("Show this child"),
        }  # fmt: skip
        for key, action in self.actions.items():
            action.setText(words[key])

    def follow(self, *_args: object) -> None:
        """Enable what can be done with the chosen child."""
        row = self._panel.chosen()
        state = row.state if row is not None else ""
        for action in self.actions.values():
            action.setEnabled(row is not None)
        self.actions["offer"].setVisible(state == "waiting")
        self.actions["decline"].setVisible(state in ("waiting", "offered"))
        self.actions["again"].setVisible(state in ("offered", "declined"))
        offered = [key for key, action in self.actions.items() if action.isVisible()]
        if offered != self._offered:
            self._offered = offered
            self._panel.offer([self.actions[key] for key in offered])

    def _do(self, deed: Operation[None]) -> None:
        with objections(self._banner):
            self._desk.office.do(deed)

    def _offer(self) -> None:
        row = self._panel.chosen()
        if row is not None:
            self._do(waiting.offer(row.id))

    def _decline(self) -> None:
        row = self._panel.chosen()
        if row is not None:
            self._do(waiting.decline(row.id))

    def _again(self) -> None:
        row = self._panel.chosen()
        if row is not None:
            self._do(waiting.wait_again(row.id))

    def _remove(self) -> None:
        row = self._panel.chosen()
        if row is not None:
            with objections(self._banner):
                self._desk.office.do(waiting.remove(row.id))
                sentence = _("{pupil} does not wait any more.", pupil=row.name)
                self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()))

    def _by_hand(self) -> None:
        row = self._panel.chosen()
        if row is not None:
            dialog = place_dialog(self._panel.window(), row.name, row.number, row.reason)
            self._desk.ask.show(dialog.doing(partial(self._place, row)))

    def _place(self, row: WaitingRow, dialog: FormDialog) -> None:
        values = dialog.answers()
        self._desk.office.do(waiting.place_by_hand(row.id, values["place"], values["reason"]))

    def _show(self, *_args: object) -> None:
        row = self._panel.chosen()
        if row is not None:
            self.wanted.emit(Place("pupils", row.pupil_id))


class ChangeVerbs(QObject):
    """The filled button of each panel; *moved_on(course id)* tells where a place became free by it."""

    moved_on = Signal(int)
    wanted = Signal(object)

    def __init__(self, desk: Desk, banner: Banner, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._banner, self._screen = desk, banner, screen
        self._freed: int | None = None

    def move_up(self, panel: QueuePanel, found: Situation) -> None:
        row = panel.proposed()
        if row is None:
            return
        with objections(self._banner):
            day, reason = panel.proposal.answers()
            done = self._desk.office.do(move_up(row.id, day, reason))
            course = found.title(row.course_id)
            sentence = _("{pupil} is in {course} from {day} on.", pupil=row.name, course=course, day=day)
            freed = next((key for key in done.freed if key in found.queues), None)
            self._freed = freed
            if freed is None:
                self._done(sentence, (row.pupil_id,))
            else:
                advice = _("In {course} a place is free by that.", course=found.title(freed))
                self._banner.say(
                    sentence, tone="ok", advice=advice, action=(_("Go on there"), self._go_on),
                    also=self._letter_of((row.pupil_id,)), stays=True,
                )  # fmt: skip

    def _done(self, sentence: str, pupils: tuple[int, ...]) -> None:
        """Say what was done, with the way back and the way to the letters of the children concerned."""
        undo = (_("Undo"), self._desk.way_back())
        self._banner.say(sentence, tone="ok", action=undo, also=self._letter_of(pupils))

    def _letter_of(self, pupils: tuple[int, ...]) -> tuple[str, Act] | None:
        """Return the verb that prints letters; None before an allocation was accepted, for there are none then."""
        if self._desk.office.read(ballot_allocated, self._desk.term().id) is None:
            return None
        verb = ngettext("Print {count} letter", "Print {count} letters", len(pupils))
        return verb, partial(self.print_letters, pupils)

    def print_letters(self, pupils: tuple[int, ...]) -> None:
        self.wanted.emit(Place("lists", chip="letter", ids=pupils))

    def _go_on(self) -> None:
        if self._freed is not None:
            self.moved_on.emit(self._freed)

    def exclude(self, panel: AbsencePanel) -> None:
        one = panel.shown
        if one is not None:
            with objections(self._banner):
                day, reason = panel.proposal.answers()
                self._desk.office.do(exclude(one.enrolment_id, day, reason))
                self._done(_("{pupil} is excluded from {course}.", pupil=one.name, course=one.title), (one.pupil_id,))

    def carry_out(self, panel: ExchangePanel) -> None:
        one = panel.shown
        if one is not None:
            with objections(self._banner):
                day, reason = panel.proposal.answers()
                self._desk.office.do(carry_out(self._desk.term().id, one.steps, day, reason))
                self._done(_("The exchange is carried out."), one.pupils)

    def take_in(self, panel: LatePanel) -> None:
        one, way = panel.shown, panel.chosen()
        if one is not None and way is not None:
            with objections(self._banner):
                day, reason = panel.proposal.answers()
                self._desk.office.do(carry_out(self._desk.term().id, way.steps, day, reason))
                moved = tuple(dict.fromkeys(step.pupil for step in way.steps))
                self._done(_("{pupil} is taken in.", pupil=one.name), moved)

    def add(self, found: Situation, course_id: int | None) -> None:
        """Ask for a child and a course, and put the one onto the list of the other."""
        children = [
            (child.id, f"{child.name}   {child.class_name}".rstrip()) for child in found.standing.children.values()
        ]
        courses = [
            (row.id, course_name(row.number, row.title))
            for row in found.standing.courses.values()
            if not row.struck and row.kind == "course"
        ]
        self._desk.ask.show(add_dialog(self._screen, children, courses, course_id).doing(self._add))

    def _add(self, dialog: FormDialog) -> int:
        values = dialog.answers()
        return self._desk.office.do(waiting.add(values["course_id"], values["pupil_id"], values["reason"]))
