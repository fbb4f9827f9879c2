"""The papers that the school wants to see of those who work there, and how long each holds."""

from collections.abc import Sequence
from typing import Any

from ganztag.desktop.desk import Desk
from ganztag.desktop.widgets.cells import MUTED, NUMBER, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.fields import Choices, Field, Kind
from ganztag.domain.staff import STAFF_KINDS
from ganztag.language import N_, Message, _, ngettext, number, pN_
from ganztag.operations import staff_papers as operations
from ganztag.operations import usual_papers
from ganztag.operations.operation import Operation
from ganztag.queries import staff_papers
from ganztag.queries.staff_papers import RequirementRow

KINDS: dict[str, Message] = dict(
    zip(STAFF_KINDS, (N_("Teachers"), N_("Freelancers"), N_("Volunteers"), N_("Partners")), strict=True)
)
_FIELDS = (
    Field("name", pN_("of people", "Paper"), needed=True),
    Field("kinds", N_("Of whom"), Kind.MANY),
    Field("valid_months", N_("Valid for (months)"), Kind.NUMBER, lowest=1, highest=600, hint=N_("for good")),
    Field("warn_days", N_("Warn (days before)"), Kind.NUMBER, highest=730, needed=True),
    Field("required", N_("Required"), Kind.CHECK),
    Field("holds_until", N_("Counts until"), Kind.DATE, hint=N_("without an end")),
    Field("source", N_("Source")),
)


def _of_whom(row: RequirementRow) -> str:
    return ", ".join(str(KINDS[kind]) for kind in row.kinds if kind in KINDS) or _("all")


def _valid(row: RequirementRow) -> str:
    if row.holds_until is not None:
        return _("until {day}", day=row.holds_until)
    if row.valid_months is None:
        return _("for good")
    return ngettext("{count} month", "{count} months", row.valid_months)


class RequiredPapers:
    """The checklist that stands at each person, in its order."""

    key, icon = "papers", "badge-check"
    title, add_verb, delete_verb = pN_("of people", "Papers"), N_("Add a paper"), N_("Ask no more for it")
    teaching = N_("Here stand the papers that the school wants to see of those who work there, such as the extended "
                  "certificate of conduct. Only that one was seen, and when, is noted at the person.")  # fmt: skip
    usual_verb = N_("Ask for the usual papers")
    fields = _FIELDS
    born = _FIELDS[:3]
    columns: tuple[Column[RequirementRow], ...] = (
        Column("name", pN_("of people", "Paper"), shown=lambda row: row.name, cell=STRONG, width=220, stretch=True,
               sorted_by=lambda row: row.position),
        Column("kinds", N_("Of whom"), shown=_of_whom, width=200),
        Column("valid", N_("Holds"), shown=_valid, sorted_by=lambda row: row.valid_months or 10**6, width=125),
        Column("required", N_("Required"), shown=lambda row: _("yes") if row.required else _("no"), cell=MUTED,
               width=80),
        Column("people", N_("People"), shown=lambda row: number(row.people), sorted_by=lambda row: row.people,
               cell=NUMBER, width=90),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> Sequence[RequirementRow]:
        return self._desk.office.read(staff_papers.requirements)

    def choices(self) -> dict[str, Choices]:
        return {"kinds": [(kind, str(words)) for kind, words in KINDS.items()]}

    def name(self, row: RequirementRow) -> str:
        return row.name

    def second(self, row: RequirementRow) -> str:
        return ngettext("asked of {count} person", "asked of {count} people", row.people)

    def values(self, row: RequirementRow) -> dict[str, Any]:
        return {
            **{field.key: getattr(row, field.key) for field in _FIELDS},
            "kinds": frozenset(row.kinds or STAFF_KINDS),
        }

    def edit(self, row: RequirementRow, key: str, value: Any) -> Operation[Any]:
        return operations.edit(row.id, row.name, **{key: value})

    def add(self, values: dict[str, Any]) -> Operation[int]:
        return operations.want(**values)

    def move(self, row: RequirementRow, step: int) -> Operation[Any]:
        return operations.move(row.id, row.name, step)

    def delete(self, row: RequirementRow) -> Operation[Any]:
        return operations.unwant(row.id, row.name)

    def first_values(self) -> dict[str, Any]:
        return {"name": "", "kinds": frozenset(STAFF_KINDS), "valid_months": None}

    def usual(self) -> Operation[Any]:
        return usual_papers.add_usual()
