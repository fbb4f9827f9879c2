"""How demand is said and coloured: the same words beside the grid, in the demand view and in tooltips."""

from collections.abc import Sequence

from ganztag.domain.ballot_papers import WEEK
from ganztag.language import _, ngettext, number, time, weekday
from ganztag.queries.demand import Demand
from ganztag.queries.frame import BlockRow


def in_words(one: Demand) -> str:
    """Return ``41 auf 16``, or ``6, nötig 10`` where too few wish it; the places alone before any paper is in."""
    if not one.begun:
        return "" if one.places is None else ngettext("{count} place", "{count} places", one.places)
    if one.too_few:
        return _("{wished}, needed {least}", wished=one.wished, least=one.course.needed)
    if one.places is None:
        return number(one.wished)
    return _("{wished} for {places}", wished=one.wished, places=one.places)


def tone_of(one: Demand) -> str:
    if one.too_few:
        return "bad"
    return "warn" if one.places is not None and one.wished > one.places else "muted"


def band_name(band: int, blocks: Sequence[BlockRow], *, short: bool = True) -> str:
    """Return the weekday of a block, with the time where a day has several blocks."""
    if band == WEEK:
        return _("Week")
    block = next(one for one in blocks if one.id == band)
    day = weekday(block.weekday, short=short)
    alone = sum(other.weekday == block.weekday for other in blocks) == 1
    return day if alone else f"{day} {time(block.starts)}"


def remark(one: Demand) -> str:
    """Say what the demand for a course means, empty where all is well."""
    if one.too_few:
        missing = one.course.needed - one.wished
        return ngettext("{count} child is missing", "{count} children are missing", missing)
    if one.over:
        return ngettext("{count} first wish too many", "{count} first wishes too many", one.over)
    if one.first and one.places is not None and one.wished > one.places:
        return _("the first wishes fit in")
    return ""
