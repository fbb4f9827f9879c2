"""Blocks, rooms, people and year groups as a file names them: which of the school's are meant, which are new."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from ganztag.domain.pupils import full_name
from ganztag.domain.school import year_order
from ganztag.exchange.blocks import BlockRef, YearSpan
from ganztag.exchange.person_names import PersonName
from ganztag.exchange.values import Wrong, class_key
from ganztag.language import N_, sort_key
from ganztag.operations.importing.names import family_parts, name_key
from ganztag.operations.importing.preview import Creation
from ganztag.operations.importing.pupil_changes import plain_year
from ganztag.operations.importing.rooms import room_key
from ganztag.queries.import_state.courses import KnownBlock, Span
from ganztag.queries.import_state.people import KnownRoom, KnownStaff


class Leader(NamedTuple):
    """Who leads a meeting: one that is known (*key*), or a new person by name."""

    key: int | None
    prefix: str
    surname: str
    call_name: str

    @property
    def name(self) -> str:
        return full_name(self.surname, self.prefix, self.call_name)


def span_in_words(span: Span) -> str:
    """Return a block as our tables write it."""
    return str(BlockRef(span.weekday, span.starts, span.ends))


class Blocks:
    """Finds the block that a file means; a weekday with both times may be a new one."""

    def __init__(self, known: list[KnownBlock]) -> None:
        self._known = known
        self.new: dict[Span, None] = {}

    def span(self, ref: BlockRef, *, may_be_new: bool = True) -> Span:
        """Return when it is; raises `Wrong` where the school has no such block, or several that fit."""
        fitting = [block for block in self._known if _fits(ref, block)]
        if len(fitting) == 1:
            return fitting[0].span
        if ref.weekday and ref.starts and ref.ends and may_be_new:
            span = Span(ref.weekday, ref.starts, ref.ends)
            self.new[span] = None
            return span
        known = ", ".join(span_in_words(block.span) for block in self._known)
        if fitting:
            raise Wrong(N_("“{block}” may be any of several blocks: {known}.", block=str(ref), known=known), "block")
        raise Wrong(N_("There is no block “{block}”. Write a block like Mo 14:00-15:30.", block=str(ref)), "block")

    def key_of(self, span: Span) -> int | None:
        return next((block.id for block in self._known if block.span == span), None)

    def weekday_of(self, block_id: int) -> int:
        """Return 1 for Monday; 0 where there is no such block."""
        return next((block.span.weekday for block in self._known if block.id == block_id), 0)


def _fits(ref: BlockRef, block: KnownBlock) -> bool:
    """Say whether a reference may mean a block: what it names must be so."""
    return (
        ref.weekday in (None, block.span.weekday)
        and ref.starts in (None, block.span.starts)
        and ref.ends in (None, block.span.ends)
        and (not ref.label or ref.label.casefold() == block.name.casefold())
        and not (ref.weekday is None and ref.starts is None and not ref.label)
    )


class Rooms:
    """Finds the room that a file means, by its code or its name."""

    def __init__(self, known: list[KnownRoom]) -> None:
        self._known: dict[str, str] = {}
        for room in reversed(known):
            self._known |= {name_key(room.name): room.code} if room.name else {}
        for room in reversed(known):
            self._known[room_key(room.code)] = room.code
        self._codes = {room.code for room in known}
        self.new: dict[str, None] = {}

    def code(self, text: str) -> str:
        if not text or text in self._codes:
            return text
        found = self._known.get(room_key(text)) or self._known.get(name_key(text))
        if found is None:
            self.new[text] = None
            self._known[room_key(text)] = text
        return found or text


class People:
    """Finds the leader that a file means: by code, by whole name, or by a surname that only one has."""

    def __init__(self, known: list[KnownStaff]) -> None:
        self._by_code = {one.code.casefold(): one for one in known if one.code}
        self._by_name: dict[str, list[KnownStaff]] = defaultdict(list)
        self._by_surname: dict[str, list[KnownStaff]] = defaultdict(list)
        for one in known:
            self._by_name[name_key(one.name)].append(one)
            self._by_surname[name_key(f"{one.prefix} {one.surname}")].append(one)
        self.new: dict[str, Leader] = {}

    def leader(self, name: PersonName) -> Leader:
        """Return who is meant; raises `Wrong` where several bear the name."""
        whole = " ".join(filter(None, (name.call_name, name.surname))) or name.whole
        code = self._by_code.get(name.whole.casefold())
        fitting = [code] if code is not None else self._by_name[name_key(whole)]
        if not fitting and " " not in whole:
            fitting = self._by_surname[name_key(whole)]
        if len(fitting) > 1:
            message = N_("Several people are called {name}. Please write the code instead.", name=name.whole)
            raise Wrong(message, "leaders")
        if fitting:
            one = fitting[0]
            return Leader(one.id, one.prefix, one.surname, one.call_name)
        return self.new.setdefault(name_key(whole), _new_leader(name))


def _new_leader(name: PersonName) -> Leader:
    surname, call_name = (name.surname, name.call_name) if name.surname else (name.call_name, "")
    return Leader(None, *family_parts(surname), call_name)


@dataclass
class Eligibility:
    """Finds for whom a course is: year groups by label or range, classes by name."""

    labels: list[str]
    classes: list[str]
    new_labels: dict[str, None] = field(default_factory=dict)
    new_classes: dict[str, None] = field(default_factory=dict)

    def resolve(self, spans: tuple[YearSpan, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return labels of year groups and names of classes, each in its order."""
        labels: set[str] = set()
        classes: set[str] = set()
        for span in spans:
            if not span.single:
                labels.update(self._range(span))
            elif (known := self._class(span.first)) is not None:
                classes.add(known)
            else:
                labels.add(self._label(span.first))
        return tuple(sorted(labels, key=year_order)), tuple(sorted(classes, key=sort_key))

    def _label(self, text: str) -> str:
        plain = plain_year(text) or text
        found = next((one for one in (*self.labels, *self.new_labels) if one.casefold() == plain.casefold()), None)
        if found is None:
            self.new_labels[plain] = None
        return found or plain

    def _class(self, text: str) -> str | None:
        """Return the class that is meant; None where it is a year group."""
        if any(one.casefold() == (plain_year(text) or text).casefold() for one in self.labels):
            return None
        key = class_key(text)
        found = next((one for one in (*self.classes, *self.new_classes) if class_key(one) == key), None)
        if found is None and text[:1].isdigit() and not text.isdigit():
            self.new_classes[text] = None
            found = text
        return found

    def _range(self, span: YearSpan) -> set[str]:
        first = self._label(span.first)
        if span.last is None:
            return {first} | {one for one in self.labels if year_order(one) >= year_order(first)}
        last = self._label(span.last)
        if year_order(last) < year_order(first):
            raise Wrong(N_("“{first}-{last}” runs backwards.", first=first, last=last), "eligible")
        between = {one for one in self.labels if year_order(first) <= year_order(one) <= year_order(last)}
        if first.isdigit() and last.isdigit():
            between |= {self._label(str(year)) for year in range(int(first), int(last) + 1)[:30]}
        return {first, last} | between


def creations(blocks: Blocks, rooms: Rooms, people: People, eligibility: Eligibility) -> tuple[Creation, ...]:
    """Return what the file names and the school does not have."""
    found = (
        Creation(N_("Blocks"), tuple(span_in_words(span) for span in sorted(blocks.new))),
        Creation(N_("Rooms"), tuple(sorted(rooms.new, key=sort_key))),
        Creation(N_("Staff"), tuple(sorted((one.name for one in people.new.values()), key=sort_key))),
        Creation(N_("Year groups"), tuple(sorted(eligibility.new_labels, key=year_order))),
        Creation(N_("Classes"), tuple(sorted(eligibility.new_classes, key=sort_key))),
    )
    return tuple(one for one in found if one.names)
