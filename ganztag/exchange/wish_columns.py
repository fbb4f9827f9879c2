"""Which columns of a table hold wishes: one per rank, one per course, or all in one cell."""

import re
from collections.abc import Collection, Mapping, Sequence

from ganztag.exchange.header_words import normal, spellings
from ganztag.exchange.sheets import Row

RANK = "wish_"  # wish_1, wish_2 ...: the column of a rank
COURSE = "course:"  # course:Töpfern: the column of a course, holding a rank or a cross
PAPER = "paper:"  # paper:Führungszeugnis: the column of a paper that was seen, in a table of staff
RANKING = "ranking"  # all wishes in one cell, the first before the others

_WORDS = "wunsch|wuensche|wahl|prioritaet|prio|choice|wish|preference|rang|rank|platz"
_RANK_AFTER = re.compile(rf"^(?:{_WORDS})(?:nr|no)?(\d{{1,2}})(?!\d)")
_RANK_BEFORE = re.compile(rf"^(\d{{1,2}})(?:ter|te|st|nd|rd|th)?(?:{_WORDS})(?:nach)?")
_ORDINALS = {
    ordinal: rank
    for rank, both in enumerate(
        (("erst", "first"), ("zweit", "second"), ("dritt", "third"), ("viert", "fourth"), ("fuenft", "fifth")), 1
    )
    for ordinal in both
}
_RANK_SPELLED = re.compile(rf"^({'|'.join(_ORDINALS)})(?:er|e)?(?:{_WORDS})$")
_SUBSTITUTE = re.compile(r"^(?:ersatzwunsch|ersatzwahl|ersatz|alternative)$")
_OPTION = re.compile(r"^(?P<question>[^()]+?)\s*(?:\((?P<round>.+)\)|\[(?P<square>.+)\])\s*$", re.DOTALL)
_RANK_OR_CROSS = re.compile(
    r"^(?:\d{1,2}\.?|x|✓|✔|ja|wahr|true|yes|\d{1,2}\. ?(?:wunsch|wahl)|!|nicht|auf keinen fall|not|never|)$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{1,2}")
_LOWEST = 99
_WEEKDAYS = re.compile(r"^(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri)[a-z]*\.?$", re.IGNORECASE)

_DAY_NAMES = "mo|di|mi|do|fr|montag|dienstag|mittwoch|donnerstag|freitag"
_SHORT_DAYS = ("mo", "di", "mi", "do", "fr")
# ``Mo 1. Wunsch``, ``Wunsch Montag 1``, ``Wunsch 1 (Mo)``
_DAY_IN_TITLE = re.compile(rf"(?<![^\W_])(?:am\s+)?({_DAY_NAMES})(?![^\W_])[.:,]?", re.IGNORECASE)
# ``Wahl Mo``: the one wish of this day
_WISH_OF_DAY = re.compile(
    rf"^(?:(?:kurs|ag)?(?:wunsch|wahl|wish|choice))(?:am|fuer)?(?P<after>{_DAY_NAMES})$"
    rf"|^(?P<before>{_DAY_NAMES})(?:kurs|ag)?(?:wunsch|wahl|wish|choice)$"
)


def rank_of_header(header: str) -> int | None:
    """Return the rank that a title names: ``1. Wunsch``, ``Wahl 2``, ``Drittwunsch``, ``Wünsche [Rang 1]``."""
    for word in spellings(_DAY_IN_TITLE.sub("", header).strip()):
        if found := _RANK_AFTER.match(word) or _RANK_BEFORE.match(word):
            return int(found[1]) or None
        if found := _RANK_SPELLED.match(word):
            return _ORDINALS[found[1]]
    return None


def wish_columns(
    headers: Sequence[str], taken: Mapping[int, str], rows: Sequence[Row], known_courses: Collection[str]
) -> dict[int, str]:
    """Return which of the columns that are not *taken* hold wishes, and how."""
    free = [column for column, header in enumerate(headers) if column not in taken and header.strip()]
    if ranks := _rank_columns(headers, free, rows, known_courses):
        return ranks
    if courses := _course_columns(headers, free, rows, known_courses):
        return courses
    if days := _day_columns(headers, free, rows, known_courses):
        return days
    return dict.fromkeys(_ranking_columns(headers, free, rows), RANKING)


def _rank_columns(
    headers: Sequence[str], free: Sequence[int], rows: Sequence[Row], known_courses: Collection[str]
) -> dict[int, str]:
    """Return the columns of ranks; a rank has several where its title comes again, or for another day."""
    known = {normal(course) for course in known_courses}
    found: dict[int, str] = {}
    substitutes = []
    for column in free:
        rank = rank_of_header(headers[column])
        if rank is not None and (
            f"{RANK}{rank}" not in found.values()
            or normal(headers[column]) in {normal(headers[other]) for other in found}
            or _is_of_another_day(headers, column, _ranked(found, rank))
            or _holds_courses(rows, column, known)
        ):
            found[column] = f"{RANK}{rank}"
        elif _SUBSTITUTE.match(normal(headers[column])):
            substitutes.append(column)
    last = max((int(key.removeprefix(RANK)) for key in found.values()), default=0)
    if found:
        found |= {column: f"{RANK}{rank}" for rank, column in enumerate(substitutes, last + 1)}
    return found


def _ranked(found: Mapping[int, str], rank: int) -> list[int]:
    return [column for column, key in found.items() if key == f"{RANK}{rank}"]


def _is_of_another_day(headers: Sequence[str], column: int, others: Sequence[int]) -> bool:
    day = _day_of(headers[column])
    return bool(day) and all(_day_of(headers[other]) not in ("", day) for other in others)


def _day_of(header: str) -> str:
    """Return the day in a title of a rank, as its first two letters; empty where it names none."""
    day = _DAY_IN_TITLE.search(header)
    return day[1][:2].casefold() if day else ""


def day_of(header: str) -> int:
    """Return the weekday that a title names, 1 for Monday; 0 where it names none."""
    short = _day_of(header)
    if not short and (found := _WISH_OF_DAY.match(normal(header))):
        short = (found["after"] or found["before"])[:2]
    return _SHORT_DAYS.index(short) + 1 if short else 0


def _day_columns(
    headers: Sequence[str], free: Sequence[int], rows: Sequence[Row], known_courses: Collection[str]
) -> dict[int, str]:
    """Return the one wish of each day; crosses or mere ranks below would mean the day, not a course."""
    known = {normal(course) for course in known_courses}
    return {
        column: f"{RANK}1"
        for column in free
        if _WISH_OF_DAY.match(normal(headers[column]))
        and (not _holds_ranks(rows, column) or _holds_courses(rows, column, known))
    }


def _course_columns(
    headers: Sequence[str], free: Sequence[int], rows: Sequence[Row], known_courses: Collection[str]
) -> dict[int, str]:
    """Return the columns of courses: known ones whatever they hold, those of one question, those full of ranks."""
    known = {_course_key(course) for course in known_courses}
    found: dict[int, str] = {}
    questions: dict[str, list[tuple[int, str]]] = {}
    for column in free:
        header = headers[column].strip()
        option = _OPTION.match(header)
        inner = (option["round"] or option["square"]).strip() if option else ""
        if _course_key(header) in known:
            found[column] = header
        elif option and (_course_key(inner) in known or _holds_ranks(rows, column)):
            questions.setdefault(normal(option["question"]), []).append((column, inner))
    for options in questions.values():
        if len(options) > 1 or _course_key(options[0][1]) in known:
            found |= dict(options)
    lowest = max((rank for column in found for rank in _ranks_in(rows, column)), default=_LOWEST)
    bare = [c for c in free if c not in found and _holds_some_ranks(rows, c) and max(_ranks_in(rows, c)) <= lowest]
    if len(found) + len(bare) > 1:
        found |= {column: headers[column].strip() for column in bare}
    return {column: COURSE + course for column, course in sorted(found.items())}


def _course_key(text: str) -> str:
    """Return a course's number or title for comparing; Excel makes 8 of 008."""
    plain = normal(text)
    return plain.lstrip("0") or plain


def _ranks_in(rows: Sequence[Row], column: int) -> list[int]:
    """Return the ranks of a column; a cross is the first."""
    cells = [text for row in rows if (text := row.cell(column).strip())]
    return [int(found[0]) if (found := _DIGITS.match(cell)) else 1 for cell in cells]


def _holds_ranks(rows: Sequence[Row], column: int) -> bool:
    return all(_RANK_OR_CROSS.match(row.cell(column).strip()) for row in rows)


def _holds_some_ranks(rows: Sequence[Row], column: int) -> bool:
    return _holds_ranks(rows, column) and any(row.cell(column).strip() for row in rows)


def _holds_courses(rows: Sequence[Row], column: int, known: Collection[str]) -> bool:
    cells = [normal(text) for row in rows if (text := row.cell(column).strip())]
    return bool(cells) and 2 * sum(cell in known for cell in cells) > len(cells)


def _ranking_columns(headers: Sequence[str], free: Sequence[int], rows: Sequence[Row]) -> list[int]:
    """Return the column whose cells list most things between ``;``, weekdays not counted; of several days one each."""
    counts = {column: count for column in free if (count := _listed(rows, column))}
    if not counts:
        return []
    best = max(counts, key=lambda column: counts[column])
    days: dict[str, int] = {}
    for column in counts:
        if day := _day_of(headers[column]):
            days.setdefault(day, column)
    return sorted(days.values()) if len(days) > 1 and _day_of(headers[best]) else [best]


def _listed(rows: Sequence[Row], column: int) -> int:
    """Return how many things the cells of a column list; 0 where most of them hold a single one."""
    cells = [text for row in rows if (text := row.cell(column).strip())]
    lists = [cell for cell in cells if ";" in cell]
    parts = [part.strip() for cell in lists for part in cell.split(";") if part.strip()]
    if not lists or len(lists) * 2 < len(cells) or all(_WEEKDAYS.match(part) for part in parts):
        return 0
    return len(parts)
