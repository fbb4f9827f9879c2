"""Which course a cell of wishes or enrolments means: its number, else its title."""

from collections import defaultdict
from collections.abc import Iterable

from ganztag.exchange.values import Wrong
from ganztag.language import N_
from ganztag.operations.importing.names import name_key, nearest
from ganztag.queries.import_state.courses import KnownCourse


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

    def all_in(self, text: str, block_id: int | None = None) -> list[KnownCourse | Wrong]:
        """Return the courses of a cell: one, or several of equal rank that are parted by commas."""
        found = self._found(text, block_id)
        parts = [part for raw in text.split(",") if (part := raw.strip())]
        if isinstance(found, Wrong) and len(parts) > 1:
            each = [self._found(part, block_id) for part in parts]
            if not all(isinstance(one, Wrong) for one in each):
                return each
        return [found]

    def _found(self, text: str, block_id: int | None) -> KnownCourse | Wrong:
        try:
            return self.find(text, block_id)
        except Wrong as wrong:
            return wrong

    def find(self, text: str, block_id: int | None = None) -> KnownCourse:
        """Return the course; of several with one title the one in the block. Raises `Wrong`."""
        by_number = self._by_number.get(text.casefold())
        if by_number is not None:
            return by_number
        fitting = self._by_text.get(name_key(text), []) or self._by_value.get(text.lstrip("0"), [])
        if len(fitting) > 1 and block_id is not None:
            fitting = [one for one in fitting if block_id in one.block_ids]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise Wrong(N_("Several courses are called {title}. Please give the number.", title=text))
        meant = nearest(text, (one.title for one in self._all))
        if meant:
            raise Wrong(N_("There is no course “{course}”. Did you mean {meant}?", course=text, meant=meant))
        raise Wrong(N_("There is no course “{course}”.", course=text))
