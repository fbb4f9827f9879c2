"""The panel beside a list: who or what is chosen, its fields and lists in sections, its actions at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import Card, Scroll, column, row
from ganztag.desktop.widgets.flow import Flow
from ganztag.desktop.widgets.text import Elided, Text, rule


class Section(QWidget):
    """A part of a detail: title 14/600, a muted note at the right, and ``body`` to fill."""

    def __init__(self, title: str = "", note: str = "") -> None:
        super().__init__()
        self._title = Text(title, "card")
        self._note = Elided(note, "secondary", "muted")
        self._note.align(Qt.AlignmentFlag.AlignTrailing)
        head = row(gap=8)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        whole = column(gap=8)
        whole.addLayout(head)
        self.body: QVBoxLayout = column(gap=0)
        whole.addLayout(self.body)
        self.setLayout(whole)

    def name(self, title: str, note: str = "") -> None:
        self._title.setText(title)
        self._note.setText(note)


class DetailPanel(Card):
    """``show_head`` names what is chosen, ``add_section`` or ``body_layout`` takes its parts, ``offer`` its actions.

    ``show_nothing(sentence)`` stands there while nothing is chosen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(bare=True, parent=parent)
        self._name, self._subtitle = Elided("", "scenario"), Elided("", "body", "muted")
        self._actions: list[Button] = []
        self._verbs, self._foot_frame = QWidget(), QWidget()
        self._above = column(gap=8)
        self._foot = Flow(self._verbs, gap=8)
        self._nothing = Text("", "body", "muted", wrap=True)
        self._scroll = Scroll(gap=18, margins=(15, 4, 15, 15))
        self._scroll.body.addStretch(1)
        self._stack = QStackedLayout()
        self._build()

    def _build(self) -> None:
        empty = QWidget()
        middle = column(margins=(24, 24, 24, 24))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle.addWidget(self._nothing)
        empty.setLayout(middle)
        full = QWidget()
        whole = column()
        self._head_row = row(gap=4, margins=(15, 13, 10, 8))
        words = column(gap=3)
        words.addWidget(self._name)
        words.addWidget(self._subtitle)
        self._head_row.addLayout(words, 1)
        whole.addLayout(self._head_row)
        whole.addLayout(self._above)
        whole.addWidget(self._scroll, 1)
        foot = row(margins=(15, 10, 15, 12))
        foot.addWidget(self._verbs)
        self._foot_frame.setLayout(foot)
        self._foot_rule = rule()
        whole.addWidget(self._foot_rule)
        whole.addWidget(self._foot_frame)
        full.setLayout(whole)
        self._foot_rule.hide()
        self._foot_frame.hide()
        self._stack.addWidget(empty)
        self._stack.addWidget(full)
        self.body.addLayout(self._stack)

    def minimumSizeHint(self) -> QSize:
        """Be at least 300 wide, and never narrower than what is inside."""
        return super().minimumSizeHint().expandedTo(QSize(fonts.px(300), 0))

    def show_nothing(self, sentence: str) -> None:
        self._nothing.setText(sentence)
        self._stack.setCurrentIndex(0)

    def show_head(self, name: str, subtitle: str = "") -> None:
        self._name.setText(name)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._stack.setCurrentIndex(1)

    def to_top(self, *_args: object) -> None:
        """Show the beginning; another one was chosen."""
        self._scroll.verticalScrollBar().setValue(0)

    def is_empty(self) -> bool:
        return self._stack.currentIndex() == 0

    def add_above(self, widget: QWidget) -> None:
        """Add a part below the head that does not scroll away: what turns between sections."""
        self._above.setContentsMargins(*(fonts.px(margin) for margin in (15, 0, 15, 8)))
        self._above.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Add a part below the others."""
        layout = self._scroll.body
        layout.insertWidget(layout.count() - 1, widget)

    def add_section(self, title: str = "", note: str = "") -> Section:
        section = Section(title, note)
        self.add(section)
        return section

    def offer(self, actions: Sequence[QAction]) -> None:
        """Put actions at the foot as quiet buttons; the words and the state follow the action."""
        self._foot.empty()
        self._actions = []
        for action in actions:
            button = ActionButton(action)
            self._foot.addWidget(button)
            self._actions.append(button)
        self._foot_rule.show()
        self._foot_frame.show()


class ActionButton(Button):
    """A button that is an action: same words, same icon, enabled when it is.

    An action of low priority shows its icon alone where it has one; the words are its tooltip then.
    """

    def __init__(self, action: QAction, kind: str = "quiet") -> None:
        super().__init__("", None, kind)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self._icon_name = "x" if not self._action.icon().isNull() else None
        self.setIcon(self._action.icon())
        words, is_small = self._action.text(), self._action.priority() == QAction.Priority.LowPriority
        is_small = is_small and self._icon_name is not None
        self.setText("" if is_small else words)
        if is_small:
            self.setFixedWidth(self.sizeHint().width())
        self.setAccessibleName(words)
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip() if is_small or self._action.toolTip() != words else "")
