"""The cards side by side; more than there is room for are scrolled, and on a low screen all are folded."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.allocation.cards.card import ScenarioCard
from ganztag.desktop.allocation.scenarios import Scenario
from ganztag.desktop.widgets.card import row
from ganztag.queries.frame import BlockRow


class CardStrip(QScrollArea):
    """``wanted(key, deed)`` and ``menu_wanted(key, at)`` as the cards tell it."""

    wanted = Signal(str, str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", "true")
        self.viewport().setProperty("bare", "true")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cards: dict[str, ScenarioCard] = {}
        self._folded = False
        inner = QWidget()
        inner.setProperty("bare", "true")
        self._row = row(gap=16)
        self._beside = row()
        self._row.addLayout(self._beside)
        self._row.addStretch(1)
        inner.setLayout(self._row)
        self.setWidget(inner)
        inner.installEventFilter(self)
        self.horizontalScrollBar().rangeChanged.connect(self._changed)

    def put_beside(self, widget: QWidget) -> None:
        """Put what stands right of the last card while there are few."""
        self._beside.addWidget(widget)

    def cards(self) -> dict[str, ScenarioCard]:
        return dict(self._cards)

    def show_scenarios(self, found: list[Scenario], marks: Mapping[str, str], blocks: Mapping[int, BlockRow]) -> None:
        """Show the scenarios in their order; *marks* says which of them is A and which B."""
        wanted = [one.key for one in found]
        for key in [key for key in self._cards if key not in wanted]:
            gone = self._cards.pop(key)
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        beside = next((one for one in found if marks.get(one.key) == "A"), None)
        for place, one in enumerate(found):
            card = self._card(one.key)
            if self._row.indexOf(card) != place:
                self._row.insertWidget(place, card, 200)
            card.show_scenario(one, beside if beside is not one else None, blocks)
            card.mark(marks.get(one.key, ""))
        self._changed()

    def _card(self, key: str) -> ScenarioCard:
        if key not in self._cards:
            card = self._cards[key] = ScenarioCard(key)
            card.fold(self._folded)
            card.wanted.connect(self.wanted)
            card.menu_wanted.connect(self.menu_wanted)
        return self._cards[key]

    def fold(self, folded: bool) -> None:
        self._folded = folded
        for card in self._cards.values():
            card.fold(folded)
        self._changed()

    def bring_into_view(self, key: str) -> None:
        card = self._cards.get(key)
        if card is not None:
            self.ensureWidgetVisible(card, fonts.px(16), 0)

    def step(self, key: str, by: int) -> None:
        """Give the keys to the card beside."""
        keys = [card.key for card in sorted(self._cards.values(), key=self._row.indexOf)]
        if key in keys:
            near = keys[(keys.index(key) + by) % len(keys)]
            self._cards[near].setFocus(Qt.FocusReason.TabFocusReason)
            self.bring_into_view(near)

    def _changed(self, *_range: int) -> None:
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        inner = self.widget()
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() + fonts.px(2) if bar.maximum() > 0 else 0
        return QSize(fonts.px(400), (inner.sizeHint().height() if inner is not None else 0) + extra)

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.px(250), self.sizeHint().height())
