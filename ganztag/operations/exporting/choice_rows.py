"""Wishes and enrolments as rows of tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ganztag.domain.pupils import family_name, full_name
from ganztag.domain.rules import BOND_KINDS
from ganztag.domain.school_year import holds_on
from ganztag.exchange import fields
from ganztag.exchange.blocks import BlockRef
from ganztag.exchange.kinds import Kind
from ganztag.exchange.wishes import ANY, MUST, NONE
from ganztag.language import sort_key
from ganztag.operations.exporting.course_rows import when
from ganztag.operations.exporting.pupil_rows import day_text
from ganztag.queries.ballots import BallotRow, ballot_named, ballots
from ganztag.queries.frame import TermRow
from ganztag.queries.import_state.choices import KnownPaper, bonds, enrolments, papers, wishes
from ganztag.queries.import_state.courses import KnownCourse, blocks, courses
from ganztag.queries.import_state.pupils import KnownPupil, pupils
from ganztag.storage.reader import Reader


def ballot_of(reader: Reader, term: TermRow, name: str) -> BallotRow | None:
    """Return the ballot with this name, without a name the only one; None where there is none at all."""
    return ballot_named(reader, term.id, name) if ballots(reader, term.id) else None


def wish_table(
    reader: Reader, term: TermRow, day: date, ballot: BallotRow
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return titles and rows; with whom a child wants to be stands in its first row, where anybody wants that."""
    everyone = [one for one in pupils(reader, day) if holds_on(day, None, one.exit)]
    rows = list(_wish_rows(reader, term, ballot, everyone))
    firsts = {pupil.id: place for place, (pupil, _row) in reversed(list(enumerate(rows)))}
    said = _companions(reader, ballot.id, everyone, firsts)
    used = tuple(kind for kind in BOND_KINDS if any(kind in one for one in said.values()))
    behind = [tuple(said.get(place, {}).get(kind, "") for kind in used) for place in range(len(rows))]
    titles = fields.headers(Kind.WISHES, wishes=ballot.wishes, seldom=used)
    return titles, tuple((*row, *more) for (_pupil, row), more in zip(rows, behind, strict=True))


def _companions(
    reader: Reader, ballot_id: int, everyone: Sequence[KnownPupil], firsts: Mapping[int, int]
) -> dict[int, dict[str, str]]:
    """Return row -> kind -> names; who has no row stands in the row of the other, two without rows nowhere."""
    children = {one.id: one for one in everyone}
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for bond in bonds(reader, ballot_id):
        pair = (bond.pupil_id, bond.other_id) if bond.pupil_id in firsts else (bond.other_id, bond.pupil_id)
        if bond.ballot_id is not None and pair[0] in firsts and pair[1] in children:
            one, other = children[pair[0]], children[pair[1]]
            found[firsts[one.id]][bond.kind].append(_written(other, one.class_name, must=bond.must))
    return {place: {kind: "; ".join(names) for kind, names in kinds.items()} for place, kinds in found.items()}


def _written(other: KnownPupil, own_class: str, *, must: bool) -> str:
    name = full_name(other.surname, other.prefix, other.call_name)
    behind = [*([other.class_name] if other.class_name != own_class else []), *([MUST] if must else [])]
    return f"{name} ({', '.join(filter(None, behind))})" if any(behind) else name


def _wish_rows(
    reader: Reader, term: TermRow, ballot: BallotRow, everyone: Iterable[KnownPupil]
) -> Iterator[tuple[KnownPupil, tuple[str, ...]]]:
    """Yield one row for each child and block for which its paper says something; equal ranks share a cell."""
    by_place: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for wish in wishes(reader, ballot.id):
        by_place[wish.pupil_id, wish.time_block_id].append((wish.rank, wish.course_id))
    known, said = courses(reader, term.id, term.school_year_id), papers(reader, ballot.id)
    named, meets = names_of(known), {course.id: course.block_ids for course in known}
    spans = [(block.id, str(BlockRef(*block.span))) for block in blocks(reader, term.school_year_id)]
    for pupil in everyone:
        paper = said.get(pupil.id, KnownPaper())
        for block_id, block in spans:
            cells = _cells(by_place.get((pupil.id, block_id), []), paper, block_id, (ballot.wishes, named))
            refused = ", ".join(named[key] for key in sorted(paper.refused) if block_id in meets.get(key, ()))
            if any(cells) or refused:
                *names, number = _child(pupil)
                yield pupil, (*names, block, *cells, refused, number, paper.number)


def _cells(
    ranks: list[tuple[int, int]], paper: KnownPaper, block_id: int, ballot: tuple[int, dict[int, str]]
) -> tuple[str, ...]:
    """Return the cells of the ranks: courses, and what stands there instead of one."""
    columns, named = ballot
    cells: list[list[str]] = [[] for _rank in range(columns)]
    for rank, course_id in sorted(ranks):
        cells[rank - 1].append(named[course_id])
    for block, first in paper.anywhere:
        if block == block_id:
            cells[(first or 1) - 1] = [ANY]
    if block_id in paper.none:
        cells[0] = [NONE]
    return tuple(", ".join(cell) for cell in cells)


def names_of(found: list[KnownCourse]) -> dict[int, str]:
    """Return how each course is written: its number, else its title."""
    return {course.id: course.number or course.title for course in found}


def _child(pupil: KnownPupil) -> tuple[str, str, str, str]:
    number = pupil.external_ids[0][1] if pupil.external_ids else ""
    return family_name(pupil.surname, pupil.prefix), pupil.call_name, pupil.class_name, number


def enrolment_rows(reader: Reader, term: TermRow, day: date) -> Iterator[tuple[str, ...]]:
    """Yield all enrolments in the courses of the half-year, those that have ended too, by class, name and course."""
    people = {pupil.id: pupil for pupil in pupils(reader, day)}
    known = {course.id: course for course in courses(reader, term.id, term.school_year_id)}
    named = names_of(list(known.values()))
    places = {key: place for place, key in enumerate(people)}
    found = sorted(
        enrolments(reader, term.id, term.school_year_id),
        key=lambda one: (places[one.pupil_id], sort_key(named[one.course_id]), one.starts or date.min, one.id),
    )
    for one in found:
        surname, call_name, class_name, number = _child(people[one.pupil_id])
        block = "".join(map(when, known[one.course_id].meetings[:1]))  # one is enough to tell two courses apart
        course = named[one.course_id]
        yield (
            surname,
            call_name,
            class_name,
            number,
            course,
            block,
            day_text(one.starts),
            day_text(one.ends),
            one.reason,
        )
