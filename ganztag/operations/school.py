"""The school's own data, its school years and half-years, and the half-year that is being worked on."""

from datetime import date, timedelta
from typing import Any

from ganztag.domain.ballots import Ballot
from ganztag.domain.courses import Course
from ganztag.domain.objection import Objection
from ganztag.domain.pupils import ClassMembership
from ganztag.domain.school import School, SchoolClass
from ganztag.domain.school_year import SchoolYear, Term, TimeBlock
from ganztag.language import LANGUAGES, N_
from ganztag.operations.editing import tidied
from ganztag.operations.founding import add_school_year
from ganztag.operations.operation import Operation, Work


def edit(**values: Any) -> Operation[int]:
    """Set fields of the school; its Land is `calendar.set_land`, its half-year is `choose_term`."""

    def run(work: Work) -> int:
        school = _school(work)
        for name, value in values.items():
            if not hasattr(school, name):
                raise AttributeError(name)
            setattr(school, name, tidied(name, value))
        if not school.name:
            raise Objection(N_("The school needs a name."))
        if school.language not in LANGUAGES:
            raise Objection(N_("Papers cannot be printed in this language."))
        return school.id

    return Operation(N_("Change the school's data"), run)


def _school(work: Work) -> School:
    school = work.one(School)
    if school is None:
        raise Objection(N_("This file holds no school."))
    return school


def choose_term(term_id: int) -> Operation[int]:
    """Work on this half-year from now on."""

    def run(work: Work) -> int:
        term = work.get(Term, term_id)
        work.label = N_("Work on the {term}", term=term.name)
        _school(work).term_id = term_id
        return term_id

    return Operation(N_("Work on another half-year"), run)


def add_next_year() -> Operation[int]:
    """Add the school year after the last one, with its half-years and the Land's holidays; return its id."""

    def run(work: Work) -> int:
        last = max((year.ends for year in work.all(SchoolYear)), default=work.today)
        terms = add_school_year(work, last + timedelta(days=1), _school(work).land)
        year = work.get(SchoolYear, terms[0].school_year_id)
        year.starts = terms[0].starts = max(year.starts, last + timedelta(days=1))
        work.label = N_("Add the school year {year}", year=year.name)
        return year.id

    return Operation(N_("Add a school year"), run)


def edit_year(year_id: int, *, starts: date, ends: date) -> Operation[int]:
    """Set first and last day of a school year; the first and last half-year go with it."""

    def run(work: Work) -> int:
        year = work.get(SchoolYear, year_id)
        work.label = N_("Change the school year {year}", year=year.name)
        if ends <= starts:
            raise Objection(N_("The last day lies before the first."))
        for other in work.all(SchoolYear):
            if other.id != year_id and other.starts <= ends and starts <= other.ends:
                raise Objection(N_("It would overlap the school year {year}.", year=other.name))
        terms = sorted(work.all(Term, school_year_id=year_id), key=lambda term: term.starts)
        if terms:
            terms[0].starts = starts
            terms[-1].ends = ends
        year.starts, year.ends = starts, ends
        for term in terms:
            _check_term(work, term)
        return year_id

    return Operation(N_("Change a school year"), run)


def edit_term(term_id: int, **values: Any) -> Operation[int]:
    """Set name, first or last day of a half-year; its neighbour in the year keeps the days that are its own."""

    def run(work: Work) -> int:
        term = work.get(Term, term_id)
        work.label = N_("Change the {term}", term=term.name)
        for name, value in values.items():
            if not hasattr(term, name):
                raise AttributeError(name)
            setattr(term, name, tidied(name, value))
        _check_term(work, term)
        return term_id

    return Operation(N_("Change a half-year"), run)


def move_middle(year_id: int, second_starts: date) -> Operation[int]:
    """Set the day on which the second half-year of a school year begins; the first ends the day before."""

    def run(work: Work) -> int:
        first, second = sorted(work.all(Term, school_year_id=year_id), key=lambda term: term.starts)[:2]
        work.label = N_("Change the half-years of {year}", year=work.get(SchoolYear, year_id).name)
        first.ends, second.starts = second_starts - timedelta(days=1), second_starts
        _check_term(work, first)
        _check_term(work, second)
        return year_id

    return Operation(N_("Change the half-years"), run)


def _check_term(work: Work, term: Term) -> None:
    """Object to a half-year without a name, backwards, outside its school year or over another one."""
    year = work.get(SchoolYear, term.school_year_id)
    if not term.name:
        raise Objection(N_("A half-year needs a name."))
    if term.ends <= term.starts:
        raise Objection(N_("The last day lies before the first."))
    if term.starts < year.starts or term.ends > year.ends:
        raise Objection(
            N_("The half-year has to lie in its school year, {first} to {last}.", first=year.starts, last=year.ends)
        )
    for other in work.all(Term, school_year_id=year.id):
        if other.id != term.id and other.starts <= term.ends and term.starts <= other.ends:
            raise Objection(N_("It would overlap the {term}.", term=other.name))


def delete_year(year_id: int) -> Operation[None]:
    """Delete a school year in which nothing stands yet; objects to the one that is being worked on."""

    def run(work: Work) -> None:
        year = work.get(SchoolYear, year_id)
        work.label = N_("Delete the school year {year}", year=year.name)
        terms = work.all(Term, school_year_id=year_id)
        if _school(work).term_id in {term.id for term in terms}:
            raise Objection(
                N_("You are working in the school year {year}.", year=year.name),
                advice=N_("Please choose a half-year of another school year first."),
            )
        if work.one(Course, school_year_id=year_id):
            raise Objection(N_("There are courses in the school year {year}.", year=year.name))
        if work.one(Ballot, term_id=tuple(term.id for term in terms)):
            raise Objection(
                N_("There is a ballot in the school year {year}.", year=year.name),
                advice=N_("Please delete the ballot first."),
            )
        classes = tuple(one.id for one in work.all(SchoolClass, school_year_id=year_id))
        if work.one(ClassMembership, school_class_id=classes):
            raise Objection(N_("There are children in classes of the school year {year}.", year=year.name))
        work.remove(SchoolClass, school_year_id=year_id)
        work.remove(TimeBlock, school_year_id=year_id)
        for term in terms:
            work.delete(term)
        work.delete(year)

    return Operation(N_("Delete a school year"), run)
