"""Wishes and enrolments as rows of tables."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ganztag.domain.pupils import family_name
from ganztag.domain.school_year import holds_on
from ganztag.exchange.blocks import BlockRef
from ganztag.language import sort_key
from ganztag.operations.exporting.course_rows import when
from ganztag.operations.exporting.pupil_rows import day_text
from ganztag.queries.ballots import BallotRow, ballot_named, ballots
from ganztag.queries.frame import TermRow
from ganztag.queries.import_state.choices import enrolments, wishes
from ganztag.queries.import_state.courses import KnownCourse, blocks, courses
from ganztag.queries.import_state.pupils import KnownPupil, pupils
from ganztag.storage.reader import Reader


def ballot_of(reader: Reader, term: TermRow, name: str) -> BallotRow | None:
    """Return the ballot with this name, without a name the only one; None where there is none at all."""
    return ballot_named(reader, term.id, name) if ballots(reader, term.id) else None


def wish_rows(reader: Reader, term: TermRow, day: date, ballot: BallotRow) -> Iterator[tuple[str, ...]]:
    """Yield one row for each child and block in which it has wishes; equal ranks share a cell."""
    by_place: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for wish in wishes(reader, ballot.id):
        by_place[wish.pupil_id, wish.time_block_id].append((wish.rank, wish.course_id))
    named = names_of(courses(reader, term.id, term.school_year_id))
    spans = [(block.id, str(BlockRef(*block.span))) for block in blocks(reader, term.school_year_id)]
    for pupil in (one for one in pupils(reader, day) if holds_on(day, None, one.exit)):
        for block_id, block in spans:
            if (pupil.id, block_id) in by_place:
                cells = _ranked(by_place[pupil.id, block_id], ballot.wishes)
                chosen = tuple(", ".join(named[key] for key in cell) for cell in cells)
                yield (*_child(pupil)[:3], block, *chosen, _child(pupil)[3])


def _ranked(ranks: list[tuple[int, int]], columns: int) -> list[list[int]]:
    cells: list[list[int]] = [[] for _rank in range(columns)]
    for rank, course_id in sorted(ranks):
        cells[rank - 1].append(course_id)
    return cells


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
