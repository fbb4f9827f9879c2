"""The lower end of a ballot slip: with whom, how the child goes home, signature; and what stays with the family."""

from ganztag import language
from ganztag.documents import names, page, wording
from ganztag.documents.faces import BOLD, REGULAR, SEMIBOLD, TABULAR_SEMIBOLD
from ganztag.documents.fitting import setting
from ganztag.documents.fonts import Style
from ganztag.documents.pen import BOX, HAIR, HEAD, MM, Pen
from ganztag.documents.slip_pages import LEFT, RIGHT
from ganztag.language import _, pgettext
from ganztag.queries.ballot_paper_rows import BallotSlip

_ABOVE = 39.5 * MM  # from the line to cut up to the first line that is filled in
_END = 287.2 * MM
_TEXT = Style(REGULAR, 9.6)
_SMALL = Style(REGULAR, 8.2)
_RECEIPT_HEAD, _RECEIPT_ROW = 20 * MM, 6.8 * MM
_MOST_ROWS = 6  # with more blocks the rows become lower
_BOX = 4.4 * MM


def tail_height(slip: BallotSlip) -> float:
    """Return how much of a page, from its foot up, signature and receipt take."""
    return 283.5 * MM - _cut(slip) + _ABOVE


def draw_tail(pen: Pen, slip: BallotSlip) -> None:
    cut = _cut(slip)
    _fill_in(pen, cut)
    pen.dashes(7 * MM, 203 * MM, cut)
    pen.scissors(9.6 * MM, cut, 4 * MM)
    _receipt(pen, slip, cut)


def _rows(slip: BallotSlip) -> list[str]:
    """Return what stands at the left of the receipt's rows."""
    if slip.per_week or not slip.blocks:
        return [_("Whole week")]
    days = [block.weekday for block in slip.blocks]
    return [
        language.weekday(block.weekday)
        if days.count(block.weekday) == 1
        else _("{day} {time}", day=language.weekday(block.weekday, short=True), time=block.starts)
        for block in slip.blocks
    ]


def _row_height(slip: BallotSlip) -> float:
    return _RECEIPT_ROW * min(1.0, _MOST_ROWS / len(_rows(slip)))


def _cut(slip: BallotSlip) -> float:
    return _END - 5.6 * MM - _RECEIPT_HEAD - 5.8 * MM - len(_rows(slip)) * _row_height(slip)


def _fill_in(pen: Pen, cut: float) -> None:
    """Draw the lines to fill in and to sign above the line to cut along."""
    y = cut - 33 * MM
    x = LEFT + pen.text(LEFT, y, _("I would like to be in the same course as"), _TEXT) + 2 * MM
    pen.across(x, RIGHT, y + 1.4 * MM, HAIR)
    y = cut - 24 * MM
    x = LEFT + pen.text(LEFT, y, _("After the course my child may go home alone:"), _TEXT) + 5 * MM
    for text in (_("yes"), _("no, it is picked up")):
        pen.frame(x, y - 3.4 * MM, (_BOX, _BOX), BOX, 1.2)
        x += _BOX + 2 * MM
        x += pen.text(x, y, text, Style(SEMIBOLD, 9.6)) + 7 * MM
    y = cut - 11.5 * MM
    for left, right, label in (
        (LEFT, 58 * MM, pgettext("on a form", "Date")),
        (64 * MM, RIGHT, _("Signature of a parent or guardian")),
    ):
        pen.across(left, right, y, HAIR)
        pen.text(left, y + 3.8 * MM, label, _SMALL)


def _receipt(pen: Pen, slip: BallotSlip, cut: float) -> None:
    pen.text(LEFT, cut + 7.6 * MM, _("To keep at home"), Style(BOLD, 12.2))
    if slip.number:
        pen.text(RIGHT, cut + 7.6 * MM, slip.number, Style(TABULAR_SEMIBOLD, 10.4), "right")
    who = ", ".join(filter(None, (names.spoken(slip.name), slip.class_name)))
    fit = setting(who, Style(SEMIBOLD, 9.6), 84 * MM, 7.6, most=1)
    page.told(pen, fit)
    y = cut + 13.4 * MM
    x = LEFT + pen.text(LEFT, y, fit.lines[0], fit.style) + 4 * MM
    x += pen.text(x, y, _("Given back on"), _TEXT) + 2 * MM
    pen.across(x, x + 28 * MM, y + 1.4 * MM, HAIR)
    x += 31 * MM
    x += pen.text(x, y, pgettext("given back", "to"), _TEXT) + 2 * MM
    pen.across(x, RIGHT, y + 1.4 * MM, HAIR)
    _table(pen, slip, cut + _RECEIPT_HEAD - 2 * MM)
    pen.text(LEFT, _END - 1.4 * MM, wording.after_the_vote(slip.head.phone), _SMALL)


def _table(pen: Pen, slip: BallotSlip, top: float) -> None:
    rows, height = _rows(slip), _row_height(slip)
    label = 40 * MM
    step = (RIGHT - LEFT - label) / slip.wishes
    pen.across(LEFT, RIGHT, top, HEAD)
    y = top + 5.8 * MM
    for rank in range(slip.wishes):
        x = LEFT + label + rank * step
        pen.text(x + 2 * MM, top + 4 * MM, _("wish {rank}", rank=rank + 1), Style(SEMIBOLD, 8.6))
        pen.down(x, top, y + len(rows) * height, HAIR)
    pen.across(LEFT, RIGHT, y, HAIR)
    for number, text in enumerate(rows, 1):
        pen.text(LEFT, y + height / 2 + 1.2 * MM, text, Style(SEMIBOLD, min(9, height * 0.55)))
        y += height
        pen.across(LEFT, RIGHT, y, HEAD if number == len(rows) else HAIR)
