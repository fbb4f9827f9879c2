"""Where one begins: the files of last time, a new school, or the sample school to try everything out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.actions import Actions
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button, MenuButton
from ganztag.desktop.widgets.card import Card, column, emptied, row
from ganztag.desktop.widgets.progress import ProgressStrip
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text, rule
from ganztag.language import N_, _

_STEPS = (
    ("users", N_("Bring in children and courses"),
     N_("From Excel, CSV or your school's program; every row is checked before anything is written.")),
    ("ticket", N_("Enter the wishes"), N_("With a few keys for each child, or from a table.")),
    ("shuffle", N_("Let it allocate"), N_("The best possible allocation, proven, and you see why.")),
    ("printer", N_("Print the lists"), N_("Attendance, classes and week plans, ready for Monday.")),
)  # fmt: skip


class FileRow(QAbstractButton):
    """A recent file: its name, and the folder it lies in."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.setFixedHeight(fonts.px(52))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(str(path))
        self.setToolTip(str(path))

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(300), fonts.px(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter, side = tokens_of(self), QPainter(self), fonts.px(18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(tokens.tone("hover"))
            painter.setPen(tokens.tone("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        middle = self.height() / 2
        icons.draw(painter, QRectF(fonts.px(10), middle - side / 2, side, side), "school", tokens.tone("accent"))
        words = self.rect().adjusted(fonts.px(42), 0, -fonts.px(30), 0)
        painter.setFont(fonts.font("strong"))
        painter.setPen(tokens.tone("text"))
        painter.drawText(words.adjusted(0, fonts.px(8), 0, 0), int(Qt.AlignmentFlag.AlignTop), self.path.stem)
        painter.setFont(fonts.font("secondary"))
        painter.setPen(tokens.tone("muted"))
        folder = QFontMetrics(painter.font()).elidedText(
            str(self.path.parent), Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words.adjusted(0, 0, 0, -fonts.px(8)), int(Qt.AlignmentFlag.AlignBottom), folder)
        box = QRectF(self.width() - fonts.px(26), middle - fonts.px(8), fonts.px(16), fonts.px(16))
        icons.draw(painter, box, "chevron-right", tokens.tone("muted"))


class StartPage(QWidget):
    """Tells ``file_picked(path)`` and ``sample_wanted``; new and open are the program's own actions."""

    file_picked = Signal(object)
    sample_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner, self.progress = Banner(), ProgressStrip()
        self._title, self._words = Text("", "page"), Text("", "body", "muted", wrap=True)
        self._steps = [(Text("", "strong"), Text("", "secondary", "muted", wrap=True)) for _step in _STEPS]
        self._recent_title, self._sample_words = Text("", "card"), Text("", "secondary", "muted", wrap=True)
        self._files = column()
        self._new, self._open = Button("", "plus", "primary", tall=True), Button("", "folder-open", tall=True)
        self._sample = Button("", "play", tall=True)
        self._language = MenuButton("", "languages", actions.languages.actions(), "plain")
        self._theme = MenuButton("", "moon", actions.themes.actions(), "plain")
        self._recent: Sequence[Path] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # no button is marked before she takes the keyboard
        self._new.clicked.connect(actions.named["new"].trigger)
        self._open.clicked.connect(actions.named["open"].trigger)
        self._sample.clicked.connect(self.sample_wanted)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        both = row(gap=48)
        both.addWidget(self._teaching(), 5)
        both.addWidget(self._beginning(), 6)
        middle = column(gap=16)
        middle.addWidget(self.banner)
        middle.addWidget(self.progress)
        middle.addLayout(both)
        inner = QWidget()
        inner.setMaximumWidth(fonts.px(980))
        inner.setLayout(middle)
        level = row(margins=(32, 0, 32, 0))
        level.addStretch(1)
        level.addWidget(inner, 20)
        level.addStretch(1)
        foot = row(gap=4)
        foot.addStretch(1)
        foot.addWidget(self._language)
        foot.addWidget(self._theme)
        whole = column(margins=(16, 16, 16, 12))
        whole.addStretch(2)
        whole.addLayout(level)
        whole.addStretch(3)
        whole.addLayout(foot)
        self.setLayout(whole)

    def _teaching(self) -> QWidget:
        side = QWidget()
        words = column(gap=8)
        mark = Mark()
        words.addWidget(mark)
        words.addSpacing(fonts.px(6))
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addSpacing(fonts.px(14))
        for (icon, _title, _second), (title, second) in zip(_STEPS, self._steps, strict=True):
            line = row(gap=14)
            line.addWidget(IconSign(icon, "accent", boxed=True), 0, Qt.AlignmentFlag.AlignTop)
            texts = column(gap=1)
            texts.addWidget(title)
            texts.addWidget(second)
            line.addLayout(texts, 1)
            words.addLayout(line)
            words.addSpacing(fonts.px(6))
        words.addStretch(1)
        side.setLayout(words)
        return side

    def _beginning(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(*(fonts.px(20),) * 4)
        card.body.setSpacing(fonts.px(10))
        card.body.addWidget(self._recent_title)
        card.body.addLayout(self._files)
        card.body.addStretch(1)
        buttons = row(gap=8)
        buttons.addWidget(self._new)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        card.body.addSpacing(fonts.px(4))
        card.body.addWidget(rule())
        card.body.addSpacing(fonts.px(4))
        sample = row(gap=16)
        sample.addWidget(self._sample_words, 1)
        sample.addWidget(self._sample)
        card.body.addLayout(sample)
        return card

    def show_files(self, recent: Sequence[Path]) -> None:
        """Show the recent files, the last one first."""
        self._recent = tuple(recent)
        emptied(self._files)
        for path in self._recent[:5]:
            button = FileRow(path)
            button.clicked.connect(self._file_clicked)
            self._files.addWidget(button)
        if not self._recent:
            self._files.addWidget(
                Text(_("Here your school files will stand, the last one first."), "body", "muted", wrap=True)
            )

    def retranslate(self) -> None:
        self._title.setText(_("Welcome to Ganztag"))
        self._words.setText(_("All afternoon courses of your school in one file, on this PC, without the internet."))
        for (_icon, title, second), (upper, lower) in zip(_STEPS, self._steps, strict=True):
            upper.setText(str(title))
            lower.setText(str(second))
        self._recent_title.setText(_("Your schools"))
        self._sample_words.setText(
            _("An invented school with 350 children and 45 courses: try everything, nothing can break.")
        )
        self._new.setText(_("New school …"))
        self._open.setText(_("Open …"))
        self._sample.setText(_("Sample school"))
        self._language.setText(_("Language"))
        self._theme.setText(_("Theme"))
        self.show_files(self._recent)

    def _file_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, FileRow):
            self.file_picked.emit(button.path)


class Mark(QWidget):
    """The program's mark, large."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(fonts.px(52), fonts.px(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        sign = icons.mark(self.width(), self.devicePixelRatioF(), ground=tokens.accent, sign=tokens.on_accent)
        QPainter(self).drawPixmap(0, 0, sign)
