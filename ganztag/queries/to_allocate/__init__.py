"""The problem that an allocation solves: children, blocks, courses, wishes and rules of one ballot.

``situation`` reads what a ballot is about; ``demands`` (how many courses, who without a wish), ``shares`` (of classes
and groups), ``history`` (had it before, fared badly) and ``favours`` (first, together, apart) turn rules into rows.
``recalled`` says again of children what the kept problem of an accepted allocation leaves out.
"""

from ganztag.queries.to_allocate.assembling import policy_of, problem
from ganztag.queries.to_allocate.recalled import with_names
from ganztag.queries.to_allocate.situation import name_of
from ganztag.queries.to_allocate.stated import last_run_id, own_enrolments, stated_wishes, struck_by

__all__ = [
    "last_run_id", "name_of", "own_enrolments", "policy_of", "problem", "stated_wishes", "struck_by", "with_names",
]  # fmt: skip
