"""The page on which papers are typed in: class bar, grid and keys, beside it who is missing and the demand."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.legend import KeyHints, Legend
from ganztag.desktop.widgets.text import rule
from ganztag.desktop.wishes.class_bar import ClassBar
from ganztag.desktop.wishes.companion_strip import CompanionStrip
from ganztag.desktop.wishes.course_finder import course_finder
from ganztag.desktop.wishes.demand_card import DemandCard
from ganztag.desktop.wishes.grid import WishGrid
from ganztag.desktop.wishes.missing_card import MissingCard
from ganztag.desktop.wishes.pace import Pace
from ganztag.desktop.wishes.verbs import WishVerbs
from ganztag.domain.ballot_papers import slip_serial
from ganztag.language import _, ngettext, pgettext
from ganztag.queries.wishes import WishRow, WishSheet


class EntryPage(QWidget):
    """``class_done`` after the last wish of the last child; ``remind``: reminders are wanted on paper."""

    class_done = Signal()
    remind = Signal()

    def __init__(self, verbs: WishVerbs, banner: Banner) -> None:
        super().__init__()
        self._verbs, self._banner, self._pace = verbs, banner, Pace()
        self._sheet: WishSheet | None = None
        self._class: int | None = None
        self._by_number: int | None = None
        self.bar, self.grid = ClassBar(), WishGrid(verbs.set_said)
        self.missing, self.demand = MissingCard(), DemandCard()
        self._hints, self._legend, self.strip = KeyHints(), Legend(), CompanionStrip()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        card = Card(bare=True)
        for widget in (self.bar, rule(), self.grid, self.strip, self._hints):
            card.body.addWidget(widget, 1 if widget is self.grid else 0)
        side = column(gap=14)
        side.addWidget(self.missing)
        side.addWidget(self.demand, 1)
        self.demand.body.addSpacing(fonts.px(10))
        self.demand.body.addWidget(self._legend)
        right = QWidget()
        right.setLayout(side)
        right.setFixedWidth(fonts.px(272))
        both = row(gap=16)
        both.addWidget(card, 1)
        both.addWidget(right)
        self.setLayout(both)

    def _connect(self) -> None:
        self.bar.picked.connect(self._pick_class)
        self.bar.number.given.connect(self._go_to_number)
        self.bar.number.left.connect(self.grid.setFocus)
        self.grid.at_end.connect(self.class_done)
        self.grid.child_done.connect(self._child_done)
        self.grid.class_wanted.connect(self.bar.step)
        self.grid.find_wanted.connect(self._find)
        self.grid.number_wanted.connect(self._ask_number)
        self.grid.friend_wanted.connect(self._find_friend)
        self.strip.removed.connect(self._verbs.companions.remove)
        self.grid.menu_wanted.connect(self._verbs.open_menu)
        self.grid.moved.connect(self._moved)
        self.missing.picked.connect(self.go_to)
        self.missing.remind.connect(self.remind)
        self._verbs.typed.connect(self.grid.sign)
        self._verbs.written.connect(self._pace.written)

    def retranslate(self) -> None:
        self.grid.setAccessibleName(_("Wishes"))
        self._hints.show_hints(
            [(_("Enter"), _("next wish")), ("*", _("any")), ("0", _("no wish")), ("15/16", _("either")),
             ("!15", _("not this one")), ("F3", _("find by title")), ("F4", _("together with")), ("↓", _("next child")),
             (_("Ctrl+PgDn"), _("next class"))]
        )  # fmt: skip
        third = pgettext("wish", "Wish {rank}", rank=3)
        self._legend.show_entries([("wish1", "1."), ("wish2", "2."), ("wish3", third), ("mark", _("Places"))])
        for part in (self.bar, self.missing, self.demand, self.strip):
            part.retranslate()

    def show_sheet(self, of: WishSheet) -> None:
        """Show the ballot as it was read; class and cursor stay."""
        self._sheet = of
        classes: dict[int, str] = {}
        for row_ in of.rows:
            classes.setdefault(row_.voter.class_id or 0, row_.voter.class_name)
        if self._class not in classes:
            self._class = next(iter(classes), None)
        self.bar.offer(list(classes.items()), self._class)
        rows = self._rows(of)
        self.bar.show_rows(rows, self.missing.show_rows(rows, of))
        companions = self._verbs.companions
        companions.show_sheet(of)
        self.strip.setVisible(bool(companions.bound_children()))
        self.grid.show_companions({one: companions.of(one) for one in companions.bound_children()})
        self.grid.show_rows(of, rows)
        self.demand.show_sheet(of)

    def _rows(self, of: WishSheet) -> tuple[WishRow, ...]:
        return tuple(row_ for row_ in of.rows if (row_.voter.class_id or 0) == self._class)

    def go_to(self, row_id: int | None) -> None:
        """Go to a child's paper."""
        rows: Sequence[WishRow] = self._sheet.rows if self._sheet else ()
        row_ = next((row_ for row_ in rows if row_.id == row_id), None)
        if row_ is not None and self._sheet is not None:
            self.grid.leave()
            self._class = row_.voter.class_id or 0
            self.show_sheet(self._sheet)
            self._go_to_child(row_.id)

    def _go_to_child(self, pupil_id: int) -> None:
        self.grid.setFocus()
        self.grid.start_at(pupil_id)

    def _go_to_number(self, text: str) -> None:
        """Go to the child of a slip; when its last wish is entered the next number is asked for."""
        serial = slip_serial(text)
        rows: Sequence[WishRow] = self._sheet.rows if self._sheet else ()
        found = next((one for one in rows if serial is not None and slip_serial(one.number) == serial), None)
        if found is not None:
            self._banner.clear()
            self.bar.number.clear()
            self.go_to(found.id)
            self._by_number = found.id
            return
        self.bar.number.selectAll()
        advice = _("Please compare it with the paper; the last digit checks the others.")
        if not any(one.number for one in rows):
            advice = _("The papers of this ballot have no numbers yet; they get them when they are printed.")
        self._banner.say(_("There is no slip {number} in this ballot.", number=text), tone="warn", advice=advice)

    def _child_done(self, pupil_id: int) -> None:
        if self._by_number == pupil_id:
            self._ask_number()
        self._by_number = None

    def _ask_number(self) -> None:
        self.grid.leave()
        self.bar.number.ask()

    def leave(self) -> None:
        """Write what is typed, because she goes somewhere else."""
        self.grid.leave()

    def _pick_class(self, class_id: object) -> None:
        self.grid.leave()
        self._class = class_id if isinstance(class_id, int) else None
        if self._sheet is not None:
            self.show_sheet(self._sheet)
            rows = self._rows(self._sheet)
            if rows:
                self._go_to_child(rows[0].id)

    def _moved(self) -> None:
        self._verbs.pupil = self.grid.entry.pupil_id()
        self._show_companions()
        here = self.grid.entry.here()
        if here is not None:
            self.demand.turn_to(here.block)
        rate = self._pace.per_minute()
        words = "" if rate is None else ngettext("{count} child a minute", "{count} children a minute", rate)
        self._hints.show_note(words)

    def _show_companions(self) -> None:
        entry = self.grid.entry
        if entry.row < len(entry.rows):
            voter = entry.rows[entry.row].voter
            self.strip.show_child(voter.name, self._verbs.companions.of(voter.id))

    def _find_friend(self, at: QPoint) -> None:
        """Let her choose with whom the child wants to be; what is typed is written first."""
        pupil = self.grid.entry.pupil_id()
        self.grid.leave()
        self._verbs.companions.open_finder(pupil, at)

    def _find(self, at: QPoint) -> None:
        entry = self.grid.entry
        if entry.here() is None or not entry.rows:
            return
        finder = course_finder(entry, self)
        finder.picked.connect(self.grid.take_course)
        finder.open_at(at)
