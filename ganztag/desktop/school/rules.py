"""The rules of the school: values that differ from school to school or change with the law, each with its source."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ganztag.desktop.desk import Desk
from ganztag.desktop.school.year_amounts import YearAmounts
from ganztag.desktop.widgets.card import Card, Scroll, column, row
from ganztag.desktop.widgets.fields import Field, Kind
from ganztag.desktop.widgets.form import Form
from ganztag.desktop.widgets.text import Text
from ganztag.domain.bell_times import as_text, bells_of
from ganztag.domain.settings import CHOICES, SETTINGS, Described
from ganztag.language import N_, Message, _
from ganztag.operations import settings as operations
from ganztag.queries.settings import settings

_KINDS = {
    "flag": Kind.CHECK, "cents": Kind.MONEY, "bell times": Kind.LINES, "choice": Kind.CHOICE,
}  # fmt: skip
_UNITS: dict[str, Message] = {
    "minutes": N_("minutes"), "days": N_("days"), "cents": N_("€"), "weeks": N_("weeks"),
    "absences": N_("unexcused absences"),
}  # fmt: skip
_BELL_LINES = 11


class Rule(QWidget):
    """One value: its name with the unit, the field, and where its default comes from."""

    def __init__(self, desk: Desk, described: Described) -> None:
        super().__init__()
        self._desk, self.described = desk, described
        self._source = Text("", "secondary", "muted", wrap=True)
        self.editor: Form | YearAmounts
        self._title = Text("", "secondary", "muted", wrap=True)
        if described.kind == "cents by year":
            self.editor = YearAmounts(partial(operate, desk, described.name))
        else:
            self.editor = Form((_field(described),), self._changed, above=True)
        whole = column(gap=4)
        whole.addWidget(self._title)
        whole.addWidget(self.editor)
        whole.addWidget(self._source)
        self._title.setVisible(described.kind == "cents by year")
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._title.setText(str(self.described.label))
        self._source.setText(str(self.described.source))
        self.editor.retranslate()
        if isinstance(self.editor, Form) and self.described.kind == "choice":
            name = self.described.name
            self.editor.offer(name, [(key, str(word)) for key, word in CHOICES[name].items()])

    def put(self, value: Any) -> None:
        if isinstance(self.editor, YearAmounts):
            self.editor.put(value)
        elif self.described.kind == "bell times":
            self.editor.show_values({self.described.name: as_text(bells_of(value), lines=True)})
        else:
            self.editor.show_values({self.described.name: value})

    def _changed(self, name: str, value: Any) -> None:
        operate(self._desk, name, value)


def operate(desk: Desk, name: str, value: Any) -> None:
    """Keep a value; objections are for the field."""
    desk.office.do(operations.set_value(name, 0 if value is None else value))


def _field(described: Described) -> Field:
    unit = _UNITS.get(described.kind)
    label = described.label if unit is None else N_("{label} ({unit})", label=described.label, unit=unit)
    return Field(described.name, label, _KINDS.get(described.kind, Kind.NUMBER), lines=_BELL_LINES, highest=100_000)


class Rules(QWidget):
    """All of ``SETTINGS``, kept as soon as a field is left."""

    key, title = "rules", N_("Rules")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rules = {described.name: Rule(desk, described) for described in SETTINGS}
        self._cards = {key: Card(" ") for key in ("planning", "people", "bells")}
        self._words = Text("", "secondary", "muted", wrap=True)
        for name, rule in self.rules.items():
            card = self._cards[_card(name, rule.described.kind)]
            card.body.addWidget(rule)
            card.body.addSpacing(10)
        scroll, whole, line = Scroll(gap=12), column(), row(gap=16)
        for card in self._cards.values():
            side = column()
            side.addWidget(card)
            side.addStretch(1)
            line.addLayout(side, 1)
        scroll.body.addWidget(self._words)
        scroll.body.addLayout(line)
        scroll.body.addStretch(1)
        whole.addWidget(scroll)
        self.setLayout(whole)

    def retranslate(self) -> None:
        self._words.setText(
            _("What the school has not set itself has the default that is shown. A field is kept at once.")
        )
        names = {"planning": _("Planning"), "people": _("Contracts and fees"), "bells": _("Lessons")}
        for key, card in self._cards.items():
            card.name(names[key])
        for rule in self.rules.values():
            rule.retranslate()

    def refresh(self) -> None:
        now = self._desk.office.read(settings)
        for name, rule in self.rules.items():
            rule.put(getattr(now, name))


def _card(name: str, kind: str) -> str:
    if kind == "bell times":
        return "bells"
    return "people" if kind.startswith("cents") or name.startswith("contract") else "planning"
