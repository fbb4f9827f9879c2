"""Where everything stands in the grid of attendance: names at the left, a column a date, the sums at the right."""

from ganztag.desktop import fonts
from ganztag.desktop.widgets.sticky_grid import StickyGeometry


class AttendanceGeometry(StickyGeometry):
    """A date is as wide as its words."""

    @property
    def head(self) -> int:
        return fonts.px(46)

    def wanted_width(self, share: int) -> int:
        del share
        return fonts.px(40)
