"""What there is to see beside the first sight of each screen: states, panels, popups and every dialog.

A sight is a generator that brings something about and yields its name, with a widget where that is what is grabbed
(else the window). Dialogs that are asked for come by themselves: the album's ``Posing`` keeps a picture of each.
"""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

Sight = Iterator[tuple[str, QWidget | None]]


def popup() -> QWidget | None:
    """Return the popup or menu that is open."""
    return QApplication.activePopupWidget()


def _popups(name: str) -> Sight:
    shown = popup()
    if shown is not None:
        yield name, shown
        shown.close()


def courses(screen: Any, _album: Any) -> Sight:
    table, verbs, detail = screen.table, screen.verbs, screen.detail
    rows = table.rows.all()
    for name, chip in (("clash", "clash"), ("full", "full")):
        screen.go_to_chip(chip)
        table.choose_first()
        yield name, None
    screen.go_to_chip("all")
    several = max(rows, key=lambda row: len(row.meetings))
    screen.go_to(several.id)
    yield "several", None
    detail._scroll.verticalScrollBar().setValue(10_000)
    yield "bottom", None
    screen.add()
    table.choose(rows[1].id)
    detail.form.editor("max_size").setText("viele")
    detail.form._left.__self__.editor("max_size").left.emit()
    yield "wrong", None
    if detail.participants.rows.rowCount():
        detail.participants.table.selectRow(0)
        screen.places._move()
        verbs_status = next(row for row in rows if row.enrolled)
        screen.go_to(verbs_status.id)
        try:
            verbs.edit("status", "struck")
        except Exception as objection:
            print("  ", objection)
    header = table.horizontalHeader()
    header.open_menu(QPoint(300, 20))
    yield from _popups("columns")
    detail.participants.seeker.setText("me")
    detail.participants.seeker._look("me")
    yield from _popups("seeker")
    verbs.duplicate.trigger()
    yield "duplicated", None
    verbs.delete.trigger()
    yield "deleted", None
    verbs._desk.office.undo()
    table._open_menu(QPoint(200, 200))
    yield from _popups("menu")
    screen.filters.search.setText("xyz")
    yield "nothing_found", None


def rooms(screen: Any, _album: Any) -> Sight:
    screen.add()
    yield "added", None
    screen.table.choose(screen.rows.visible_ids()[0])
    screen.verbs.delete.trigger()
    yield "refused", None


def staff(screen: Any, _album: Any) -> Sight:
    screen.go_to_chip("clash")
    screen.table.choose_first()
    yield "clash", None
    screen.add()
    yield "added", None
    screen.table.choose(screen.rows.visible_ids()[0])
    screen.verbs.delete.trigger()
    yield "refused", None
    editor = screen.detail.form.editor("starts")
    editor._open_calendar()
    yield from _popups("calendar")


def pupils(screen: Any, _album: Any) -> Sight:
    page = screen.page
    if screen.shown() is None:
        return
    screen._choose_course()
    yield from _popups("chooser")
    screen.page.edit_data()
    yield "data", None
    page.to_top()
    item = page.family.item(screen.shown().guardians[0].id) if screen.shown().guardians else None
    if item is not None:
        item.turn()
        yield "guardian", None
        item.turn()
    days = page.week._columns
    days[next(iter(days))].way_home.click()
    yield from _popups("way_home")
    cards = [card for day in days.values() for card in day.cards()]
    if cards:
        cards[0].click()
        yield from _popups("card_menu")
        screen.enrolling.mean(cards[0])
        screen.enrolling._leave()
        screen.enrolling._change()
        yield from _popups("change")
    page.person.more.menu().popup(QPoint(100, 100))
    yield from _popups("more")
    screen.verbs.add()
    screen.verbs._leave()
    screen.verbs.link_sibling()
    screen.verbs.delete.trigger()
    yield "refused", None
    screen.go_to_chip("without")
    yield "without", None


def school(screen: Any, _album: Any) -> Sight:
    for key, section in screen.sections.items():
        screen.go_to_chip(key)
        yield key, None
        if section.subject.born:
            section.add()
    screen.go_to_chip("school")


def wishes(screen: Any, _album: Any) -> Sight:
    for name in ("choose_ballot", "_choose_ballot", "change_ballot"):
        if hasattr(screen, name):
            getattr(screen, name)()
    yield from _popups("menu")


def lists(screen: Any, _album: Any) -> Sight:
    for name, bring_about in screen.pictures():
        shown = bring_about()
        yield name, shown
        if shown is not None:
            shown.close()


def allocation(screen: Any, _album: Any) -> Sight:
    button = screen.head.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    if button.isEnabled() and button.isVisible():
        button.click()
        yield "calculated", None


def imports(album: Any) -> None:
    """Open the import of each kind with a good and a bad file; the album keeps what it sees."""
    from ganztag.desktop.importing import open_import

    for key, path in album.files.items():
        kind = key.split("_")[0] if key.split("_")[0] != "no" else "pupils"
        album.posing_as = f"import_{key}"
        open_import(album.opening.school.desk, album.window, kind, path)
    album.posing_as = ""


def questions(album: Any) -> None:
    """Ask what is asked beside the dialogs of the screens."""
    ask, window = album.ask, album.window
    album.posing_as = "ask_confirm"
    ask.confirm(window, "Die Datei Schule.ganztag ist schon geöffnet, seit 7:42 von Frau Petersen an PC-07.",
                verb="Trotzdem öffnen", advice="Bitte nur öffnen, wenn dort wirklich niemand mehr arbeitet.",
                dangerous=True)  # fmt: skip
    album.posing_as = "ask_choose"
    ask.choose(window, "Die Beispielschule haben Sie schon ausprobiert.", ["Damit weitermachen", "Neu anfangen"])
    album.posing_as = "ask_tell"
    ask.tell(window, "Die Datei konnte nicht geschrieben werden.", "Bitte prüfen Sie, ob der Stick noch steckt.")
    album.posing_as = ""


def finder(album: Any) -> Sight:
    from ganztag.desktop.finder import Finder

    for name, text in (("finder", ""), ("finder_typed", "mü"), ("finder_command", "dunk"), ("finder_none", "xyzzy")):
        album.opening.school.find()
        shown = next(w for w in album.window.findChildren(Finder) if w.isVisible())
        shown.search.setText(text)
        yield name, shown
        shown.close()


def busy_field(widget: QWidget) -> QLineEdit:
    return widget.findChildren(QLineEdit)[0]


def menus(album: Any) -> Sight:
    window = album.window
    for name, menu in (("menu", window._menus.main), ("menu_view", window._menus.view)):
        menu.popup(QPoint(50, 50))
        yield name, menu
        menu.close()
    window.navigation._offer_terms()
    yield from _popups("menu_terms")
    assert popup() is None or isinstance(popup(), QMenu)


BY_SCREEN: dict[str, Callable[[Any, Any], Sight]] = {
    "courses": courses,
    "rooms": rooms,
    "staff": staff,
    "pupils": pupils,
    "wishes": wishes,
    "allocation": allocation,
    "lists": lists,
    "school": school,
}
