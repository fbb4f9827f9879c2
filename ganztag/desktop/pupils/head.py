"""The head of a child's page: badge, name, what it is known by, and what can be done."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganztag import language
from ganztag.desktop.widgets.buttons import Button, IconButton, MenuButton
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.detail import ActionButton
from ganztag.desktop.widgets.signs import Initials
from ganztag.desktop.widgets.text import Elided
from ganztag.domain.languages import language_name
from ganztag.language import _, ngettext
from ganztag.queries.pupil_detail import PupilDetail


class PupilHead(QWidget):
    """The name in its own script stands first where there is one, the Latin name beside it."""

    def __init__(self, choose: QAction, others: Sequence[QAction]) -> None:
        super().__init__()
        self._badge = Initials()
        self._name, self._second = Elided("", "person"), Elided("", "body", "muted")
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._about = Elided("", "body", "muted")
        self.choose: Button = ActionButton(choose, "primary")
        self.print = IconButton("printer", "", framed=True)
        self.print.setFixedHeight(self.choose.height())
        self.more = MenuButton("", "ellipsis", others)
        self.more.setText("")
        names, words, line = row(gap=10), column(gap=2), row(gap=10)
        names.addWidget(self._name)
        names.addWidget(self._second, 1)
        words.addLayout(names)
        words.addWidget(self._about)
        line.addWidget(self._badge)
        line.addSpacing(4)
        line.addLayout(words, 1)
        for button in (self.print, self.choose, self.more):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def retranslate(self) -> None:
        self.print.name(_("Print week plan"))
        self.more.setAccessibleName(_("More for this child"))
        self.more.setToolTip(_("More for this child"))

    def show_pupil(self, shown: PupilDetail, today: date) -> None:
        self._badge.show_text(initials(shown))
        native = shown.native_name and shown.native_name != shown.full_name
        self._name.setText(shown.native_name if native else shown.full_name)
        self._second.setText(shown.full_name if native else "")
        self._about.setText(" · ".join(about(shown, today)))


def initials(shown: PupilDetail) -> str:
    """Return the first letters of call name and surname, in the child's own script where it has one."""
    words = shown.native_name.split() if shown.native_name else [shown.call_name, shown.surname]
    found = [word[0].upper() for word in words if word]
    return "".join(found[:1] + found[-1:]) if len(found) > 1 else "".join(found)


def about(shown: PupilDetail, today: date) -> list[str]:
    """Return what stands under the name, part by part."""
    parts = [shown.class_name or _("no class")]
    if shown.age is not None:
        parts.append(ngettext("{count} year old", "{count} years old", shown.age))
    if shown.exit is not None:
        day = language.date(shown.exit, "long")
        parts.append(_("left on {day}", day=day) if shown.exit < today else _("leaves on {day}", day=day))
    elif shown.entry is not None:
        parts.append(_("since {day}", day=language.date(shown.entry, "long")))
    if shown.family_language:
        parts.append(_("family language {language}", language=language_name(shown.family_language)))
    return parts
