"""The right column: the sheet as it will lie on the table, drawn from memory, with a part in its original size."""

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ganztag.desktop import fonts
from ganztag.desktop.lists.making import Drawn
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.tokens import tokens_of
from ganztag.desktop.widgets import pdf_pages
from ganztag.desktop.widgets.buttons import IconButton, MenuButton
from ganztag.desktop.widgets.card import Card, column, row
from ganztag.desktop.widgets.notices import Notice, Notices
from ganztag.desktop.widgets.page_crop import Crop
from ganztag.desktop.widgets.page_view import PageView, Zoom
from ganztag.desktop.widgets.text import Text
from ganztag.language import N_, Message, _

_ZOOMS: dict[Zoom, Message] = {
    Zoom.PAGE: N_("Whole page"),
    Zoom.WIDTH: N_("Width"),
    Zoom.ORIGINAL: N_("Original size"),
}
_LEAST_CROP = 150
_EDGE = 16
_MEMORY = "lists/zoom"


class DeskGround(QWidget):
    """The desk under the paper; it gives the page what it needs and the original-sized part the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.view, self.crop = PageView(), Crop()
        self.crop_title = Text("", "secondary_strong")
        self.crop_note = Text("", "secondary", "muted")
        self.notices = Notices()
        line = row(gap=8)
        line.addWidget(self.crop_title)
        line.addStretch(1)
        line.addWidget(self.crop_note)
        whole = column(gap=10, margins=(_EDGE, _EDGE, _EDGE, _EDGE))
        whole.addWidget(self.notices)
        whole.addWidget(self.view)
        whole.addLayout(line)
        whole.addWidget(self.crop, 1)
        whole.addStretch(0)
        self.setLayout(whole)

    def share_out(self) -> None:
        """Divide the height between the page and the part in original size."""
        original = self.view.is_readable()
        for widget in (self.crop, self.crop_title, self.crop_note):
            widget.setVisible(not original)
        whole = self.height() - 2 * fonts.px(_EDGE)
        if self.notices.isVisibleTo(self):
            whole -= self.notices.sizeHint().height() + fonts.px(10)
        if not original:
            whole -= max(fonts.px(_LEAST_CROP), whole * 3 // 10) + fonts.px(38)
        wanted = self.view.wanted_height(self.view.width())
        least = fonts.px(160)
        self.view.setFixedHeight(max(min(wanted, whole), least) if not original else max(whole, least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, radius = QPainter(self), fonts.px(9)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.setFillRule(Qt.FillRule.WindingFill)
        ground.addRoundedRect(QRectF(self.rect()), radius, radius)
        ground.addRect(QRectF(0, 0, self.width(), self.height() - radius))
        painter.fillPath(ground, tokens_of(self).tone("desk"))


class Preview(Card):
    """``leafed(step)`` when she leafs beyond the sheet's last or first page."""

    leafed = Signal(int)

    def __init__(self, memory: Preferences) -> None:
        super().__init__(" ", bare=True)
        self._memory = memory
        self._content = b""
        self._sizes: tuple[QSizeF, ...] = ()
        self._page = 0
        self.desk = DeskGround()
        self.back, self.next = IconButton("chevron-left", "", framed=True), IconButton("chevron-right", "", framed=True)
        self.label = Text("", "medium")
        self.smaller, self.larger = IconButton("zoom-out", "", framed=True), IconButton("zoom-in", "", framed=True)
        self.zoom_button = MenuButton("", "chevron-down", kind="plain")
        self.zoom_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the word
        self.zooms = QActionGroup(self)
        self._arrange()
        self._connect()
        self._recall()

    def _arrange(self) -> None:
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMinimumWidth(fonts.px(90))
        self.head.addWidget(self.back)
        self.head.addWidget(self.label)
        self.head.addWidget(self.next)
        self.head.addSpacing(fonts.px(4))
        self.head.addWidget(self.zoom_button)
        self.head.addWidget(self.smaller)
        self.head.addWidget(self.larger)
        self.head.setContentsMargins(fonts.px(15), fonts.px(7), fonts.px(12), fonts.px(7))
        for zoom in _ZOOMS:
            action = QAction(self.zooms)
            action.setCheckable(True)
            action.setData(zoom)
        self.zoom_button.offer(self.zooms.actions())
        self.body.addWidget(self.desk, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.page_up)
        self.next.clicked.connect(self.page_down)
        self.smaller.clicked.connect(self._zoom_out)
        self.larger.clicked.connect(self._zoom_in)
        self.zooms.triggered.connect(self._zoom_chosen)
        self.desk.view.leafed.connect(self._leaf)
        self.desk.view.rescaled.connect(self._show_zoom)
        self.desk.view.sheet.pointed.connect(self._look_at)
        self.desk.crop.moved.connect(self._frame)
        for keys, slot in (
            ("Ctrl++", self._zoom_in), ("Ctrl+-", self._zoom_out),
            ("Ctrl+PgDown", self.page_down), ("Ctrl+PgUp", self.page_up),
        ):  # fmt: skip
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self.addAction(action)

    def retranslate(self) -> None:
        self.name(_("Preview"))
        self.back.name(_("Previous page (PgUp)"))
        self.next.name(_("Next page (PgDn)"))
        self.smaller.name(_("Smaller (Ctrl+-)"))
        self.larger.name(_("Larger (Ctrl++)"))
        self.desk.view.setAccessibleName(_("Page as it is printed"))
        self.desk.crop.setAccessibleName(_("Part of the page in its original size"))
        self.desk.crop_title.setText(_("Original size"))
        self.desk.crop_note.setText(_("Click on the page, or drag here"))
        for action in self.zooms.actions():
            action.setText(str(_ZOOMS[action.data()]))
        self._show_zoom()
        self._show_label()

    def show_sheet(self, drawn: Drawn | None) -> None:
        """Show a sheet from its first page, or an empty desk; texts with boxes in them are named above it."""
        self._content = drawn.content if drawn else b""
        self._sizes = pdf_pages.sizes(self._content) if drawn else ()
        self.desk.notices.show_notices(_notices(drawn))
        self._turn_to(0)

    def pages(self) -> int:
        return len(self._sizes)

    def page(self) -> int:
        """Return which page is shown, from 0."""
        return self._page

    def content(self) -> bytes:
        """Return the PDF that is shown."""
        return self._content

    def page_down(self) -> None:
        self._leaf(1)

    def page_up(self) -> None:
        self._leaf(-1)

    def _leaf(self, step: int) -> None:
        if 0 <= self._page + step < len(self._sizes):
            self._turn_to(self._page + step)
        else:
            self.leafed.emit(step)

    def _turn_to(self, page: int) -> None:
        self._page = page
        size = self._sizes[page] if page < len(self._sizes) else QSizeF()
        for part in (self.desk.view, self.desk.crop):
            part.show_page(self._content, page, size)
        self.desk.share_out()
        self._show_label()

    def _show_label(self) -> None:
        pages = len(self._sizes)
        self.label.setText(_("Page {number} of {count}", number=self._page + 1, count=pages) if pages else "")
        for button in (self.back, self.next, self.smaller, self.larger, self.zoom_button):
            button.setEnabled(bool(pages))

    def _look_at(self, place: QPointF) -> None:
        self.desk.crop.look_at(place)

    def _frame(self, part: QRectF) -> None:
        seen = self.desk.crop.isVisibleTo(self)
        self.desk.view.sheet.frame(part if seen else QRectF())

    def _zoom_in(self) -> None:
        self._step(1)

    def _zoom_out(self) -> None:
        self._step(-1)

    def _step(self, steps: int) -> None:
        self.desk.view.step(steps)
        self.desk.share_out()
        self._frame(self.desk.crop.part())

    def _zoom_chosen(self, action: QAction) -> None:
        self.desk.view.set_zoom(Zoom(action.data()))
        self.desk.share_out()
        self._memory.keep(_MEMORY, QByteArray(str(action.data()).encode()))
        self._frame(self.desk.crop.part())

    def _recall(self) -> None:
        kept = self._memory.recall(_MEMORY)
        known = bytes(kept.data()).decode() if kept is not None else Zoom.WIDTH
        self.desk.view.set_zoom(Zoom(known) if known in set(_ZOOMS) else Zoom.WIDTH)

    def _show_zoom(self) -> None:
        zoom = self.desk.view.zoom()
        for action in self.zooms.actions():
            action.setChecked(action.data() == zoom)
        self.zoom_button.setText(str(_ZOOMS[zoom]) if zoom in _ZOOMS else self.desk.view.percent())


def _notices(drawn: Drawn | None) -> list[Notice]:
    if drawn is None:
        return []
    missing = [
        Notice(_("No typeface has “{characters}”; a box stands there in: {text}", characters=m.characters, text=m.text))
        for m in drawn.printed.missing
    ]
    return missing + [
        Notice(_("Too long for its place, and therefore cut: {text}", text=text)) for text in drawn.printed.shortened
    ]
