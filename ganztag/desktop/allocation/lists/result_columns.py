"""What stands in the list of results."""

from ganztag.desktop.widgets.cells import MARKED, MUTED, STRONG, WISH, Marked, Wish
from ganztag.desktop.widgets.columns import Column
from ganztag.domain.courses import course_name
from ganztag.language import N_, _, time, weekday
from ganztag.queries.allocation import ResultRow


def _day(row: ResultRow) -> str:
    return f"{weekday(row.block.weekday, short=True)} {time(row.block.starts)}"


def _result(row: ResultRow) -> Wish:
    if not row.placed:
        return Wish(None, "–")
    return Wish(row.rank, course_name(row.number, row.title))


def _why(row: ResultRow) -> Marked | None:
    if row.pinned:
        return Marked(_("fixed by hand"), "accent", "pin")
    if row.reason is None:
        return None
    return Marked(str(row.reason), "muted" if row.placed else "bad", "" if row.placed else "circle-x")


def _order(row: ResultRow) -> int:
    return 1000 if not row.placed else row.rank or 0


COLUMNS: tuple[Column[ResultRow], ...] = (
    Column("name", N_("Child"), shown=lambda row: row.name, cell=STRONG, width=170),
    Column("class", N_("Class"), shown=lambda row: row.class_name, width=60),
    Column("day", N_("Day"), shown=_day, sorted_by=lambda row: (row.block.weekday, row.block.starts), width=82),
    Column("result", N_("Result"), shown=_result, sorted_by=_order, cell=WISH, width=206),
    Column("first", N_("First wish"), shown=lambda row: row.first_wish, cell=MUTED, width=170, gives_way=True),
    Column("why", N_("Why not the first wish"), shown=_why, cell=MARKED, width=190, stretch=True),
)
