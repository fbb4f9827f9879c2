"""Pages into a file: planned first, so that every foot knows how many follow; head and foot of all papers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, cast

from reportlab.pdfgen.canvas import Canvas

from ganztag import language
from ganztag.documents import file_names
from ganztag.documents.faces import BOLD, REGULAR, SEMIBOLD, face
from ganztag.documents.fitting import Setting, setting, size_for, wrapped
from ganztag.documents.fonts import Style, width
from ganztag.documents.letters import Letters
from ganztag.documents.pen import MM, Pen, Report
from ganztag.documents.printed import Printed, put, together
from ganztag.documents.script import visible
from ganztag.language import _, pgettext
from ganztag.queries.paper_rows import SchoolHead

PORTRAIT, LANDSCAPE = (210 * MM, 297 * MM), (297 * MM, 210 * MM)
LOGO = 11 * MM
FOOT = Style(REGULAR, 8.2)
FOOT_STRONG = Style(SEMIBOLD, 8.2)
_TWO_LINES = (11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8)  # sizes of a heading that needs two
_SHORT_CLASS = 4
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A planned page; *bookmarks* are the sheets that begin on it, for the outline."""

    draw: Callable[[Pen], None]
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper: its title in the file, and the size of its pages."""

    title: str
    size: tuple[float, float]


def write(leaves: Sequence[Leaf], paper: Paper, target: Path | BinaryIO, progress: Progress | None = None) -> Printed:
    """Draw the pages and put the finished file in its place; *progress* may stop it by raising."""
    content, printed = render(leaves, paper, progress)
    put(content, target)
    return printed


def write_each(
    stems: Iterable[str], sheets: Iterable[Sequence[Leaf]], paper: Paper, folder: Path, progress: Progress | None = None
) -> Printed:
    """Write the pages of each sheet into a file of its own in *folder*, named by its stem; *progress* counts sheets."""
    names = file_names.unique(stems)
    done = []
    for number, (name, leaves) in enumerate(zip(names, sheets, strict=True), 1):
        done.append(write(leaves, paper, folder / name))
        if progress:
            progress(number, len(names))
    return together(done)


def render(
    leaves: Sequence[Leaf], paper: Paper, progress: Progress | None = None, pen_of: type[Pen] = Pen
) -> tuple[bytes, Printed]:
    """Return the file and what is to be told about it; the same pages make the same bytes."""
    stream, report = BytesIO(), Report()
    canvas = _canvas(stream, paper)
    letters = Letters(canvas)
    for index, leaf in enumerate(leaves):
        pen = pen_of(canvas, letters, paper.size[1], report)
        _mark(canvas, leaf, index)
        leaf.draw(pen)
        pen.finish()
        canvas.showPage()
        if progress:
            progress(index + 1, len(leaves))
    canvas.save()
    return stream.getvalue(), report.printed(len(leaves))


def _canvas(stream: BinaryIO, paper: Paper) -> Canvas:
    # without a first font of our own the file would name Helvetica, which is not embedded
    canvas = Canvas(
        stream,
        pagesize=paper.size,
        invariant=1,
        pageCompression=1,
        initialFontName=cast(Any, face(REGULAR).name),  # the stubs take it for a number
        lang=language.spoken(),
    )
    canvas.setTitle(visible(paper.title))
    canvas.setAuthor("ganztag")
    canvas.setCreator("ganztag")
    canvas.setProducer("ganztag")
    return canvas


def _mark(canvas: Canvas, leaf: Leaf, index: int) -> None:
    for number, title in enumerate(leaf.bookmarks):
        key = f"{index}-{number}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(visible(title) or "–", key, level=0, closed=True)
        canvas.showOutline()


def school(pen: Pen, head: SchoolHead, right: float, top: float, second: str) -> float:
    """Draw the school's name and *second* under it at *right*, the logo beside; return where it begins."""
    drawn = pen.picture(head.logo, right, top, LOGO) if head.logo else 0
    edge = right - drawn - (2.6 * MM if drawn else 0)
    name = setting(head.name, Style(SEMIBOLD, 9.6), 88 * MM, 8, most=2)
    under = setting(second, Style(REGULAR, 8.8), 88 * MM, 7.6, most=1)
    baseline = top + (4.8 if len(name.lines) == 1 else 2.6) * MM
    for text in name.lines:
        pen.text(edge, baseline, text, name.style, "right")
        baseline += 4 * MM
    pen.text(edge, baseline, under.lines[0], under.style, "right")
    told(pen, name)
    told(pen, under)
    return edge - max(width(text, one.style) for one in (name, under) for text in one.lines)


def title(pen: Pen, text: str, corner: tuple[float, float], room: float, sizes: tuple[float, float]) -> float:
    """Draw a heading at *corner* (left, baseline), as large as it fits, else in two lines; return its width."""
    set_ = _heading(text, room, sizes)
    left, baseline = corner
    told(pen, set_)
    if len(set_.lines) == 1:
        return pen.text(left, baseline, set_.lines[0], set_.style)
    step = set_.style.size * 1.08
    upper = pen.text(left, baseline - step + 3, set_.lines[0], set_.style)
    return max(upper, pen.text(left, baseline + 3, set_.lines[1], set_.style))


def _heading(text: str, room: float, sizes: tuple[float, float]) -> Setting:
    size = size_for(text, Style(BOLD, sizes[0]), room, sizes[1])
    if size is not None:
        return Setting((text,), Style(BOLD, size), text)
    longest = max(text.split(" "), key=len)
    for small in _TWO_LINES:
        style = Style(BOLD, small)
        if width(longest, style) <= room and len(wrapped(text, style, room)) <= 2:
            return Setting(tuple(wrapped(text, style, room)), style, text)
    return setting(text, Style(BOLD, _TWO_LINES[-1]), room, _TWO_LINES[-1], most=2)


def class_title(name: str) -> str:
    """Return "Class 4b", but a longer name, like that of a group, as it is."""
    return _("Class {name}", name=name) if len(name) <= _SHORT_CLASS else name


def told(pen: Pen, set_: Setting) -> None:
    """Report a text that even its last line could not hold."""
    if set_.cut:
        pen.shortened(set_.text)


def foot(pen: Pen, edges: tuple[float, float], rule: float, texts: tuple[str, str, str]) -> None:
    """Draw the foot under a rule: the stand, what to do, which page. All of it fits, or the middle shrinks."""
    left, right = edges
    baseline = rule + 4.1 * MM
    stand, middle, page = texts
    pen.across(left, right, rule, 0.5)
    label = pen.text(left, baseline, pgettext("foot of a paper", "As of"), FOOT) + 2.2
    stand_end = left + label + pen.text(left + label, baseline, stand, FOOT_STRONG)
    page_start = right - pen.text(right, baseline, page, FOOT, "right")
    between = min((left + right) / 2 - stand_end, page_start - (left + right) / 2) * 2 - 6 * MM
    fit = setting(middle, FOOT_STRONG, between, 7.4, most=1)
    told(pen, fit)
    pen.text((left + right) / 2, baseline, fit.lines[0], fit.style, "centre")


def moment(stand: datetime) -> str:
    """Return day and time of a stand."""
    day = language.date(stand.date(), "stamp")
    return _("{day}, {time}", day=day, time=language.time(stand.time()))


def page_of(number: int, count: int) -> str:
    return _("Page {number} of {count}", number=number, count=count)
