"""Doing what an import plan says: one deed, one undo step."""

from collections.abc import Callable

from ganztag.domain.objection import Objection
from ganztag.domain.record import ImportMapping
from ganztag.exchange.kinds import Kind
from ganztag.language import N_, Message, nN_
from ganztag.operations.importing import (
    course_deeds,
    enrolments,
    lessons,
    partners,
    people,
    pupil_deeds,
    rooms,
    times,
    wishes,
)
from ganztag.operations.importing.planning import planned
from ganztag.operations.importing.preview import ImportPlan, What
from ganztag.operations.importing.reading import columns_as_text
from ganztag.operations.operation import Operation, Work

_WRITE: dict[Kind, Callable[[Work, ImportPlan], None]] = {
    Kind.PUPILS: pupil_deeds.write,
    Kind.COURSES: course_deeds.write,
    Kind.STAFF: people.write,
    Kind.ROOMS: rooms.write,
    Kind.PARTNERS: partners.write,
    Kind.WISHES: wishes.write,
    Kind.ENROLMENTS: enrolments.write,
    Kind.TIMES: times.write,
    Kind.LESSONS: lessons.write,
}


def apply(plan: ImportPlan, *, skip_bad_rows: bool = False) -> Operation[dict[What, int]]:
    """Do what the plan says and return how many rows became what.

    Objects while a row is wrong (unless *skip_bad_rows*), and where the school has changed since the plan was made.
    """

    def run(work: Work) -> dict[What, int]:
        _refuse_what_is_wrong(plan, skip_bad_rows)
        again = work.read(planned, plan.request, work.today)
        if again.items != plan.items:
            raise Objection(
                N_("The school has changed since the preview was made."),
                advice=N_("Please look at the preview again, then import."),
            )
        _WRITE[plan.kind](work, plan)
        _remember_columns(work, plan)
        work.label = label(plan)
        return plan.counts

    return Operation(label(plan), run)


def label(plan: ImportPlan) -> Message:
    """Return the name of the deed with the number of things that it changes."""
    count = len(plan.to_do)
    names = {
        Kind.PUPILS: nN_("Import {count} pupil", "Import {count} pupils", count),
        Kind.COURSES: nN_("Import {count} course", "Import {count} courses", count),
        Kind.STAFF: nN_("Import {count} person", "Import {count} people", count),
        Kind.ROOMS: nN_("Import {count} room", "Import {count} rooms", count),
        Kind.PARTNERS: nN_("Import {count} partner", "Import {count} partners", count),
        Kind.WISHES: nN_("Import {count} wish list", "Import {count} wish lists", count),
        Kind.ENROLMENTS: nN_("Import {count} enrolment", "Import {count} enrolments", count),
        Kind.TIMES: nN_("Import {count} time", "Import {count} times", count),
        Kind.LESSONS: nN_("Import {count} lesson", "Import {count} lessons", count),
    }
    return names[plan.kind]


def _refuse_what_is_wrong(plan: ImportPlan, skip_bad_rows: bool) -> None:
    if plan.ready(skip_bad_rows=skip_bad_rows):
        return
    errors = plan.errors
    shown = "\n".join(str(problem) for problem in errors[:10])
    message = nN_(
        "{count} row is wrong, so nothing was imported:\n{problems}",
        "{count} things are wrong, so nothing was imported:\n{problems}",
        len(errors),
        problems=shown,
    )
    if plan.rows_can_be_left_out:
        raise Objection(message, advice=N_("Please correct the file, or leave the wrong rows out."))
    raise Objection(message, advice=N_("Please correct the file, or choose the columns by hand."))


def _remember_columns(work: Work, plan: ImportPlan) -> None:
    """Keep columns that were set by hand, so that the next file of this make needs no hand."""
    for part in plan.table.parts:
        if not plan.request.settings.columns.get(part.sheet) or part.header_row is None:
            continue
        known = work.one(ImportMapping, kind=str(plan.kind), fingerprint=part.fingerprint)
        text = columns_as_text(part)
        if known is None:
            work.add(ImportMapping(kind=str(plan.kind), fingerprint=part.fingerprint, columns=text))
        else:
            known.columns = text
