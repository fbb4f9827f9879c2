"""Saving, opening and printing the chosen sheets; a stopped job leaves nothing behind."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from ganztag.desktop.desk import Desk
from ganztag.desktop.jobs import Job, Jobs
from ganztag.desktop.lists.screen import ListsScreen
from ganztag.operations import school as school_operations
from tests.desktop.hands import Recorder
from tests.desktop.lists.conftest import Show
from tests.documents.reading import pages
from tests.operations.children import add_course


class StopsAtTheFirstStep:
    """Runs a job at once; the user stops it as soon as it tells that it has begun."""

    def start(self, job: Job) -> None:
        job.progressed.connect(job.stop)
        job.run()

    def close(self, _milliseconds: int = 10_000) -> bool:
        return True


class Opener(QObject):
    """Stands for the system's PDF program."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def all_ticked(screen: ListsScreen) -> ListsScreen:
    screen.chooser.all_box.click()
    return screen


def one_each(screen: ListsScreen) -> None:
    screen.chooser.output.pick("each")


def test_one_pdf_holds_all_that_is_ticked(screen: ListsScreen, ask: Recorder, tmp_path: Path) -> None:
    target = tmp_path / "Listen.pdf"
    ask.answers = [target]
    all_ticked(screen).save_button.click()
    texts = pages(target.read_bytes())
    assert len(texts) == 2
    assert "Chor" in texts[0]
    assert "Schach" in texts[1]
    assert screen.banner.sentence().endswith(": Listen.pdf")
    assert screen.banner.tone() == "ok"


def test_without_a_tick_the_sheet_in_the_preview_is_saved(screen: ListsScreen, ask: Recorder, tmp_path: Path) -> None:
    target = tmp_path / "Liste.pdf"
    ask.answers = [target]
    screen.verbs.save()
    assert len(pages(target.read_bytes())) == 1


def test_one_file_each_goes_into_a_folder(screen: ListsScreen, ask: Recorder, tmp_path: Path) -> None:
    ask.answers = [tmp_path]
    one_each(all_ticked(screen))
    screen.verbs.save()
    files = sorted(tmp_path.glob("*.pdf"))
    assert [len(pages(file.read_bytes())) for file in files] == [1, 1]
    assert "Chor" in files[0].name
    assert "Schach" in files[1].name
    assert "2 Dateien" in screen.banner.sentence()


@pytest.mark.parametrize("each", [False, True])
def test_a_stopped_job_leaves_no_file(show: Show, peopled: Desk, ask: Recorder, tmp_path: Path, each: bool) -> None:
    desk = Desk(peopled.office, ask, StopsAtTheFirstStep(), peopled.memory)
    screen = all_ticked(show(desk))
    folder = tmp_path / "out"
    folder.mkdir()
    ask.answers = [folder if each else folder / "Listen.pdf"]
    if each:
        one_each(screen)
    screen.verbs.save()
    assert list(folder.iterdir()) == []
    assert screen.banner.sentence()
    assert screen.print_button.isEnabled()


def test_cancelling_the_question_writes_nothing(screen: ListsScreen, ask: Recorder) -> None:
    ask.answers = [None]
    screen.verbs.save()
    assert screen.banner.sentence() == ""


def test_a_folder_that_is_gone_is_said_plainly(screen: ListsScreen, ask: Recorder, tmp_path: Path) -> None:
    ask.answers = [tmp_path / "gone"]
    one_each(screen)
    screen.verbs.save()
    assert "gone" in screen.banner.sentence()
    assert screen.banner.tone() == "bad"


def test_what_was_saved_can_be_opened(screen: ListsScreen, ask: Recorder, tmp_path: Path) -> None:
    ask.answers = [tmp_path / "Listen.pdf"]
    screen.verbs.save()
    system = Opener()
    QDesktopServices.setUrlHandler("file", system, "open")  # type: ignore[arg-type]  # the stub is wrong
    screen.banner._button.click()
    QDesktopServices.unsetUrlHandler("file")
    assert system.opened == [str(tmp_path / "Listen.pdf")]


def test_texts_with_letters_that_no_typeface_has_are_named(
    screen: ListsScreen, peopled: Desk, ask: Recorder, tmp_path: Path
) -> None:
    add_course(peopled.office, "Kalligrafie \u6f22", 1)
    ask.answers = [tmp_path / "Listen.pdf"]
    all_ticked(screen).verbs.save()
    assert screen.banner.tone() == "warn"
    assert "Kalligrafie" in screen.banner._advice.text()


def test_the_file_is_in_the_schools_language_also_from_a_thread(
    qtbot: QtBot, show: Show, peopled: Desk, ask: Recorder, tmp_path: Path
) -> None:
    peopled.office.do(school_operations.edit(language="en"))
    jobs = Jobs()
    screen = all_ticked(show(Desk(peopled.office, ask, jobs, peopled.memory)))
    target = tmp_path / "Listen.pdf"
    ask.answers = [target]
    screen.verbs.save()
    assert not screen.print_button.isEnabled()
    qtbot.waitUntil(screen.print_button.isEnabled, timeout=20_000)
    assert jobs.close()
    text = "\n".join(pages(target.read_bytes()))
    assert "Attendance list" in text
    assert "Anwesenheitsliste" not in text
    assert "2 Listen" in screen.banner.sentence()


def to_file(path: Path, first: int = 0, last: int = 0) -> Any:
    """Return how the printer is set in the dialog: into a file, on request only some pages."""

    def set_up(printer: QPrinter) -> None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        if first:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(first, last)

    return set_up


def printed_pages(path: Path) -> list[tuple[float, float]]:
    from ganztag.desktop.widgets import pdf_pages

    return [(round(size.width()), round(size.height())) for size in pdf_pages.sizes(path.read_bytes())]


def test_printing_sends_each_page_across_as_it_is_drawn(screen: ListsScreen, ask: Recorder, tmp_path: Path) -> None:
    ask.answers = [to_file(tmp_path / "printed.pdf")]
    all_ticked(screen).print_button.click()
    assert printed_pages(tmp_path / "printed.pdf") == [(842, 595), (842, 595)]
    assert ask.said == ["Anwesenheitslisten: 2"]
    assert "2 Seiten" in screen.banner.sentence()


def test_only_the_pages_that_were_asked_for_are_printed(screen: ListsScreen, ask: Recorder, tmp_path: Path) -> None:
    ask.answers = [to_file(tmp_path / "printed.pdf", 2, 2)]
    all_ticked(screen).verbs.print()
    assert len(printed_pages(tmp_path / "printed.pdf")) == 1


def test_the_printed_page_is_full_of_what_the_preview_showed(
    screen: ListsScreen, ask: Recorder, tmp_path: Path
) -> None:
    from ganztag.desktop.widgets import pdf_pages

    ask.answers = [to_file(tmp_path / "printed.pdf")]
    screen.verbs.print()
    preview, paper = (
        pdf_pages.image(content, 0, 2)
        for content in (screen.preview.content(), (tmp_path / "printed.pdf").read_bytes())
    )
    assert paper.width() == preview.width()
    assert darkness(preview) > 1000
    assert abs(darkness(preview) - darkness(paper)) < darkness(preview) * 0.1


def darkness(image: QImage) -> int:
    """Return how much ink is on every third row of a page."""
    return sum(
        255 - image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(0, image.height(), 3)
    )


def test_a_cancelled_print_dialog_prints_nothing(screen: ListsScreen, ask: Recorder) -> None:
    ask.answers = [None]
    screen.verbs.print()
    assert screen.banner.sentence() == ""
    assert screen.print_button.isEnabled()
