"""What stands in the list of findings."""

from ganztag.desktop.checks.reading import ORDER, SEVERITIES, CheckRow
from ganztag.desktop.widgets.cells import MUTED, PILL, STRONG
from ganztag.desktop.widgets.columns import Column
from ganztag.desktop.widgets.paints import Pill
from ganztag.language import N_, _


def status(row: CheckRow) -> Pill:
    """Return how grave it is, or that it was let stand, as word, colour and shape."""
    if row.accepted:
        return Pill(_("Exception"), "muted", "circle-check")
    word, tone, icon = SEVERITIES[row.severity]
    return Pill(str(word), tone, icon)


def _sentence(row: CheckRow) -> str:
    return row.sentence


COLUMNS: tuple[Column[CheckRow], ...] = (
    Column("severity", N_("Status"), shown=status, sorted_by=lambda row: (row.accepted, ORDER[row.severity]),
           cell=PILL, width=112),
    Column("title", N_("Kind"), shown=lambda row: row.title, cell=STRONG, width=230, tip=lambda row: row.title),
    Column("sentence", N_("What does not fit"), shown=_sentence, width=280, stretch=True, tip=_sentence),
    Column("reason", N_("Why it may stand"), shown=lambda row: row.reason, cell=MUTED, width=150, hidden=True),
)  # fmt: skip
