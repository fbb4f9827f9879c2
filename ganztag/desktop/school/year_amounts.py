"""Amounts that hold from a calendar year on, as a small table: an allowance changes with the law."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button, IconButton
from ganztag.desktop.widgets.card import column, emptied, row
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.domain.objection import Objection
from ganztag.domain.settings import by_year
from ganztag.language import N_, _

_FIELDS = (
    Field("year", N_("From the year"), Kind.NUMBER, needed=True, lowest=1990, highest=2100, half=True),
    Field("cents", N_("Amount in €"), Kind.MONEY, needed=True, half=True),
)


class YearAmounts(QWidget):
    """Holds text such as ``2021: 300000; 2026: 330000`` (cents). *on_change* gets all of it; it may object."""

    def __init__(self, on_change: Callable[[str], object]) -> None:
        super().__init__()
        self._on_change = on_change
        self._amounts: dict[int, int] = {}
        self.forms: dict[int, Form] = {}
        self._lines = column(gap=4)
        self._add = Button("", "plus", "plain")
        self._add.clicked.connect(self._add_year)
        whole = column(gap=4)
        whole.addLayout(self._lines)
        whole.addWidget(self._add)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._add.setText(_("Another year"))
        for form in self.forms.values():
            form.retranslate()

    def put(self, text: str) -> None:
        """Show the amounts as the file has them; lines that stay keep their focus."""
        amounts = by_year(text)
        if sorted(amounts) != sorted(self.forms):
            emptied(self._lines)
            self.forms = {}
            for year in sorted(amounts):
                self._lines.addLayout(self._line(year, only=len(amounts) == 1))
        self._amounts = amounts
        for year, form in self.forms.items():
            form.show_values({"year": year, "cents": amounts[year]})

    def _line(self, year: int, *, only: bool) -> QHBoxLayout:
        self.forms[year] = form = Form(_FIELDS, partial(self._changed, year), above=True)
        remove = IconButton("x", _("Remove {name}", name=str(year)))
        remove.setObjectName(str(year))
        remove.setVisible(not only)
        remove.clicked.connect(self._remove)
        line = row(gap=6)
        line.addWidget(form, 1)
        line.addWidget(remove)
        remove.setFixedSize(fonts.px(28), fonts.px(28))
        return line

    def _changed(self, year: int, key: str, value: Any) -> None:
        """Take the year or the amount of the line that was left."""
        amounts = dict(self._amounts)
        if key == "cents":
            amounts[year] = value
        elif value in amounts:
            raise Objection(N_("There is already an amount for {year}.", year=str(value)))
        else:
            amounts[value] = amounts.pop(year)
        self._tell(amounts)

    def _tell(self, amounts: dict[int, int]) -> None:
        self._on_change("; ".join(f"{year}: {cents}" for year, cents in sorted(amounts.items())))

    def _add_year(self) -> None:
        last = max(self._amounts, default=2025)
        self._tell({**self._amounts, last + 1: self._amounts.get(last, 0)})

    def _remove(self) -> None:
        button = self.sender()
        if button is not None:
            year = int(button.objectName())
            self._tell({known: cents for known, cents in self._amounts.items() if known != year})
