"""What can be done with the categories of courses."""

from ganztag.domain.courses import CATEGORY_COLOURS, Category, Course
from ganztag.domain.objection import Objection
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.editing import change
from ganztag.operations.operation import Operation, Work


def ensure_category(work: Work, name: str) -> int:
    """Return the id of the category with this name in any spelling of case; add it where there is none yet."""
    plain = tidy(name)
    known = work.all(Category)
    for category in known:
        if category.name.casefold() == plain.casefold():
            return category.id
    position = max((category.position for category in known), default=0) + 1
    check(work, plain)
    return work.add(Category(name=plain, colour=_free_colour(known), position=position)).id


def _free_colour(known: list[Category]) -> int:
    """Return the colour that the fewest categories have, the first of them."""
    used = [category.colour for category in known]
    return min(range(len(CATEGORY_COLOURS)), key=lambda colour: (used.count(colour), colour))


def add(name: str) -> Operation[int]:
    """Add a category with the next free colour; objects to an empty or a second name."""

    def run(work: Work) -> int:
        check(work, tidy(name))
        return ensure_category(work, name)

    return Operation(N_("Add category {category}", category=name), run)


def rename(category_id: int, name: str) -> Operation[int]:
    """Give a category another name; objects to an empty or a second one."""

    def run(work: Work) -> int:
        category = work.get(Category, category_id)
        check(work, tidy(name), but=category_id)
        category.name = tidy(name)
        return category_id

    return Operation(N_("Rename category {category}", category=name), run)


def colour(category_id: int, name: str, number: int) -> Operation[int]:
    """Give a category another colour, by its place in CATEGORY_COLOURS."""
    label = N_("Change the colour of {category}", category=name)
    return change(Category, category_id, {"colour": number % len(CATEGORY_COLOURS)}, label)


def delete(category_id: int, name: str) -> Operation[None]:
    """Delete a category; objects where courses have it."""

    def run(work: Work) -> None:
        if work.one(Course, category_id=category_id):
            raise Objection(
                N_("There are courses of the category {category}.", category=name),
                advice=N_("Please give them another category first."),
            )
        work.delete(work.get(Category, category_id))

    return Operation(N_("Delete category {category}", category=name), run)


def check(work: Work, name: str, but: int | None = None) -> None:
    """Object to what a category cannot be called; *but* is the category that is being changed."""
    if not name:
        raise Objection(N_("A category needs a name."))
    if any(other.id != but and other.name.casefold() == name.casefold() for other in work.all(Category)):
        raise Objection(N_("There is already a category {category}.", category=name))
