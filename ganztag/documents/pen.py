"""The pen: text and rules on one page, in points, from the top left corner downwards."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import Literal

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ganztag.documents.fonts import Line, Style, line
from ganztag.documents.letters import Letters
from ganztag.documents.printed import Missing, Printed

MM = 72 / 25.4
INK = (0.067, 0.067, 0.075)
HAIR, FIFTH, HEAD, TOP, BOX = 0.4, 0.85, 0.8, 1.0, 0.8  # widths of rules
Align = Literal["left", "centre", "right"]
_TRACKED_FROM = 15  # titles are set a little tighter
_TRACKING = -0.012
_MOST_PIXELS = 20_000_000
_SHARP = 600  # pixels: more than a logo of 11 mm needs


class Report:
    """What has to be told after printing: boxes and shortened texts, in the order of the pages."""

    def __init__(self) -> None:
        self._missing: dict[Missing, None] = {}
        self._shortened: dict[str, None] = {}

    def box(self, characters: str, text: str) -> None:
        self._missing[Missing(characters, text)] = None

    def shortened(self, text: str) -> None:
        self._shortened[text] = None

    def printed(self, pages: int) -> Printed:
        return Printed(pages, tuple(self._missing), tuple(self._shortened))


class Pen:
    """Draws one page. Text is one block of operators, rules of one width are one path: that is what is fast."""

    def __init__(self, canvas: Canvas, letters: Letters, height: float, report: Report) -> None:
        self._canvas, self._letters, self._height, self._report = canvas, letters, height, report
        self._text: list[str] = []
        self._rules: defaultdict[float, list[tuple[float, float, float, float]]] = defaultdict(list)
        canvas.setFillColorRGB(*INK)
        canvas.setStrokeColorRGB(*INK)

    def text(self, x: float, y: float, words: str, style: Style, align: Align = "left") -> float:
        """Draw *words* with the baseline at *y*; return their width."""
        laid = line(words, style.face)
        if laid.missing:
            self._report.box(laid.missing, words.strip(" ,"))
        tracking = _tracking(laid, style)
        wide = laid.width * style.size + tracking[1]
        start = x if align == "left" else x - wide if align == "right" else x - wide / 2
        shown = f"1 0 0 1 {start:.2f} {self._height - y:.2f} Tm {self._letters.operators(laid, style.size)}"
        self._text.append(f"{tracking[0]:.3f} Tc {shown} 0 Tc" if tracking[0] else shown)
        return wide

    def upright(self, x: float, y: float, words: str, style: Style) -> None:
        """Draw *words* turned by 90 degrees, read from below, centred at *y*, with the baseline at *x*."""
        laid = line(words, style.face)
        if laid.missing:
            self._report.box(laid.missing, words.strip(" ,"))
        start = self._height - y - laid.width * style.size / 2
        self._text.append(f"0 1 -1 0 {x:.2f} {start:.2f} Tm {self._letters.operators(laid, style.size)}")

    def shortened(self, text: str) -> None:
        self._report.shortened(text)

    def across(self, left: float, right: float, y: float, width: float = HAIR) -> None:
        """Draw a horizontal rule."""
        self.rule(left, y, right, y, width)

    def down(self, x: float, top: float, bottom: float, width: float = HAIR) -> None:
        """Draw a vertical rule."""
        self.rule(x, top, x, bottom, width)

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        self._rules[width].append((x1, self._height - y1, x2, self._height - y2))

    def frame(self, x: float, y: float, size: tuple[float, float], width: float = BOX, radius: float = 0) -> None:
        """Draw a box with its top left corner at x, y."""
        self._canvas.setLineWidth(width)
        self._canvas.roundRect(x, self._height - y - size[1], size[0], size[1], radius, stroke=1, fill=0)

    def bar(self, x: float, y: float, size: tuple[float, float], colour: tuple[float, float, float]) -> None:
        """Fill a bar with a category's colour."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(x, self._height - y - size[1], size[0], size[1], stroke=0, fill=1)
        self._canvas.setFillColorRGB(*INK)

    def squares(self, x: float, y: float, side: float, rows: Sequence[Sequence[bool]]) -> None:
        """Fill the dark fields of a square pattern of *side* points, as a QR code is one."""
        field = side / len(rows)
        path = self._canvas.beginPath()
        for number, row in enumerate(rows):
            for first, last in _runs(row):
                path.rect(x + first * field, self._height - y - (number + 1) * field, (last - first) * field, field)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def dashes(self, left: float, right: float, y: float) -> None:
        """Draw the line to cut along."""
        self._canvas.saveState()
        self._canvas.setLineWidth(0.6)
        self._canvas.setDash(3, 2.4)
        self._canvas.line(left, self._height - y, right, self._height - y)
        self._canvas.restoreState()

    def scissors(self, x: float, y: float, size: float) -> None:
        """Draw scissors that cut to the right, centred at *y* (the shape of Lucide's icon, turned)."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(x, self._height - y - size / 2)
        canvas.scale(size / 24, size / 24)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(-2, 4, 28, 16, stroke=0, fill=1)
        canvas.setLineWidth(2)
        canvas.setLineCap(1)
        canvas.circle(6, 6, 3)
        canvas.circle(6, 18, 3)
        canvas.lines([(20, 20, 8.12, 8.12), (14.47, 9.52, 20, 4), (8.12, 15.88, 12, 12)])
        canvas.restoreState()

    def picture(self, content: bytes, right: float, top: float, size: float) -> float:
        """Draw a logo in a square at *right*; return its width, 0 where *content* is no picture."""
        image = _picture(content)
        if image is None:
            return 0
        wide, high = image.getSize()
        scale = size / max(wide, high)
        x, y = right - wide * scale, self._height - top - (size + high * scale) / 2
        self._canvas.drawImage(image, x, y, wide * scale, high * scale, mask="auto")
        return wide * scale

    def finish(self) -> None:
        """Put everything on the page."""
        for width in sorted(self._rules):
            self._canvas.setLineWidth(width)
            self._canvas.lines(self._rules[width])
        self._canvas.addLiteral("\n".join(["BT", *self._text, "ET"]))


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield first and last (exclusive) of the dark fields side by side: no hair of white between them."""
    place = 0
    for dark, fields in groupby(row):
        wide = len(list(fields))
        if dark:
            yield place, place + wide
        place += wide


def _tracking(laid: Line, style: Style) -> tuple[float, float]:
    """Return the space between letters and what it makes in all; only titles are tracked."""
    if style.size < _TRACKED_FROM:
        return 0, 0
    each = _TRACKING * style.size
    return each, each * sum(len(run.text) for run in laid.runs)


@lru_cache(maxsize=4)
def _picture(content: bytes) -> ImageReader | None:
    """A broken or giant logo must not stop the lists of the day: they are printed without it."""
    try:
        with Image.open(BytesIO(content)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.load()
            image.thumbnail((_SHARP, _SHARP))
            kind = "RGBA" if "A" in image.mode or image.mode == "P" else "RGB"
            return ImageReader(image.convert(kind))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
