"""The import of wishes: each row is what one child wants, in one block or in all."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from ganztag.domain.pupils import list_name
from ganztag.domain.school_year import holds_on
from ganztag.domain.text import tidy
from ganztag.exchange.problems import Problem, Reading, Severity
from ganztag.exchange.records import WishRecord
from ganztag.exchange.values import Wrong, class_key
from ganztag.language import N_
from ganztag.operations.ballots import USUAL_NAME, ensure_ballot
from ganztag.operations.importing.children import Children, spoken
from ganztag.operations.importing.course_names import Courses
from ganztag.operations.importing.preview import Change, Creation, ImportPlan, Item, Outcome, Request, What
from ganztag.operations.importing.problems import error, warning
from ganztag.operations.importing.resolving import Blocks, span_in_words
from ganztag.operations.importing.wish_days import Stated, half_wished
from ganztag.operations.operation import Work
from ganztag.operations.wishes import put
from ganztag.queries import frame
from ganztag.queries.import_state.choices import KnownBallot, ballots, wishes
from ganztag.queries.import_state.courses import KnownCourse, blocks, courses
from ganztag.queries.import_state.pupils import KnownPupil, pupils
from ganztag.storage.reader import Reader

Ranks = dict[tuple[int, int], int]  # block and course -> rank


@dataclass(frozen=True)
class WishAct:
    """*entries* are (block, course, rank); *blocks* those whose wishes they replace, None: all of the child's."""

    pupil_id: int
    entries: tuple[tuple[int, int, int], ...]
    blocks: tuple[int, ...] | None


def compare(reader: Reader, reading: Reading[WishRecord], request: Request, today: date) -> Outcome:
    """Return what the file means for the wishes of a ballot; where there is none one is made."""
    term = frame.term(reader, request.term_id)
    day = term.day_that_counts(today)
    ballot, several = _ballot(ballots(reader, term.id), request.settings.ballot)
    problems = list(several)
    known: dict[int, Ranks] = defaultdict(dict)
    for wish in wishes(reader, ballot.id) if ballot is not None else ():
        known[wish.pupil_id][wish.time_block_id, wish.course_id] = wish.rank
    everyone = pupils(reader, day)
    present = [one for one in everyone if holds_on(day, None, one.exit)]
    gone = [one for one in everyone if not holds_on(day, None, one.exit)]
    found = courses(reader, term.id, term.school_year_id)
    comparison = _Comparison(Children(present, gone), found, Blocks(blocks(reader, term.school_year_id)), known)
    items = [comparison.item(record) for record in reading.records if not record.superseded]
    halves = half_wished(comparison.stated, comparison.staying(), ballot.block_ids if ballot is not None else None)
    problems += [*comparison.problems, *halves]
    if ballot is not None or several:
        return Outcome(tuple(items), tuple(problems))
    creation = Creation(N_("Ballot"), (tidy(request.settings.ballot) or USUAL_NAME,))
    whole = frozenset(block for one in comparison.stated for block in one.course.block_ids)
    return Outcome(tuple(items), tuple(problems), creates=(creation,), extra=whole)


def _ballot(found: list[KnownBallot], name: str) -> tuple[KnownBallot | None, list[Problem]]:
    wanted = tidy(name).casefold()
    if wanted:
        return next((one for one in found if one.name.casefold() == wanted), None), []
    if len(found) > 1:
        known = ", ".join(one.name for one in found)
        message = N_("There are several ballots: {known}. Please say which one the wishes belong to.", known=known)
        return None, [Problem(None, "", message, Severity.ERROR)]
    return (found[0] if found else None), []


class _Comparison:
    def __init__(self, children: Children, courses: list[KnownCourse], blocks: Blocks, known: dict[int, Ranks]) -> None:
        self._children, self._courses, self._blocks, self._known = children, Courses(courses), blocks, known
        self._by_id = {course.id: course for course in courses}
        self._seen: dict[tuple[int, int | None], WishRecord] = {}
        self._with_block: set[int] = set()
        self.problems: list[Problem] = []
        self.stated: list[Stated] = []
        self._replaced: dict[int, set[int] | None] = {}  # None: all blocks

    def staying(self) -> dict[int, set[int]]:
        """Return the blocks of each child of the file whose wishes stay as they are."""
        found = {}
        for pupil_id, replaced in self._replaced.items():
            known = {block for block, _course in self._known[pupil_id]}
            found[pupil_id] = set() if replaced is None else known - replaced
        return found

    def item(self, record: WishRecord) -> Item:
        name = list_name(record.surname, "", record.call_name) or record.whole_name or record.external_id
        before = len(self.problems)
        try:
            pupil, doubt = self._children.find(record)
        except Wrong as wrong:
            self.problems.append(error(record, wrong.message, _name_column(record)))
            return Item(record.row, record.sheet, What.WRONG, name)
        if doubt is not None:
            self.problems.append(warning(record, doubt, "class_name"))
        block_id = self._block(record)
        entries = self._entries(record, pupil, block_id)
        if block_id is not None or record.block is None:
            self._refuse_second(record, pupil, block_id)
            self._replace(pupil.id, block_id)
        if any(problem.is_error for problem in self.problems[before:]):
            return Item(record.row, record.sheet, What.WRONG, pupil.listed, key=pupil.id)
        return self._compared(record, pupil, entries, block_id)

    def _block(self, record: WishRecord) -> int | None:
        if record.block is None:
            return None
        try:
            return self._blocks.key_of(self._blocks.span(record.block, may_be_new=False))
        except Wrong as wrong:
            self.problems.append(error(record, wrong.message, "block"))
            return None

    def _replace(self, pupil_id: int, block_id: int | None) -> None:
        replaced = self._replaced.setdefault(pupil_id, set())
        if block_id is None:
            self._replaced[pupil_id] = None
        elif replaced is not None:
            replaced.add(block_id)

    def _refuse_second(self, record: WishRecord, pupil: KnownPupil, block_id: int | None) -> None:
        if (pupil.id, None) in self._seen if block_id is not None else pupil.id in self._with_block:
            message = N_("{name} has rows with and without a block; please write the block in all of them.",
                         name=spoken(pupil))  # fmt: skip
            self.problems.append(error(record, message, "block"))
        if block_id is not None:
            self._with_block.add(pupil.id)
        first = self._seen.setdefault((pupil.id, block_id), record)
        if first is not record and first.wishes != record.wishes:
            message = N_("The wishes of {name} stand in row {other} too, and differently.", name=spoken(pupil),
                         other=str(first.row))  # fmt: skip
            self.problems.append(error(record, message))

    def _entries(self, record: WishRecord, pupil: KnownPupil, block_id: int | None) -> Ranks:
        entries: Ranks = {}
        seen: set[int] = set()
        for rank, text in record.wishes:
            column = f"wish_{rank}" if f"wish_{rank}" in record.given else f"course:{text}"
            for course in self._courses.all_in(text, block_id):
                try:
                    places = self._places(course, block_id)
                except Wrong as wrong:
                    self.problems.append(error(record, wrong.message, column))
                    continue
                assert not isinstance(course, Wrong)
                self._doubts(record, pupil, course, column)
                if course.id in seen:
                    message = N_("{course} is wished twice; the better rank counts.", course=course.named)
                    self.problems.append(warning(record, message, column))
                seen.add(course.id)
                self.stated += [Stated(record, column, pupil, course, place) for place in places]
                for place in places:
                    entries[place, course.id] = min(rank, entries.get((place, course.id), rank))
        return entries

    def _places(self, course: KnownCourse | Wrong, block_id: int | None) -> tuple[int, ...]:
        if isinstance(course, Wrong):
            raise course
        if not course.block_ids:
            raise Wrong(N_("{course} has no block, so nobody can wish it.", course=course.named))
        if block_id is None:
            return tuple(sorted(course.block_ids))
        if block_id not in course.block_ids:
            when = ", ".join(span_in_words(one.span) for one in course.meetings if one.span is not None)
            raise Wrong(N_("{course} does not meet in this block, but {when}.", course=course.named, when=when))
        return (block_id,)

    def _doubts(self, record: WishRecord, pupil: KnownPupil, course: KnownCourse, column: str) -> None:
        if course.status != "offered":
            message = N_("{course} is not on offer, so nobody will be put into it.", course=course.named)
            self.problems.append(warning(record, message, column))
        years, classes = course.year_groups, {class_key(name) for name in course.classes}
        if (years or classes) and pupil.year_group not in years and class_key(pupil.class_name) not in classes:
            message = N_("{course} is not for the year group of {name}.", course=course.named, name=spoken(pupil))
            self.problems.append(warning(record, message, column))

    def _compared(self, record: WishRecord, pupil: KnownPupil, entries: Ranks, block_id: int | None) -> Item:
        scope = None if block_id is None else (block_id,)
        known = {place: rank for place, rank in self._known[pupil.id].items() if scope is None or place[0] in scope}
        if known == entries:
            return Item(record.row, record.sheet, What.UNCHANGED, pupil.listed, key=pupil.id)
        change = Change(N_("Wishes"), self._in_words(known), self._in_words(entries))
        wanted = tuple((block, course, rank) for (block, course), rank in sorted(entries.items()))
        what = What.CHANGED if known else What.NEW
        return Item(record.row, record.sheet, what, pupil.listed, (change,), pupil.id, WishAct(pupil.id, wanted, scope))

    def _in_words(self, ranks: Ranks) -> str:
        order = dict.fromkeys(course for (_block, course), _rank in sorted(ranks.items(), key=lambda one: one[1]))
        return ", ".join(self._by_id[key].number or self._by_id[key].title for key in order)


def _name_column(record: WishRecord) -> str:
    return next((key for key in ("surname", "call_name", "whole_name", "external_id") if key in record.given), "")


def write(work: Work, plan: ImportPlan) -> None:
    acts = [item.act for item in plan.to_do if isinstance(item.act, WishAct)]
    if not acts:
        return
    needed = {block for act in acts for block, _course, _rank in act.entries}.union(plan.extra or ())
    ballot_id = ensure_ballot(work, plan.request.term_id, name=plan.request.settings.ballot, block_ids=needed)
    for act in acts:
        put(work, ballot_id, act.pupil_id, act.entries, blocks=act.blocks)
