"""F3: find a course of the block by its title instead of its number."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from ganztag.desktop import fonts
from ganztag.desktop.widgets.card import column
from ganztag.desktop.widgets.filter_box import SearchField
from ganztag.desktop.wishes.entry import Entry
from ganztag.domain.search import matches, words
from ganztag.language import _
from ganztag.queries.wish_checks import Place, WishCourse, trouble

_ID = int(Qt.ItemDataRole.UserRole)


class CourseFinder(QFrame):
    """A popup below the cell; ``picked(course id)`` on Enter or a click."""

    picked = Signal(int)

    def __init__(self, courses: Iterable[WishCourse], against: Mapping[int, str], parent: QWidget) -> None:
        """*against* says what speaks against a course, in words; those stand last."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "raised")
        self._courses = sorted(courses, key=lambda course: course.id in against)
        self._against = against
        self.search, self.list = SearchField(), QListWidget()
        self.search.hint(_("Title or number of the course"))
        self.list.setProperty("list", "true")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(_("Courses"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = column(gap=6, margins=(10, 10, 10, 10))
        whole.addWidget(self.search)
        whole.addWidget(self.list)
        self.setLayout(whole)
        self.setFixedSize(fonts.px(380), fonts.px(300))
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._pick)
        self._look("")

    def open_at(self, at: QPoint) -> None:
        self.move(at)
        self.show()
        self.search.setFocus()

    def _look(self, text: str) -> None:
        wanted = words(text)
        self.list.clear()
        for course in self._courses:
            if matches(course.search_key, wanted):
                why = self._against.get(course.id, "")
                item = QListWidgetItem(f"{course.name}  –  {why}" if why else course.name)
                item.setData(_ID, course.id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk in the list while the search field has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            key = int(item.data(_ID))
            self.close()
            self.picked.emit(key)


def courses_for(entry: Entry) -> tuple[list[WishCourse], dict[int, str]]:
    """Return the courses of the block in which is typed, and what speaks against some of them."""
    here, row = entry.cells[entry.cell], entry.rows[entry.row]
    place = Place(row.voter, here.block, {}, row.busy)
    courses = [course for course in entry.courses.values() if here.block in course.blocks]
    told = {course.id: trouble(course, place, ()) for course in courses}
    return courses, {key: str(found.short) for key, found in told.items() if found is not None}
