"""What can be done with the papers of people: noting that they were seen, and saying which ones are wanted."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ganztag.domain.objection import Objection
from ganztag.domain.staff import STAFF_KINDS, Staff
from ganztag.domain.staff_papers import PAPER_STATES, Requirement, StaffPaper
from ganztag.language import N_
from ganztag.operations.editing import tidied
from ganztag.operations.operation import Operation, Work

PAPER_FIELDS = ("state", "seen", "expires", "note")


def see(staff_id: int, requirement_id: int, day: date | None = None, expires: date | None = None) -> Operation[int]:
    """Note that a paper was seen, today where no *day* is given; *expires* is what stands on it, None: as usual."""

    def run(work: Work) -> int:
        _name_deed(work, staff_id, requirement_id, N_("{person}: {paper} seen"))
        return note(work, staff_id, requirement_id, state="seen", seen=day or work.today, expires=expires)

    return Operation(N_("A paper was seen"), run)


def spare(staff_id: int, requirement_id: int, reason: str = "") -> Operation[int]:
    """Note that somebody does not need a paper; the *reason* stands as its note."""

    def run(work: Work) -> int:
        _name_deed(work, staff_id, requirement_id, N_("{person}: {paper} is not needed"))
        return note(work, staff_id, requirement_id, state="not_needed", note=reason)

    return Operation(N_("A paper is not needed"), run)


def forget(staff_id: int, requirement_id: int) -> Operation[None]:
    """Take back what was noted of a paper: it is missing again."""

    def run(work: Work) -> None:
        _name_deed(work, staff_id, requirement_id, N_("{person}: {paper} is missing"))
        work.remove(StaffPaper, staff_id=staff_id, requirement_id=requirement_id)

    return Operation(N_("A paper is missing"), run)


def change(staff_id: int, requirement_id: int, **values: Any) -> Operation[int]:
    """Set what is known of a paper: state, seen, expires, note. Objects to a day to come and to ends before it."""

    def run(work: Work) -> int:
        _name_deed(work, staff_id, requirement_id, N_("{person}: change {paper}"))
        return note(work, staff_id, requirement_id, **values)

    return Operation(N_("Change a paper"), run)


def _name_deed(work: Work, staff_id: int, requirement_id: int, label: Any) -> None:
    person, paper = work.get(Staff, staff_id), work.get(Requirement, requirement_id)
    work.label = label.filled(person=person.full_name, paper=paper.name)


def note(work: Work, staff_id: int, requirement_id: int, **values: Any) -> int:
    """Set fields of somebody's paper and return its id; what is not seen has no days."""
    kept = work.one(StaffPaper, staff_id=staff_id, requirement_id=requirement_id)
    paper = kept or StaffPaper(staff_id=staff_id, requirement_id=requirement_id, seen=work.today)
    for name, value in values.items():
        if name not in PAPER_FIELDS:
            raise AttributeError(name)
        setattr(paper, name, tidied(name, value))
    if paper.state == "not_needed":
        paper.seen = paper.expires = None
    elif "seen" not in values and paper.seen is None:
        paper.seen = work.today
    _check_paper(paper, work.today)
    return paper.id if kept is not None else work.add(paper).id


def _check_paper(paper: StaffPaper, today: date) -> None:
    if paper.state not in PAPER_STATES:
        raise Objection(N_("A paper was seen, or it is not needed."))
    if paper.state == "seen" and paper.seen is None:
        raise Objection(N_("Please enter the day on which the paper was seen."))
    if paper.seen is not None and paper.seen > today:
        raise Objection(N_("The day {day} is yet to come.", day=paper.seen))
    if paper.seen is not None and paper.expires is not None and paper.expires < paper.seen:
        raise Objection(N_("The paper would have ended before it was seen."))


def want(name: str, **values: Any) -> Operation[int]:
    """Ask for one more paper; objects to an empty or a second name."""

    def run(work: Work) -> int:
        last = max((one.position for one in work.all(Requirement)), default=0)
        asked = Requirement(name="", position=last + 1)
        set_requirement(work, asked, {"name": name, **values})
        return work.add(asked).id

    return Operation(N_("Ask for the paper {paper}", paper=name), run)


def edit(requirement_id: int, named: str, /, **values: Any) -> Operation[int]:
    """Set fields of a paper that is asked for; *kinds* is a collection of kinds of staff, all or none means: all."""

    def run(work: Work) -> int:
        set_requirement(work, work.get(Requirement, requirement_id), values)
        return requirement_id

    return Operation(N_("Change the paper {paper}", paper=named), run)


def set_requirement(work: Work, asked: Requirement, values: dict[str, Any]) -> None:
    """Set fields of a requirement; objects to what it cannot be."""
    for name, value in values.items():
        if name == "id" or name not in vars(Requirement)["__dataclass_fields__"]:
            raise AttributeError(name)
        setattr(asked, name, _kinds(value) if name == "kinds" else tidied(name, value))
    with work.unwritten():
        if not asked.name:
            raise Objection(N_("A paper needs a name."))
        same = (one for one in work.all(Requirement) if one is not asked)
        if any(one.name.casefold() == asked.name.casefold() for one in same):
            raise Objection(N_("The paper {paper} is already asked for.", paper=asked.name))
    if asked.valid_months is not None and asked.valid_months < 1:
        raise Objection(N_("A paper holds for a month at least, or for good."))
    if asked.warn_days is None or asked.warn_days < 0:
        raise Objection(N_("Please enter how many days before the end a warning comes, 0 or more."))


def _kinds(value: str | Iterable[str]) -> str:
    """Return kinds of staff as they are kept, in their usual order; all of them is the same as none."""
    named = frozenset(value.split(",") if isinstance(value, str) else value)
    kinds = [kind for kind in STAFF_KINDS if kind in named]
    return "" if len(kinds) == len(STAFF_KINDS) else ",".join(kinds)


def move(requirement_id: int, named: str, step: int) -> Operation[None]:
    """Move a requirement up (*step* -1) or down (1) among the others."""

    def run(work: Work) -> None:
        order = sorted(work.all(Requirement), key=lambda one: (one.position, one.id))
        place = next((place for place, one in enumerate(order) if one.id == requirement_id), None)
        if place is not None and 0 <= place + step < len(order):
            order.insert(place + step, order.pop(place))
        for position, one in enumerate(order, start=1):
            one.position = position

    return Operation(N_("Move the paper {paper}", paper=named), run)


def unwant(requirement_id: int, named: str) -> Operation[None]:
    """Ask for a paper no more; what was noted of it goes too."""

    def run(work: Work) -> None:
        work.delete(work.get(Requirement, requirement_id))

    return Operation(N_("Ask no more for the paper {paper}", paper=named), run)
