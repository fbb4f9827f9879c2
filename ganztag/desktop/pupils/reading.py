"""What does not fit about one child, with the way to the other side of it, and what it waits for."""

from ganztag.desktop.desk import Desk, Place
from ganztag.desktop.widgets.notices import SHOW, TONES, Notice
from ganztag.language import _
from ganztag.planning.clashes import Finding
from ganztag.queries.waiting import waits_for

_MOST = 4
_SHOWN_ELSEWHERE = frozenset({"no course"})  # the week has a gap there, with the way to fill it


def notices_of(desk: Desk, pupil_id: int) -> list[Notice]:
    """Return what does not fit about a child and was not let stand, errors first."""
    found = desk.watch.still_open("pupil", pupil_id)
    told = [one for one in found if one.severity != "hint" and one.code not in _SHOWN_ELSEWHERE]
    return [Notice(str(one.message), TONES[one.severity], *_way(one)) for one in told[:_MOST]] + _waits(desk, pupil_id)


def _waits(desk: Desk, pupil_id: int) -> list[Notice]:
    """Return for which courses a child waits, and at which place."""
    waiting = [one for one in desk.office.read(waits_for, pupil_id, desk.term().id) if one.state != "declined"]
    return [
        Notice(
            _("Waits for {course}, place {number}.", course=one.title, number=one.number),
            "accent", _("Show the waiting list"), Place("changes", one.course_id),
        )
        for one in waiting[:_MOST]
    ]  # fmt: skip


def _way(finding: Finding) -> tuple[str, Place] | tuple[()]:
    if finding.courses:
        return str(SHOW["course"]), Place("courses", finding.courses[0])
    return ()
