"""The proposal of an allocation as a table: one row per child and block, in the order of the class lists."""

from collections import Counter

from ganztag.domain.pupils import family_name
from ganztag.exchange.blocks import BlockRef
from ganztag.language import sort_key
from ganztag.operations.office import Office
from ganztag.planning.plan import Plan
from ganztag.queries import courses, frame, pupils
from ganztag.queries.pupils import PupilRow

_HEADERS = ("Nachname", "Vorname", "Klasse", "Block", "Nr", "Wunsch")


def proposal_table(office: Office, plan: Plan, term_id: int) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return headers and rows; Nr is empty for a child without a place, Wunsch for one that was put there by hand.

    A last column ID is there only where a child of the plan has the same name as another one of its class.
    """
    term = office.read(frame.term, term_id)
    children = {row.id: row for row in office.read(pupils.pupils, term_id, term.day_that_counts(office.clock.today()))}
    numbers = {row.id: row.number or row.title for row in office.read(courses.courses, term_id)}
    blocks = {
        row.id: str(BlockRef(row.weekday, row.starts, row.ends))
        for row in office.read(frame.blocks, term.school_year_id)
    }
    week = {key: place for place, key in enumerate(blocks)}
    concerned = {place.pupil: children[place.pupil] for place in plan.placements}
    here = Counter(_named(child) for child in children.values() if not child.left or child.id in concerned)
    with_id = any(here[_named(child)] > 1 for child in concerned.values())
    rows: list[tuple[str, ...]] = []
    for place in sorted(plan.placements, key=lambda place: (_order(children[place.pupil]), week[place.slot])):
        child = children[place.pupil]
        got = (blocks[place.slot], numbers.get(place.course or 0, ""), str(place.rank or ""))
        rows.append((*_named(child), *got, *((child.external_id,) if with_id else ())))
    return ((*_HEADERS, "ID") if with_id else _HEADERS), rows


def _named(child: PupilRow) -> tuple[str, str, str]:
    return (family_name(child.surname, child.prefix), child.call_name, child.class_name)


def _order(child: PupilRow) -> tuple[object, ...]:
    return (sort_key(child.class_name), sort_key(child.name), child.id)
