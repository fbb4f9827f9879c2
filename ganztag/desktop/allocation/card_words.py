"""The words of a card: how the wishes fall, what is proven, who is struck, who is furthest behind."""

from collections.abc import Mapping

from ganztag.desktop.allocation.calculation import Calculated
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import _, ngettext, number, pgettext, weekday
from ganztag.planning.levels import LOTTERY
from ganztag.planning.plan import LevelResult
from ganztag.queries.frame import BlockRow


def rank_name(rank: int) -> str:
    return pgettext("wish", "Wish {rank}", rank=rank)


def struck_words(result: Calculated) -> str:
    """Return ``Entfällt: Imkern (6 Erstwünsche, nötig 10)``."""
    if not result.summary.struck:
        return _("No course is struck")
    parts = [
        ngettext("{course} ({count} first wish, needed {needed})", "{course} ({count} first wishes, needed {needed})",
                 one.first, course=result.courses.get(one.course, ""), needed=one.needed)
        for one in result.summary.struck
    ]  # fmt: skip
    return _("Struck: {courses}", courses=" · ".join(parts))


def furthest_words(result: Calculated, blocks: Mapping[int, BlockRow]) -> str:
    """Return the ranks of the child that is furthest behind: ``Mo 4. · Di 3.``."""
    parts = [
        f"{weekday(blocks[slot].weekday, short=True)} {f'{rank}.' if rank else '–'}"
        for slot, rank in result.summary.furthest
        if slot in blocks
    ]
    return _("Furthest behind: {week}", week=" · ".join(parts)) if parts else _("Nobody is behind")


def shares_of(result: Calculated) -> list[tuple[float, str, str]]:
    """Return how the wishes fall: amount, tone and name, the first wishes first."""
    told = result.summary
    shares = [(float(many), f"wish{min(rank, 4)}", rank_name(rank)) for rank, many in told.counts if many]
    if told.others:
        shares.append((float(told.others), "ok", _("fixed by hand")))
    if told.unplaced:
        shares.append((float(len(told.unplaced)), "bad", _("without a place")))
    return shares


def levels_of(result: Calculated) -> list[LevelResult]:
    """Return the levels that are shown; the lottery only decides between equals."""
    return [level for level in result.summary.levels if level.name != LOTTERY]


def proof_of(result: Calculated) -> Pill:
    """Return whether better is impossible; else the first level that is open, with its limit."""
    still_open = [level for level in result.summary.levels if not level.proven]
    if not still_open:
        return Pill(_("all goals proven"), "ok", "badge-check")
    level = still_open[0]
    return Pill(_("{goal}: not proven, limit {limit}", goal=level.label, limit=level.bound), "warn", "hourglass")


def in_short(result: Calculated) -> str:
    """Return ``12 ohne Platz · 482 Erstwünsche · 1 entfällt``."""
    told = result.summary
    unplaced, struck = len(told.unplaced), len(told.struck)
    first = sum(many for rank, many in told.counts if rank == 1)
    parts = [
        ngettext("{count} without a place", "{count} without a place", unplaced) if unplaced else _("all have a place"),
        ngettext("{count} first wish", "{count} first wishes", first),
        *([ngettext("{count} struck", "{count} struck", struck)] if struck else []),
    ]
    return " · ".join(parts)


def at_length(result: Calculated, blocks: Mapping[int, BlockRow]) -> str:
    """Return everything that a card says beside its bar, a line each."""
    levels = [f"{level.label}: {number(level.value)}" for level in levels_of(result)]
    return "\n".join([*levels, proof_of(result).text, struck_words(result), furthest_words(result, blocks)])
