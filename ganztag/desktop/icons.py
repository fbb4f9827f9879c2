"""Lucide's line icons, painted in the colours of the theme that is on; a switch of theme recolours them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QPainter,
    QPixmap,
    QPixmapCache,
)  # fmt: skip
from PySide6.QtSvg import QSvgRenderer

from ganztag import places
from ganztag.desktop.tokens import tokens_of

_STROKE = "1.75"
_engines: list[QIconEngine] = []  # QIcon does not keep a Python engine alive


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    drawing = (places.icons() / f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')


def svg(name: str, colour: QColor | str) -> bytes:
    """Return an icon's drawing in a colour."""
    return _drawing(name).replace("currentColor", QColor(colour).name()).encode()


def draw(painter: QPainter, rect: QRect | QRectF, name: str, colour: QColor | str) -> None:
    """Draw an icon sharply into a rectangle, in the colour of a token."""
    ratio = painter.device().devicePixelRatioF()
    size = QRectF(rect).size()
    key = f"{name}/{QColor(colour).name()}/{size.width()}x{size.height()}@{ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _painted(name, colour, QSize(round(size.width() * ratio), round(size.height() * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, pixmap)
    painter.drawPixmap(QRectF(rect).topLeft(), pixmap)


def _painted(name: str, colour: QColor | str, size: QSize) -> QPixmap:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(svg(name, colour)))
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return QPixmap.fromImage(image)


class _Engine(QIconEngine):
    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def _colour(self, mode: QIcon.Mode) -> QColor:
        tokens = tokens_of(QGuiApplication.palette())
        return tokens.tone("decoration" if mode == QIcon.Mode.Disabled else self._tone)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        draw(painter, rect, self._name, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return _painted(self._name, self._colour(mode), size)

    def clone(self) -> QIconEngine:
        return self


@lru_cache(maxsize=512)
def icon(name: str, tone: str = "muted") -> QIcon:
    """Return an icon for buttons and actions; *tone* is as in ``Tokens.tone``."""
    engine = _Engine(name, tone)
    _engines.append(engine)
    return QIcon(engine)


def window_icon() -> QIcon:
    """Return the program's mark for title bar and task switcher."""
    found = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        found.addPixmap(mark(side))
    return found


def mark(side: int, ratio: float = 1.0, *, ground: QColor | str = "#2F5BD0", sign: QColor | str = "#FFFFFF") -> QPixmap:
    """Return the program's mark: a sun that rises behind the roof's line."""
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side * ratio / 30, side * ratio / 30)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(0, 0, 30, 30), 8, 8)
    painter.setBrush(QColor(sign))
    painter.drawPie(QRectF(7, 8.5, 16, 16), 0, 180 * 16)
    painter.drawRoundedRect(QRectF(4.5, 18.3, 21, 2.4), 1.2, 1.2)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
