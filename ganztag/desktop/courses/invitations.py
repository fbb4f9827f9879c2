"""The children that are invited to a course, found by a few letters."""

from collections.abc import Callable, Sequence

from ganztag.desktop.widgets.picks import Picks
from ganztag.desktop.widgets.seeker import Sought
from ganztag.language import N_


class Invitations(Picks):
    """``left`` when somebody was invited or no longer is; ``value()`` are the children."""

    def __init__(self) -> None:
        self._others: Callable[[], Sequence[Sought]] = tuple
        super().__init__(name=N_("Invited children"), add=N_("Invite a child: name …"))
        self.seeker.browses = False  # hundreds

    def show_children(self, invited: Sequence[tuple[int, str]], others: Callable[[], Sequence[Sought]]) -> None:
        """Show who is invited; *others* reads all children, when somebody is looked for."""
        self._others = others
        self.offer(invited)
        self.put([key for key, _name in invited])

    def _rest(self) -> list[Sought]:
        here = set(self.value())
        return [child for child in self._others() if child.id not in here]
