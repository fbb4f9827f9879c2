"""What a child wished, and what came of it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag import language
from ganztag.desktop import fonts
from ganztag.desktop.desk import Place
from ganztag.desktop.times import hours
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.buttons import Button
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


class SignChip(QWidget):
    """What is no wish for a course: any course will do, or no place is wanted; dashed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setFont(fonts.font("secondary"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(fonts.width_of(self, self._text) + fonts.px(16), fonts.px(23))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.tone("border_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(tokens.tone("muted"))
        painter.drawText(self.rect(), CENTER, self._text)


class WishesView(Section):
    """The ballots of the half-year, block by block; ``followed(Place)`` leads to why a wish was not granted."""

    followed = Signal(object)

    def show_ballots(self, ballots: tuple[BallotWishes, ...], pupil_id: int = 0) -> None:
        self._places: dict[str, Place] = {}
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
                words = " ".join(filter(None, (str(_PAPERS[ballot.state]), ballot.note)))
                self.body.addWidget(Text(words, "secondary", "muted", wrap=True))
            for block in ballot.blocks:
                if block.says or block.decided:
                    self.body.addWidget(rule())
                    self.body.addWidget(_line(block, self._why(ballot.id, block, pupil_id)))
            if ballot.refused:
                self.body.addWidget(rule())
                self.body.addSpacing(fonts.px(6))
                words = _("Does not want: {courses}", courses=", ".join(ballot.refused))
                self.body.addWidget(Text(words, "secondary", "muted", wrap=True))

    def _why(self, ballot_id: int, block: BlockWishes, pupil_id: int) -> Button | None:
        """Return what leads to the reason, where the child did not get its first wish."""
        if not block.decided or not block.wishes or block.got_rank == 1:
            return None
        button = Button(_("Why?"), None, "link")
        button.setObjectName(f"why {ballot_id} {block.block_id}")
        self._places[button.objectName()] = Place("allocation", pupil_id, ids=(ballot_id, block.block_id))
        button.clicked.connect(self._follow)
        return button

    def _follow(self) -> None:
        button = self.sender()
        if button is not None:
            self.followed.emit(self._places[button.objectName()])


def _line(block: BlockWishes, why: Button | None = None) -> QWidget:
    line, words, chips = QWidget(), column(gap=4), QWidget()
    flow = Flow(chips, gap=6)
    for wish in block.wishes:
        flow.addWidget(WishChip(wish, got=block.decided and wish.course_id == block.got))
    if block.any_from is not None:
        flow.addWidget(SignChip(_("{rank}. any course", rank=block.any_from)))
    if block.wants_none:
        flow.addWidget(SignChip(_("wants no place")))
    if block.says:
        words.addWidget(chips)
    words.addWidget(
        Text(
            outcome(block),
            "secondary",
            "warn" if block.decided and block.got is None and not block.wants_none else "muted",
            wrap=True,
        )
    )
    day = Text(language.weekday(block.weekday, short=True), "strong")
    day.setFixedWidth(fonts.px(30))
    day.setToolTip(hours(block.starts, block.ends))
    layout = row(gap=6, margins=(0, 6, 0, 6))
    layout.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(words, 1)
    if why is not None:
        layout.addWidget(why, 0, Qt.AlignmentFlag.AlignBottom)
    line.setLayout(layout)
    return line


def outcome(block: BlockWishes) -> str:
    """Say in a sentence what came of the wishes for a block."""
    if block.wants_none and block.got is None:
        return _("No place, as it was wished")
    if not block.decided:
        return _("Not allocated yet")
    if block.got is None:
        return _("No place in this block")
    if block.got_rank == 1:
        return _("First wish granted")
    if block.got_rank is None:
        return _("Placed in {course}", course=block.got_title)
    return _("Wish {rank} granted: {course}", rank=block.got_rank, course=block.got_title)
