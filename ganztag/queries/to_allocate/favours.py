"""Who comes first, and who is to be together or apart."""

from collections.abc import Collection
from dataclasses import dataclass

from ganztag.planning.conditions import Bond, Named, Priority
from ganztag.queries import rules
from ganztag.queries.to_allocate.situation import Situation, concerns
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Favours:
    priorities: tuple[Priority, ...]
    bonds: tuple[Bond, ...]
    named: tuple[Named, ...]


def favours(reader: Reader, found: Situation, pupils: Collection[int]) -> Favours:
    """Return the priorities and bonds among *pupils*; a row for each rule, so that one can be tried without it."""
    hard = [row for row in rules.hardships(reader, found.ballot.id) if row.pupil_id in pupils]
    pairs = [row for row in rules.bonds(reader, found.ballot.id) if {row.pupil_id, row.other_id} <= set(pupils)]
    priorities = [Priority(row.pupil_id, row.weight, row.reason, row.key) for row in hard]
    for rule in found.of_kind("priority"):
        priorities += [
            Priority(pupil, rule.most or 1, rule=rule.key)
            for pupil in sorted(pupils)
            if concerns(rule, found.children[pupil])
            and (rule.word != "days" or len(found.children[pupil].days) >= (rule.least or 0))
        ]
    return Favours(
        priorities=tuple(priorities),
        bonds=tuple(Bond(row.pupil_id, row.other_id, row.kind, row.must, row.key) for row in pairs),
        named=(*(Named(row.key, row.words) for row in hard), *(Named(row.key, row.words) for row in pairs)),
    )
