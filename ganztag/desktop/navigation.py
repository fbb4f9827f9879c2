"""The sidebar: where one is, in which half-year, what was saved, and the way to everything else."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.actions import Actions
from ganztag.desktop.nav_button import NavButton, SavedLine, SearchCard, TermCard, UndoButton, saved_text
from ganztag.desktop.places_to_go import ENTRIES, GROUPS, Entry
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.text import Text, rule
from ganztag.language import Message, _

WIDTH = 224
_LOW = 800  # pixels of the window below which the entries move closer together


class Mark(QAbstractButton):
    """The program's mark with the school's name; a click opens the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._school = ""
        self.setFixedHeight(fonts.px(42))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_school(self, name: str) -> None:
        self._school = name
        self.setAccessibleName(_("Menu of Ganztag, {school}", school=name))
        self.setToolTip(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter, side = tokens_of(self), QPainter(self), fonts.px(30)
        sign = icons.mark(side, self.devicePixelRatioF(), ground=tokens.accent, sign=tokens.on_accent)
        painter.drawPixmap(fonts.px(4), (self.height() - side) // 2, sign)
        words = self.rect().adjusted(fonts.px(44), fonts.px(2), -fonts.px(24), -fonts.px(2))
        painter.setPen(tokens.tone("text"))
        painter.setFont(fonts.font("scenario"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignTop), "Ganztag")
        painter.setPen(tokens.tone("muted"))
        painter.setFont(fonts.font("secondary"))
        name = painter.fontMetrics().elidedText(self._school, Qt.TextElideMode.ElideRight, words.width() + fonts.px(20))
        painter.drawText(words.adjusted(0, 0, fonts.px(20), 0), int(Qt.AlignmentFlag.AlignBottom), name)
        if self.underMouse() or self.hasFocus():
            box = self.rect().toRectF().adjusted(self.width() - fonts.px(20), fonts.px(5), -fonts.px(4), 0)
            box.setHeight(fonts.px(16))
            icons.draw(painter, box, "chevron-down", tokens.tone("accent" if self.hasFocus() else "muted"))


class Navigation(QWidget):
    """Tells ``turned(key)``, ``term_picked(id)``, ``terms_wanted``, ``find_wanted``; knows no office."""

    turned = Signal(str)
    term_picked = Signal(int)
    terms_wanted = Signal()
    find_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.px(WIDTH))
        self.mark, self._term, self._search = Mark(), TermCard(), SearchCard()
        self._saved, self._undo = SavedLine(), UndoButton(actions.undo)
        self._headings: dict[str, Text] = {}
        self._buttons: dict[str, NavButton] = {}
        self._terms: Sequence[tuple[int, str]] = ()
        self._menu: QMenu | None = None
        self._saved_at: datetime | None = None
        self._undo_deed: Message | None = None
        self.screen_actions: list[QAction] = []
        self._arrange()
        self._search.clicked.connect(self.find_wanted)
        self._term.clicked.connect(self._offer_terms)
        self.mark.clicked.connect(self._open_menu)
        self.retranslate()

    def _arrange(self) -> None:
        whole = column(gap=0, margins=(12, 10, 12, 10))
        for widget, space in ((self.mark, 8), (self._term, 8), (self._search, 10)):
            whole.addWidget(widget)
            whole.addSpacing(fonts.px(space))
        group = ""
        for place, entry in enumerate(ENTRIES, start=1):
            if entry.group != group:
                group = entry.group
                whole.addSpacing(fonts.px(10))
                if group:
                    self._headings[group] = Text("", "caption_strong", "muted")
                    self._headings[group].setContentsMargins(fonts.px(10), 0, 0, fonts.px(6))
                    whole.addWidget(self._headings[group])
            whole.addWidget(self._made(entry, place))
            whole.addSpacing(fonts.px(2))
        whole.addStretch(1)
        whole.addWidget(rule())
        whole.addSpacing(fonts.px(6))
        whole.addWidget(self._saved)
        whole.addWidget(self._undo)
        self.setLayout(whole)

    def _made(self, entry: Entry, place: int) -> NavButton:
        button = NavButton(entry.key, entry.icon)
        button.clicked.connect(self._clicked)
        action = QAction(icons.icon(entry.icon), "", self)
        if place < 10:
            action.setShortcut(QKeySequence(f"Ctrl+{place}"))
        action.setData(entry.key)
        action.triggered.connect(self._triggered)
        self.screen_actions.append(action)
        self._buttons[entry.key] = button
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._buttons.values():
            button.make_room(self.height() < fonts.px(_LOW))

    def offer_menu(self, menu: QMenu) -> None:
        self._menu = menu

    def show_school(self, name: str) -> None:
        self.mark.show_school(name)

    def show_terms(self, terms: Sequence[tuple[int, str]], current: int | None, caption: str, tone: str) -> None:
        """Show the half-year that is being worked on; *terms* are (id, name), the oldest first."""
        self._terms = tuple(terms)
        name = next((text for key, text in terms if key == current), _("none yet"))
        self._term.show_term(caption, name, tone)

    def show_state(self, saved_at: datetime | None, undo: Message | None) -> None:
        """Show when the file was last saved and what undo would take back."""
        self._saved_at, self._undo_deed = saved_at, undo
        self._saved.show_text(saved_text(saved_at))
        self._undo.show_deed(undo)

    def show_count(self, key: str, text: str) -> None:
        """Put a number behind an entry."""
        if key in self._buttons:
            self._buttons[key].show_count(text)

    def turn_on(self, key: str) -> None:
        """Mark an entry without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def keep_only(self, keys: Sequence[str]) -> None:
        """Show only the entries whose screens are there."""
        for key, button in self._buttons.items():
            button.setVisible(key in keys)
        for action in self.screen_actions:
            action.setEnabled(action.data() in keys)

    def saved(self) -> str:
        return self._saved.text()

    def retranslate(self) -> None:
        for entry, action in zip(ENTRIES, self.screen_actions, strict=True):
            self._buttons[entry.key].setText(str(entry.title))
            action.setText(str(entry.title).replace("&", "&&"))
        for key, heading in self._headings.items():
            heading.setText(str(GROUPS[key]))
        native = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self._search.show_texts(_("Search …"), native.replace("Ctrl", _("Ctrl")).replace("+", " "))
        self.show_state(self._saved_at, self._undo_deed)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, NavButton):
            self.turned.emit(button.key)

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.turned.emit(str(action.data()))

    def _offer_terms(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, name in reversed(self._terms):
            action = menu.addAction(name)
            action.setData(key)
        menu.addSeparator()
        menu.addAction(_("Copy the offer, change the school year …"))
        menu.triggered.connect(self._term_chosen)
        menu.popup(self._term.mapToGlobal(QPoint(0, self._term.height() + 2)))

    def _term_chosen(self, action: QAction) -> None:
        if action.data() is None:
            self.terms_wanted.emit()
        else:
            self.term_picked.emit(int(action.data()))

    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mark.mapToGlobal(QPoint(0, self.mark.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        painter.fillRect(self.rect(), tokens.tone("sidebar"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.tone("border"))
