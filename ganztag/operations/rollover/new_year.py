"""The change of the school year: classes move up, the last year group leaves, new classes begin; one deed, one undo."""

from dataclasses import dataclass
from datetime import date

from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, nN_
from ganztag.operations import school
from ganztag.operations.operation import Operation, Work
from ganztag.operations.rollover.year_writing import YearWriting
from ganztag.planning.rollover.moving_up import plan_year
from ganztag.planning.rollover.year_plan import Becomes, YearChoices, YearPlan
from ganztag.queries.calendar import school_years
from ganztag.queries.year_change import to_change
from ganztag.storage.reader import Reader

_IN_A_CLASS = (Becomes.UP, Becomes.STAYS, Becomes.MOVES)


@dataclass(frozen=True, slots=True)
class Changed:
    """What was done, in figures; *term_id* is the first half-year of the new school year."""

    term_id: int
    year: str
    moved: int
    left: int
    without: int
    repeats: int
    classes: int


def preview(reader: Reader, old_year_id: int, choices: YearChoices, today: date) -> YearPlan:
    """Return what `change_year` would do."""
    return plan_year(to_change(reader, old_year_id, today), choices)


def change_year(old_year_id: int, choices: YearChoices) -> Operation[Changed]:
    """Change from a school year to the next one; objects where that was done already."""

    def run(work: Work) -> Changed:
        plan = plan_year(work.read(to_change, old_year_id, work.today), choices)
        if plan.state.is_too_early:
            raise Objection(
                N_("The school year {year} has not begun yet.", year=plan.state.old.name),
                advice=N_("Its change comes at its end. Please choose a half-year of the school year before it."),
            )
        if plan.is_done:
            raise Objection(
                N_("The change to the school year {year} was done already.", year=plan.state.new.name),
                advice=N_("Single children move into another class under Pupils."),
            )
        new_id = plan.state.new.id if plan.state.new.id is not None else school.add_next_year().run(work)
        YearWriting(work, plan, new_id).write()
        terms = next(year.terms for year in work.read(school_years) if year.id == new_id)
        if choices.work_there and terms:
            school.choose_term(terms[0].id).run(work)
        work.label = N_("Change to the school year {year}", year=plan.state.new.name)
        return _changed(plan, terms[0].id if terms else 0)

    return Operation(N_("Change the school year"), run)


def _changed(plan: YearPlan, term_id: int) -> Changed:
    return Changed(
        term_id,
        plan.state.new.name,
        plan.count(*_IN_A_CLASS),
        plan.count(Becomes.LEAVES),
        plan.count(Becomes.WITHOUT),
        sum(line.becomes is Becomes.STAYS and line.by_hand for line in plan.pupils),
        sum(one.kind == "class" for one in plan.new_classes),
    )


def changed_in_words(changed: Changed) -> tuple[Message, ...]:
    """Return what was done, sentence by sentence; the first is the headline."""
    counted = (
        (changed.left, nN_("{count} child has left the school.", "{count} children have left the school.",
                           changed.left)),
        (changed.repeats, nN_("{count} child repeats the year.", "{count} children repeat the year.",
                              changed.repeats)),
        (changed.without, nN_("{count} child has no class yet.", "{count} children have no class yet.",
                              changed.without)),
    )  # fmt: skip
    headline = nN_(
        "{count} child is in a class of the school year {year}.",
        "{count} children are in classes of the school year {year}.",
        changed.moved,
        year=changed.year,
    )
    return (headline, *(message for count, message in counted if count))
