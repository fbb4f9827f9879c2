"""What the pages of the rules share: deeds with the way back, and a banner that says why not."""

from typing import Any

from ganztag.desktop.ask import objections
from ganztag.desktop.desk import Desk
from ganztag.desktop.rules.choices import Offered
from ganztag.desktop.widgets.banner import Banner
from ganztag.language import _
from ganztag.operations.operation import Operation


class Writing:
    """Does the deeds of the pages; what was done is said in the banner of the dialog, with the way back."""

    def __init__(self, desk: Desk, offered: Offered, banner: Banner) -> None:
        self.desk, self.offered, self.banner = desk, offered, banner

    def do(self, deed: Operation[Any], sentence: str = "") -> Any:
        """Do a deed; say a *sentence* with the way back. Returns what the deed returns, or True; None: refused."""
        done: Any = None
        with objections(self.banner):
            found = self.desk.office.do(deed)
            done = True if found is None else found
            if sentence:
                self.banner.say(sentence, tone="ok", action=(_("Undo"), self.desk.way_back()))
            else:
                self.banner.clear()
        return done

    def scope(self) -> list[tuple[int | None, str]]:
        """Return for which ballots a rule can hold."""
        return [(None, _("all ballots")), (self.offered.ballot_id, _("only “{ballot}”", ballot=self.offered.ballot))]

    def scope_word(self, ballot_id: int | None) -> str:
        return "" if ballot_id is None else _("only “{ballot}”", ballot=self.offered.ballot)
