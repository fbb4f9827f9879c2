"""What a copy or a change of the school year does, as lines of text: for the shell, and to keep beside the papers."""

from collections.abc import Iterable, Iterator

from ganztag.language import _, date, ngettext
from ganztag.planning.rollover.copy_plan import CopyLine, CopyPlan, What
from ganztag.planning.rollover.placing_anew import block_in_words
from ganztag.planning.rollover.year_plan import Becomes, ClassLine, PupilLine, YearPlan


def of_copy(plan: CopyPlan) -> list[str]:
    """Return the lines: what comes into the target, course by course, and what does not, and why."""
    lines = [_("{source} → {target}", source=plan.state.source.name, target=plan.state.target.name)]
    if plan.new_blocks:
        blocks = ", ".join(block_in_words(block) for block in plan.new_blocks)
        lines.append(_("New blocks: {blocks}", blocks=blocks))
    for line in plan.lines:
        lines += _course(line, plan)
    return [*lines, *_copy_figures(plan)]


def _course(line: CopyLine, plan: CopyPlan) -> Iterator[str]:
    name = f"{line.number or line.course.number} {line.course.title}".strip()
    words = {
        What.NEW: _("comes over"),
        What.COMPLETED: _("is completed"),
        What.THERE: _("is there already"),
        What.RUNS_ON: _("runs on"),
        What.LEFT_OUT: _("is left out"),
    }
    yield f"{name}: {words[line.what]}"
    if line.carried.ids:
        yield "  " + ngettext("{count} child carries on", "{count} children carry on", len(line.carried.ids))
    for pupil_id, reason in line.carried.not_taken:
        yield "  " + _("not taken over: {pupil} ({reason})", pupil=plan.state.children[pupil_id].name, reason=reason)
    for note in line.notes:
        yield f"  {note.message}"


def _copy_figures(plan: CopyPlan) -> Iterator[str]:
    counts = (
        ngettext("{count} course comes over", "{count} courses come over", plan.count(What.NEW)),
        ngettext("{count} is completed", "{count} are completed", plan.count(What.COMPLETED)),
        ngettext("{count} is there already", "{count} are there already", plan.count(What.THERE)),
        ngettext("{count} is left out", "{count} are left out", plan.count(What.LEFT_OUT)),
    )
    yield ", ".join(counts)


def of_year(plan: YearPlan) -> list[str]:
    """Return the lines: classes, who leaves, who repeats or moves, who has no class, whose contract ends."""
    state = plan.state
    lines = [_("Change of the school year {old} → {new}", old=state.old.name, new=state.new.name), ""]
    lines += [_class(line) for line in plan.classes]
    empty = [one.name for one in plan.new_classes if one.begins_empty]
    if empty:
        lines.append(_("Begin empty: {classes}", classes=", ".join(empty)))
    if plan.new_blocks:
        lines.append(_("New blocks: {blocks}", blocks=", ".join(block_in_words(block) for block in plan.new_blocks)))
    lines += _named(_("Leave on {day}:", day=state.old.ends), _who(plan, Becomes.LEAVES))
    lines += _named(_("Repeat the year or change class:"), _by_hand(plan))
    lines += _named(_("Without a class:"), _who(plan, Becomes.WITHOUT))
    people = [_("{person} (until {day})", person=one.name, day=date(one.until)) for one in state.going]
    lines += _named(_("Staff whose time or contract ends:"), people)
    return [*lines, "", *(str(note.message) for note in plan.remarks)]


def _class(line: ClassLine) -> str:
    values = {"old": line.old.name, "new": line.name, "year": line.label, "count": line.old.pupils}
    if line.becomes is Becomes.LEAVES:
        return _("{old} leaves ({count})", **values)
    if line.becomes is Becomes.WITHOUT:
        return _("{old} → year group {year}, without a class ({count})", **values)
    return _("{old} → {new} ({count})", **values)


def _who(plan: YearPlan, becomes: Becomes) -> list[str]:
    return [_pupil(line) for line in plan.pupils if line.becomes is becomes]


def _by_hand(plan: YearPlan) -> list[str]:
    wanted = (Becomes.STAYS, Becomes.MOVES)
    return [
        _("{pupil} → {name}", pupil=_pupil(line), name=line.class_name)
        for line in plan.pupils
        if line.by_hand and line.becomes in wanted
    ]


def _pupil(line: PupilLine) -> str:
    return f"{line.pupil.name} ({line.before})" if line.before else line.pupil.name


def _named(heading: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return ["", heading, *(f"  {line}" for line in found)] if found else []
