"""A sentence with the sign of its tone before it."""

from PySide6.QtWidgets import QWidget

from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.signs import IconSign
from ganztag.desktop.widgets.text import Text


def line(text: str, tone: str) -> QWidget:
    """Return the sentence; *tone* is warn or muted."""
    found = QWidget()
    inner = row(gap=8)
    sign = column()
    sign.addWidget(IconSign("triangle-alert" if tone == "warn" else "info", tone))
    sign.addStretch(1)
    inner.addLayout(sign)
    inner.addWidget(Text(text, "secondary", tone if tone == "warn" else "", wrap=True, selectable=True), 1)
    found.setLayout(inner)
    return found
