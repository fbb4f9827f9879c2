"""Where everything stands in the heat grid: names at the left, a column a block, the week's use at the right."""

from ganztag.desktop import fonts
from ganztag.desktop.widgets.sticky_grid import StickyGeometry


class HeatGeometry(StickyGeometry):
    """The columns share the room; the foot has the sums of the blocks."""

    @property
    def foot(self) -> int:
        return fonts.px(34)

    def wanted_width(self, share: int) -> int:
        return min(max(share, fonts.px(40)), fonts.px(260))
