"""``ganztag where``: where a course fits in the week, best first, and what it could be swapped with."""

import argparse
from typing import Any

from ganztag.console.files import ask_for_half_year, half_year, opened, path
from ganztag.domain.objection import Objection
from ganztag.language import N_, _, ngettext, weekday
from ganztag.operations.importing.names import name_key, nearest
from ganztag.planning.fitting import Move, Swap, Verdict, draft, places, swaps, waiting
from ganztag.planning.offer import Course, Meeting, Offer
from ganztag.planning.timing import when
from ganztag.queries.offer import offer as offer_of

_MARKS = {"fits": "+", "consequences": "~", "no": "-"}


def describe(commands: Any) -> None:
    command = commands.add_parser(
        "where",
        help=_("say where a course fits in the week"),
        description=_(
            "List all places of the week where a course fits, best first, with the reasons; then what it could be "
            "swapped with. Nothing is changed. Exit code 1 where it fits nowhere. + fits, ~ goes with consequences, "
            "- does not go."
        ),
    )
    command.add_argument("file", type=path, metavar=_("FILE"))
    command.add_argument("course", metavar=_("COURSE"), help=_("its number, its title, or the beginning of it"))
    command.add_argument("--rooms", type=_count, default=1, metavar=_("NUMBER"), help=_("rooms for each block"))
    ask_for_half_year(command)
    command.set_defaults(run=run)


def _count(text: str) -> int:
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def run(chosen: argparse.Namespace) -> int:
    """Print places and swaps for each meeting of the course and for those that it lacks; 1 where nothing fits."""
    with opened(chosen.file) as office:
        term = half_year(office, chosen.half_year)
        offer = office.read(offer_of, term.id, term.day_that_counts(office.clock.today()))
    course = named(offer, chosen.course)
    asked = list(offer.index.meetings_of.get(course.id, ()))
    if not asked or any(one.course == course.id for one in waiting(offer)):
        asked.append(draft(offer, course.id))
    possible = [_tell(offer, meeting, chosen.rooms) for meeting in asked]
    return 0 if all(possible) else 1


def named(offer: Offer, text: str) -> Course:
    """Return the course that a number, a title or the beginning of one means; objects to none and to several."""
    key = name_key(text)
    exact = [c for c in offer.courses if text == c.number or key in (name_key(c.name), name_key(c.short))]
    found = exact or [course for course in offer.courses if name_key(course.name).startswith(key)]
    if key and len(found) == 1:
        return found[0]
    if key and found:
        raise Objection(N_("Several courses are called {title}. Please give the number.", title=text))
    meant = nearest(text, (course.name for course in offer.courses))
    if meant:
        raise Objection(N_("There is no course “{course}”. Did you mean {meant}?", course=text, meant=meant))
    raise Objection(N_("There is no course “{course}”.", course=text))


def _tell(offer: Offer, meeting: Meeting, rooms: int) -> bool:
    """Print what there is for one meeting; return whether there is a place for it."""
    print(_heading(offer, meeting))
    found = places(offer, meeting, rooms=rooms)
    possible = [verdict for verdict in found if verdict.state != "no"]
    for rank, verdict in enumerate(possible, start=1):
        print(f"{rank:4}. {_line(offer, verdict)}")
    refused = [verdict for verdict in found if verdict.state == "no"]
    if refused:
        print("  " + ngettext("{count} cell does not go", "{count} cells do not go", len(refused)))
    for verdict in refused:
        print(f"      {_line(offer, verdict)}")
    others = swaps(offer, meeting)
    if others:
        print("  " + _("What to swap with?"))
    for swap in others:
        print(f"      {_swap_line(offer, swap)}")
    return bool(possible)


def _heading(offer: Offer, meeting: Meeting) -> str:
    name = offer.index.course[meeting.course].name
    if meeting.id not in offer.index.meeting:
        return _("{course} has no place yet", course=name)
    time = when(meeting.weekday, meeting.starts, meeting.ends)
    room = offer.index.room.get(meeting.room) if meeting.room is not None else None
    return f"{name}, {time}" + (f", {room.name}" if room else "")


def _line(offer: Offer, verdict: Verdict) -> str:
    place = _place(offer, verdict.block, verdict.room)
    return f"{_MARKS[verdict.state]} {place}: {verdict.reason or verdict.short}"


def _swap_line(offer: Offer, swap: Swap) -> str:
    moves = "; ".join(_move(offer, move) for move in swap.moves)
    return f"{moves} ({swap.cost})"


def _move(offer: Offer, move: Move) -> str:
    return f"{offer.index.course[move.course].name} → {_place(offer, move.block, move.room)}"


def _place(offer: Offer, block: int, room: int | None) -> str:
    there = offer.index.block[block]
    said = str(when(there.weekday, there.starts, there.ends))
    if there.name:
        said = _("{weekday}, {block}", weekday=weekday(there.weekday, short=True), block=there.name)
    return said if room is None else f"{said}, {offer.index.room[room].name}"
