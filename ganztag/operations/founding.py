"""A new school: its row, the school year of a day with two half-years, the Land's days off, the usual papers."""

from datetime import date

from ganztag.domain.school import School
from ganztag.domain.school_year import DayOff, SchoolYear, Term, half_years_of, school_year_of
from ganztag.exchange import land_calendar
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work
from ganztag.operations.usual_papers import add_usual_papers


def found(*, name: str, land: str, day: date) -> Operation[int]:
    """Make the school, the school year of *day*, its half-years and the days off of *land* ("" for none)."""

    def run(work: Work) -> int:
        school = work.add(School(name=name, land=land))
        terms = add_school_year(work, day, land)
        school.term_id = next(term.id for term in terms if term.starts <= day <= term.ends)
        add_usual_papers(work)
        return school.id

    return Operation(N_("Found the school"), run)


def add_school_year(work: Work, day: date, land: str) -> list[Term]:
    """Add the school year of *day*, its two half-years and the days off of *land*; return the half-years."""
    name, starts, ends = school_year_of(day)
    year = work.add(SchoolYear(name=name, starts=starts, ends=ends))
    terms = [
        work.add(
            Term(school_year_id=year.id, number=number, name=f"{number}. Halbjahr {name}", starts=first, ends=last)
        )
        for number, (first, last) in enumerate(half_years_of(starts, ends), start=1)
    ]
    if land:
        add_days_off(work, land, starts, ends)
    return terms


def add_days_off(work: Work, land: str, starts: date, ends: date) -> int:
    """Add the public and school holidays of *land* from *starts* to *ends*; return how many spans."""
    rows = [
        {"name": span.name, "starts": span.starts, "ends": span.ends, "kind": span.kind}
        for span in land_calendar.days_off(land, starts, ends)
    ]
    return len(work.insert(DayOff, rows))
