"""The bundled faces and the scale of type, which follows the size of the system's own text."""

import sys
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from ganztag import places

FAMILY = "Inter"
_BODY = 13
_USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
_USUAL_ELSEWHERE = 11.0

ROLES: dict[str, tuple[int, int]] = {  # pixels at 100 %, weight
    "page": (22, 600),
    "person": (20, 600),
    "scenario": (15, 600),
    "card": (14, 600),
    "body": (13, 400),
    "medium": (13, 500),
    "strong": (13, 600),
    "secondary": (12, 400),
    "secondary_strong": (12, 600),
    "caption": (11, 400),
    "caption_strong": (11, 600),
}


@lru_cache(maxsize=1)
def register() -> tuple[str, ...]:
    """Load the bundled fonts once for each process; return the file names that Qt refused."""
    refused = []
    for file in sorted(places.fonts().glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            refused.append(file.name)
    return tuple(refused)


@lru_cache(maxsize=1)
def scale() -> float:
    """Return how much larger than usual the system's text is, from 1 to 2."""
    points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return min(max(points / _USUAL_POINTS.get(sys.platform, _USUAL_ELSEWHERE), 1.0), 2.0)


def px(pixels: float) -> int:
    """Return a length of the design at the scale of the text."""
    return round(pixels * scale())


@lru_cache(maxsize=64)
def _font(size: int, weight: int, tabular: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(px(size))
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def font(role: str = "body") -> QFont:
    """Return a copy of the font of a role; the roles are the keys of ROLES."""
    return QFont(_font(*ROLES[role], False))


def figures(role: str = "body") -> QFont:
    """Return the font of a role with figures of equal width, for numbers that stand in columns."""
    return QFont(_font(*ROLES[role], True))


def fitting(text: str, role: str = "body") -> QFont:
    """Return the font with tabular figures where there are figures; it would spread the hyphen of a double name."""
    return QFont(_font(*ROLES[role], any(map(str.isdigit, text))))


def put_on(application: QApplication) -> None:
    register()
    application.setFont(font())


def width_of(widget: QWidget, text: str) -> int:
    """Return how wide a text is in a widget's font."""
    return widget.fontMetrics().horizontalAdvance(text)


def body_pixels() -> int:
    return px(_BODY)
