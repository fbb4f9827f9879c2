"""Beside the grid: who of the class has not voted, and how the wishes of all classes stand against the places."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import Tokens, tokens_of
from ganztag.desktop.widgets import paints
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, Scroll, emptied, row
from ganztag.desktop.widgets.filter_box import Choice
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.text import Text
from ganztag.language import _, ngettext, number, time, weekday
from ganztag.queries.frame import BlockRow
from ganztag.queries.wishes import Demand, WishRow, WishSheet, demand

_MOST_NAMES = 60  # beyond that the list says how many more
_LINE, _LINES = 26, 6
_PITCH = 50
_SEGMENTS = 4  # more blocks than that do not fit side by side


class MissingCard(Card):
    """The children whose paper is missing or cannot be used, of the class or of all; a click goes to the child."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__(" ")
        self._scope = Segmented()
        self._scroll = Scroll(gap=2)
        self._rows: dict[str, tuple[WishRow, ...]] = {}
        self._shown: tuple[tuple[int, str, str], ...] | None = None
        self.head.addWidget(self._scope)
        self.body.addWidget(self._scroll)
        self._scope.picked.connect(self._fill)

    def retranslate(self) -> None:
        self._shown = None
        self._scope.offer([("class", _("Class")), ("all", _("All"))])
        self._scope.setAccessibleName(_("Which children"))

    def show_rows(self, rows: Sequence[WishRow], of: WishSheet) -> None:
        """Show who is missing among the *rows* of a class and in the whole ballot."""
        missing = {row.id for row in of.missing()}
        self._rows = {
            "class": tuple(row for row in rows if row.paper in ("missing", "faulty")),
            "all": tuple(row for row in of.rows if row.id in missing or row.paper == "faulty"),
        }
        self._fill()

    def _fill(self, *_scope: str) -> None:
        everywhere = self._scope.key() == "all"
        rows = self._rows.get(self._scope.key(), ())
        wanted = tuple((row.id, _called(row, everywhere), _why(row)) for row in rows)
        if wanted == self._shown:
            return
        self._shown = wanted
        emptied(self._scroll.body)
        if not wanted:
            self._scroll.body.addWidget(Text(_("All papers are in."), "body", "muted", wrap=True))
        for key, name, why in wanted[:_MOST_NAMES]:
            self._add(key, name, why)
        rest = len(wanted) - _MOST_NAMES
        if rest > 0:
            text = ngettext("and {count} more", "and {count} more", rest)
            self._scroll.body.addWidget(Text(text, "secondary", "muted"))
        self._scroll.body.addStretch(1)
        self._scroll.setFixedHeight(fonts.px(_LINE) * min(max(len(wanted), 1), _LINES))
        self.name(ngettext("{count} is missing", "{count} are missing", len(wanted)))

    def _add(self, key: int, name: str, why: str) -> None:
        line = row(gap=8)
        button = _NameButton(key, name)
        button.chosen.connect(self.picked)
        line.addWidget(button)
        line.addStretch(1)
        line.addWidget(Text(why, "secondary", "warn"))
        self._scroll.body.addLayout(line)


def _called(row_: WishRow, everywhere: bool) -> str:
    return f"{row_.voter.class_name} {row_.voter.name}".strip() if everywhere else row_.voter.name


def _why(row_: WishRow) -> str:
    if row_.note:
        return row_.note
    return _("paper faulty") if row_.paper == "faulty" else _("no paper")


class _NameButton(Button):
    chosen = Signal(int)

    def __init__(self, key: int, name: str) -> None:
        super().__init__(name, None, "link")
        self._pupil = key
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.chosen.emit(self._pupil)


class DemandCard(Card):
    """A bar a course: wishes by rank against the tick of its places; the block is chosen above."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._block, self._many = Segmented(), Choice()
        self._note = Text("", "secondary", "muted")
        self._bars = DemandBars()
        self._sheet: WishSheet | None = None
        self.body.setContentsMargins(fonts.px(15), 0, fonts.px(4), fonts.px(12))
        self.body.addWidget(self._note)
        self.body.addSpacing(fonts.px(8))
        self.body.addWidget(self._block)
        self.body.addWidget(self._many)
        scroll = Scroll(margins=(0, 4, 10, 0))
        scroll.body.addWidget(self._bars)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll, 1)
        self._block.picked.connect(self._show_block)
        self._many.picked.connect(self._pick)

    def retranslate(self) -> None:
        self.name(_("Demand now"))
        self._block.setAccessibleName(_("Block"))
        self._many.setAccessibleName(_("Block"))

    def show_sheet(self, sheet: WishSheet) -> None:
        self._sheet = sheet
        blocks = sheet.ballot.blocks
        names = [(str(block.id), _short(block, blocks)) for block in blocks]
        self._block.offer(names)
        self._many.offer(names)
        self._block.setVisible(1 < len(names) <= _SEGMENTS)
        self._many.setVisible(len(names) > _SEGMENTS)
        papers = sum(row.paper == "given" for row in sheet.rows)
        self._note.setText(_("all classes, {papers} of {all} papers", papers=papers, all=len(sheet.rows)))
        self._show_block()

    def turn_to(self, block: int) -> None:
        """Show the block in which is typed."""
        if self._block.key() != str(block):
            self._pick(str(block))
            self._many.pick(str(block))

    def _pick(self, block: object) -> None:
        self._block.pick(str(block))
        self._show_block()

    def _show_block(self, *_key: str) -> None:
        if self._sheet is not None and self._block.key():
            self._bars.show_demand(demand(self._sheet, int(self._block.key())))


def _short(block: BlockRow, blocks: Sequence[BlockRow]) -> str:
    """Return the weekday, with the time where a day has several blocks."""
    day = weekday(block.weekday, short=True)
    alone = sum(other.weekday == block.weekday for other in blocks) == 1
    return day if alone else f"{day} {time(block.starts)}"


class DemandBars(QWidget):
    """The bars of the demand, painted in one piece."""

    def __init__(self) -> None:
        super().__init__()
        self._demand: tuple[Demand, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_demand(self, found: tuple[Demand, ...]) -> None:
        self.setAccessibleName("; ".join(f"{one.course.name}: {in_words(one)}" for one in found))
        if found != self._demand:
            self._demand = found
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(200), len(self._demand) * fonts.px(_PITCH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        places = [one.places or 0 for one in self._demand]
        whole = float(max([one.wished for one in self._demand] + places + [1]))
        for index, one in enumerate(self._demand):
            area = QRect(0, index * fonts.px(_PITCH), self.width(), fonts.px(_PITCH))
            self._paint_one(painter, area, one, (whole, tokens))

    def _paint_one(self, painter: QPainter, area: QRect, one: Demand, look: tuple[float, Tokens]) -> None:
        whole, tokens = look
        text = in_words(one)
        painter.setFont(fonts.font("secondary"))
        painter.setPen(tokens.tone(tone_of(one)))
        line = QRect(area.left(), area.top() + fonts.px(6), area.width(), fonts.px(20))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter), text)
        room = area.width() - painter.fontMetrics().horizontalAdvance(text) - fonts.px(8)
        painter.setFont(fonts.font("medium"))
        painter.setPen(tokens.tone("text"))
        shown = painter.fontMetrics().elidedText(one.course.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
        bar = QRectF(area.left(), area.top() + fonts.px(29), area.width(), fonts.px(8))
        parts = [(float(amount), tokens.wish(rank)[0]) for rank, amount in enumerate(one.by_rank, start=1) if amount]
        mark = float(one.places) if one.places is not None else None
        paints.paint_bar(painter, bar, paints.Bar(parts, whole, mark), tokens)


def in_words(one: Demand) -> str:
    """Return ``41 auf 16``, or ``6, nötig 10`` where too few wish it."""
    if one.too_few:
        return _("{wished}, needed {least}", wished=one.wished, least=one.course.min_size)
    if one.places is None:
        return number(one.wished)
    return _("{wished} for {places}", wished=one.wished, places=one.places)


def tone_of(one: Demand) -> str:
    if one.too_few:
        return "bad"
    return "warn" if one.places is not None and one.wished > one.places else "muted"
