"""What stands in the list of children."""

from datetime import date

from ganztag import language
from ganztag.desktop.widgets.cells import DAYS, MUTED, NUMBER, TEXT, TextCell
from ganztag.desktop.widgets.columns import Column
from ganztag.language import N_, _, number, sort_key
from ganztag.queries.pupils import PupilRow

SEX_WORDS = {"": N_("not known"), "m": N_("male"), "f": N_("female"), "d": N_("diverse")}


def _day(day: date | None) -> str:
    return "" if day is None else language.date(day)


def _sex(row: PupilRow) -> str:
    return str(SEX_WORDS[row.sex]) if row.sex in SEX_WORDS and row.sex else ""


def _class(row: PupilRow) -> str:
    return row.class_name or (_("left") if row.left else "–")


COLUMNS: tuple[Column[PupilRow], ...] = (
    Column("name", N_("Name"), shown=lambda row: row.name, cell=TextCell("medium"), width=130, stretch=True),
    Column("class", N_("Class"), shown=_class, sorted_by=lambda row: (sort_key(row.class_name), sort_key(row.name)),
           cell=MUTED, width=64),
    Column("days", N_("Days"), shown=lambda row: frozenset(row.booked), sorted_by=lambda row: (len(row.booked),
           row.booked), cell=DAYS, width=122),
    Column("year", N_("Year group"), shown=lambda row: row.year_group, cell=MUTED, width=80, hidden=True),
    Column("groups", N_("Groups"), shown=lambda row: ", ".join(row.groups), cell=MUTED, width=110, hidden=True),
    Column("birth_date", N_("Date of birth"), shown=lambda row: _day(row.birth_date),
           sorted_by=lambda row: row.birth_date or date.min, cell=TEXT, width=110, hidden=True),
    Column("sex", N_("Sex"), shown=_sex, cell=MUTED, width=90, hidden=True),
    Column("courses", N_("Courses"), shown=lambda row: number(row.courses), sorted_by=lambda row: row.courses,
           cell=NUMBER, width=80, hidden=True),
    Column("without", N_("Days without a course"), shown=lambda row: frozenset(row.without_course),
           sorted_by=lambda row: (len(row.without_course), row.without_course), cell=DAYS, width=150, hidden=True),
    Column("external_id", N_("Number"), shown=lambda row: row.external_id, cell=MUTED, width=90, hidden=True),
    Column("entry", N_("Joined"), shown=lambda row: _day(row.entry), sorted_by=lambda row: row.entry or date.min,
           cell=MUTED, width=100, hidden=True),
    Column("exit", N_("Left"), shown=lambda row: _day(row.exit), sorted_by=lambda row: row.exit or date.max,
           cell=MUTED, width=100, hidden=True),
)  # fmt: skip
