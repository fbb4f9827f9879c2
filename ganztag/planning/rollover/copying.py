"""Works out what a copy of the offer would do, course by course."""

from collections.abc import Iterable, Mapping

from ganztag.language import N_, Message, nN_
from ganztag.planning.rollover.carrying import Carrying
from ganztag.planning.rollover.copy_plan import Carried, CopyChoices, CopyLine, CopyPlan, Note, What
from ganztag.planning.rollover.copy_state import CopyState, OldCourse
from ganztag.planning.rollover.filling import lacking
from ganztag.planning.rollover.numbering import Numbering
from ganztag.planning.rollover.placing_anew import PlacingAnew

_ALWAYS = ("title", "short_name", "category_id", "kind", "equipment", "meetings_wanted")
_DESCRIPTIONS = ("description", "note")
_SIZES = ("min_size", "max_size", "max_per_class", "ideal_size", "max_support", "must_run", "admission")


def plan_copy(state: CopyState, choices: CopyChoices) -> CopyPlan:
    """Return what the copy would do with these choices; nothing is ever done twice, nothing there is overwritten."""
    copier = _Copier(state, choices)
    lines = tuple(copier.line(course) for course in state.courses)
    placing = copier.placing
    return CopyPlan(state, choices, lines, placing.new_blocks(lines), placing.missing_blocks(lines))


def ticked_at_first(course: OldCourse) -> bool:
    """Say whether a course is copied unless she says otherwise."""
    return course.status != "struck" and course.again != "no"


class _Copier:
    def __init__(self, state: CopyState, choices: CopyChoices) -> None:
        self._state, self._choices = state, choices
        self._numbering, self._carrying = Numbering(state), Carrying(state)
        self.placing = PlacingAnew(state, choices)
        self._there = known_again(state.courses, state.there)
        self._classes = _same_classes(state)

    def line(self, course: OldCourse) -> CopyLine:
        there = self._there.get(course.id)
        wanted = self._choices.courses
        ticked = ticked_at_first(course) if wanted is None else course.id in wanted
        if there is not None and there.id == course.id:
            note = Note(N_("runs the whole school year {year}", year=self._state.source.school_year))
            return CopyLine(course, What.RUNS_ON, ticked, there, course.number, notes=(note,))
        if not ticked:
            return CopyLine(course, What.LEFT_OUT, ticked, there, notes=_why_not(course))
        return self._new(course) if there is None else self._completed(course, there)

    def _new(self, course: OldCourse) -> CopyLine:
        number = self._numbering.of(course, keep=self._choices.numbers)
        meetings, notes = self.placing.meetings(course)
        years, classes, said = self._takes(course)
        carried = self._carried(course, None)
        notes = [*self._number_notes(course, number), *notes, *said, *_other_notes(course), *_crowd(course, carried)]
        return CopyLine(
            course, What.NEW, True, None, number, self._fields(course, number), meetings,
            year_group_ids=years, class_ids=classes, **self.placing.candidates(course), carried=carried,
            notes=tuple(notes),
        )  # fmt: skip

    def _completed(self, course: OldCourse, there: OldCourse) -> CopyLine:
        if not self._choices.complete:
            return CopyLine(course, What.THERE, True, there, there.number)
        found = lacking(course, there, self._fields(course, there.number), self.placing)
        carried = self._carried(course, there)
        if not (found.something or carried.ids):
            nothing = Note(N_("lacks nothing"))
            return CopyLine(course, What.THERE, True, there, there.number, carried=carried, notes=(nothing,))
        notes = (*found.notes, *_crowd(course, carried))
        return CopyLine(
            course, What.COMPLETED, True, there, there.number, found.fields, found.meetings, found.fillings,
            blocks=found.blocks, room_ids=found.room_ids, staff=found.staff, carried=carried, notes=notes,
        )  # fmt: skip

    def _fields(self, course: OldCourse, number: str) -> Mapping[str, object]:
        names = list(_ALWAYS)
        names += _DESCRIPTIONS if self._choices.descriptions else ()
        names += _SIZES if self._choices.sizes else ()
        status = "offered" if course.status in ("offered", "running") else "planned"
        return {**{name: course.fields[name] for name in names}, "number": number, "status": status}

    def _number_notes(self, course: OldCourse, number: str) -> list[Note]:
        if not self._choices.numbers or number == course.number:
            return []
        return [Note(N_("gets the number {number}; {old} is taken", number=number, old=course.number))]

    def _takes(self, course: OldCourse) -> tuple[tuple[int, ...], tuple[int, ...], list[Note]]:
        """Return the year groups and classes that the copy is for; a class that is not there gives its year group."""
        if not self._state.steps or not course.class_ids:
            return course.year_group_ids, course.class_ids, []
        years, kept, notes = list(course.year_group_ids), [], []
        for old in course.class_ids:
            new, known = self._classes.get(old), self._state.classes[old]
            if new is not None:
                kept.append(new)
                continue
            if known.year_group_id is not None and known.year_group_id not in years:
                years.append(known.year_group_id)
            notes.append(self._no_class(known.name, dict(self._state.year_groups).get(known.year_group_id or 0)))
        return tuple(years), tuple(kept), notes

    def _no_class(self, name: str, label: str | None) -> Note:
        year = self._state.target.school_year
        if label is None:
            return Note(N_("there is no {name} in {year}: it is not limited to it any more", name=name, year=year),
                        "warn")  # fmt: skip
        message = N_("there is no {name} in {year} yet: for year group {label}", name=name, year=year, label=label)
        return Note(message, "warn")

    def _carried(self, course: OldCourse, there: OldCourse | None) -> Carried:
        if not self._choices.children:
            return Carried()
        if there is None:
            years, classes, _notes = self._takes(course)
        else:
            years, classes = there.year_group_ids, there.class_ids
        return self._carrying.of(course, years, classes, there)


def _same_classes(state: CopyState) -> dict[int, int]:
    """Return for each class of the source's school year the class of the same name in the target's."""
    named = {(one.kind, one.name.casefold()): one.id for one in state.classes.values()
             if one.school_year_id == state.target.school_year_id}  # fmt: skip
    found = {}
    for one in state.classes.values():
        new = named.get((one.kind, one.name.casefold()))
        if one.school_year_id == state.source.school_year_id and new is not None:
            found[one.id] = new
    return found


def known_again(courses: Iterable[OldCourse], there: Iterable[OldCourse]) -> dict[int, OldCourse]:
    """Return for each course the one of the same offer that stands in the target, each at most once."""
    free: dict[int, list[OldCourse]] = {}
    for known in there:
        free.setdefault(known.offer_id, []).append(known)
    found: dict[int, OldCourse] = {}
    wanted = list(courses)
    for alike in (_itself, _number_and_title, _title, _offer):
        for course in wanted:
            rest = free.get(course.offer_id, [])
            match = None if course.id in found else next((one for one in rest if alike(course, one)), None)
            if match is not None:
                found[course.id] = match
                rest.remove(match)
    return found


def _itself(one: OldCourse, other: OldCourse) -> bool:
    return one.id == other.id


def _number_and_title(one: OldCourse, other: OldCourse) -> bool:
    return (one.number, one.title) == (other.number, other.title)


def _title(one: OldCourse, other: OldCourse) -> bool:
    return one.title == other.title


def _offer(_one: OldCourse, _other: OldCourse) -> bool:
    return True


def _why_not(course: OldCourse) -> tuple[Note, ...]:
    if course.again == "no":
        return (Note(N_("is not to be offered again")),)
    return (Note(N_("was struck")),) if course.status == "struck" else ()


def _other_notes(course: OldCourse) -> list[Note]:
    notes = []
    dates = sum(meeting.rhythm == "once" for meeting in course.meetings)
    if dates:
        words: Message = nN_("one single date does not come over", "{count} single dates do not come over", dates)
        notes.append(Note(words, "warn"))
    if course.dated:
        notes.append(Note(N_("it began later or ended earlier; the copy runs the whole half-year"), "warn"))
    return notes


def _crowd(course: OldCourse, carried: Carried) -> list[Note]:
    if course.max_size is None or len(carried.ids) <= course.max_size:
        return []
    return [Note(N_("{count} children for {most} places", count=len(carried.ids), most=course.max_size), "warn")]
