"""The chosen course beside the week: when, where, who, how many, what speaks against it, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.week.loads import open_to_words
from ganztag.desktop.week.sheet import Chip, Sheet
from ganztag.desktop.week.words import STATES, cell_words
from ganztag.desktop.widgets.buttons import Button, MenuButton
from ganztag.desktop.widgets.card import Card, Scroll, column, emptied, row
from ganztag.desktop.widgets.notices import Notice, Notices
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.language import _, ngettext
from ganztag.planning.offer import Offer


class ChosenCard(Card):
    """``asked(deed)``: where, swap or open; the notices lead to the other side of a conflict (``followed``)."""

    asked = Signal(str)
    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ", bare=True)
        self.notices, self.more = Notices(), MenuButton("", "ellipsis", kind="plain")
        self._nothing = Text("", "body", "muted", wrap=True)
        self._name, self._facts = Elided("", "scenario"), column(gap=4)
        self._where = Button("", "search", "quiet")
        self._swap = Button("", "arrow-left-right", "quiet")
        self._full = QWidget()
        self._arrange()
        self.head.addWidget(self.more)
        self._where.clicked.connect(self._ask_where)
        self._swap.clicked.connect(self._ask_swap)
        self.notices.followed.connect(self.followed)

    def _arrange(self) -> None:
        scroll = Scroll(gap=10, margins=(15, 0, 12, 10))
        scroll.body.addWidget(self._nothing)
        inner = column(gap=8)
        inner.addWidget(self._name)
        inner.addLayout(self._facts)
        inner.addWidget(self.notices)
        self._full.setLayout(inner)
        scroll.body.addWidget(self._full)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll, 1)
        foot = row(gap=8, margins=(15, 4, 15, 12))
        foot.addWidget(self._where)
        foot.addWidget(self._swap)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def retranslate(self) -> None:
        self.name(_("Chosen course"))
        self._where.setText(_("Where to?"))
        self._where.setToolTip(_("Where does it fit?"))
        self._swap.setText(_("Swap"))
        self._swap.setToolTip(_("What to swap with?"))
        self.more.setAccessibleName(_("What can be done"))
        self._nothing.setText(
            _("Choose a course in the week to see who leads it, who comes, and what speaks against it.")
        )

    def offer_actions(self, actions: Sequence[QAction]) -> None:
        self.more.offer(actions)

    def show_chip(self, chip: Chip | None, sheet: Sheet, offer: Offer, notices: Sequence[Notice]) -> None:
        """Show a course at its place in the week; None: nothing is chosen."""
        for widget in (self._full, self.more):
            widget.setVisible(chip is not None)
        self._nothing.setVisible(chip is None)
        for button in (self._where, self._swap):
            button.setVisible(chip is not None and not sheet.real)
        self.notices.show_notices(notices)
        if chip is None:
            return
        self._name.setText(chip.title)
        emptied(self._facts)
        for name, text in _facts(chip, sheet, offer):
            self._facts.addLayout(_fact(name, text))

    def facts(self) -> list[str]:
        """Return what is said of the chosen course."""
        return [text.text() for text in self._full.findChildren(Elided)]

    def _ask_where(self) -> None:
        self.asked.emit("where")

    def _ask_swap(self) -> None:
        self.asked.emit("swap")


def _fact(name: str, text: str) -> QHBoxLayout:
    line = row(gap=8)
    caption = Text(name, "secondary", "muted")
    caption.setFixedWidth(fonts.px(62))
    line.addWidget(caption)
    line.addWidget(Elided(text, "medium"), 1)
    return line


def _facts(chip: Chip, sheet: Sheet, offer: Offer) -> list[tuple[str, str]]:
    course = offer.index.course.get(chip.course)
    when = cell_words(sheet, (chip.day, chip.first))
    if chip.is_span:
        when = _("{first} to {last}", first=when, last=sheet.bands[chip.last].name or chip.time)
    state = STATES[chip.state]()
    facts = [
        (_("When"), " · ".join(part for part in (when, chip.time, chip.rhythm) if part)),
        (_("Room"), chip.room or _("no room yet")),
        (_("Leaders"), chip.leaders or _("no leader yet")),
        (_("Children"), _children(chip, offer)),
        (_("For"), open_to_words(offer, course) if course is not None else ""),
        (_("State"), state),
    ]
    return [(name, text) for name, text in facts if text]


def _children(chip: Chip, offer: Offer) -> str:
    course = offer.index.course.get(chip.course)
    if course is None or course.max_size is None:
        return ngettext("{count} child", "{count} children", chip.children)
    return _("{taken} of {places} places", taken=chip.children, places=course.max_size)
