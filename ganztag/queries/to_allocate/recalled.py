"""What was said of single children, put back into a problem that was kept without it."""

from dataclasses import replace

from ganztag.planning.conditions import Named
from ganztag.planning.problem import Problem
from ganztag.queries import rules
from ganztag.queries.to_allocate.stated import placements
from ganztag.storage.reader import Reader


def with_names(reader: Reader, ballot_id: int, problem: Problem) -> Problem:
    """Return a problem with the reasons and rules that ``planning.packing.without_names`` left out, as they are now."""
    by_hand = {(place.pupil_id, place.course_id): place.reason for place in placements(reader, ballot_id)}
    hard, pairs = rules.hardships(reader, ballot_id), rules.bonds(reader, ballot_id)
    reasons = {row.key: row.reason for row in hard}
    used = {one.rule for one in problem.priorities} | {one.rule for one in problem.bonds}
    named = [Named(row.key, row.words) for row in hard] + [Named(row.key, row.words) for row in pairs]
    return replace(
        problem,
        fixed=tuple(replace(one, reason=by_hand.get((one.pupil, one.course), "")) for one in problem.fixed),
        banned=tuple(
            replace(one, reason=by_hand.get((one.pupil, one.course), "")) if one.why == "hand" else one
            for one in problem.banned
        ),
        priorities=tuple(replace(one, reason=reasons.get(one.rule, "")) for one in problem.priorities),
        rules=(*problem.rules, *(one for one in named if one.key in used)),
    )
