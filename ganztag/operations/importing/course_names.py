"""Which course a cell of wishes or enrolments means: its number, else its title."""

import re
from collections import defaultdict
from collections.abc import Iterable

from ganztag.exchange.values import Wrong
from ganztag.language import N_
from ganztag.operations.importing.names import name_key, nearest
from ganztag.queries.import_state.courses import KnownCourse

_PARTED = (re.compile(","), re.compile(r"[/+&]|\b(?:oder|or)\b", re.IGNORECASE))


class Courses:
    def __init__(self, courses: Iterable[KnownCourse]) -> None:
        self._all = tuple(courses)
        self._by_number = {one.number.casefold(): one for one in self._all if one.number}
        self._by_text: dict[str, list[KnownCourse]] = defaultdict(list)
        self._by_value: dict[str, list[KnownCourse]] = defaultdict(list)
        for one in self._all:
            for key in {name_key(one.title), name_key(one.named)} - {""}:
                self._by_text[key].append(one)
            if one.number.strip("0").isdigit():
                self._by_value[one.number.lstrip("0")].append(one)

    def short_name(self, course_id: int) -> str:
        """Return number or title."""
        return next((one.number or one.title for one in self._all if one.id == course_id), "")

    def all_in(self, text: str, block_id: int | None = None, day: int = 0) -> list[KnownCourse | Wrong]:
        """Return the courses of a cell: one, or several of equal rank that are parted: ``15, 16``, ``15/16``."""
        found = self._found(text, block_id, day)
        if not isinstance(found, Wrong):
            return [found]
        for parting in _PARTED:
            parts = [part for raw in parting.split(text) if (part := raw.strip())]
            each = [self._found(part, block_id, day) for part in parts]
            if len(each) > 1 and not all(isinstance(one, Wrong) for one in each):
                return each
        return [found]

    def _found(self, text: str, block_id: int | None, day: int) -> KnownCourse | Wrong:
        try:
            return self.find(text, block_id, day)
        except Wrong as wrong:
            return wrong

    def find(self, text: str, block_id: int | None = None, day: int = 0) -> KnownCourse:
        """Return the course; of several with one title the one in the block or on the weekday. Raises `Wrong`."""
        by_number = self._by_number.get(text.casefold())
        if by_number is not None:
            return by_number
        fitting = self._by_text.get(name_key(text), []) or self._by_value.get(text.lstrip("0"), [])
        if len(fitting) > 1 and block_id is not None:
            fitting = [one for one in fitting if block_id in one.block_ids]
        if len(fitting) > 1 and day:
            fitting = [one for one in fitting if day in one.weekdays]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise Wrong(N_("Several courses are called {title}. Please give the number.", title=text))
        meant = nearest(text, (one.title for one in self._all))
        if meant:
            raise Wrong(N_("There is no course “{course}”. Did you mean {meant}?", course=text, meant=meant))
        raise Wrong(N_("There is no course “{course}”.", course=text))
