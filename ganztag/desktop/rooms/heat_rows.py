"""What the heat grid shows, put together from the offer: rooms, blocks, and each cell in words."""

from dataclasses import dataclass

from ganztag.language import _, ngettext, number, weekday
from ganztag.planning.occupation import RoomUse, Use, blocks_of, free_in, occupation
from ganztag.planning.offer import Block, Meeting, Offer, Room
from ganztag.planning.timing import clock


@dataclass(frozen=True)
class Heat:
    """Rooms and blocks in order, and their uses; made anew for each news."""

    offer: Offer
    uses: tuple[RoomUse, ...]
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, offer: Offer) -> "Heat":
        return cls(offer, occupation(offer), blocks_of(offer))

    def room(self, row: int) -> Room:
        return self.offer.index.room[self.uses[row].room]

    def use(self, row: int, column: int) -> Use:
        return self.uses[row].uses[column]

    def free(self, column: int) -> int:
        return free_in(self.uses, column)

    def figure(self, use: Use) -> str:
        """Return what a cell says in one figure: how many meet, A or B for every second week, a dash for closed."""
        if use.meetings:
            rhythms = {self._meeting(key).rhythm for key in use.meetings}
            lone = next(iter(rhythms))
            return lone if len(rhythms) == 1 and lone in ("A", "B") else number(len(use.meetings))
        return "–" if use.away is not None else ""

    def names(self, use: Use) -> str:
        """Return the short names of what meets, or why it is closed."""
        if use.meetings:
            return ", ".join(dict.fromkeys(self._short(key) for key in use.meetings))
        return use.away.reason if use.away is not None else ""

    def sentence(self, row: int, column: int) -> str:
        """Return a cell in words, for tooltip and screen reader."""
        use, block = self.use(row, column), self.blocks[column]
        where = _("{room}, {day} {starts}–{ends}", room=self.room(row).name, day=weekday(block.weekday),
                  starts=clock(block.starts), ends=clock(block.ends))  # fmt: skip
        return _("{place}: {what}", place=where, what=self._what(use))

    def _what(self, use: Use) -> str:
        if use.clash:
            return _("two at once: {courses}", courses=self._courses(use))
        if use.meetings:
            return self._courses(use)
        if use.away is not None and use.away.reason:
            return _("not free ({reason})", reason=use.away.reason)
        return _("not free") if use.away is not None else _("free")

    def _courses(self, use: Use) -> str:
        return ", ".join(self._named(self._meeting(key)) for key in use.meetings)

    def _named(self, meeting: Meeting) -> str:
        course = self.offer.index.course.get(meeting.course)
        name = course.name if course else ""
        children = len(self.offer.index.enrolled.get(meeting.course, ()))
        if meeting.rhythm in ("A", "B"):
            name = _("{course} ({rhythm} weeks)", course=name, rhythm=meeting.rhythm)
        if not children:
            return name
        count = ngettext("{count} child", "{count} children", children)
        return _("{course} ({children})", course=name, children=count)

    def _meeting(self, key: int) -> Meeting:
        return self.offer.index.meeting[key]

    def _short(self, key: int) -> str:
        course = self.offer.index.course.get(self._meeting(key).course)
        return (course.short or course.name) if course else ""
