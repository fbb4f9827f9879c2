"""When we failed: the mistake goes to the log, and a window says so with a text to copy. No names of children in it."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

import ganztag
from ganztag import places
from ganztag.desktop import fonts
from ganztag.desktop.widgets.buttons import Button
from ganztag.desktop.widgets.card import column, row
from ganztag.desktop.widgets.text import Text
from ganztag.language import _

_log = logging.getLogger(__name__)
_shown: list["FailureWindow"] = []


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what a developer needs; the exception's own message is left out, for it may hold a child's name."""
    versions = f"Ganztag {ganztag.__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return "\n".join([versions, "".join(traceback.format_tb(trace)), kind.__name__])


class FailureWindow(QDialog):
    """Not modal: she may go on, nothing of her work is lost."""

    def __init__(self, text: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("box", "true")
        self._headline, self._sentence = Text("", "scenario"), Text("", wrap=True)
        self._copying, self._log = Button("", "copy"), Button("", "scroll-text")
        self._close = Button("", kind="primary")
        self._copying.clicked.connect(self._copy)
        self._log.clicked.connect(show_log)
        self._close.clicked.connect(self.close)
        self._arrange()
        self._retranslate()
        self.resize(fonts.px(620), fonts.px(380))

    def _arrange(self) -> None:
        whole, buttons = column(gap=10, margins=(20, 20, 20, 20)), row(gap=8)
        whole.addWidget(self._headline)
        whole.addWidget(self._sentence)
        whole.addWidget(self._text, 1)
        buttons.addWidget(self._copying)
        buttons.addWidget(self._log)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        whole.addLayout(buttons)
        self.setLayout(whole)

    def _retranslate(self) -> None:
        self.setWindowTitle(_("A mistake in Ganztag"))
        self._headline.setText(_("Something went wrong, and it is our mistake."))
        self._sentence.setText(
            _("Your data are saved up to the last step. Please go on; if it happens again, send us the text below.")
        )
        self._text.setAccessibleName(_("A mistake in Ganztag"))
        self._copying.setText(_("Copy text"))
        self._log.setText(_("Show log"))
        self._close.setText(_("Go on"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())

    def done(self, result: int) -> None:
        _shown.clear()
        super().done(result)


def show_log() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(places.logs())))


def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Take what nobody caught; slots and events end here, and the program goes on."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    text = report(kind, trace)
    _log.error("%s", text)
    if QApplication.instance() is not None and not _shown:
        window = FailureWindow(text)
        _shown.append(window)
        window.show()
