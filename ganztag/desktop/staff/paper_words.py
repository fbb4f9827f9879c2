"""How a paper stands, in a word, a colour and a shape; the same in list, checklist and matrix."""

from collections.abc import Sequence
from datetime import date

from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, Message, _, ngettext, pgettext
from ganztag.queries.staff_papers import PaperRow, worst

LOOKS: dict[str, tuple[Message, str, str]] = {
    "missing": (N_("missing"), "bad", "circle-x"),
    "expired": (N_("expired"), "bad", "circle-alert"),
    "due_soon": (N_("due soon"), "warn", "triangle-alert"),
    "seen": (N_("seen"), "ok", "circle-check"),
    "not_needed": (N_("not needed"), "muted", "minus"),
}


def look_of(paper: PaperRow, day: date) -> tuple[str, str]:
    """Return tone and icon; what is missing but not required only asks, it does not alarm."""
    standing = paper.standing(day)
    _word, tone, icon = LOOKS[standing]
    return ("muted", "circle-dashed") if standing == "missing" and not paper.required else (tone, icon)


def pill(paper: PaperRow, day: date) -> Pill:
    tone, icon = look_of(paper, day)
    return Pill(str(LOOKS[paper.standing(day)][0]), tone, icon)


def sentence(paper: PaperRow, day: date) -> str:
    """Return what is known of a paper: seen on ..., holds until ..."""
    standing = paper.standing(day)
    if standing == "missing":
        return _("not seen yet") if paper.required else _("not seen yet, not required")
    if standing == "not_needed":
        return _("not needed")
    seen = _("seen on {day}", day=paper.seen) if paper.seen is not None else _("seen")
    if paper.due is None:
        return _("{seen}, holds for good", seen=seen)
    if standing == "expired":
        return _("{seen}, expired on {day}", seen=seen, day=paper.due)
    return _("{seen}, holds until {day}", seen=seen, day=paper.due)


def in_short(paper: PaperRow, day: date) -> str:
    """Return for a cell until when a paper holds, else how it stands."""
    standing = paper.standing(day)
    if paper.due is None or standing in ("missing", "not_needed"):
        return str(LOOKS[standing][0])
    return _("until {day}", day=paper.due)


def summary(papers: Sequence[PaperRow], day: date) -> Pill:
    """Return one pill for all papers of a person: the worst of those required, with how many there are of it."""
    if not papers:
        return Pill("")
    state = worst(papers, day)
    count = sum(1 for paper in papers if paper.required and paper.standing(day) == state)
    _word, tone, icon = LOOKS[state]
    words = {
        "missing": ngettext("{count} missing", "{count} missing", count),
        "expired": ngettext("{count} expired", "{count} expired", count),
        "due_soon": ngettext("{count} due soon", "{count} due soon", count),
    }
    return Pill(words.get(state, pgettext("papers", "complete")), tone, icon)


def all_of(papers: Sequence[PaperRow], day: date) -> str:
    """Return every paper with how it stands, one a line, for a tooltip."""
    return "\n".join(_("{paper}: {how}", paper=paper.name, how=sentence(paper, day)) for paper in papers)
