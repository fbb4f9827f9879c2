"""What a scenario was asked for: the policy, what is other than in the file, which places were to be kept."""

import json
from dataclasses import dataclass, replace

from ganztag.planning.changes import Change, as_text, changed, of_text
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem


@dataclass(frozen=True)
class Asked:
    """*kept* are the places to be kept where they are others than the file's; *time_limit* is in seconds."""

    policy: Policy
    changes: tuple[Change, ...] = ()
    kept: frozenset[tuple[int, int]] | None = None
    time_limit: float | None = None
    name: str = ""

    def same_as(self, other: "Asked") -> bool:
        """Whether the same plan is asked for."""
        return (self.policy, self.changes, self.kept) == (other.policy, other.changes, other.kept)

    def problem(self, now: Problem) -> Problem:
        """Return what is meant, from what the file holds *now*; raises Objection where a change no longer fits it."""
        meant = changed(now, self.changes) if self.changes else now
        return meant if self.kept is None else replace(meant, kept=self.kept)

    def changes_text(self) -> str:
        """Return changes and kept places as the file keeps them, empty where there are none."""
        if self.kept is None:
            return as_text(self.changes) if self.changes else ""
        return json.dumps({"changes": as_text(self.changes), "kept": sorted(self.kept)})


def asked_of(policy: Policy, text: str) -> Asked:
    """Return what ``changes_text`` wrote; raises ValueError for anything else."""
    if not text.startswith("{"):
        return Asked(policy, of_text(text))
    try:
        values = json.loads(text)
        kept = frozenset((int(pupil), int(course)) for pupil, course in values["kept"])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("no changes of a scenario") from error
    return Asked(policy, of_text(values["changes"]), kept)
