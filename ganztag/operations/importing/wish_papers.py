"""What the rows of a table of wishes mean for the papers that the ballot holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ganztag.domain.ballot_papers import Paper
from ganztag.domain.pupils import list_name
from ganztag.exchange.problems import Problem
from ganztag.exchange.records import Wished, WishRecord
from ganztag.exchange.rows import row_name
from ganztag.exchange.values import Wrong, class_key
from ganztag.language import N_, weekday
from ganztag.operations.importing.children import spoken
from ganztag.operations.importing.course_names import Courses
from ganztag.operations.importing.preview import Change, Item, What
from ganztag.operations.importing.problems import error, warning
from ganztag.operations.importing.resolving import Blocks, span_in_words
from ganztag.operations.importing.wish_bonds import BondAct, Companions
from ganztag.operations.importing.wish_children import PaperOwners
from ganztag.operations.importing.wish_days import Stated
from ganztag.queries.import_state.choices import KnownBond, KnownPaper
from ganztag.queries.import_state.courses import KnownCourse
from ganztag.queries.import_state.pupils import KnownPupil

Ranks = dict[tuple[int, int], int]  # block and course -> rank


@dataclass(frozen=True)
class WishAct:
    """*blocks* are those whose wishes and answers the paper replaces, None: all of the child's.

    *paper* None: it says nothing new; *bonds* are those with other children that the row adds.
    """

    pupil_id: int
    paper: Paper | None
    blocks: tuple[int, ...] | None
    bonds: tuple[BondAct, ...] = ()


@dataclass(frozen=True)
class Known:
    """What a ballot holds so far, by child; *voters* None: all may vote."""

    wishes: Mapping[int, Ranks] = field(default_factory=dict)
    papers: Mapping[int, KnownPaper] = field(default_factory=dict)
    blocks: frozenset[int] = frozenset()
    voters: frozenset[int] | None = None
    bonds: tuple[KnownBond, ...] = ()


class Comparison:
    """Takes the rows one by one; *problems* and what is *stated* gather."""

    def __init__(self, owners: PaperOwners, courses: Courses, blocks: Blocks, known: Known) -> None:
        self._owners, self._courses, self._blocks, self._known = owners, courses, blocks, known
        self._companions = Companions(owners.children, known.bonds)
        self._seen: dict[tuple[int, int | None], WishRecord] = {}
        self._with_block: set[int] = set()
        self.problems: list[Problem] = []
        self.stated: list[Stated] = []
        self._replaced: dict[int, set[int] | None] = {}  # None: all blocks

    def staying(self) -> dict[int, set[int]]:
        """Return the blocks of each child of the file whose wishes stay as they are."""
        found = {}
        for pupil_id, replaced in self._replaced.items():
            known = {block for block, _course in self._known.wishes.get(pupil_id, ())}
            found[pupil_id] = set() if replaced is None else known - replaced
        return found

    def items(self, record: WishRecord) -> Iterator[Item]:
        """Yield what becomes of a row; nothing of one that she wants to be left out."""
        name = list_name(record.surname, "", record.call_name) or record.whole_name or record.external_id
        before = len(self.problems)
        try:
            found = self._owners.find(record)
        except Wrong as wrong:
            self.problems.append(error(record, wrong.message, _name_column(record)))
            yield Item(record.row, record.sheet, What.WRONG, name or record.paper)
            return
        if found is None:
            return
        pupil = found.pupil
        if found.doubt is not None:
            self.problems.append(warning(record, found.doubt, "class_name"))
        if self._sent_again(record, pupil):
            return
        if self._known.voters is not None and pupil.id not in self._known.voters:
            message = N_("{name} does not take part in this ballot.", name=spoken(pupil))
            self.problems.append(warning(record, message, _name_column(record)))
        block_id = self._block(record)
        paper = self._paper(record, pupil, block_id)
        if block_id is not None or record.block is None:
            self._refuse_second(record, pupil, block_id)
            self._replace(pupil.id, block_id)
        if any(problem.is_error for problem in self.problems[before:]):
            yield Item(record.row, record.sheet, What.WRONG, pupil.listed, key=pupil.id)
        else:
            yield self._compared(record, pupil, paper, block_id)

    def _sent_again(self, record: WishRecord, pupil: KnownPupil) -> bool:
        """Say whether this is an earlier answer to a form, whose answers come last first."""
        if not is_form(record) or (pupil.id, None) not in self._seen:
            return False
        values = {"name": spoken(pupil), "other": row_name(self._seen[pupil.id, None])}
        message = N_("{name} has sent in wishes again later, see {other}. The last ones count.", **values)
        self.problems.append(warning(record, message, _name_column(record)))
        return True

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
        if first is not record and _says(first) != _says(record):
            message = N_("The wishes of {name} stand in row {other} too, and differently.", name=spoken(pupil),
                         other=str(first.row))  # fmt: skip
            self.problems.append(error(record, message))

    def _paper(self, record: WishRecord, pupil: KnownPupil, block_id: int | None) -> Paper:
        wishes = self._wishes(record, pupil, block_id)
        wished = {block for block, _course, _rank in wishes}
        anywhere = {
            block: rank for rank, day in reversed(record.anywhere) for block in self._meant(day, block_id, wished)
        }
        none = {block for day in record.without for block in self._meant(day, block_id, set())}
        return Paper(
            wishes=tuple(wishes),
            anywhere=tuple(sorted(anywhere.items())),
            none=tuple(sorted(none - wished - anywhere.keys())),
            refused=self._refused(record, block_id),
        )

    def _meant(self, day: int, block_id: int | None, wished: set[int]) -> set[int]:
        """Return the blocks that an answer is for: those of its day, else those with wishes, else all."""
        if block_id is not None:
            return {block_id}
        if day:
            return {block for block in self._known.blocks if self._blocks.weekday_of(block) == day}
        return wished or set(self._known.blocks)

    def _refused(self, record: WishRecord, block_id: int | None) -> frozenset[int] | None:
        if not record.refused and "refused" not in record.given:
            return None
        found = set()
        for text in record.refused:
            for course in self._courses.all_in(text, block_id):
                if isinstance(course, Wrong):
                    self.problems.append(error(record, course.message, "refused"))
                else:
                    found.add(course.id)
        return frozenset(found)

    def _wishes(self, record: WishRecord, pupil: KnownPupil, block_id: int | None) -> list[tuple[int, int, int]]:
        entries: Ranks = {}
        seen: set[int] = set()
        for wished in record.wished:
            column = f"wish_{wished.rank}" if f"wish_{wished.rank}" in record.given else f"course:{wished.text}"
            for course in self._courses.all_in(wished.text, block_id, wished.day):
                try:
                    places = _places(course, block_id, wished)
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
                    entries[place, course.id] = min(wished.rank, entries.get((place, course.id), wished.rank))
        return [(block, course, rank) for (block, course), rank in sorted(entries.items())]

    def _doubts(self, record: WishRecord, pupil: KnownPupil, course: KnownCourse, column: str) -> None:
        if course.status != "offered":
            message = N_("{course} is not on offer, so nobody will be put into it.", course=course.named)
            self.problems.append(warning(record, message, column))
        years, classes = course.year_groups, {class_key(name) for name in course.classes}
        if (years or classes) and pupil.year_group not in years and class_key(pupil.class_name) not in classes:
            message = N_("{course} is not for the year group of {name}.", course=course.named, name=spoken(pupil))
            self.problems.append(warning(record, message, column))

    def _compared(self, record: WishRecord, pupil: KnownPupil, paper: Paper, block_id: int | None) -> Item:
        scope = None if block_id is None else (block_id,)
        stated = self._known.wishes.get(pupil.id, {})
        known = {place: rank for place, rank in stated.items() if scope is None or place[0] in scope}
        beside = self._known.papers.get(pupil.id, KnownPaper())
        wanted = {(block, course): rank for block, course, rank in paper.wishes}
        bonds = self._companions.of(record, pupil)
        self.problems += bonds.problems
        same = known == wanted and _same_beside(beside, paper, scope)
        if same and not bonds.acts:
            return Item(record.row, record.sheet, What.UNCHANGED, pupil.listed, key=pupil.id)
        wishes = () if same else (Change(N_("Wishes"), self._in_words(known), self._in_words(wanted)),)
        what = What.CHANGED if known or same else What.NEW
        act = WishAct(pupil.id, None if same else paper, scope, bonds.acts)
        return Item(record.row, record.sheet, what, pupil.listed, (*wishes, *bonds.changes), pupil.id, act)

    def _in_words(self, ranks: Ranks) -> str:
        order = dict.fromkeys(course for (_block, course), _rank in sorted(ranks.items(), key=lambda one: one[1]))
        return ", ".join(self._courses.short_name(key) for key in order)


def _same_beside(known: KnownPaper, paper: Paper, scope: tuple[int, ...] | None) -> bool:
    def here(block: int) -> bool:
        return scope is None or block in scope

    return (
        {answer for answer in known.anywhere if here(answer[0])} == set(paper.anywhere)
        and {block for block in known.none if here(block)} == set(paper.none)
        and paper.refused in (None, known.refused)
    )


def _places(course: KnownCourse | Wrong, block_id: int | None, wished: Wished) -> tuple[int, ...]:
    if isinstance(course, Wrong):
        raise course
    if not course.block_ids:
        raise Wrong(N_("{course} has no block, so nobody can wish it.", course=course.named))
    if block_id is not None and block_id not in course.block_ids:
        when = ", ".join(span_in_words(one.span) for one in course.meetings if one.span is not None)
        raise Wrong(N_("{course} does not meet in this block, but {when}.", course=course.named, when=when))
    if wished.day and wished.day not in course.weekdays:
        raise Wrong(N_("{course} does not meet on {day}.", course=course.named, day=weekday(wished.day)))
    return tuple(sorted(course.block_ids)) if block_id is None else (block_id,)


def is_form(record: WishRecord) -> bool:
    """Say whether the row was sent in by a form: of one child's answers the last one counts."""
    return record.block is None and not record.given.isdisjoint(("sent", "submitted"))


def _says(record: WishRecord) -> tuple[object, ...]:
    return record.wishes, record.anywhere, record.without, record.refused


def _name_column(record: WishRecord) -> str:
    keys = ("paper", "surname", "call_name", "whole_name", "external_id")
    return next((key for key in keys if key in record.given), "")
