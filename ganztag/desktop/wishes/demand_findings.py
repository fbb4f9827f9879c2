"""What the demand comes down to, in sentences: where places or children are missing, where a second course helps."""

from collections.abc import Sequence
from dataclasses import dataclass

from ganztag.desktop.times import hours
from ganztag.desktop.widgets.notices import Notice
from ganztag.desktop.wishes.demand_words import band_name, remark
from ganztag.language import _, ngettext, weekday
from ganztag.queries.booked_needs import BookedNeed, BookedNeeds
from ganztag.queries.demand import BandDemand
from ganztag.queries.wishes import WishSheet

_MOST = 4  # of each kind; the list beside shows them all


@dataclass(frozen=True, slots=True)
class Help:
    """A full course with what one more place in it would do: children *placed*, and *steps* that wishes get better."""

    course: int
    sentence: str
    placed: int
    steps: int


def findings(of: WishSheet, demand: BandDemand, needs: BookedNeeds, helps: Sequence[Help] | None) -> list[Notice]:
    """Return what she should know of a block, the gravest first; a notice about a course leads to its id.

    *helps* None: nobody has asked yet where more places would help.
    """
    if not any(row.wishes or row.answers for row in of.rows):
        words = _("No paper has been entered yet. As soon as wishes are there, it says here which courses are too "
                  "small and which lack children.")  # fmt: skip
        return [Notice(words, "accent"), *_needs(needs)]
    return [*_short(of, demand), *_courses(demand), *_helps(demand, helps), *_needs(needs), *_open(demand)]


def _short(of: WishSheet, demand: BandDemand) -> list[Notice]:
    if not demand.short:
        return []
    name = band_name(demand.band, of.ballot.blocks, short=False)
    sentence = _(
        "{block}: {children} children want a place, there are {places}. {missing} will get none, whatever they wish.",
        block=name, children=demand.wishing + demand.anywhere, places=demand.places, missing=demand.short,
    )  # fmt: skip
    return [Notice(sentence, "bad")]


def _courses(demand: BandDemand) -> list[Notice]:
    few = [
        Notice(_("{course} will not take place as it stands: {remark}.", course=one.course.name, remark=remark(one)),
               "bad", _("Who wishes it"), one.id)
        for one in demand.too_few()[:_MOST]
    ]  # fmt: skip
    over = [
        Notice(_("{course} is too small: {remark}.", course=one.course.name, remark=remark(one)), "warn",
               _("Who wishes it"), one.id)
        for one in demand.over()[:_MOST]
    ]  # fmt: skip
    return few + over


def _helps(demand: BandDemand, helps: Sequence[Help] | None) -> list[Notice]:
    if helps is None:
        return []
    here = {one.id: one for one in demand.courses}
    known = sorted(
        (one for one in helps if one.course in here),
        key=lambda one: (-one.placed, -one.steps, -here[one.course].over, one.course),
    )
    if not known:
        return [Notice(_("More places would help in no course of this block."), "accent")]
    names = {key: one.course.name for key, one in here.items()}
    best = [_("A parallel course would help most with {course}. {gain}", course=names[one.course], gain=one.sentence)
            for one in known[:1]]  # fmt: skip
    others = [_("{course}: {gain}", course=names[one.course], gain=one.sentence) for one in known[1:_MOST]]
    return [
        Notice(sentence, "accent", _("Who wishes it"), one.course)
        for one, sentence in zip(known, best + others, strict=False)
    ]


def _needs(needs: BookedNeeds) -> list[Notice]:
    return [Notice(need_sentence(one), "warn") for one in needs.short()[:_MOST]]


def need_sentence(one: BookedNeed) -> str:
    """Say that places are missing for the booked children, and for which year groups."""
    day = weekday(one.weekday)
    if one.block is None:
        return ngettext("{day}: {count} child booked this day, and nothing is offered.",
                        "{day}: {count} children booked this day, and nothing is offered.", one.booked,
                        day=day)  # fmt: skip
    when = f"{day} {hours(one.block.starts, one.block.ends)}"
    if one.short_years:
        years = ", ".join(label or _("no year group") for label in one.short_years)
        return ngettext("{when}: {count} place is missing for the booked children of year group {years}.",
                        "{when}: {count} places are missing for the booked children of year group {years}.",
                        one.short, when=when, years=years)  # fmt: skip
    return ngettext("{when}: {count} place is missing for the booked children.",
                    "{when}: {count} places are missing for the booked children.", one.short, when=when)  # fmt: skip


def _open(demand: BandDemand) -> list[Notice]:
    found = []
    if demand.anywhere:
        found.append(ngettext("{count} child takes any course here.", "{count} children take any course here.",
                              demand.anywhere))  # fmt: skip
    if demand.nowhere:
        found.append(ngettext("{count} child wants no place here.", "{count} children want no place here.",
                              demand.nowhere))  # fmt: skip
    return [Notice(" ".join(found), "accent")] if found else []
