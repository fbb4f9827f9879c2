"""Reply letter: what a child got in the ballot, day by day; why a wish was not met; when it begins and what holds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ganztag import language
from ganztag.documents import letter_table, names, page, wording
from ganztag.documents.faces import BOLD, REGULAR, SEMIBOLD
from ganztag.documents.fitting import setting, wrapped
from ganztag.documents.fonts import Style, width
from ganztag.documents.letter_table import LEFT, RIGHT
from ganztag.documents.page import Leaf, Paper, Progress
from ganztag.documents.pen import HAIR, MM, Pen
from ganztag.documents.printed import Printed
from ganztag.documents.wording import Paragraph
from ganztag.language import _
from ganztag.queries.ballot_paper_rows import ReplyLetter

_LOGO = 15 * MM
_TABLE, _LATER, _FOOT = 76 * MM, 24 * MM, 283 * MM
_SIGNED = 21 * MM  # what the signature takes
_TEXT, _LEAD = Style(REGULAR, 10), Style(SEMIBOLD, 10)
_LINE, _APART = 14 / 72 * 25.4 * MM, 2.4 * MM
Lines = tuple[str, list[str]]
"""A paragraph as it is set: its lead, and its lines, the first beside the lead."""


def write(letters: Sequence[ReplyLetter], target: Path | BinaryIO, *, progress: Progress | None = None) -> Printed:
    """Print the letters into one file; what is there is replaced at the end. *progress* gets (page, pages)."""
    return page.write(leaves(letters), paper(), target, progress)


def write_each(letters: Sequence[ReplyLetter], folder: Path, *, progress: Progress | None = None) -> Printed:
    """Print each letter into a file of its own in *folder*; no file has a child's name in its name."""
    seen: Counter[str] = Counter()
    stems = []
    for letter in letters:
        seen[letter.class_name] += 1
        stems.append(_("Letter {name} {number}", name=letter.class_name, number=f"{seen[letter.class_name]:02d}"))
    return page.write_each(stems, (leaves([letter]) for letter in letters), paper(), folder, progress)


def paper() -> Paper:
    return Paper(_("Letters"), page.PORTRAIT)


def leaves(letters: Sequence[ReplyLetter]) -> list[Leaf]:
    """Return the planned pages of all letters."""
    return [leaf for letter in letters for leaf in _leaves(letter)]


def _leaves(letter: ReplyLetter) -> Iterator[Leaf]:
    pages = _pages(letter)
    mark = " · ".join(filter(None, (letter.class_name, names.sorted_(letter.name))))
    for number, lines in enumerate(pages, 1):
        draw = partial(_draw, letter, lines, (number, len(pages)))
        yield Leaf(draw, (mark,) if number == 1 else ())


def _set(paragraph: Paragraph) -> Lines:
    lead, text = paragraph
    indent = width(lead, _LEAD) + width(" ", _TEXT) if lead else 0
    first, *rest = wrapped(text, _TEXT, RIGHT - LEFT - indent)
    return lead, [first, *wrapped(" ".join(rest), _TEXT, RIGHT - LEFT)] if rest else [first]


def _pages(letter: ReplyLetter) -> list[list[Lines]]:
    """Return the paragraphs of each page; none is cut, and the signature never stands alone."""
    told = [("", wording.greeting(letter)), *wording.paragraphs(letter), ("", wording.closing(letter))]
    pages: list[list[Lines]] = [[]]
    room = _FOOT - _TABLE - letter_table.height(letter.places) - 8 * MM
    waiting = [_set(paragraph) for paragraph in told]
    for number, lines in enumerate(waiting):
        last = number >= len(waiting) - 2  # the last sentence goes with the one before it
        needed = sum(_height(one) for one in (waiting[number:] if last else [lines])) + (_SIGNED if last else 0)
        if needed > room and pages[-1]:
            pages.append([])
            room = _FOOT - _LATER
        pages[-1].append(lines)
        room -= _height(lines)
    return pages


def _height(lines: Lines) -> float:
    return len(lines[1]) * _LINE + _APART


def _draw(letter: ReplyLetter, lines: Sequence[Lines], numbers: tuple[int, int], pen: Pen) -> None:
    if numbers[0] == 1:
        _head(pen, letter)
        _address(pen, letter)
        y = letter_table.draw(pen, letter.places, _TABLE) + 8 * MM
    else:
        who = ", ".join(filter(None, (names.spoken(letter.name), letter.class_name)))
        pen.text(LEFT, 16 * MM, who, Style(SEMIBOLD, 10))
        y = _LATER
    for lead, texts in lines:
        for number, text in enumerate(texts):
            x = LEFT
            if lead and not number:
                x += pen.text(x, y, lead, _LEAD) + width(" ", _TEXT)
            pen.text(x, y, text, _TEXT)
            y += _LINE
        y += _APART
    if numbers[0] == numbers[1]:
        pen.across(LEFT, LEFT + 62 * MM, y + 14 * MM, HAIR)
        pen.text(LEFT, y + 18.4 * MM, letter.signer or _("All-day coordination"), _TEXT)
    foot = (language.date(letter.as_of.date(), "stamp"), _questions(letter), page.page_of(*numbers))
    page.foot(pen, (LEFT, RIGHT), 285.9 * MM, foot)


def _questions(letter: ReplyLetter) -> str:
    phone = letter.head.phone
    return _("Questions?  Office  {phone}", phone=phone) if phone else _("Questions? Ask the office.")


def _head(pen: Pen, letter: ReplyLetter) -> None:
    """Draw the school: logo, name and subtitle at the left, its address at the right."""
    head, x = letter.head, LEFT
    if head.logo:
        drawn = pen.picture(head.logo, LEFT + _LOGO, 14 * MM, _LOGO)
        x += _LOGO + 4 * MM if drawn else 0
    room = 84 * MM - (x - LEFT)
    name = setting(head.name, Style(SEMIBOLD, 13), room, 9, most=2)
    page.told(pen, name)
    y = 20.4 * MM if len(name.lines) == 1 else 17.4 * MM
    for text in name.lines:
        pen.text(x, y, text, name.style)
        y += 5 * MM
    under = setting(head.subtitle, Style(REGULAR, 9.6), room, 7.6, most=1)
    pen.text(x, y + 0.6 * MM, under.lines[0], under.style)
    y = 18.4 * MM
    for text in letter.address:
        fit = setting(text, Style(REGULAR, 8.8), RIGHT - LEFT - 92 * MM, 7.4, most=1)
        page.told(pen, fit)
        pen.text(RIGHT, y, fit.lines[0], fit.style, "right")
        y += 4.2 * MM
    pen.across(LEFT, RIGHT, 35 * MM, HAIR)


def _address(pen: Pen, letter: ReplyLetter) -> None:
    """Draw whom the letter is to, its date and its title."""
    who = setting(names.spoken(letter.name), Style(SEMIBOLD, 11.6), 110 * MM, 8.4, most=2)
    page.told(pen, who)
    y = 44 * MM - (len(who.lines) - 1) * 2 * MM
    for text in who.lines:
        pen.text(LEFT, y, text, who.style)
        y += 4.6 * MM
    more = [_("and family"), page.class_title(letter.class_name) if letter.class_name else ""]
    pen.text(LEFT, y + 0.6 * MM, "  ·  ".join(filter(None, [*more, letter.name.native])), Style(REGULAR, 10.2))
    pen.text(RIGHT, 49.2 * MM, language.date(letter.as_of.date(), "long"), Style(REGULAR, 10.2), "right")
    wide = pen.text(LEFT, 68 * MM, wording.title(letter), Style(BOLD, 22))
    term = setting(str(letter.head.term_name), Style(REGULAR, 10.2), RIGHT - LEFT - wide - 6 * MM, 7.6, most=1)
    pen.text(RIGHT, 68 * MM, term.lines[0], term.style, "right")
