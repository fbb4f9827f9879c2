"""What a change of the school year has to say beside its lines: what takes effect at once, what ends, who goes."""

from ganztag.language import N_, nN_
from ganztag.planning.rollover.copy_plan import Note
from ganztag.planning.rollover.year_plan import Becomes, YearChoices, YearPlan
from ganztag.planning.rollover.year_state import OldClass, YearState


def of_class(old: OldClass, state: YearState, choices: YearChoices) -> tuple[Note, ...]:
    """Return what does not go on with a class."""
    until = state.staff_until.get(old.staff_id or 0)
    if choices.teachers and until is not None and until < state.new.starts:
        return (Note(N_("the class teacher is there until {day} only", day=until), "warn"),)
    return ()


def of_plan(plan: YearPlan) -> tuple[Note, ...]:
    """Return what is to be known before the change is done."""
    state, notes = plan.state, []
    if state.today < state.new.starts:
        message = N_(
            "The school year {old} goes on until {day}. The classes are changed for the new one only; the children's "
            "year groups change at once.",
            old=state.old.name,
            day=state.old.ends,
        )
        notes.append(Note(message, "warn"))
    without = sum(line.becomes is Becomes.WITHOUT for line in plan.pupils)
    if without:
        notes.append(
            Note(nN_("One child has no class in the new year yet.",
                     "{count} children have no class in the new year yet.", without), "warn")
        )  # fmt: skip
    if state.going:
        notes.append(
            Note(nN_("One person's time or contract ends before the new year begins.",
                     "The time or contract of {count} people ends before the new year begins.", len(state.going)),
                 "warn")
        )  # fmt: skip
    if state.begun:
        notes.append(Note(N_("Children who are in a class of the new year already stay in it.")))
    return tuple(notes)
