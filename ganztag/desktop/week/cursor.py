"""Where the keys are in the week: on a chip, or on a cell that has none."""

from dataclasses import dataclass, field

from ganztag.desktop.week.sheet import Cell, Chip, Sheet


@dataclass
class Cursor:
    """*key* is the chip's, 0 on an empty cell; it stays on its chip when the sheet is read anew."""

    sheet: Sheet = field(default_factory=Sheet)
    cell: Cell | None = None
    key: int = 0

    def show(self, sheet: Sheet) -> None:
        """Take a new sheet; the chip is kept wherever it now is, else the place among the chips of its cell."""
        before, place = self.sheet.by_key.get(self.key), self._place()
        self.sheet = sheet
        known = set(before.meetings) if before is not None else {self.key}
        chip = next((sheet.by_meeting[meeting] for meeting in sorted(known) if meeting in sheet.by_meeting), None)
        if chip is not None:
            self.go_to(chip.key)
        elif self.cell is not None:
            self.enter(self.cell, place)

    def chip(self) -> Chip | None:
        return self.sheet.by_key.get(self.key)

    def go_to(self, key: int) -> None:
        chip = self.sheet.by_key[key]
        band = min(max(self.cell[1], chip.first), chip.last) if self.cell is not None else chip.first
        self.cell, self.key = (chip.day, band), key

    def enter(self, cell: Cell, place: int) -> None:
        """Go to a cell, to its chip at *place* (negative: from its end), or to itself where it has none."""
        day = min(max(cell[0], 0), max(len(self.sheet.days) - 1, 0))
        band = min(max(cell[1], 0), max(len(self.sheet.bands) - 1, 0))
        if not self.sheet.bands:
            self.cell, self.key = None, 0
            return
        chips = self.sheet.in_cell.get((day, band), ())
        index = len(chips) - 1 if place < 0 else min(place, len(chips) - 1)
        self.cell, self.key = (day, band), chips[index].key if chips else 0

    def start(self) -> None:
        """Go to the first chip of the week, where the keys are nowhere yet."""
        if self.cell is None and self.sheet.bands:
            first = next(iter(sorted(self.sheet.in_cell)), (0, 0))
            self.enter(first, 0)

    def step(self, across: int, down: int) -> None:
        """Go to the next day, or up and down over the chips of a day."""
        self.start()
        if self.cell is None:
            return
        if across:
            self.enter((self.cell[0] + across, self.cell[1]), self._place())
            return
        for _skipped in range(len(self.sheet.bands) + 1):
            before = self.key
            self._down(down)
            if self.key != before or not self.key:
                return

    def _place(self) -> int:
        chips = self.sheet.in_cell.get(self.cell or (0, 0), ())
        return next((place for place, chip in enumerate(chips) if chip.key == self.key), 0)

    def _down(self, step: int) -> None:
        if self.cell is None:
            return
        chips = self.sheet.in_cell.get(self.cell, ())
        wanted = self._place() + step
        if 0 <= wanted < len(chips):
            self.key = chips[wanted].key
        elif 0 <= self.cell[1] + step < len(self.sheet.bands):
            self.enter((self.cell[0], self.cell[1] + step), 0 if step > 0 else -1)
