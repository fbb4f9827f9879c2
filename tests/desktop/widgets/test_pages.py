"""Pages of a PDF on the screen: drawn from memory, as large as they are wanted, a part of them readable."""

from io import BytesIO

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ganztag.desktop.widgets import pdf_pages
from ganztag.desktop.widgets.page_crop import Crop
from ganztag.desktop.widgets.page_view import PageView, Zoom, original_scale
from tests.desktop.hands import press


@pytest.fixture(scope="module")
def content() -> bytes:
    """Return two pages of 300 x 400 points; the first is black in its lower right quarter."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(300, 400))
    canvas.rect(150, 0, 150, 200, fill=1)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def shown(qtbot: QtBot, content: bytes) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.show_page(content, 0, pdf_pages.sizes(content)[0])
    return view


def test_sizes_are_in_points(content: bytes) -> None:
    assert [(size.width(), size.height()) for size in pdf_pages.sizes(content)] == [(300, 400), (300, 400)]


def test_a_page_is_drawn_in_the_size_that_is_wanted(content: bytes) -> None:
    image = pdf_pages.image(content, 0, 2)
    assert (image.width(), image.height()) == (600, 800)
    assert image.pixelColor(10, 10).lightness() == 255
    assert image.pixelColor(590, 790).lightness() == 0
    assert pdf_pages.image(content, 1, 1).pixelColor(290, 390).lightness() == 255


def test_a_page_fits_whole_or_in_its_width_or_is_as_large_as_on_paper(qtbot: QtBot, content: bytes) -> None:
    view = shown(qtbot, content)
    assert view.sheet.width() <= view.viewport().width()
    assert view.sheet.height() > view.viewport().height()
    view.set_zoom(Zoom.PAGE)
    assert view.sheet.height() <= view.viewport().height()
    view.set_zoom(Zoom.ORIGINAL)
    assert view.sheet.width() == round(300 * original_scale(view))
    assert view.is_readable()


def test_page_down_scrolls_first_and_then_asks_for_the_next_page(qtbot: QtBot, content: bytes) -> None:
    view = shown(qtbot, content)
    steps: list[int] = []
    view.leafed.connect(steps.append)
    press(view, Qt.Key.Key_PageDown)
    assert steps == []
    assert view.verticalScrollBar().value() > 0
    for _time in range(4):
        press(view, Qt.Key.Key_PageDown)
    assert steps[0] == 1
    view.verticalScrollBar().setValue(0)
    steps.clear()
    press(view, Qt.Key.Key_PageUp)
    assert steps == [-1]


def test_the_part_in_original_size_goes_where_one_points_and_never_off_the_page(qtbot: QtBot, content: bytes) -> None:
    crop = Crop()
    qtbot.addWidget(crop)
    crop.resize(100, 80)
    crop.show()
    crop.show_page(content, 0, pdf_pages.sizes(content)[0])
    crop.look_at(QPointF(250, 350))
    assert crop.part().contains(QPointF(250, 350))
    assert crop.grab().toImage().pixelColor(50, 40).lightness() == 0
    crop.look_at(QPointF(-500, 5000))
    assert crop.part().left() == 0
    assert crop.part().bottom() == pytest.approx(400)
    before = crop.part().top()
    press(crop, Qt.Key.Key_Up)
    assert crop.part().top() < before
