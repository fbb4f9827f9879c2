"""What stands where the week would be while there are no blocks or no courses: what is missing, and the way to it."""

from PySide6.QtCore import Signal

from ganztag.desktop.desk import Place
from ganztag.desktop.widgets.empty import Empty
from ganztag.language import _
from ganztag.planning.offer import Offer


class Nothing(Empty):
    """``wanted(Place)`` leads to where the missing things are made."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("calendar-days")
        self._place = Place("school", chip="blocks")
        self._button = self.add_button("", "arrow-right", self._go)

    def show_offer(self, offer: Offer) -> bool:
        """Say what is missing; False where there is something to plan."""
        if not offer.blocks and not offer.meetings:
            self._place = Place("school", chip="blocks")
        elif not offer.courses:
            self._place = Place("courses")
        else:
            return False
        self.retranslate()
        return True

    def retranslate(self) -> None:
        if self._place.screen == "school":
            self._button.setText(_("Set up blocks"))
            self.show_texts(
                _("No blocks yet"),
                _("A block is a time of an afternoon at which courses meet, like Monday 14:00 to 15:30. "
                  "With blocks the week can be planned: each course gets its cell."),
            )  # fmt: skip
        else:
            self._button.setText(_("To the courses"))
            self.show_texts(
                _("No courses yet"),
                _("Here stands the week of the half-year. Add courses first; they then wait beside the week until each "
                  "has its place."),
            )  # fmt: skip

    def _go(self) -> None:
        self.wanted.emit(self._place)
