"""What comes with the courses, as boxes to tick."""

from ganztag.desktop.rollover.boxes import Boxes
from ganztag.language import N_, Message, _
from ganztag.planning.rollover.copy_plan import CopyChoices, CopyPlan, What
from ganztag.planning.rollover.placing_anew import block_in_words

COMES: dict[str, Message] = {
    "leaders": N_("Leaders"),
    "rooms": N_("Rooms"),
    "children": N_("Children who carry on"),
    "descriptions": N_("Descriptions and notes"),
    "sizes": N_("Minimum and maximum"),
    "numbers": N_("Numbers"),
    "candidates": N_("Possible times and rooms"),
}
THERE: dict[str, Message] = {
    "make_blocks": N_("Make missing blocks"),
    "complete": N_("Complete what is there"),
    "work_there": N_("Go on working there"),
}
_TIPS: dict[str, Message] = {
    "children": N_("Those who are in a course at its end and may take it then. Without a tick all wish anew."),
    "candidates": N_("The blocks and rooms in which a course may be placed, and who may lead it"),
    "complete": N_("Courses that are there already get what they lack; nothing is overwritten."),
    "work_there": N_("The half-year that is copied into is the one you work on afterwards."),
}


class CopyBoxes(Boxes):
    """``choices(courses)`` are the answers."""

    def __init__(self) -> None:
        groups = ((_("Comes with it"), COMES), (_("In the new half-year"), THERE))
        super().__init__(groups, _TIPS, CopyChoices())

    def choices(self, courses: frozenset[int] | None) -> CopyChoices:
        return CopyChoices(courses=courses, **self.answers())

    def show_plan(self, plan: CopyPlan) -> None:
        """Offer only what would make a difference, and name the blocks that would be made."""
        missing = plan.missing_blocks
        self.boxes["make_blocks"].setVisible(bool(missing))
        tip = _("They are missing: {blocks}", blocks=", ".join(block_in_words(block) for block in missing))
        self.boxes["make_blocks"].setToolTip(tip)
        known = plan.count(What.THERE) + plan.count(What.COMPLETED)
        self.boxes["complete"].setVisible(bool(known))
