"""What can be done with single sessions of the chosen course; the series stays as it is."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ganztag.desktop import icons
from ganztag.desktop.ask import EXCEL_FILE, objections
from ganztag.desktop.courses.meetings import Surroundings
from ganztag.desktop.courses.session_dialogs import (
    CANCEL,
    OTHERS,
    away_dialog,
    cancel_dialog,
    move_dialog,
    room_dialog,
    substitute_dialog,
)
from ganztag.desktop.courses.session_list import SessionList
from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.domain.objection import Objection
from ganztag.language import N_, _
from ganztag.operations import sessions
from ganztag.operations.operation import Operation
from ganztag.operations.sessions import Named, Target
from ganztag.queries import sessions as queries
from ganztag.queries.sessions import SessionRow


class SessionVerbs(QObject):
    """The actions of the list of dates: its buttons, its context menu and its keys."""

    def __init__(self, desk: Desk, dates: SessionList, banner: Banner) -> None:
        super().__init__(dates)
        self._desk, self._list, self._banner = desk, dates, banner
        self._around = Surroundings()
        self._chosen: tuple[SessionRow, ...] = ()
        self.cancel = self._made("circle-x", QKeySequence.StandardKey.Delete, self._cancel)
        self.move = self._made("arrow-left-right", "F2", self._move)
        self.room = self._made("door-open", "F4", self._room)
        self.substitute = self._made("users", "F6", self._substitute)
        self.away = self._made("user-x", "F7", self._away)
        self.restore = self._made("undo-2", "Backspace", self._restore)
        self.save = self._made("table", "", self._save)
        dates.offer([self.cancel, self.move, self.substitute], [self.room, self.away, self.restore, self.save])
        dates.table.opened.connect(self._opened)
        dates.table.selectionModel().selectionChanged.connect(self.follow)
        dates.forget_wanted.connect(self._forget)
        self.retranslate()

    def _made(self, icon: str, key: QKeySequence.StandardKey | str, slot: Callable[[], None]) -> QAction:
        action = QAction(icons.icon(icon), "", self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(slot)
        return action

    def retranslate(self) -> None:
        self.cancel.setText(_("Cancel …"))
        self.move.setText(_("Move …"))
        self.room.setText(_("Room …"))
        self.substitute.setText(_("Substitute …"))
        self.away.setText(_("Leader away …"))
        self.restore.setText(_("As in the series"))
        self.save.setText(_("Dates of all courses as a table …"))

    def show(self, around: Surroundings) -> None:
        """Know the rooms and people that can be chosen."""
        self._around = around
        self.follow()

    def follow(self, *_args: object) -> None:
        """Enable what can be done with the sessions that are selected."""
        chosen = self._list.chosen()
        for action in (self.cancel, self.room, self.substitute):
            action.setEnabled(bool(chosen))
        self.move.setEnabled(len(chosen) == 1)
        self.restore.setEnabled(any(row.change_id is not None for row in chosen))

    def _opened(self, _key: int) -> None:
        self._move()

    def _ask(self, make: Callable[[Sequence[SessionRow]], FormDialog], deed: Callable[[FormDialog], Any]) -> None:
        self._chosen = tuple(self._list.chosen())
        if self._chosen:
            dialog = make(self._chosen).doing(deed)
            if self._desk.ask.show(dialog):
                self._tell()

    def _tell(self) -> None:
        sentence = _("Done: {deed}.", deed=self._desk.office.undo_label)
        self._banner.say(sentence, tone="ok", action=(_("Undo"), self._desk.way_back()))

    def _cancel(self) -> None:
        self._ask(lambda rows: cancel_dialog(self._list.window(), rows), self._do_cancel)

    def _do_cancel(self, dialog: FormDialog) -> None:
        self._desk.office.do(sessions.cancel(_named(self._chosen), dialog.answers()["reason"]))

    def _move(self) -> None:
        if len(self._list.chosen()) == 1:
            self._ask(lambda rows: move_dialog(self._list.window(), rows[0]), self._do_move)

    def _do_move(self, dialog: FormDialog) -> None:
        values, (session,) = dialog.answers(), self._chosen
        reason, day = values.pop("reason"), values.pop("day")
        self._desk.office.do(sessions.move(session.meeting_id, session.series_day, Target(day, **values), reason))

    def _room(self) -> None:
        self._ask(lambda rows: room_dialog(self._list.window(), rows, self._around.rooms), self._do_room)

    def _do_room(self, dialog: FormDialog) -> None:
        values = dialog.answers()
        self._desk.office.do(sessions.change_room(_named(self._chosen), values["room_id"], values["reason"]))

    def _substitute(self) -> None:
        self._ask(lambda rows: substitute_dialog(self._list.window(), rows, self._around.staff), self._do_substitute)

    def _do_substitute(self, dialog: FormDialog) -> None:
        values = dialog.answers()
        by = () if values["staff_id"] is None else (values["staff_id"],)
        if not by and values["absent_id"] is None:
            raise Objection(N_("Please choose who leads."))
        self._desk.office.do(sessions.substitute(_named(self._chosen), values["absent_id"], by, values["reason"]))

    def _away(self) -> None:
        chosen = self._list.chosen()
        absent = next((key for row in chosen for key in row.leader_ids), None)
        day = chosen[0].day if chosen else self._desk.today()
        if self._desk.ask.show(away_dialog(self._list.window(), self._around.staff, absent, day).doing(self._do_away)):
            self._tell()

    def _do_away(self, dialog: FormDialog) -> None:
        values = dialog.answers()
        rows = self._desk.office.read(
            queries.led_by, self._desk.term().id, values["absent_id"], values["first"], values["last"]
        )
        if not rows:
            raise Objection(N_("This person leads no session in these days."))
        self._desk.office.do(_away_deed(_named(rows), values["absent_id"], values["instead"], values["reason"]))

    def _restore(self) -> None:
        chosen = self._list.chosen()
        if chosen:
            with objections(self._banner):
                self._desk.office.do(sessions.restore(_named(chosen)))
                self._tell()

    def _save(self) -> None:
        """Save the dates of all courses of the half-year for Excel."""
        from ganztag.operations.exporting.session_rows import export_sessions  # noqa: PLC0415 -- slow, seldom wanted

        window, term = self._list.window(), self._desk.term()
        name = _("Dates {term}.xlsx", term=term.name.replace("/", "-"))
        path = self._desk.ask.save_path(window, EXCEL_FILE, title=_("Save as table"), name=name)
        if path is not None:
            with objections(self._banner):
                export_sessions(self._desk.office, path, term.id)
                self._banner.say(_("{name} is saved.", name=path.name), tone="ok")

    def _forget(self) -> None:
        with objections(self._banner):
            self._desk.office.do(sessions.forget(row.id for row in self._list.left()))
            self._tell()


def _named(rows: Sequence[SessionRow]) -> tuple[Named, ...]:
    return tuple((row.meeting_id, row.series_day) for row in rows)


def _away_deed(named: Sequence[Named], absent_id: int, instead: int, reason: str) -> Operation[int]:
    if instead == CANCEL:
        return sessions.cancel(named, reason)
    return sessions.substitute(named, absent_id, () if instead == OTHERS else (instead,), reason)
