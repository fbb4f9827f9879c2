"""What stands in the list of children who stand otherwise in plan B than in plan A."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ganztag.desktop import fonts, icons
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets.cells import MUTED, STRONG, WISH, Wish
from ganztag.desktop.widgets.columns import Column
from ganztag.language import N_, _, ngettext, weekday
from ganztag.queries.scenarios import DifferenceRow, Side


@dataclass(frozen=True)
class ArrowCell:
    """A small arrow between the two plans."""

    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter

    def text(self, _value: object) -> str:
        return ""

    def paint(self, painter: QPainter, area: QRectF, _value: object, tokens: Tokens) -> None:
        side = fonts.px(15)
        box = QRectF(area.left(), area.center().y() - side / 2, side, side)
        icons.draw(painter, box, "arrow-right", tokens.tone("decoration"))


@dataclass(frozen=True)
class StepsCell:
    """How many wishes better (above 0) or worse B is; value: (steps, text)."""

    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter

    def text(self, value: tuple[int, str]) -> str:
        return value[1]

    def paint(self, painter: QPainter, area: QRectF, value: tuple[int, str], tokens: Tokens) -> None:
        steps, text = value
        tone = "ok" if steps > 0 else "warn" if steps < 0 else "muted"
        painter.setFont(fonts.fitting(text, "medium"))
        painter.setPen(tokens.tone(tone))
        painter.drawText(area, int(self.align), text)
        if steps:
            side = fonts.px(15)
            left = area.right() - painter.fontMetrics().horizontalAdvance(text) - side - fonts.px(5)
            icon = "arrow-up" if steps > 0 else "arrow-down"
            icons.draw(painter, QRectF(left, area.center().y() - side / 2, side, side), icon, tokens.tone(tone))


def _side(side: Side) -> Wish:
    return Wish(side.rank, side.title) if side.course_id is not None else Wish(None, _("without a place"))


def steps_words(row: DifferenceRow) -> str:
    """Return ``2 besser``, ``1 weiter hinten``."""
    if row.a.course_id is None:
        return _("now with a place")
    if row.b.course_id is None:
        return _("now without a place")
    if row.steps > 0:
        return ngettext("{count} better", "{count} better", row.steps)
    return ngettext("{count} further back", "{count} further back", -row.steps) if row.steps else _("as good")


def _steps(row: DifferenceRow) -> tuple[int, str]:
    return row.steps, steps_words(row)


COLUMNS: tuple[Column[DifferenceRow], ...] = (
    Column("name", N_("Child"), shown=lambda row: row.name, cell=STRONG, width=145),
    Column("class", N_("Class"), shown=lambda row: row.class_name, width=64, cell=MUTED),
    Column("day", N_("Day"), shown=lambda row: weekday(row.block.weekday, short=True),
           sorted_by=lambda row: (row.block.weekday, row.block.starts), width=44, cell=MUTED),
    Column("a", N_("In A"), shown=lambda row: _side(row.a), sorted_by=lambda row: row.a.rank or 99, cell=WISH,
           width=158),
    Column("arrow", N_(""), shown=lambda _row: None, cell=ArrowCell(), width=30),
    Column("b", N_("In B"), shown=lambda row: _side(row.b), sorted_by=lambda row: row.b.rank or 99, cell=WISH,
           width=158, stretch=True),
    Column("steps", N_("For the child"), shown=_steps, sorted_by=lambda row: -row.steps, cell=StepsCell(), width=136),
)  # fmt: skip
