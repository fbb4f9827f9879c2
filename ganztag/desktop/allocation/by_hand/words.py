"""What a change by hand costs, in words: ``1 Kind mehr ohne Platz``."""

from collections.abc import Callable, Sequence

from ganztag.language import _, ngettext
from ganztag.planning.levels import FIRST_WISHES, NO_GOOD_WISH, UNPLACED, label, rank_of, wants_many

Cost = tuple[str, int, int]


def cost_words(cost: Cost) -> str:
    """Return how a goal changes: so many more, or fewer."""
    level, before, after = cost
    count = abs(after - before)
    found = _SPECIAL.get(level)
    if found is not None:
        return found(count, after > before)
    rank = rank_of(level)
    if rank is not None:
        more = ngettext("{count} more wish of rank {rank}", "{count} more wishes of rank {rank}", count, rank=rank)
        fewer = ngettext("{count} wish fewer of rank {rank}", "{count} wishes fewer of rank {rank}", count, rank=rank)
        return more if after > before else fewer
    return _("{goal}: {after} instead of {before}", goal=label(level), after=after, before=before)


def is_worse(cost: Cost) -> bool:
    level, before, after = cost
    return after < before if wants_many(level) else after > before


def summed(costs: Sequence[Cost]) -> str:
    """Return all that changes, the most important first."""
    return " · ".join(map(cost_words, costs)) if costs else _("As good as before")


def _unplaced(count: int, more: bool) -> str:
    if more:
        return ngettext("{count} child more without a place", "{count} children more without a place", count)
    return ngettext("{count} child fewer without a place", "{count} children fewer without a place", count)


def _no_good(count: int, more: bool) -> str:
    if more:
        return ngettext("{count} child more without a good wish", "{count} children more without a good wish", count)
    return ngettext("{count} child fewer without a good wish", "{count} children fewer without a good wish", count)


def _first(count: int, more: bool) -> str:
    if more:
        return ngettext("{count} first wish more", "{count} first wishes more", count)
    return ngettext("{count} first wish fewer", "{count} first wishes fewer", count)


_SPECIAL: dict[str, Callable[[int, bool], str]] = {UNPLACED: _unplaced, NO_GOOD_WISH: _no_good, FIRST_WISHES: _first}
