"""How an allocation is asked for: which goal, which lot, which order of the levels, what of an earlier plan is kept."""

import json
from dataclasses import asdict, dataclass

KEEP_MODES = ("", "after unplaced", "first")
"""Nothing is kept; children move only for the sake of those without a place; nobody moves who can stay."""


@dataclass(frozen=True, slots=True)
class Policy:
    """*order* are groups of levels (``levels.GROUPS``) in the school's own order; empty: as the goal has them.

    *seed* is the number of the lot. *keep* is one of KEEP_MODES and concerns ``Problem.kept``.
    """

    goal: str = "balanced"
    seed: int = 1
    order: tuple[str, ...] = ()
    keep: str = ""

    def as_text(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @staticmethod
    def of_text(text: str) -> "Policy":
        """Return what ``as_text`` wrote; empty text: the usual policy. Raises ValueError for anything else."""
        if not text:
            return Policy()
        try:
            values = json.loads(text)
            return Policy(
                str(values["goal"]), int(values["seed"]), tuple(map(str, values["order"])), str(values["keep"])
            )
        except (KeyError, TypeError, RecursionError) as error:
            raise ValueError("no policy of an allocation") from error
