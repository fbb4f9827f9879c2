"""What slips and letters say, in one place: each text block is a function of what it has to name."""

from collections.abc import Sequence
from datetime import date

from ganztag import language
from ganztag.language import N_, _, ngettext
from ganztag.queries.ballot_paper_rows import BallotSlip, LetterPlace, Outcome, ReplyLetter

Paragraph = tuple[str, str]
"""A lead in bold, which may be empty, and the text behind it."""


def full_date(day: date) -> str:
    """Return "Friday, 15 January 2027"; its parts stay on one line."""
    words = _("{weekday}, {date}", weekday=language.weekday(day.isoweekday()), date=language.date(day, "long"))
    return words.replace(" ", "\u00a0")


def how_to_vote(slip: BallotSlip) -> str:
    """Say how many different courses are to be ticked, in each block or in the whole week."""
    if slip.wishes == 1:
        told = _("Tick one course in the whole week.") if slip.per_week else _("Tick one course in each block.")
    elif slip.per_week:
        told = _("Tick {count} different courses in the whole week, one for each wish.",
                 count=slip.wishes)  # fmt: skip
    else:
        told = _("Tick {count} different courses in each block, one for each wish.",
                 count=slip.wishes)  # fmt: skip
    if slip.courses_due is None:
        return told
    due = ngettext("You get up to {count} course.", "You get up to {count} courses.", slip.courses_due)
    return f"{told} {due}"


def return_by(slip: BallotSlip) -> tuple[str, str]:
    """Return until when the slip is wanted back, and from whom it goes to whom."""
    to = _("to your class teacher.")
    if slip.closes is None:
        return _("Please give it back soon"), to
    return _("Return by {day}", day=full_date(slip.closes)), to


def too_late(slip: BallotSlip) -> str:
    return _("Slips that come later cannot be considered.") if slip.closes else ""


def after_the_vote(phone: str) -> str:
    lot = _("Where a course has more wishes than places, the draw decides between equal wishes.")
    questions = _("Questions: office, {phone}.", phone=phone.replace(" ", "\u00a0")) if phone else ""
    return "  ".join(filter(None, (lot, questions)))


_RESULTS = {
    Outcome.PLACE: N_("You have a place"),
    Outcome.CHANGED: N_("Your new course"),
    Outcome.WAITING: N_("Waiting list"),
    Outcome.CANCELLED: N_("Does not take place"),
    Outcome.WITHDRAWN: N_("You have left"),
    Outcome.EXCLUDED: N_("Your place has ended"),
    Outcome.NONE_WANTED: N_("No course wished"),
    Outcome.NOTHING: N_("No place"),
}


def result(place: LetterPlace) -> tuple[str, str]:
    """Return what the table of a letter says of a course: in bold, and what stands under it."""
    return str(_RESULTS[place.outcome]), _under(place)


def _under(place: LetterPlace) -> str:
    day = language.date(place.day, "short") if place.day else ""
    match place.outcome:
        case Outcome.PLACE if place.rank:
            return _("your wish {rank}", rank=place.rank)
        case Outcome.CHANGED if day:
            return _("from {day} on", day=day)
        case Outcome.WAITING if place.place:
            return _("place {place}", place=place.place)
        case Outcome.WITHDRAWN | Outcome.EXCLUDED | Outcome.CANCELLED if day:
            return _("until {day}", day=day)
        case _:
            return ""


def title(letter: ReplyLetter) -> str:
    got = len(_stays(letter.places))
    return ngettext("Your place", "Your places", got) if got else _("Your wishes")


def greeting(letter: ReplyLetter) -> str:
    return _("Dear {name},", name=letter.name.call_name or letter.name.surname or letter.name.native)


def paragraphs(letter: ReplyLetter) -> list[Paragraph]:
    """Return what is said under the table, in its order."""
    found: list[Paragraph] = [("", opening(letter))]
    if letter.reasons:
        found.append((_("Why."), " ".join(map(str, letter.reasons))))
    told = [text for text in (_told(place, letter.as_of.date()) for place in letter.places) if text]
    if told:
        found.append(("", " ".join(dict.fromkeys(told))))
    if any(place.outcome is Outcome.WAITING for place in letter.places):
        found.append((_("Waiting list."), _("If a place becomes free, we will let you know.")))
    if letter.first and letter.last:
        found.append((_("Beginning and end."), _begin_and_end(letter)))
    if letter.trial_until:
        found.append((_("Trying out."), _trial(letter.trial_until)))
    if _stays(letter.places):
        found.append((_("If you cannot come:"), absence(letter.head.phone)))
    return found


def opening(letter: ReplyLetter) -> str:
    """Return the first sentence: all is well, or some of it, or none."""
    got = _stays(letter.places)
    times = {(place.weekday, place.starts) for place in got}
    lost = [place for place in letter.places if place.outcome in (Outcome.WAITING, Outcome.NOTHING)]
    missing = [place for place in lost if (place.weekday, place.starts) not in times]
    if got and not missing:
        return ngettext("the table shows your course.", "the table shows your courses.", len(got))
    if got:
        return _("the table shows where you have a place. For the other days we are sorry: there was none left.")
    if missing:
        return _("we are sorry: there was no place left for you in a course that you wished.")
    return _("the table shows what has changed for you.")


def _stays(places: Sequence[LetterPlace]) -> list[LetterPlace]:
    return [place for place in places if place.outcome in (Outcome.PLACE, Outcome.CHANGED)]


def _told(place: LetterPlace, today: date) -> str:
    """Return a sentence for what is not usual, empty for the rest."""
    day = language.date(place.day, "long").replace(" ", "\u00a0") if place.day else ""
    match place.outcome:
        case Outcome.CHANGED if place.before:
            return _changed(place, day, coming=place.day is not None and place.day >= today)
        case Outcome.PLACE if place.later and place.day and place.day >= today:
            return _("Your first date in {course} is {day}.", course=place.title, day=day)
        case Outcome.CANCELLED:
            return _cancelled(place, day)
        case Outcome.WITHDRAWN if day:
            return _withdrawn(place, day, coming=place.day is not None and place.day >= today)
        case Outcome.EXCLUDED if day:
            return _excluded(place, day, ended=place.day is not None and place.day < today)
        case _:
            return ""


def _changed(place: LetterPlace, day: str, *, coming: bool) -> str:
    if coming:
        return _("You change from {before} to {course}. Your first date there is {day}.", before=place.before,
                 course=place.title, day=day)  # fmt: skip
    return _("You have changed from {before} to {course}.", before=place.before, course=place.title)


def _withdrawn(place: LetterPlace, day: str, *, coming: bool) -> str:
    if coming:
        return _("You leave {course}. Your last day is {day}.", course=place.title, day=day)
    return _("You have left {course}. Your last day was {day}.", course=place.title, day=day)


def _cancelled(place: LetterPlace, day: str) -> str:
    if place.reason and day:
        return _("{course} does not take place after {day} any more: {reason}.", course=place.title, day=day,
                 reason=place.reason.rstrip("."))  # fmt: skip
    return _("{course} does not take place: too few children wished for it.", course=place.title)


def _excluded(place: LetterPlace, day: str, *, ended: bool) -> str:
    if not place.reason:
        return _("Your place in {course} ended on {day}, because you were absent without excuse. Please talk to us.",
                 course=place.title, day=day)  # fmt: skip
    gaps = {"course": place.title, "day": day, "reason": place.reason.rstrip(".")}
    if ended:
        return _("Your place in {course} ended on {day}: {reason}. Please talk to us.", **gaps)
    return _("Your place in {course} ends on {day}: {reason}. Please talk to us.", **gaps)


def _begin_and_end(letter: ReplyLetter) -> str:
    first = language.date(letter.first, "long") if letter.first else ""
    last = language.date(letter.last, "long") if letter.last else ""
    return _(
        "Your first date is {first}, the last one {last}. There are no courses in the holidays.",
        first=first.replace(" ", "\u00a0"),
        last=last.replace(" ", "\u00a0"),
    )


def _trial(until: date) -> str:
    day = language.date(until, "long").replace(" ", "\u00a0")
    return _(
        "Until {day} you can change your course, if there is room elsewhere. After that your place holds until the end "
        "of the half-year.",
        day=day,
    )


def absence(phone: str) -> str:
    if phone:
        return _("please let your family call the office: {phone}.", phone=phone.replace(" ", "\u00a0"))
    return _("please let your family tell the office.")


def closing(letter: ReplyLetter) -> str:
    return _("Enjoy your courses!") if _stays(letter.places) else _("Kind regards")
