"""What can be picked up and what stands at the side, in words: courses that wait, leaders, rooms, places, swaps."""

from collections.abc import Iterable, Sequence

from ganztag.desktop.week.carrying import ICONS, TONES, Load
from ganztag.desktop.week.line_paint import Line
from ganztag.desktop.week.sheet import Chip
from ganztag.desktop.week.words import block_words
from ganztag.domain.search import matches, search_key, words
from ganztag.language import _, ngettext, sort_key
from ganztag.planning import fitting
from ganztag.planning.fitting import FreeRoom, Swap, Verdict
from ganztag.planning.offer import Course, Meeting, Offer


def of_chip(chip: Chip, offer: Offer, *, kind: str = "meeting") -> Load:
    return Load(
        "edge" if kind == "edge" else "meeting",
        chip.course,
        chip.title,
        about(offer, chip.course, chip.leaders),
        chip.colour,
        chip.key,
        chip.meetings,
    )


def of_waiting(offer: Offer, course_id: int) -> Load:
    course = offer.index.course[course_id]
    return Load("course", course_id, course.name, about(offer, course_id, _candidates(offer, course)), course.colour)


def of_leader(offer: Offer, leader_id: int) -> Load:
    leader = offer.index.leader[leader_id]
    return Load("leader", leader_id, leader.name, _led(offer, leader_id))


def of_room(offer: Offer, room_id: int) -> Load:
    room = offer.index.room[room_id]
    return Load("room", room_id, room.name, _seats(room.places))


def about(offer: Offer, course_id: int, leaders: str) -> str:
    """Return who leads a course, how many children are in it, and for whom it is: Şahin · 12 Kinder · Jg. 5, 6."""
    course = offer.index.course[course_id]
    count = len(offer.index.enrolled.get(course_id, ()))
    children = ngettext("{count} child", "{count} children", count) if count else ""
    return " · ".join(part for part in (leaders, children, open_to_words(offer, course)) if part)


def open_to_words(offer: Offer, course: Course) -> str:
    """Return for whom a course is: Jg. 5, 6; empty where it is for all."""
    years = sorted((offer.years[key] for key in course.year_groups if key in offer.years), key=sort_key)
    classes = sorted((offer.classes[key] for key in course.classes if key in offer.classes), key=sort_key)
    named = [_("Y. {years}", years=", ".join(years))] if years else []
    return ", ".join([*named, *classes])


def _candidates(offer: Offer, course: Course) -> str:
    return ", ".join(offer.index.leader[key].name for key in course.leaders[:1] if key in offer.index.leader)


def _led(offer: Offer, leader_id: int) -> str:
    count = len({meeting.course for meeting in offer.index.led_by.get(leader_id, ())})
    return ngettext("{count} course", "{count} courses", count)


def _seats(places: int | None) -> str:
    return "" if places is None else ngettext("{count} place", "{count} places", places)


def found(lines: Iterable[Line], text: str) -> list[Line]:
    """Return the lines in which all words of *text* are found, in any spelling."""
    wanted = words(text)
    return [line for line in lines if matches(search_key(line.words()), wanted)] if wanted else list(lines)


def waiting_lines(offer: Offer) -> list[Line]:
    """Return the courses that wait for a place, by name."""
    lines = []
    for one in fitting.waiting(offer):
        course = offer.index.course[one.course]
        again = ngettext("{count} time", "{count} times", one.missing) if one.missing > 1 else ""
        note = about(offer, course.id, _candidates(offer, course))
        notes = (note,) if note else ()
        lines.append(Line(course.id, course.name, again, notes, colour=course.colour, boxed=True))
    return sorted(lines, key=lambda line: sort_key(line.title))


def leader_lines(offer: Offer) -> list[Line]:
    lines = [Line(leader.id, leader.name, _led(offer, leader.id), icon="user") for leader in offer.leaders]
    return sorted(lines, key=lambda line: sort_key(line.title))


def room_lines(offer: Offer) -> list[Line]:
    lines = [Line(room.id, room.name, _seats(room.places), icon="door-open") for room in offer.rooms]
    return sorted(lines, key=lambda line: sort_key(line.title))


def free_room_lines(offer: Offer, chip: Chip) -> list[Line]:
    """Return the rooms for the time of a chip, the best free ones first, each with the reason."""
    meeting = offer.index.meeting.get(chip.meetings[0])
    course = offer.index.course.get(chip.course)
    if meeting is None or course is None:
        return room_lines(offer)
    last = offer.index.meeting.get(chip.meetings[-1], meeting)
    children = len(offer.index.enrolled.get(course.id, ())) or course.max_size
    free = fitting.free_rooms(
        offer,
        meeting.weekday,
        meeting.starts,
        last.ends,
        children=children,
        equipment=course.equipment,
        rhythm=meeting.rhythm,
    )
    return [_room_line(offer, one) for one in free if one.room != meeting.room]


def _room_line(offer: Offer, one: FreeRoom) -> Line:
    room = offer.index.room[one.room]
    state = "fits" if one.free and one.fits else "consequences" if one.free else "no"
    return Line(room.id, room.name, _seats(room.places), (str(one.reason),), icon=ICONS[state], tone=TONES[state])


def place_lines(offer: Offer, places: Sequence[Verdict]) -> list[Line]:
    """Return the places that go, ranked, the best one filled."""
    lines = []
    for number, verdict in enumerate((one for one in places if one.state != "no"), start=1):
        room = offer.index.room.get(verdict.room or 0)
        reason = verdict.reason or verdict.more or verdict.short
        lines.append(
            Line(
                verdict,
                block_words(offer.index.block[verdict.block]),
                room.name if room else "",
                (str(reason),),
                str(number),
                ICONS[verdict.state],
                TONES[verdict.state],
                filled=number == 1,
            )
        )
    return lines


def refused_lines(offer: Offer, places: Sequence[Verdict]) -> list[Line]:
    """Return the places that do not go, with their reasons."""
    lines = []
    for verdict in places:
        if verdict.state == "no":
            title = block_words(offer.index.block[verdict.block])
            note = " · ".join(str(part) for part in (verdict.short, verdict.more) if part)
            lines.append(Line(verdict, title, "", (note,), icon="circle-x", tone="bad"))
    return lines


def swap_lines(offer: Offer, meeting: Meeting, found: Sequence[Swap]) -> list[Line]:
    return [_swap_line(offer, meeting, swap) for swap in found]


def _swap_line(offer: Offer, meeting: Meeting, swap: Swap) -> Line:
    moves = []
    for move in swap.moves:
        if len(swap.moves) > 1:
            course = offer.index.course[move.course]
            moves.append(f"{course.short or course.name} → {block_words(offer.index.block[move.block])}")
        else:
            moves.append(_from_to(offer, move.meeting, move.block, move.room))
    partner = offer.index.meeting.get(swap.partner)
    course = offer.index.course[partner.course if partner is not None else meeting.course]
    title = _("with “{course}”", course=course.short or course.name)
    return Line(swap, title, "", (*moves, str(swap.cost)), icon="arrow-left-right", tone="accent", boxed=True)


def _from_to(offer: Offer, meeting_id: int, block_id: int, room_id: int | None) -> str:
    before, there = offer.index.meeting.get(meeting_id), block_words(offer.index.block[block_id])
    if before is None or before.block is None:
        return there
    if before.block == block_id:
        room = offer.index.room.get(room_id or 0)
        return f"{there} → {room.name}" if room is not None else there
    return f"{block_words(offer.index.block[before.block])} → {there}"
