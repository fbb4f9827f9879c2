"""The main window: it arranges sidebar, screens, start page and menus, and knows nothing of schools."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from ganztag.desktop import fonts, icons
from ganztag.desktop.actions import Actions
from ganztag.desktop.menus import Menus
from ganztag.desktop.navigation import Navigation
from ganztag.desktop.preferences import Preferences
from ganztag.desktop.reading_order import step
from ganztag.desktop.screens import ScreenHost
from ganztag.desktop.start_page import StartPage
from ganztag.desktop.theme import Theme
from ganztag.desktop.translation import Translation
from ganztag.desktop.widgets.banner import Banner
from ganztag.desktop.widgets.card import column, row
from ganztag.language import spoken

_GEOMETRY = "window"


class MainWindow(QMainWindow):
    """``before_close`` is asked when the window closes; False keeps it open; ``file_dropped(path)`` of a school."""

    file_dropped = Signal(object)

    def __init__(self, preferences: Preferences, translation: Translation, theme: Theme) -> None:
        super().__init__()
        self.preferences, self._translation, self._theme = preferences, translation, theme
        self.before_close: Callable[[], bool] | None = None
        self.actions_ = Actions(self)
        self.navigation = Navigation(self.actions_)
        self.banner, self.host = Banner(), ScreenHost()
        self.start_page = StartPage(self.actions_)
        self._pages = QStackedWidget()
        self._menus = Menus(self.actions_, self.navigation.screen_actions, self.menuBar(), self)
        self._arrange()
        self._connect()
        self._restore()
        self.start_page.setFocus()

    def _arrange(self) -> None:
        work, line, right = QWidget(), row(), column()
        self.banner.setProperty("outer", True)
        right.addWidget(self.banner)
        right.addWidget(self.host, 1)
        line.addWidget(self.navigation)
        line.addLayout(right, 1)
        work.setLayout(line)
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(work)
        self.setCentralWidget(self._pages)
        self.setMinimumSize(fonts.px(1024), fonts.px(640))
        self.setWindowIcon(icons.window_icon())
        self.setWindowTitle("Ganztag")
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.addActions([*self.actions_.all(), *self.navigation.screen_actions])
        self.navigation.offer_menu(self._menus.main)
        self.actions_.languages.triggered.connect(self._language_picked)
        self.actions_.themes.triggered.connect(self._theme_picked)
        self.actions_.named["menu_bar"].toggled.connect(self._menu_bar_switched)
        self.actions_.named["quit"].triggered.connect(self.close)

    def _restore(self) -> None:
        liking = self.preferences.liking
        self.actions_.tick(self.actions_.languages, spoken())
        self.actions_.tick(self.actions_.themes, self._theme.chosen)
        self.actions_.named["menu_bar"].setChecked(liking.menu_bar)
        self.menuBar().setVisible(liking.menu_bar)
        self.start_page.show_files(self.preferences.recent_files())
        state = self.preferences.recall(_GEOMETRY)
        if state is None or not self.restoreGeometry(state) or not self._is_seen():
            self._usual_place()

    def _usual_place(self) -> None:
        """Fill a small screen, else take 1440 x 900 in its middle."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        wanted = QSize(fonts.px(1440), fonts.px(900))
        self.resize(wanted.boundedTo(screen.size()))
        self.move(screen.center() - self.rect().center())
        if screen.width() < wanted.width():
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _is_seen(self) -> bool:
        """Tell whether the window lies on a screen that is there."""
        return any(screen.availableGeometry().intersects(self.geometry()) for screen in QGuiApplication.screens())

    def show_start(self) -> None:
        """Show the start page, when no file is open."""
        self.setWindowTitle("Ganztag")
        self.start_page.show_files(self.preferences.recent_files())
        self._pages.setCurrentIndex(0)
        self.start_page.setFocus()

    def show_work(self, title: str) -> None:
        """Show sidebar and screens; *title* is the file's name."""
        self.setWindowTitle(f"{title} – Ganztag")
        self._pages.setCurrentIndex(1)

    def is_working(self) -> bool:
        return self._pages.currentIndex() == 1

    def _language_picked(self, action: QAction) -> None:
        self.preferences.like(language=str(action.data()))
        self._translation.speak(str(action.data()))
        self.actions_.tick(self.actions_.languages, spoken())

    def _theme_picked(self, action: QAction) -> None:
        self.preferences.like(theme=str(action.data()))
        self._theme.choose(str(action.data()))
        self.actions_.tick(self.actions_.themes, self._theme.chosen)

    def _menu_bar_switched(self, on: bool) -> None:
        self.menuBar().setVisible(on)
        self.preferences.like(menu_bar=on)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()
            self._menus.retranslate()
            self.navigation.retranslate()
            self.start_page.retranslate()
        super().changeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if school_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = school_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a field that is being typed in say what it has, then close the file, then go."""
        finish_typing()
        if self.before_close is not None and not self.before_close():
            event.ignore()
            return
        self.preferences.keep(_GEOMETRY, QByteArray(self.saveGeometry()))
        super().closeEvent(event)


def school_file(dragged: QMimeData) -> Path | None:
    """Return the school file that is being dragged, if it is one and only one."""
    paths = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".ganztag" else None


def finish_typing() -> None:
    """Take the focus from the field that has it, so that it tells its change."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
