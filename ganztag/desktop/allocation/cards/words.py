"""The words of a card: what is tried, how the wishes fall, what is proven, who is struck, who is furthest behind."""

from collections.abc import Mapping
from dataclasses import dataclass

from ganztag.desktop.allocation.calculation import Calculated
from ganztag.desktop.allocation.scenarios import Scenario
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, _, ngettext, number, pgettext, weekday
from ganztag.planning.changes import words
from ganztag.planning.levels import LOTTERY, NO_GOOD_WISH, goal_label, label
from ganztag.planning.plan import LevelResult
from ganztag.queries.ballots import BallotRow
from ganztag.queries.frame import BlockRow

GOAL_WORDS = {
    "balanced": N_("A good wish for every child"),
    "generous": N_("As few far wishes as can be"),
    "greedy": N_("As many first wishes as can be"),
    "weekly": N_("Good and bad luck shared evenly"),
}
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A goal on a card. *place* is empty for one that this plan did not pursue; *worse* than in plan A."""

    place: str
    name: str
    value: int
    proven: bool
    worse: bool = False


def title_of(one: Scenario) -> str:
    """Return how a scenario is called."""
    if one.name:
        return one.name
    goal = str(goal_label(one.plan.goal))
    if one.plan.by_hand:
        return _("changed by hand")
    return goal


def specials_of(one: Scenario, beside: Scenario | None) -> list[str]:
    """Return what is other than usual in a scenario: its changes, what it keeps, a lot that is not that of A."""
    parts = [str(words(change, one.made.problem)) for change in one.made.asked.changes]
    keep = _KEEP_WORDS.get(one.plan.policy.keep)
    if keep is not None:
        parts.append(str(keep))
    if beside is not None and beside.plan.seed != one.plan.seed:
        parts.append(_("lot {seed}", seed=str(one.plan.seed)))
    return parts


def subtitle_of(one: Scenario, beside: Scenario | None = None) -> str:
    """Return what is special about it, else what its goal means."""
    named = [str(goal_label(one.plan.goal))] if one.name or one.plan.by_hand else []
    specials = specials_of(one, beside)
    if named or specials:
        return " · ".join([*named, *specials])
    return str(GOAL_WORDS.get(one.plan.goal, ""))


_KEEP_WORDS = {
    "first": N_("nobody moves who can stay"),
    "after unplaced": N_("children move only for those without a place"),
}


def rank_name(rank: int) -> str:
    return pgettext("wish", "Wish {rank}", rank=rank)


def struck_words(made: Calculated) -> str:
    """Return ``Imkern · 6, nötig 10``; a dash where all courses run."""
    names = {course.id: course.title for course in made.problem.courses}
    struck = made.figures.struck
    if not struck:
        return _("no course")
    if len(struck) == 1:
        one, name = struck[0], names.get(struck[0].course, "")
        first = ngettext("{count} first wish", "{count} first wishes", one.first)
        return _("{course} · {first}, needed {needed}", course=name, first=first, needed=one.needed)
    return " · ".join(names.get(one.course, "") for one in struck)


def furthest_words(made: Calculated, blocks: Mapping[int, BlockRow]) -> str:
    """Return the ranks of the child that is furthest behind: ``Mo 4. · Di 3.``."""
    parts = [
        f"{weekday(blocks[slot].weekday, short=True)} {f'{rank}.' if rank else '–'}"
        for slot, rank in made.figures.furthest
        if slot in blocks
    ]
    return " · ".join(parts) if parts else _("nobody")


def fill_words(made: Calculated) -> str:
    """Return how full the courses are, all in all."""
    fill = made.figures.fill
    return "–" if fill is None else f"{fill[2]} %"


def spread_words(made: Calculated) -> str:
    """Return how full the courses are, the emptiest and the fullest too: ``93 % (54–100 %)``."""
    fill = made.figures.fill
    return "–" if fill is None else f"{fill[2]} % ({fill[0]}–{fill[1]} %)"


def shares_of(made: Calculated) -> list[tuple[float, str, str]]:
    """Return how the wishes fall: amount, tone and name, the first wishes first."""
    told = made.figures
    shares = [(float(many), f"wish{min(rank, 4)}", rank_name(rank)) for rank, many in told.counts if many]
    if told.others:
        shares.append((float(told.others), "ok", _("not wished, or fixed by hand")))
    if told.unplaced:
        shares.append((float(told.unplaced), "bad", _("without a place")))
    return shares


def levels_of(made: Calculated) -> list[LevelResult]:
    """Return the levels that are shown; the lottery only decides between equals."""
    return [level for level in made.figures.levels if level.name != LOTTERY]


def lines_of(made: Calculated, beside: Calculated | None) -> list[LevelLine]:
    """Return the goals in their order, as they compare with plan A where it stands *beside*.

    How many children got no good wish is always told: it is what another goal pays for its gain.
    """
    others = {level.name: level.value for level in beside.figures.levels} if beside is not None else {}
    if beside is not None:
        others.setdefault(NO_GOOD_WISH, beside.figures.no_good_wish)
    lines = [
        LevelLine(str(place), str(level.label), level.value, level.proven, _is_worse(level, others))
        for place, level in enumerate(levels_of(made), start=1)
    ]
    if all(level.name != NO_GOOD_WISH for level in made.figures.levels) and len(made.figures.counts) > 1:
        value = made.figures.no_good_wish
        lines.insert(1, LevelLine("", str(label(NO_GOOD_WISH)), value, False, value > others.get(NO_GOOD_WISH, value)))
    return lines


def _is_worse(level: LevelResult, others: Mapping[str, int]) -> bool:
    other = others.get(level.name, level.value)
    return level.value < other if level.wants_many else level.value > other


def shortened(lines: list[LevelLine]) -> tuple[list[LevelLine], int]:
    """Return the lines that a card has room for, and how many more there are."""
    if len(lines) <= _MOST_LINES:
        return lines, 0
    return lines[: _MOST_LINES - 1], len(lines) - _MOST_LINES + 1


def proof_of(made: Calculated) -> Pill:
    """Return whether better is impossible; else the first goal that is open, with its limit."""
    if made.plan.by_hand:
        return Pill(_("changed by hand"), "accent", "pencil")
    still_open = [(place, level) for place, level in enumerate(made.figures.levels, start=1) if not level.proven]
    if not still_open:
        return Pill(_("all goals proven"), "ok", "badge-check")
    place, level = still_open[0]
    if made.stopped:
        return Pill(_("stopped, not proven"), "warn", "hourglass")
    if level.name == LOTTERY:
        return Pill(_("only the lot not proven"), "warn", "hourglass")
    return Pill(_("Goal {place} open, limit {limit}", place=place, limit=level.bound), "warn", "hourglass")


def state_of(one: Scenario) -> Pill:
    """Return what else is to be known of a scenario: accepted, old, kept."""
    if one.accepted:
        return Pill(_("accepted"), "ok", "check")
    if one.old:
        return Pill(_("out of date"), "warn", "triangle-alert")
    return Pill(_("kept"), "muted", "pin") if one.kept is not None else Pill("")


def in_short(made: Calculated) -> str:
    """Return ``12 ohne Platz · 482 Erstwünsche · 1 entfällt``."""
    told = made.figures
    unplaced, struck = told.unplaced, len(told.struck)
    parts = [
        ngettext("{count} without a place", "{count} without a place", unplaced) if unplaced else _("all have a place"),
        ngettext("{count} first wish", "{count} first wishes", told.first),
        *([ngettext("{count} struck", "{count} struck", struck)] if struck else []),
    ]
    return " · ".join(parts)


def at_length(one: Scenario, blocks: Mapping[int, BlockRow]) -> str:
    """Return everything that a card says beside its bar, a line each."""
    made = one.made
    levels = [f"{line.name}: {number(line.value)}" for line in lines_of(made, None)]
    more = (
        proof_of(made).text,
        _("Struck: {courses}", courses=struck_words(made)),
        _("Furthest behind: {week}", week=furthest_words(made, blocks)),
        _("Places taken: {fill}", fill=spread_words(made)),
        _("Lot {seed}", seed=str(made.plan.seed)),
    )
    return "\n".join([title_of(one), subtitle_of(one), *levels, *more])


def figures_line(ballot: BallotRow | None, chosen: Scenario | None) -> str:
    """Return what is to be allocated, for the head of the page."""
    if ballot is None:
        return ""
    if chosen is None:  # what else is to be allocated is read when it is calculated
        return " · ".join((ballot.name, ngettext("{count} child", "{count} children", ballot.children)))
    problem, due = chosen.made.problem, len(chosen.plan.placements)
    parts = (
        ballot.name,
        ngettext("{count} child", "{count} children", len(problem.pupils)),
        ngettext("{count} place to be given", "{count} places to be given", due),
        ngettext("{count} course", "{count} courses", len(problem.courses)),
        _("lot {seed}", seed=str(chosen.plan.seed)),
    )
    return " · ".join(parts)
