"""The dialogs of a ballot: what is chosen, by whom, in which blocks and until when; and a copy of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.times import time_of
from ganztag.desktop.widgets.card import Card, Scroll, row
from ganztag.desktop.widgets.cells import MUTED, TEXT
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.desktop.widgets.form_dialog import FormDialog
from ganztag.desktop.widgets.rows import Rows
from ganztag.desktop.widgets.ticks import TICK_WIDTH, TickCell, TickTable
from ganztag.domain.objection import Objection
from ganztag.language import N_, _
from ganztag.queries.ballots import BallotRow
from ganztag.queries.frame import BlockRow

_MOST_HEIGHT = 540
_AROUND_FORM = 270  # frame, headline and buttons of the dialog, and the bar of the desktop
ALL, YEARS, CLASSES, CHOSEN = "all", "years", "classes", "chosen"
_FIELDS = (
    Field("name", N_("Name"), needed=True),
    Field("opens", N_("Give out on"), Kind.DATE, half=True),
    Field("closes", N_("Return by"), Kind.DATE, half=True),
    Field("block_ids", N_("Blocks"), Kind.MANY),
    Field("per_week", N_("Wishes are ranked"), Kind.CHOICE),
    Field("wishes", N_("Wishes"), Kind.NUMBER, lowest=1, highest=20, needed=True, half=True),
    Field("min_wishes", N_("at least"), Kind.NUMBER, hint=N_("as they like"), highest=20, half=True),
    Field("courses_due", N_("Courses a child"), Kind.NUMBER, hint=N_("one in each block"), lowest=1, highest=20),
    Field("who", N_("Who may vote"), Kind.CHOICE),
    Field("year_group_ids", N_("Year groups"), Kind.MANY),
    Field("class_ids", N_("Classes"), Kind.MANY),
    Field("which", N_("Courses"), Kind.CHOICE),
)


@dataclass(frozen=True)
class Eligible:
    """A course that can be on the ballot; *marked*: it is."""

    id: int
    name: str
    when: str
    block_ids: frozenset[int]
    marked: bool = False


@dataclass(frozen=True)
class Offer:
    """What a ballot can have: blocks, year groups and classes as (id, words), courses."""

    blocks: Sequence[BlockRow]
    years: Sequence[tuple[int, str]] = ()
    classes: Sequence[tuple[int, str]] = ()
    courses: Sequence[Eligible] = ()


_COLUMNS: tuple[Column[Eligible], ...] = (
    Column("marked", N_("On the ballot"), shown=lambda course: course.marked, cell=TickCell(), width=TICK_WIDTH),
    Column("name", N_("Course"), shown=lambda course: course.name, cell=TEXT, width=170, stretch=True),
    Column("when", N_("When"), shown=lambda course: course.when, cell=MUTED, width=136),
)  # fmt: skip


class BallotDialog(FormDialog):
    """Accepted only when all of it can be; ``answers()`` are what ``operations.ballots`` takes, and block_ids."""

    def __init__(self, owner: QWidget, offer: Offer, ballot: BallotRow | None, name: str) -> None:
        """*ballot* is the one that is changed, None for a new one, which is called *name* to begin with."""
        super().__init__(
            owner,
            _FIELDS,
            title=_("Change ballot") if ballot else _("New ballot"),
            words=_("On a ballot the children wish courses. The allocation then gives each child one course in each "
                    "block in which it has wishes, or as many as you say here."),
            verb=_("Change ballot") if ballot else _("Add ballot"),
            label_width=128,
        )  # fmt: skip
        self._offer = offer
        self._ticked = set(ballot.course_ids) if ballot else set()
        self.rows: Rows[Eligible] = Rows(_COLUMNS, parent=self)
        self.table, self.search = TickTable(self.rows, row_height=32, name=_("Courses of the ballot")), SearchField()
        self.card, self._scroll = Card(_("Courses of the ballot")), Scroll()
        self._arrange()
        self._offer_choices()
        self.form.show_values(_values(ballot, name, offer))
        for key in ("who", "which"):
            self.form.editor(key).left.connect(self._follow)
        self.form.editor("block_ids").left.connect(self._show_courses)
        self.table.ticked.connect(self._tick)
        self._follow()
        self.form.editor("name").setFocus()

    def _arrange(self) -> None:
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        self.search.hint(_("Search course"))
        self.table.horizontalHeader().hide()
        self.table.searched_by(self.search)
        self.card.body.setSpacing(fonts.px(8))
        self.card.body.addWidget(self.search)
        self.card.body.addWidget(self.table, 1)
        self.card.setMinimumWidth(fonts.px(380))
        self.table.set_edge(2)
        place = whole.indexOf(self.form)
        whole.removeWidget(self.form)
        self._scroll.body.addWidget(self.form)
        self._scroll.body.addStretch(1)
        self._scroll.setMinimumWidth(fonts.px(572))
        both = row(gap=16)
        both.addWidget(self._scroll, 1)
        both.addWidget(self.card)
        whole.insertLayout(place, both, 1)
        whole.insertSpacing(place + 1, fonts.px(8))

    def _offer_choices(self) -> None:
        form = self.form
        form.offer("block_ids", [(block.id, block_name(block)) for block in self._offer.blocks])
        form.offer("per_week", [(False, _("in each block for itself")), (True, _("over the whole week"))])
        whom = [(ALL, _("all children")), (YEARS, _("some year groups")), (CLASSES, _("some classes"))]
        form.offer("who", whom)
        form.offer("year_group_ids", self._offer.years)
        form.offer("class_ids", self._offer.classes)
        form.offer("which", [(ALL, _("all that are offered in these blocks")), (CHOSEN, _("only chosen ones"))])

    def _follow(self) -> None:
        """Show what the choices ask for."""
        who, which = self.form.editor("who").value(), self.form.editor("which").value()
        self.form.set_field_visible("year_group_ids", who == YEARS)
        self.form.set_field_visible("class_ids", who == CLASSES)
        self.card.setVisible(which == CHOSEN)
        if which == CHOSEN and not self._ticked:  # she takes away what is not on the ballot
            self._ticked = {course.id for course in self._offer.courses}
        self._show_courses()
        self._fit()

    def _fit(self) -> None:
        """Take the height that the form needs, up to what a small screen has; then it scrolls."""
        layout = self.form.layout()
        assert layout is not None
        layout.activate()
        needed = layout.heightForWidth(fonts.px(560)) if layout.hasHeightForWidth() else layout.sizeHint().height()
        most = min(fonts.px(_MOST_HEIGHT), self.screen().availableGeometry().height() - fonts.px(_AROUND_FORM))
        self._scroll.setFixedHeight(max(min(needed, most), fonts.px(200)))
        whole = self.layout()
        if whole is None:
            return
        whole.activate()
        width = whole.minimumSize().width()  # Qt squeezes a dialog that takes more than two thirds of the screen
        self.setMinimumSize(width, whole.totalHeightForWidth(width))
        if self.isVisible():
            self.adjustSize()

    def _show_courses(self) -> None:
        blocks = self.form.editor("block_ids").value()
        here = [course for course in self._offer.courses if not course.block_ids.isdisjoint(blocks)]
        self.rows.show([_marked(course, course.id in self._ticked) for course in here])
        self.card.name(_("Courses of the ballot"), str(sum(course.id in self._ticked for course in here)))

    def _tick(self, keys: list[int], on: bool) -> None:
        self._ticked = self._ticked | set(keys) if on else self._ticked - set(keys)
        self._show_courses()

    def answers(self) -> dict[str, Any]:
        answers = self.form.values()
        who, which = answers.pop("who"), answers.pop("which")
        answers["min_wishes"] = answers["min_wishes"] or 0
        answers["year_group_ids"] = answers["year_group_ids"] if who == YEARS else frozenset()
        answers["class_ids"] = answers["class_ids"] if who == CLASSES else frozenset()
        shown = {course.id for course in self.rows.all()}
        answers["course_ids"] = frozenset(self._ticked & shown) if which == CHOSEN else frozenset()
        return answers

    def accept(self) -> None:
        try:
            answers = self.answers()
        except Objection:
            return
        complaint = self._complaint(answers)
        if complaint is None:
            super().accept()
        else:
            self.form.reject(*complaint)

    def _complaint(self, answers: dict[str, Any]) -> tuple[str, str] | None:
        """Return the field in which nothing was chosen, and what to do about it."""
        if not answers["block_ids"]:
            return "block_ids", _("Please choose at least one block.")
        who, which = self.form.editor("who").value(), self.form.editor("which").value()
        if who == YEARS and not answers["year_group_ids"]:
            return "year_group_ids", _("Please choose at least one year group.")
        if who == CLASSES and not answers["class_ids"]:
            return "class_ids", _("Please choose at least one class.")
        if which == CHOSEN and not answers["course_ids"]:
            return "which", _("Please choose at least one course.")
        return None


def _values(ballot: BallotRow | None, name: str, offer: Offer) -> dict[str, Any]:
    if ballot is None:
        blocks = frozenset(block.id for block in offer.blocks)
        return {"name": name, "opens": None, "closes": None, "block_ids": blocks, "per_week": False, "wishes": 3,
                "min_wishes": None, "courses_due": None, "who": ALL, "year_group_ids": frozenset(),
                "class_ids": frozenset(), "which": ALL}  # fmt: skip
    taken = ("name", "opens", "closes", "block_ids", "per_week", "wishes", "courses_due", "year_group_ids", "class_ids")
    return {
        **{key: getattr(ballot, key) for key in taken},
        "min_wishes": ballot.min_wishes or None,
        "who": YEARS if ballot.year_group_ids else CLASSES if ballot.class_ids else ALL,
        "which": CHOSEN if ballot.course_ids else ALL,
    }


def _marked(course: Eligible, on: bool) -> Eligible:
    return Eligible(course.id, course.name, course.when, course.block_ids, on)


class CopyBallotDialog(FormDialog):
    """Asks what the copy of a ballot is called, and whether the wishes come along."""

    def __init__(self, owner: QWidget, ballot: BallotRow, taken: Iterable[str]) -> None:
        super().__init__(
            owner,
            (Field("name", N_("Name"), needed=True), Field("with_wishes", N_("Take the wishes along"), Kind.CHECK)),
            title=_("Copy “{ballot}”", ballot=ballot.name),
            words=_("The copy has the same blocks, courses, children and rules, as for the main round after a trial "
                    "round. Its dates are open."),
            verb=_("Copy ballot"),
        )  # fmt: skip
        self.form.show_values({"name": _free(ballot.name, set(taken)), "with_wishes": False})
        self.form.edit("name")


def _free(name: str, taken: set[str]) -> str:
    """Return a name that is not taken yet: ``Wahl 2``."""
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"


def block_name(block: BlockRow) -> str:
    """Return a block as people say it: ``Di 14:00–15:30 1. Block``."""
    return " ".join(filter(None, (time_of(block), block.name)))
