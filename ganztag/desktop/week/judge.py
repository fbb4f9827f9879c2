"""What the cells and chips say while something is carried: the verdicts of the planning, put into two short lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ganztag.desktop.week.carrying import Carrying, Load, Sign
from ganztag.desktop.week.sheet import Cell, Sheet
from ganztag.language import _
from ganztag.planning import fitting
from ganztag.planning.clashes import Finding, in_short, of_meeting
from ganztag.planning.fitting import LeaderFit, Verdict
from ganztag.planning.offer import Meeting, Offer


@dataclass(frozen=True)
class Judge:
    """Asks the planning about one offer, for the cells of one sheet."""

    offer: Offer
    sheet: Sheet

    def carrying(self, load: Load) -> Carrying:
        """Return the load with what every cell or every chip says of it."""
        if load.kind == "leader":
            return Carrying(load, chip_signs=self._of_chips(fitting.fits_of_leader(self.offer, load.id)))
        if load.kind == "room":
            return Carrying(load, chip_signs=self._of_room(load.id))
        if load.kind == "edge":
            return Carrying(load, signs=self._below(load))
        return Carrying(load, signs=self.signs(load))

    def signs(self, load: Load) -> Mapping[Cell, Sign]:
        meeting, along = self.asked(load)
        if meeting is None:
            return {}
        draft, cells = load.kind == "course", self.sheet.cell_of_block
        verdicts = fitting.verdicts(self.offer, meeting, along=along).items()
        return {cells[key]: sign_of(found, found.leaders if draft else ()) for key, found in verdicts if key in cells}

    def asked(self, load: Load) -> tuple[Meeting | None, tuple[Meeting, ...]]:
        """Return the meeting that is carried, a draft for a course that waits, and those that move along with it."""
        if load.kind == "course":
            return (fitting.draft(self.offer, load.id), ()) if load.id in self.offer.index.course else (None, ())
        known = [self.offer.index.meeting[key] for key in load.meetings if key in self.offer.index.meeting]
        return (known[0], tuple(known[1:])) if known else (None, ())

    def _of_chips(self, fits: Mapping[int, LeaderFit]) -> dict[int, Sign]:
        found: dict[int, Sign] = {}
        for meeting, fit in fits.items():
            chip = self.sheet.by_meeting.get(meeting)
            if chip is not None and (chip.key not in found or fit.state == "no"):
                found[chip.key] = Sign(fit.state, str(fit.short), str(fit.more or ""))
        return found

    def _of_room(self, room: int) -> dict[int, Sign]:
        """Return what each chip would newly cause in a room."""
        found: dict[int, Sign] = {}
        for chip in self.sheet.chips:
            meeting = self.offer.index.meeting.get(chip.key)
            if meeting is not None and meeting.room != room:
                before = set(of_meeting(self.offer, meeting))
                there = of_meeting(self.offer, replace(meeting, room=room))
                found[chip.key] = _sign_of_findings([one for one in there if one not in before])
        return found

    def _below(self, load: Load) -> dict[Cell, Sign]:
        """Return what the cells below a chip say of its going on there."""
        chip = self.sheet.by_key.get(load.key)
        last = self.offer.index.meeting.get(load.meetings[-1]) if load.meetings else None
        if chip is None or last is None:
            return {}
        again = replace(last, id=0, block=None)  # the same once more, in the blocks after it
        verdicts = fitting.verdicts(self.offer, again)
        below = self.sheet.next_blocks((chip.day, chip.last + 1), len(self.sheet.bands))
        return {(chip.day, chip.last + 1 + number): sign_of(verdicts[block], ()) for number, block in enumerate(below)}


def _sign_of_findings(found: Sequence[Finding]) -> Sign:
    grave = [one for one in found if one.severity != "hint"]
    told = in_short(grave)
    if told is None:
        return Sign("fits", _("fits"))
    state = "no" if any(one.severity == "error" for one in grave) else "consequences"
    return Sign(state, str(told[0]), str(told[1] or ""))


def sign_of(verdict: Verdict, leaders: tuple[int, ...]) -> Sign:
    more = str(verdict.more or "")
    return Sign(verdict.state, str(verdict.short), more, verdict.best, verdict.room, leaders)
