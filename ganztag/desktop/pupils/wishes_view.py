"""What a child wished, and what came of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.times import hours
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.detail import Section
from ganztag.desktop.widgets.flow import Flow
from ganztag.desktop.widgets.paints import CENTER
from ganztag.desktop.widgets.text import Elided, Text, rule
from ganztag.language import N_, _
from ganztag.queries.pupil_wishes import BallotWishes, BlockWishes, WishRow

_PAPERS = {
    "missing": N_("The ballot paper is missing."),
    "empty": N_("The ballot paper came back empty."),
    "faulty": N_("The ballot paper is faulty."),
}


class WishChip(QWidget):
    """A wish with its number; filled in the colour of its rank where the child got it."""

    def __init__(self, wish: WishRow, *, got: bool) -> None:
        super().__init__()
        self._wish, self._got = wish, got
        self._text = f"{wish.rank}. {wish.short_name or wish.title}"
        self.setFont(fonts.font("secondary_strong" if got else "secondary"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(wish.title)
        self.setAccessibleName(_("{wish}, granted", wish=self._text) if got else self._text)

    def sizeHint(self) -> QSize:
        return QSize(fonts.width_of(self, self._text) + fonts.px(16), fonts.px(23))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = tokens.wish(self._wish.rank)
        strong = self._got and self._wish.rank < 4
        painter.setPen(Qt.PenStyle.NoPen if strong else tokens.tone("border_strong"))
        painter.setBrush(ground if self._got else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(ink if self._got else tokens.tone("text"))
        painter.drawText(self.rect(), CENTER, self._text)


class WishesView(Section):
    """The ballots of the half-year, block by block."""

    def show_ballots(self, ballots: tuple[BallotWishes, ...]) -> None:
        self.name(_("Wishes and result"), ballots[0].name if len(ballots) == 1 else "")
        emptied(self.body)
        if not ballots:
            self.body.addWidget(Text(_("There is no ballot in this half-year yet."), "secondary", "muted", wrap=True))
        for place, ballot in enumerate(ballots):
            if len(ballots) > 1:
                self.body.addSpacing(fonts.px(12 if place else 0))
                self.body.addWidget(Elided(ballot.name, "secondary_strong"))
                self.body.addSpacing(fonts.px(4))
            if ballot.state in _PAPERS and not any(block.wishes for block in ballot.blocks):
                self.body.addWidget(rule())
                self.body.addSpacing(fonts.px(6))
                self.body.addWidget(Text(str(_PAPERS[ballot.state]), "secondary", "muted", wrap=True))
            for block in ballot.blocks:
                if block.wishes or block.decided:
                    self.body.addWidget(rule())
                    self.body.addWidget(_line(block))


def _line(block: BlockWishes) -> QWidget:
    line, words, chips = QWidget(), column(gap=4), QWidget()
    flow = Flow(chips, gap=6)
    for wish in block.wishes:
        flow.addWidget(WishChip(wish, got=block.decided and wish.course_id == block.got))
    if block.wishes:
        words.addWidget(chips)
    words.addWidget(
        Text(outcome(block), "secondary", "warn" if block.decided and block.got is None else "muted", wrap=True)
    )
    day = Text(language.weekday(block.weekday, short=True), "strong")
    day.setFixedWidth(fonts.px(30))
    day.setToolTip(hours(block.starts, block.ends))
    layout = row(gap=6, margins=(0, 6, 0, 6))
    layout.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(words, 1)
    line.setLayout(layout)
    return line


def outcome(block: BlockWishes) -> str:
    """Say in a sentence what came of the wishes for a block."""
    if not block.decided:
        return _("Not allocated yet")
    if block.got is None:
        return _("No place in this block")
    if block.got_rank == 1:
        return _("First wish granted")
    if block.got_rank is None:
        return _("Placed in {course}", course=block.got_title)
    return _("Wish {rank} granted: {course}", rank=block.got_rank, course=block.got_title)
