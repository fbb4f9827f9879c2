"""Chains and circles as people follow them: one child after the other, from where to where, and what it gains."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.paints import CENTER
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.language import _, number
from ganztag.planning.exchanges.chains import Step
from ganztag.queries.changes import Link, Situation


@dataclass(frozen=True, slots=True)
class Line:
    """A child (*who*), its way (*words*), and what that means for it (*gain*, in a tone: ok, warn, bad or muted)."""

    who: str
    words: str
    gain: str = ""
    tone: str = "muted"


class Numbered(QWidget):
    """A number in a ring."""

    def __init__(self, place: int, tone: str) -> None:
        super().__init__()
        self._place, self._tone = place, tone
        self.setFixedSize(fonts.px(24), fonts.px(24))
        self.setFont(fonts.font("caption_strong"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(tokens.tone(self._tone))
        pen.setWidthF(1.6)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(self.rect()).adjusted(3, 3, -3, -3))
        painter.drawText(self.rect(), CENTER, number(self._place))


class StepList(QWidget):
    """``show_lines`` fills it."""

    def __init__(self) -> None:
        super().__init__()
        self._body = column(gap=10)
        self.lines: tuple[Line, ...] = ()
        self.setLayout(self._body)

    def show_lines(self, lines: Sequence[Line]) -> None:
        if tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        emptied(self._body)
        for place, line in enumerate(lines, start=1):
            self._body.addWidget(_line(place, line))
        self.setVisible(bool(lines))


def _line(place: int, line: Line) -> QWidget:
    shown, head, words = QWidget(), row(gap=8), column(gap=1)
    head.addWidget(Elided(line.who, "strong"), 1)
    head.addWidget(Text(line.gain, "secondary_strong", line.tone))
    words.addLayout(head)
    words.addWidget(Text(line.words, "secondary", "muted", wrap=True))
    whole = row(gap=10)
    whole.addWidget(Numbered(place, line.tone), 0, Qt.AlignmentFlag.AlignTop)
    whole.addLayout(words, 1)
    shown.setLayout(whole)
    shown.setAccessibleName(f"{place}. {line.who}: {line.words}. {line.gain}")
    return shown


def of_steps(found: Situation, steps: Sequence[Step]) -> list[Line]:
    """Return the lines of an exchange, or of what is moved for a late child."""
    lines = []
    for step in steps:
        child = found.standing.children.get(step.pupil)
        name = found.names.get(step.pupil, "")
        who = f"{name}, {child.class_name}" if child is not None and child.class_name else name
        lines.append(Line(who, way(found.title(step.came_from), found.title(step.to)), *_gain(step)))
    return lines


def of_links(found: Situation, links: Sequence[Link]) -> list[Line]:
    """Return the lines of a chain of children who move up one after the other."""
    lines = []
    for link in links:
        left = ", ".join(found.title(seat.course_id) for seat in link.row.leaves)
        who = f"{link.row.name}, {link.row.school_class}" if link.row.school_class else link.row.name
        before = link.row.leaves[0].rank if link.row.leaves else None
        step = Step(link.row.pupil_id, None if not left else 0, link.course_id, before, link.row.rank)
        lines.append(Line(who, way(left, found.title(link.course_id)), *_gain(step)))
    return lines


def way(from_where: str, to: str) -> str:
    """Return ``Schach → Robotik``; a dash stands for no course."""
    return f"{from_where or '–'} → {to or '–'}"


def _gain(step: Step) -> tuple[str, str]:
    """Return what a step means for the child, and its tone."""
    before, after = step.rank_before, step.rank_after
    if step.came_from is None:
        return (_("new: wish {rank}", rank=after) if after else _("new"), "ok")
    if not after:
        return ("", "muted") if after in (0, before) else (_("without a wish"), "warn")
    if before is None:
        return (_("now wish {rank}", rank=after), "ok")
    tone = "ok" if after < before else "bad" if after > before else "muted"
    return (_("wish {before} → {after}", before=before, after=after), tone)
