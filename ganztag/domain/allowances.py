"""How much somebody may earn in a calendar year before tax: the allowances, and what is left of them."""

from dataclasses import dataclass

_NEAR_PERCENT = 90


@dataclass(frozen=True, slots=True)
class Allowance:
    """What of an allowance (*kind*: trainer or volunteer) is used in a calendar year; all in cents.

    *limit* None: no amount is known for that year. *elsewhere* is what the person said to earn under it for others,
    *earned* what was held up to the day, *expected* what the whole year comes to.
    """

    kind: str
    year: int
    limit: int | None
    elsewhere: int
    earned: int
    expected: int

    @property
    def room(self) -> int | None:
        """Return what may be earned here; never less than nothing."""
        return None if self.limit is None else max(0, self.limit - self.elsewhere)

    @property
    def left(self) -> int | None:
        """Return what the year leaves of it; less than nothing where it goes beyond."""
        return None if self.room is None else self.room - self.expected

    @property
    def over(self) -> int:
        """Return by how much the year will go beyond it."""
        return 0 if self.room is None else max(0, self.expected - self.room)

    @property
    def state(self) -> str:
        """Return over (already now), will_be_over, near (from 90 %), or ok."""
        if self.room is None:
            return "ok"
        if self.earned > self.room:
            return "over"
        if self.expected > self.room:
            return "will_be_over"
        return "near" if self.expected * 100 >= self.room * _NEAR_PERCENT and self.expected else "ok"
