"""Wishes against places: the courses that most or fewest children want, as bars with a tick at the places."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, row
from ganztag.desktop.widgets.signs import DemandBar
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.language import _, ngettext
from ganztag.queries.courses import CourseRow

_EACH = 4


def most_and_fewest(courses: Sequence[CourseRow]) -> list[CourseRow]:
    """Return up to four courses with the greatest surplus of first wishes and four with the greatest lack."""
    wished = [c for c in courses if not c.struck and c.max_size is not None]
    by_surplus = sorted(wished, key=lambda c: (c.max_size or 0) - c.wishes_first)
    most, rest = by_surplus[:_EACH], by_surplus[_EACH:]
    fewest = sorted(rest, key=lambda c: c.wishes_first - (c.min_size or 0))[:_EACH]
    return [*most, *fewest]


def demand_words(course: CourseRow, *, begun: bool = True) -> tuple[str, str]:
    """Return the figures and their tone: 41 for 16 (warn), 6, needs 10 (bad), 14 for 20 (ok)."""
    if not begun:
        return ngettext("{count} place", "{count} places", course.max_size or 0), "ok"
    if course.min_size is not None and course.wishes_first < course.min_size:
        return _("{wishes}, needs {least}", wishes=course.wishes_first, least=course.min_size), "bad"
    words = _("{wishes} for {places}", wishes=course.wishes_first, places=course.max_size)
    return words, "warn" if course.wishes_first > (course.max_size or 0) else "ok"


class DemandCard(Card):
    """``all_wanted`` leads to the wishes."""

    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(fonts.px(12))
        self._grid.setVerticalSpacing(fonts.px(9))
        self.body.addLayout(self._grid)
        self._lines: list[tuple[Elided, DemandBar, Text]] = []
        self._caption = Text("", "secondary", "muted", wrap=True)
        self._all = Button("", kind="link")
        self._all.clicked.connect(self.all_wanted)
        foot = row(gap=8)
        foot.addWidget(self._caption, 1)
        foot.addWidget(self._all)
        self.body.addSpacing(fonts.px(8))
        self.body.addLayout(foot)
        self.words: list[str] = []
        self._begun = True

    def show_demand(self, courses: Sequence[CourseRow], note: str, total: int, *, begun: bool = True) -> None:
        """Show the bars in two columns: what most want at the left, what fewest want at the right.

        Before any paper has *begun* to come in nothing is too few.
        """
        self._begun = begun
        self.name(_("Wishes and places"), note)
        self._caption.setText(_("The tick marks the places; hatched: more first wishes than places."))
        self._all.setText(_("Show all {count}", count=total))
        while len(self._lines) < len(courses):
            self._add_line()
        largest = max((max(c.wishes_first, c.max_size or 0) for c in courses), default=1) or 1
        self.words = []
        for place, (name, bar, figures) in enumerate(self._lines):
            shown = place < len(courses)
            for widget in (name, bar, figures):
                widget.setVisible(shown)
            if shown:
                self._show_line(courses[place], name, bar, figures, largest)

    def _show_line(self, course: CourseRow, name: Elided, bar: DemandBar, figures: Text, largest: int) -> None:
        words, tone = demand_words(course, begun=self._begun)
        self.words.append(words)
        name.setText(course.title, course.short_name)
        bar.set_tones([tone])
        bar.show_amounts([course.wishes_first], largest, course.max_size)
        bar.setAccessibleName(f"{course.title}: {words}")
        figures.setText(words)
        figures.set_tone("muted" if tone == "ok" else tone)

    def _add_line(self) -> None:
        place = len(self._lines)
        line, side = place % _EACH, 3 * (place // _EACH)
        name, bar, figures = Elided("", "medium"), DemandBar(["ok"], surplus=True), Text("", "strong")
        figures.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        parts: tuple[tuple[QWidget, int], ...] = ((name, 5), (bar, 5), (figures, 3))
        for offset, (widget, stretch) in enumerate(parts):
            self._grid.addWidget(widget, line, side + offset)
            self._grid.setColumnStretch(side + offset, stretch)
        self._lines.append((name, bar, figures))
