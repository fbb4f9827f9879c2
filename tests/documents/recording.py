"""A pen that draws as always and remembers where: for tests of what stands where on a page."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from ganztag.documents import page
from ganztag.documents.fonts import Style, line, width
from ganztag.documents.letters import Letters
from ganztag.documents.page import Leaf, Paper
from ganztag.documents.pen import Align, Pen, Report


class Text(NamedTuple):
    """A drawn string: *words* as given, *seen* from left to right as drawn, in points from the top left."""

    words: str
    seen: str
    left: float
    baseline: float
    right: float
    style: Style


class RecordingPen(Pen):
    """Remembers every string and every rule of its page."""

    drawn: list["RecordingPen"] = []  # noqa: RUF012 -- filled anew by recorded()

    def __init__(self, canvas: Canvas, letters: Letters, height: float, report: Report) -> None:
        super().__init__(canvas, letters, height, report)
        self.texts: list[Text] = []
        self.rules: list[tuple[float, float, float, float, float]] = []
        RecordingPen.drawn.append(self)

    def text(self, x: float, y: float, words: str, style: Style, align: Align = "left") -> float:
        wide = super().text(x, y, words, style, align)
        left = {"left": x, "right": x - wide, "centre": x - wide / 2}[align]
        seen = "".join(run.text for run in line(words, style.face).runs)
        self.texts.append(Text(words, seen, left, y, left + wide, style))
        return wide

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        super().rule(x1, y1, x2, y2, width)
        self.rules.append((x1, y1, x2, y2, width))


def recorded(leaves: Sequence[Leaf], paper: Paper) -> list[RecordingPen]:
    """Draw the pages and return their pens."""
    RecordingPen.drawn = []
    page.render(leaves, paper, pen_of=RecordingPen)
    return RecordingPen.drawn


def measured(text: Text) -> float:
    """Return the width of a string without the tracking of titles."""
    return width(text.words, text.style)
