"""The dialog of the rules: four pages, each written at once; undone by the banner."""

from typing import Any

from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.desk import Desk
from ganztag.desktop.office_signals import OfficeSignals
from ganztag.desktop.reading_order import step
from ganztag.desktop.rules.bond_page import BondPage
from ganztag.desktop.rules.choices import read
from ganztag.desktop.rules.hardship_page import HardshipPage
from ganztag.desktop.rules.order_page import OrderPage
from ganztag.desktop.rules.page import Writing
from ganztag.desktop.rules.rule_page import RulePage
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.page_head import PageHead
from ganztag.desktop.widgets.segmented import Segmented
from ganztag.language import _


class RulesDialog(QDialog):
    """Raises Objection at once where the ballot was deleted meanwhile."""

    def __init__(self, desk: Desk, owner: QWidget | None, ballot_id: int) -> None:
        super().__init__(owner)
        self.setWindowTitle(_("Rules of the allocation"))
        offered = read(desk, ballot_id)
        self.head, self.banner, self.tabs = PageHead(), Banner(), Segmented()
        writing = Writing(desk, offered, self.banner)
        self.pages: dict[str, Any] = {
            "rules": RulePage(writing),
            "bonds": BondPage(writing),
            "hardship": HardshipPage(writing),
            "order": OrderPage(writing),
        }
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        self.tabs.setAccessibleName(_("Rules of the allocation"))
        self.tabs.picked.connect(self.turn_to)
        self.head.show_texts(
            _("Rules of the allocation"),
            _("Ballot “{ballot}”. What is set here is kept at once and holds from the next calculation on.",
              ballot=offered.ballot),
        )  # fmt: skip
        self._arrange()
        self._news = OfficeSignals(desk.office, self)
        self._news.changed.connect(self._refresh)
        self.finished.connect(self._news.stop)
        self._refresh()
        self.turn_to("rules")

    def _arrange(self) -> None:
        line, foot = row(), row()
        line.addWidget(self.tabs)
        line.addStretch(1)
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        foot.addStretch(1)
        foot.addWidget(close)
        whole = column(gap=12, margins=(24, 20, 24, 18))
        whole.addWidget(self.head)
        whole.addWidget(self.banner)
        whole.addLayout(line)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.resize(fonts.px(1120), fonts.px(690))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)

    def turn_to(self, key: str) -> None:
        """Show a page: rules, bonds, hardship or order."""
        self.tabs.pick(key)
        page = self.pages[key]
        self._stack.setCurrentWidget(page)
        page.begin()

    def _refresh(self, *_tables: object) -> None:
        for page in self.pages.values():
            page.refresh()
        bonds, hard = self.pages["bonds"].count(), self.pages["hardship"].count()
        self.tabs.offer(
            [
                ("rules", _("Rules")),
                ("bonds", _("Together and apart {count}", count=bonds) if bonds else _("Together and apart")),
                ("hardship", _("Hardship {count}", count=hard) if hard else _("Hardship")),
                ("order", _("Order of the goals")),
            ]
        )
