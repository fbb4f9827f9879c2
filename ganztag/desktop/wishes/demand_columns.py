"""The lists of the demand view: the courses of a block, who wishes one of them, what the booked children need."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ganztag.desktop import fonts
from ganztag.desktop.times import hours
from ganztag.desktop.tokens import Tokens
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.cells import MARKED, MUTED, NUMBER, PILL, STRONG, WISH, Marked, TextCell, Wish
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.desktop.wishes.demand_words import in_words, remark, tone_of
from ganztag.language import N_, Message, _, ngettext, number, weekday
from ganztag.queries.booked_needs import BookedNeed, BookedNeeds
from ganztag.queries.demand import Demand, Wisher

_ICONS = {"bad": "circle-alert", "warn": "triangle-alert"}


@dataclass(frozen=True)
class Scaled:
    """A demand on the scale of its list: *whole* children fill the bar."""

    demand: Demand
    whole: int

    @property
    def id(self) -> int:
        return self.demand.id


@dataclass(frozen=True)
class DemandCell:
    """Wishes by rank as a bar; a tick for the places, a dotted one for the minimum; value: ``Scaled``."""

    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading

    def text(self, value: Scaled) -> str:
        return " / ".join(map(number, value.demand.by_rank))

    def paint(self, painter: QPainter, area: QRectF, value: Scaled, tokens: Tokens) -> None:
        one = value.demand
        bar = QRectF(area.left(), area.center().y() - fonts.px(5), area.width() - fonts.px(4), fonts.px(10))
        parts = [(float(amount), tokens.wish(rank)[0]) for rank, amount in enumerate(one.by_rank, start=1) if amount]
        mark = float(one.places) if one.places is not None else None
        paints.paint_bar(painter, bar, paints.Bar(parts, float(value.whole), mark), tokens)
        if one.course.needed:
            x = bar.left() + bar.width() * min(one.course.needed / value.whole, 1)
            painter.setPen(QPen(tokens.tone("bad" if one.too_few else "text"), 2, Qt.PenStyle.DotLine))
            painter.drawLine(int(x), int(bar.top()) - 4, int(x), int(bar.bottom()) + 4)


def _figures(row: Scaled) -> Marked:
    tone = tone_of(row.demand)
    return Marked(in_words(row.demand), "text" if tone == "muted" else tone)


def _remark(row: Scaled) -> Marked | None:
    words, tone = remark(row.demand), tone_of(row.demand)
    if not words:
        return None
    tone = "bad" if row.demand.too_few else "warn" if row.demand.over else "muted"
    return Marked(words, tone, _ICONS.get(tone, ""))


COURSES: tuple[Column[Scaled], ...] = (
    Column("course", N_("Course"), shown=lambda row: row.demand.course.name, cell=STRONG, width=150, stretch=True),
    Column("wishes", N_("Wishes"), shown=lambda row: row, cell=DemandCell(), width=190,
           sorted_by=lambda row: row.demand.wished),
    Column("first", N_("First wishes"), shown=lambda row: number(row.demand.first), cell=NUMBER, width=96, hidden=True,
           sorted_by=lambda row: row.demand.first),
    Column("figures", N_("All wishes"), shown=_figures, cell=MARKED, width=104,
           sorted_by=lambda row: row.demand.wished / (row.demand.places or 1_000_000)),
    Column("refused", N_("Not wanted"), shown=lambda row: number(row.demand.refused) if row.demand.refused else "",
           cell=NUMBER, width=96, hidden=True, sorted_by=lambda row: row.demand.refused),
    Column("remark", N_("What it means"), shown=_remark, cell=MARKED, width=216,
           sorted_by=lambda row: (not row.demand.too_few, -row.demand.over)),
)  # fmt: skip


def _rank(one: Wisher) -> Wish:
    return Wish(one.rank, one.row.voter.name if one.rank else _("{child}: not wanted", child=one.row.voter.name))


WISHERS: tuple[Column[Wisher], ...] = (
    Column("child", N_("Child"), shown=_rank, cell=WISH, width=150, stretch=True,
           sorted_by=lambda one: (one.rank or 99, one.row.voter.search_key)),
    Column("class", N_("Class"), shown=lambda one: one.row.voter.class_name, cell=MUTED, width=64),
)  # fmt: skip


BOOKED = "booked"
"""The column of which each figure leads to the children behind it."""
LEADS = TextCell("strong", "accent", Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class NeedRow:
    """A need with a number of its own: a day without an offer has no block."""

    id: int
    need: BookedNeed


def _when(row: NeedRow) -> str:
    day, block = weekday(row.need.weekday, short=True), row.need.block
    return day if block is None else f"{day} {hours(block.starts, block.ends)}"


def _leads_where(row: NeedRow) -> str:
    return _("A click shows the children who booked {day}.", day=weekday(row.need.weekday))


def _places(row: NeedRow) -> str:
    return "∞" if row.need.places is None else number(row.need.places)


def _enough(row: NeedRow) -> Pill:
    if row.need.short:
        return Pill(ngettext("{count} missing", "{count} missing", row.need.short), "bad", "circle-alert")
    return Pill(_("enough"), "ok", "circle-check")


def _year(place: int, row: NeedRow) -> int:
    return row.need.by_year[place]


def _year_words(place: int, row: NeedRow) -> str:
    return number(_year(place, row))


def need_columns(needs: BookedNeeds) -> tuple[Column[NeedRow], ...]:
    """Return the columns: when, all booked children, the places, and the booked children of each year group."""
    years = tuple(
        Column(
            f"year{place}",
            Message("{label}", values={"label": label or "–"}),
            shown=partial(_year_words, place),
            sorted_by=partial(_year, place),
            cell=NUMBER,
            width=46,
        )
        for place, label in enumerate(needs.years)
    )
    return (
        Column("when", N_("Time"), shown=_when, cell=STRONG, width=130, stretch=True,
               sorted_by=lambda row: row.id),
        Column(BOOKED, N_("Booked"), shown=lambda row: number(row.need.booked), cell=LEADS, width=80,
               sorted_by=lambda row: row.need.booked, tip=_leads_where),
        Column("places", N_("Places"), shown=_places, cell=NUMBER, width=76,
               sorted_by=lambda row: row.need.places if row.need.places is not None else 10**9),
        Column("enough", N_("Enough?"), shown=_enough, cell=PILL, width=112, sorted_by=lambda row: -row.need.short),
        *years,
    )  # fmt: skip
