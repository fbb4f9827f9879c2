"""The import of enrolments: who is in which course from when to when."""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from ganztag.domain.enrolment import Enrolment
from ganztag.domain.pupils import list_name
from ganztag.domain.school_year import holds_on, meets_span
from ganztag.exchange.problems import Problem, Reading
from ganztag.exchange.records import EnrolmentRecord
from ganztag.exchange.values import Wrong
from ganztag.language import N_
from ganztag.operations.importing.children import Children, spoken
from ganztag.operations.importing.course_names import Courses
from ganztag.operations.importing.preview import Change, ImportPlan, Item, Outcome, Request, What
from ganztag.operations.importing.problems import error, warning
from ganztag.operations.importing.pupil_acts import day_in_words
from ganztag.operations.importing.resolving import Blocks
from ganztag.operations.operation import Work
from ganztag.queries import frame
from ganztag.queries.frame import TermRow
from ganztag.queries.import_state.choices import KnownEnrolment, enrolments
from ganztag.queries.import_state.courses import KnownCourse, blocks, courses
from ganztag.queries.import_state.pupils import KnownPupil, pupils
from ganztag.storage.reader import Reader


@dataclass(frozen=True)
class EnrolmentAct:
    """*fields* are those of Enrolment; a new one has all of them."""

    fields: tuple[tuple[str, object], ...]


def compare(reader: Reader, reading: Reading[EnrolmentRecord], request: Request, today: date) -> Outcome:
    """Return what the file means for the enrolments of the half-year."""
    term = frame.term(reader, request.term_id)
    known = enrolments(reader, term.id, term.school_year_id)
    found = courses(reader, term.id, term.school_year_id)
    everyone = pupils(reader, term.day_that_counts(today))
    here = [one for one in everyone if meets_span(term.starts, term.ends, one.entry, one.exit)]
    comparison = _Comparison(Children(here), found, Blocks(blocks(reader, term.school_year_id)), term)
    comparison.take(known)
    items = [comparison.item(record) for record in reading.records]
    return Outcome(tuple(items), tuple(comparison.problems))


class _Comparison:
    def __init__(self, children: Children, found: list[KnownCourse], blocks: Blocks, term: TermRow) -> None:
        self._children, self._courses, self._blocks, self._term = children, Courses(found), blocks, term
        self._by_id = {course.id: course for course in found}
        self._of_pupil: dict[int, list[KnownEnrolment]] = defaultdict(list)
        self._claimed: set[int] = set()
        self.problems: list[Problem] = []

    def take(self, known: list[KnownEnrolment]) -> None:
        for one in known:
            self._of_pupil[one.pupil_id].append(one)

    def item(self, record: EnrolmentRecord) -> Item:
        name = list_name(record.surname, "", record.call_name) or record.whole_name or record.external_id
        column = "surname"
        try:
            pupil, doubt = self._children.find(record)
            column = "course"
            course = self._course(record)
        except Wrong as wrong:
            self.problems.append(error(record, wrong.message, column))
            return Item(record.row, record.sheet, What.WRONG, name)
        if doubt is not None:
            self.problems.append(warning(record, doubt, "class_name"))
        there = self._there(record, pupil, course)
        if there is not None:
            return self._changed(record, pupil, there)
        return self._new(record, pupil, course)

    def _course(self, record: EnrolmentRecord) -> KnownCourse:
        block_id = None
        if record.block is not None:
            with suppress(Wrong):  # it only tells courses of one title apart
                block_id = self._blocks.key_of(self._blocks.span(record.block, may_be_new=False))
        return self._courses.find(record.course, block_id)

    def _there(self, record: EnrolmentRecord, pupil: KnownPupil, course: KnownCourse) -> KnownEnrolment | None:
        """Return the enrolment that the row means: one with the same first day, else one of the same time."""
        mine = [one for one in self._of_pupil[pupil.id] if one.course_id == course.id and one.id not in self._claimed]
        first, last = record.starts or self._term.starts, record.ends or self._term.ends
        same = [one for one in mine if (one.starts or self._term.starts) == first]
        found = next(iter(same or [one for one in mine if meets_span(first, last, one.starts, one.ends)]), None)
        if found is not None and found.id > 0:
            self._claimed.add(found.id)
        return found

    def _changed(self, record: EnrolmentRecord, pupil: KnownPupil, there: KnownEnrolment) -> Item:
        name = f"{pupil.listed}: {self._by_id[there.course_id].named}"
        if there.id < 0:
            message = N_("This enrolment stands twice in the file.")
            self.problems.append(warning(record, message))
            return Item(record.row, record.sheet, What.UNCHANGED, name)
        fields: dict[str, object] = {}
        changes = []
        for key, label in (("starts", N_("From")), ("ends", N_("Until")), ("reason", N_("Reason"))):
            new, old = getattr(record, key), getattr(there, key)
            if new and new != old:
                fields[key] = new
                changes.append(Change(label, _in_words(old), _in_words(new)))
        what = What.CHANGED if fields else What.UNCHANGED
        act = EnrolmentAct(tuple(fields.items())) if fields else None
        return Item(record.row, record.sheet, what, name, tuple(changes), there.id, act)

    def _new(self, record: EnrolmentRecord, pupil: KnownPupil, course: KnownCourse) -> Item:
        name = f"{pupil.listed}: {course.named}"
        first, last = record.starts or self._term.starts, record.ends or self._term.ends
        if course.status == "struck" and not record.ends:
            return self._refused(record, name, Wrong(N_("{course} was struck.", course=course.named)))
        for one in self._of_pupil[pupil.id]:
            other = self._by_id[one.course_id]
            if meets_span(first, last, one.starts, one.ends) and other.status != "struck" and _clash(course, other):
                wrong = Wrong(N_("{name} is in {other} at the same time.", name=spoken(pupil), other=other.named))
                return self._refused(record, name, wrong)
        made = KnownEnrolment(-1, pupil.id, course.id, record.starts, record.ends, record.reason)
        self._of_pupil[pupil.id].append(made)
        self._warn_if_full(record, course, first)
        values = {"pupil_id": pupil.id, "course_id": course.id, "starts": record.starts, "ends": record.ends,
                  "reason": record.reason}  # fmt: skip
        return Item(record.row, record.sheet, What.NEW, name, act=EnrolmentAct(tuple(values.items())))

    def _refused(self, record: EnrolmentRecord, name: str, wrong: Wrong) -> Item:
        self.problems.append(error(record, wrong.message, "course"))
        return Item(record.row, record.sheet, What.WRONG, name)

    def _warn_if_full(self, record: EnrolmentRecord, course: KnownCourse, day: date) -> None:
        theirs = [one for all_ in self._of_pupil.values() for one in all_ if one.course_id == course.id]
        here = sum(holds_on(day, one.starts, one.ends) for one in theirs)
        if course.max_size is not None and here == course.max_size + 1:
            message = N_("{course} then has more children than its {most} places.", course=course.named,
                         most=course.max_size)  # fmt: skip
            self.problems.append(warning(record, message, "course"))


def _clash(one: KnownCourse, other: KnownCourse) -> bool:
    if one.id == other.id:
        return True
    spans = [meeting.span for meeting in other.meetings if meeting.span is not None]
    return any(
        a.weekday == b.weekday and a.starts < b.ends and b.starts < a.ends
        for meeting in one.meetings
        if (a := meeting.span) is not None
        for b in spans
    )


def _in_words(value: object) -> str:
    return day_in_words(value) if isinstance(value, date) else str(value or "")


def write(work: Work, plan: ImportPlan) -> None:
    new = []
    for item in plan.to_do:
        if not isinstance(item.act, EnrolmentAct):
            continue
        if item.key is None:
            new.append(dict(item.act.fields))
            continue
        enrolment = work.get(Enrolment, item.key)
        for name, value in item.act.fields:
            setattr(enrolment, name, value)
    work.insert(Enrolment, new)
