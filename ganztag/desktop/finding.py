"""What the search for anything offers: what the file holds, then the program's own commands."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence

from ganztag.desktop.desk import Place
from ganztag.desktop.finder import Hit
from ganztag.domain.search import search_key
from ganztag.language import N_, Message, _
from ganztag.queries.finding import Found

_KINDS: dict[str, tuple[str, str, Message]] = {
    "pupil": ("pupils", "users", N_("Pupil")),
    "course": ("courses", "book-open", N_("Course")),
    "staff": ("staff", "id-card", N_("Staff")),
    "room": ("rooms", "door-open", N_("Room")),
}


def hits(entries: Sequence[Found], commands: Sequence[QAction], titled: Sequence[tuple[str, QAction]]) -> list[Hit]:
    """Return everything that can be picked, with ids of their own; *titled* are actions under another name."""
    made: list[Hit] = []
    for entry in entries:
        screen, icon, kind = _KINDS[entry.kind]
        second = " · ".join(part for part in (str(kind), entry.number) if part)
        made.append(Hit(len(made), entry.text, second, icon, entry.search_key, Place(screen, entry.id)))
    named = [(action.text().replace("&&", "&"), action) for action in commands]
    for name, action in [*named, *titled]:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        second = " · ".join(part for part in (_("Command"), keys) if part)
        made.append(Hit(len(made), name, second, "command", search_key(name), action))
    return made
