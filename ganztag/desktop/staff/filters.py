"""Which people the chips above the list leave, and how many each would show."""

from collections.abc import Callable, Sequence
from datetime import date

from ganztag.domain.search import folded
from ganztag.language import _
from ganztag.queries.staff import StaffRow

RULES: dict[str, Callable[[StaffRow, date], bool]] = {
    "all": lambda _row, _day: True,
    "leads": lambda row, _day: bool(row.times),
    "nothing": lambda row, _day: not row.times,
    "papers": lambda row, day: row.lacks_papers(day),
    "due": lambda row, day: not row.left(day) and row.paper_state(day) == "due_soon",
    "clash": lambda row, _day: row.clashes,
}


def found_by(row: StaffRow) -> str:
    """Return what a person is found by: names, code, qualifications, partner, courses."""
    more = (row.qualifications, row.partner, *(meeting.title for meeting in row.times))
    return row.search_key + " " + " ".join(folded(text) for text in more if text)


def chips(found: Sequence[StaffRow], day: date) -> list[tuple[str, str, int | None]]:
    """Return (key, text, count) of the chips; those that warn only where they have somebody."""
    words = {
        "leads": _("leads"),
        "nothing": _("leads nothing"),
        "papers": _("papers missing"),
        "due": _("papers due"),
        "clash": _("two at once"),
    }
    shown: list[tuple[str, str, int | None]] = [("all", _("All"), len(found))]
    for key, text in words.items():
        count = sum(1 for one in found if RULES[key](one, day))
        if count or key in ("leads", "nothing"):
            shown.append((key, text, count))
    return shown


class Filter:
    """The rule of the list: those of a chip, and of a kind."""

    def __init__(self, chip: str, kind: object, day: date) -> None:
        self._chip, self._kind, self._day = chip, kind, day

    def __call__(self, row: StaffRow) -> bool:
        rule = RULES.get(self._chip, RULES["all"])
        return rule(row, self._day) and self._kind in (None, row.kind)
