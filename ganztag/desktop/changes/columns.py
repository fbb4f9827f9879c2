"""How a case looks in the list (two lines behind its sign), and the columns of a waiting list."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ganztag.desktop import fonts, icons
from ganztag.desktop.changes.cases import Case
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets.cells import MARKED, MUTED, NUMBER, STRONG, Marked, TextCell
from ganztag.desktop.widgets.columns import Column
from ganztag.language import N_, _, number
from ganztag.queries.waiting import WaitingRow

_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_SIDE = 30


@dataclass(frozen=True)
class CaseCell:
    """A boxed sign, what it is about, and below it what is to be decided; value: ``Case``."""

    align: Qt.AlignmentFlag = _LEADING

    def text(self, value: Case) -> str:
        return f"{value.title}, {value.words}"

    def paint(self, painter: QPainter, area: QRectF, value: Case, tokens: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = fonts.px(_SIDE)
        box = QRectF(area.left(), area.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.soft(value.tone) if value.tone != "muted" else tokens.tone("track"))
        painter.drawRoundedRect(box, 7, 7)
        inset = fonts.px(6)
        icons.draw(painter, box.adjusted(inset, inset, -inset, -inset), value.icon, tokens.tone(value.tone))
        left, half = box.right() + fonts.px(10), area.height() / 2
        room = area.right() - left
        _line(painter, QRectF(left, area.center().y() - fonts.px(18), room, fonts.px(18)), value.title,
              ("strong", tokens, "text"))  # fmt: skip
        _line(painter, QRectF(left, area.center().y(), room, min(half, fonts.px(18))), value.words,
              ("secondary", tokens, "muted"))  # fmt: skip


def _line(painter: QPainter, area: QRectF, text: str, look: tuple[str, Tokens, str]) -> None:
    role, tokens, tone = look
    painter.setFont(fonts.fitting(text, role))
    painter.setPen(tokens.tone(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(_LEADING | Qt.TextFlag.TextSingleLine), shown)


CASES: tuple[Column[Case], ...] = (
    Column("case", N_("To decide"), shown=lambda case: case, sorted_by=lambda case: case.id, cell=CaseCell(),
           width=180, stretch=True, tip=lambda case: f"{case.title}: {case.words}"),
    Column("count", N_("Status"), shown=lambda case: case.count, cell=TextCell("secondary", "muted", _TRAILING),
           width=92),
)  # fmt: skip


def _reasons(row: WaitingRow) -> str:
    return " · ".join(str(part) for part in row.why)


def state_of(row: WaitingRow) -> Marked:
    """Return whether a child could move up, and why not."""
    if row.state == "declined":
        return Marked(_("declined"), "muted", "x")
    if row.against is not None:
        return Marked(str(row.against), "warn", "circle-x")
    if row.state == "offered":
        return Marked(_("place offered"), "accent", "hourglass")
    return Marked(_("can move up"), "ok", "circle-check")


WAITING: tuple[Column[WaitingRow], ...] = (
    Column("number", N_("No."), shown=lambda row: number(row.number), sorted_by=lambda row: row.number, cell=NUMBER,
           width=52),
    Column("name", N_("Name"), shown=lambda row: row.name, cell=STRONG, width=120, stretch=True),
    Column("class", N_("Class"), shown=lambda row: row.school_class, cell=MUTED, width=60),
    Column("why", N_("Why at this place"), shown=_reasons, cell=MUTED, width=190, tip=_reasons),
    Column("state", N_("Moving up"), shown=state_of, sorted_by=lambda row: (not row.can, row.number), cell=MARKED,
           width=150, tip=lambda row: state_of(row).text),
)  # fmt: skip
