"""Which number a course gets in the half-year that it is copied into: its own, where nobody has it there."""

from ganztag.domain.course_numbers import next_number
from ganztag.planning.rollover.copy_state import CopyState, OldCourse


class Numbering:
    """Gives numbers one by one and remembers them; those that courses keep are known from the start."""

    def __init__(self, state: CopyState) -> None:
        self._in_term = set(state.taken_numbers)
        self._in_year = set(state.taken_in_year)

    def of(self, course: OldCourse, *, keep: bool) -> str:
        """Return the number of the copy of *course*; "" stays "" where numbers are kept."""
        if keep and not course.number:
            return ""
        taken = self._in_year if course.whole_year else self._in_term
        if keep and course.number not in taken:
            number = course.number
        else:
            number = next_number(self._in_year | self._in_term, course.number)
        self._in_term.add(number)
        self._in_year.add(number)
        return number
