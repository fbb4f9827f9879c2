"""Beside the grid: whose paper is missing and why, and whose is faulty; of the class or of all."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, Scroll, emptied, row
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.desktop.widgets.text import Elided, Text
from ganztag.language import _, ngettext
from ganztag.queries.wishes import WishRow, WishSheet

_MOST_NAMES = 60  # beyond that the list says how many more
_LINE, _LINES = 26, 6


@dataclass(frozen=True, slots=True)
class _Line:
    """A child with why it stands here, in a few words and in whole sentences."""

    key: int
    name: str
    why: str
    whole: str
    tone: str


class MissingCard(Card):
    """``picked(pupil)``: a click goes to the child; ``remind``: reminders are wanted on paper."""

    picked = Signal(int)
    remind = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self._scope = Segmented()
        self._scroll = Scroll(gap=2)
        self._rows: dict[str, tuple[tuple[WishRow, ...], tuple[WishRow, ...]]] = {}
        self._shown: object = None
        self._remind = Button("", None, "link")
        self.head.addWidget(self._scope)
        self.body.addWidget(self._scroll)
        self.body.addSpacing(fonts.px(4))
        self.body.addWidget(self._remind)
        self._scope.picked.connect(self._fill)
        self._remind.clicked.connect(self.remind)

    def retranslate(self) -> None:
        self._shown = None
        self._scope.offer([("class", _("Class")), ("all", _("All"))])
        self._scope.setAccessibleName(_("Which children"))
        self._remind.setText(_("Print reminders"))

    def show_rows(self, rows: Sequence[WishRow], of: WishSheet) -> int:
        """Show who is missing or faulty among the *rows* of a class and in the whole ballot.

        Returns how many of the class are missing.
        """
        missing = of.missing()
        absent = {row_.id for row_ in missing}
        own = tuple(one for one in rows if one.id in absent)
        self._rows = {"class": (own, tuple(one for one in rows if one.is_faulty)), "all": (missing, of.faulty())}
        self._fill()
        return len(own)

    def _fill(self, *_scope: str) -> None:
        everywhere = self._scope.key() == "all"
        missing, faulty = self._rows.get(self._scope.key(), ((), ()))
        late = [_missing(one, everywhere) for one in missing[: _MOST_NAMES + 1]]
        wrong = [_faulty(one, everywhere) for one in faulty[: _MOST_NAMES + 1]]
        wanted = (late, wrong, len(missing), len(faulty))
        if wanted == self._shown:
            return
        self._shown = wanted
        emptied(self._scroll.body)
        self._list(late, len(missing))
        if wrong and late:
            self._heading(ngettext("{count} faulty", "{count} faulty", len(faulty)))
        self._list(wrong, len(faulty))
        if not wrong and not late:
            self._scroll.body.addWidget(Text(_("All papers are in."), "body", "muted", wrap=True))
        self._scroll.body.addStretch(1)
        lines = len(late) + len(wrong) + bool(wrong and late)
        self._scroll.setFixedHeight(fonts.px(_LINE) * min(max(lines, 1), _LINES))
        self._remind.setVisible(bool(missing))
        self.name(self._title(len(missing), len(faulty)))

    @staticmethod
    def _title(missing: int, faulty: int) -> str:
        if not missing and faulty:
            return ngettext("{count} faulty", "{count} faulty", faulty)
        return ngettext("{count} is missing", "{count} are missing", missing)

    def _heading(self, text: str) -> None:
        self._scroll.body.addWidget(Text(text, "secondary_strong", "muted"))

    def _list(self, lines: Sequence[_Line], count: int) -> None:
        for one in lines[:_MOST_NAMES]:
            self._add(one)
        rest = count - _MOST_NAMES
        if rest > 0:
            text = ngettext("and {count} more", "and {count} more", rest)
            self._scroll.body.addWidget(Text(text, "secondary", "muted"))

    def _add(self, one: _Line) -> None:
        line = row(gap=8)
        button = _NameButton(one.key, one.name)
        button.setToolTip(one.whole)
        button.chosen.connect(self.picked)
        line.addWidget(button)
        why = Elided(one.why, "secondary", one.tone)
        why.align(Qt.AlignmentFlag.AlignTrailing)
        line.addWidget(why, 1)
        self._scroll.body.addLayout(line)


def _called(row_: WishRow, everywhere: bool) -> str:
    return f"{row_.voter.class_name} {row_.voter.name}".strip() if everywhere else row_.voter.name


def _missing(row_: WishRow, everywhere: bool) -> _Line:
    return _Line(row_.id, _called(row_, everywhere), row_.note or _("no paper"), row_.note, "warn")


def _faulty(row_: WishRow, everywhere: bool) -> _Line:
    told = [trouble for _band, _rank, trouble in row_.troubles]
    why = row_.note or (str(told[0].short) if told else _("paper faulty"))
    whole = "\n".join(filter(None, (row_.note, *(str(one.message) for one in told))))
    return _Line(row_.id, _called(row_, everywhere), why, whole, "bad")


class _NameButton(Button):
    chosen = Signal(int)

    def __init__(self, key: int, name: str) -> None:
        super().__init__(name, None, "link")
        self._pupil = key
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.chosen.emit(self._pupil)
