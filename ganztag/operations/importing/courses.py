"""The import of courses: known by their number, else by their title."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ganztag.domain.courses import SHORT_NAME_SIZE, course_name
from ganztag.domain.school_year import meets_span
from ganztag.domain.text import short_name
from ganztag.exchange.problems import Problem, Reading
from ganztag.exchange.records import CourseRecord
from ganztag.exchange.values import Wrong
from ganztag.exchange.words import ADMISSION, AGAIN, COURSE_KIND, COURSE_STATUS, YES, word_for
from ganztag.language import N_, Message, sort_key
from ganztag.operations.importing.course_meetings import MeetingReader, Meetings
from ganztag.operations.importing.differences import Said, differences, stated
from ganztag.operations.importing.preview import Creation, Item, Outcome, Request, What
from ganztag.operations.importing.problems import error, warning
from ganztag.operations.importing.resolving import Blocks, Eligibility, People, Rooms, creations
from ganztag.queries import frame
from ganztag.queries.import_state import choices
from ganztag.queries.import_state.courses import KnownCourse, blocks, categories, class_names, courses, year_labels
from ganztag.queries.import_state.people import rooms, staff
from ganztag.storage.reader import Reader


@dataclass(frozen=True)
class CourseAct:
    """*eligible* are labels of year groups and names of classes, None: as it is; so is *meetings*."""

    fields: tuple[tuple[str, object], ...]
    eligible: tuple[tuple[str, ...], tuple[str, ...]] | None
    meetings: Meetings | None


def compare(reader: Reader, reading: Reading[CourseRecord], request: Request, today: date) -> Outcome:
    """Return what the file means for the courses of the half-year."""
    term = frame.term(reader, request.term_id)
    people = staff(reader)
    meetings = MeetingReader(
        Blocks(blocks(reader, term.school_year_id)),
        Rooms(rooms(reader)),
        People(people),
        {one.id: one for one in people},
    )
    eligibility = Eligibility(year_labels(reader), class_names(reader, term.school_year_id))
    day = term.day_that_counts(today)
    full = {
        one.course_id for one in choices.enrolments(reader, term.id, term.school_year_id) if not _over(one.ends, day)
    }
    known = courses(reader, term.id, term.school_year_id)
    comparison = _Comparison(known, meetings, eligibility, full, term)
    items = [comparison.item(record) for record in _merged(reading.records)]
    new_categories = _new_categories(items, categories(reader))
    made = creations(meetings.blocks, meetings.rooms, meetings.people, eligibility)
    return Outcome(tuple(items), tuple(comparison.problems), creates=(*made, *new_categories))


def _over(ends: date | None, day: date) -> bool:
    return ends is not None and ends < day


def _merged(records: Iterable[CourseRecord]) -> list[CourseRecord]:
    """Put rows without a number together by their title, as those of one number are."""
    found: dict[object, CourseRecord] = {}
    for record in records:
        key = record.title.casefold() if not record.number else (record.sheet, record.row)
        first = found.get(key)
        if first is None:
            found[key] = record
        else:
            meetings = (*first.meetings, *record.meetings)
            found[key] = replace(first, meetings=meetings, rows=(*first.rows, record.row))
    return list(found.values())


class _Comparison:
    def __init__(
        self,
        known: list[KnownCourse],
        meetings: MeetingReader,
        eligibility: Eligibility,
        with_children: set[int],
        term: frame.TermRow,
    ) -> None:
        self._term = term
        self._by_number = {course.number.casefold(): course for course in known if course.number}
        self._by_title: dict[str, list[KnownCourse]] = defaultdict(list)
        for course in known:
            self._by_title[course.title.casefold()].append(course)
        self._meetings, self._eligibility, self._with_children = meetings, eligibility, with_children
        self.problems: list[Problem] = []

    def item(self, record: CourseRecord) -> Item:
        name = course_name(record.number, record.title)
        before = len(self.problems)
        try:
            course = self._known(record)
            item = self._new(record, name) if course is None else self._changed(record, course)
        except Wrong as wrong:
            self._refuse(record if wrong.row is None else replace(record, row=wrong.row), wrong.message, wrong.key)
        if any(problem.is_error for problem in self.problems[before:]):
            return Item(record.row, record.sheet, What.WRONG, name)
        return item

    def _refuse(self, record: CourseRecord, message: Message, key: str = "") -> None:
        self.problems.append(error(record, message, key))

    def _known(self, record: CourseRecord) -> KnownCourse | None:
        if record.number and record.number.casefold() in self._by_number:
            return self._by_number[record.number.casefold()]
        fitting = self._by_title[record.title.casefold()] if record.title else []
        if record.number:
            fitting = [course for course in fitting if not course.number]
        if len(fitting) > 1:
            raise Wrong(N_("Several courses are called {title}. Please give the number.", title=record.title))
        return fitting[0] if fitting else None

    def _new(self, record: CourseRecord, name: str) -> Item:
        if not record.title:
            raise Wrong(N_("There is no course {number} yet, and a new one needs a title.", number=record.number))
        if any(one.block is None for one in record.meetings):
            message = N_("Room and leaders of {course} are left out: no block says when it meets.", course=name)
            self.problems.append(warning(record, message, "block"))
        self._check_days(record, record.starts, record.ends)
        fields = stated(self._said(record))
        eligible = self._eligibility.resolve(record.eligible)
        act = CourseAct(tuple(fields.items()), eligible, self._meetings.of_new(record))
        return Item(record.row, record.sheet, What.NEW, name, act=act)

    def _changed(self, record: CourseRecord, course: KnownCourse) -> Item:
        fields, changes = differences(self._said(record), course, record.given)
        self._check_sizes(record, course, fields)
        self._check_days(record, fields.get("starts", course.starts), fields.get("ends", course.ends))
        if fields.get("status") == "struck" and course.id in self._with_children:
            message = N_("There are children in {course}. Please strike it in the window, with a reason.",
                         course=course.named)  # fmt: skip
            self._refuse(record, message, "status")
        eligible = None
        if "eligible" in record.given:
            wanted = self._eligibility.resolve(record.eligible)
            if (set(wanted[0]), set(wanted[1])) != (set(course.year_groups), set(course.classes)):
                eligible = wanted
                said = Said("eligible", N_("Year groups"), wanted, words=_eligible_in_words)
                changes.append(said.change((course.year_groups, course.classes)))
        meetings, changed = self._meetings.of_known(record, course)
        changes += changed
        act = CourseAct(tuple(fields.items()), eligible, meetings)
        what = What.CHANGED if changes else What.UNCHANGED
        return Item(record.row, record.sheet, what, course.named, tuple(changes), course.id, act if changes else None)

    def _check_sizes(self, record: CourseRecord, course: KnownCourse, fields: dict[str, object]) -> None:
        least, most = fields.get("min_size", course.min_size), fields.get("max_size", course.max_size)
        if isinstance(least, int) and isinstance(most, int) and least > most:
            message = N_("The minimum ({least}) is greater than the maximum ({most}).", least=least, most=most)
            self._refuse(record, message, "min_size" if "min_size" in fields else "max_size")

    def _check_days(self, record: CourseRecord, starts: object, ends: object) -> None:
        """Refuse days of the course's own that run backwards or miss the half-year."""
        first, last = starts or self._term.starts, ends or self._term.ends
        if not (isinstance(first, date) and isinstance(last, date) and record.given & {"starts", "ends"}):
            return
        key = "ends" if "ends" in record.given and record.ends is not None else "starts"
        if last < first:
            self._refuse(record, N_("The last day lies before the first."), key)
        elif not meets_span(self._term.starts, self._term.ends, first, last):
            self._refuse(record, N_("These days lie outside the half-year."), key)

    def _said(self, record: CourseRecord) -> tuple[Said, ...]:
        short = record.short
        if len(short) > SHORT_NAME_SIZE:
            short = short_name(short)
            message = N_("The short name was cut to “{short}”: it has at most {most} characters.",
                         short=short, most=SHORT_NAME_SIZE)  # fmt: skip
            self.problems.append(warning(record, message, "short"))
        return (
            Said("number", N_("Number"), record.number),
            Said("title", N_("Title"), record.title),
            Said("short_name", N_("Short name"), short, column="short"),
            Said("category", N_("Category"), record.category, empty_counts=True),
            Said("kind", N_("Kind"), record.kind, words=_kind_in_words),
            Said("status", N_("Status"), record.status, words=_status_in_words),
            Said("min_size", N_("Minimum"), record.min_size, empty_counts=True),
            Said("max_size", N_("Maximum"), record.max_size, empty_counts=True),
            Said("description", N_("Description"), record.description, empty_counts=True),
            Said("starts", N_("From the day"), record.starts, empty_counts=True),
            Said("ends", N_("Until the day"), record.ends, empty_counts=True),
            Said("equipment", N_("Its room has to have"), record.equipment, empty_counts=True),
            Said("max_per_class", N_("At most of one class"), record.max_per_class, empty_counts=True),
            Said("meetings_wanted", N_("Dates a week"), record.meetings_wanted),
            Said("ideal_size", N_("Ideal size"), record.ideal_size, empty_counts=True),
            Said("max_support", N_("Places for support"), record.max_support, empty_counts=True),
            Said("must_run", N_("Must run"), record.must_run, empty_counts=True, words=_yes_in_words),
            Said("admission", N_("Who can wish it"), record.admission, words=_admission_in_words),
            Said("again", N_("Offer it again?"), record.again, empty_counts=True, words=_again_in_words),
            Said("evaluation", N_("How did it go?"), record.evaluation, empty_counts=True),
        )


def _kind_in_words(kind: str) -> str:
    return word_for(COURSE_KIND, kind)


def _yes_in_words(yes: bool) -> str:
    return word_for(YES, "1" if yes else "")


def _admission_in_words(admission: str) -> str:
    return word_for(ADMISSION, admission)


def _again_in_words(again: str) -> str:
    return word_for(AGAIN, again)


def _status_in_words(status: str) -> str:
    return word_for(COURSE_STATUS, status)


def _eligible_in_words(eligible: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    return ", ".join((*eligible[0], *eligible[1])) or str(N_("all"))


def _new_categories(items: list[Item], known: list[str]) -> tuple[Creation, ...]:
    there = {name.casefold() for name in known}
    named = [dict(item.act.fields).get("category") for item in items if isinstance(item.act, CourseAct)]
    new = {name.casefold(): name for name in reversed(named) if isinstance(name, str) and name}
    names = tuple(sorted((name for key, name in new.items() if key not in there), key=sort_key))
    return (Creation(N_("Categories"), names),) if names else ()
