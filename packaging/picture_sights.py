"""What there is to see beside the first sight of each screen: states, panels, popups and every dialog.

A sight is a generator that brings something about and yields its name, with a widget where that is what is grabbed
(else the window). Dialogs that are asked for come by themselves: the album keeps a picture of each (``Posing``).
"""

from collections.abc import Callable
from typing import Any

import picture_ballots
from picture_allocation import allocation
from picture_dates import course_dates
from picture_popups import Sight
from picture_popups import popup as _popup
from picture_week import week
from PySide6.QtCore import QPoint

from ganztag.desktop.finder import Finder
from ganztag.desktop.importing import open_import
from ganztag.domain.objection import Objection
from ganztag.operations.printing import PAPERS


def overview(screen: Any, _album: Any) -> Sight:
    for table in screen.afternoon.tables()[:1]:
        table.setFocus()
        table.choose_first()
        yield "focus", None


def courses(screen: Any, _album: Any) -> Sight:
    table, detail, rows = screen.table, screen.detail, screen.table.rows.all()
    screen.add()
    if not rows:
        return
    for chip in ("clash", "full", "all"):
        screen.go_to_chip(chip)
        table.choose_first()
        yield chip, None
    screen.go_to(max(rows, key=lambda row: len(row.meetings)).id)
    yield "several", None
    detail._scroll.verticalScrollBar().setValue(10_000)
    yield "bottom", None
    screen.go_to(rows[1].id)
    detail.form.editor("max_size").setText("viele")
    detail.form.editor("max_size").left.emit()
    yield "wrong", None
    detail.form.show_values({"max_size": 3})
    yield from course_dates(screen, rows)
    yield from _course_dialogs(screen, rows)
    yield from _course_popups(screen)
    screen.verbs.duplicate.trigger()
    yield "duplicated", None
    screen.verbs.delete.trigger()
    yield "deleted", None
    screen.filters.search.setText("xyz")
    yield "nothing_found", None


def _course_dialogs(screen: Any, rows: list[Any]) -> Sight:
    taken = next((row for row in rows if row.enrolled), None)
    if taken is None:
        return
    screen.go_to(taken.id)
    screen.detail.participants.table.selectRow(0)
    screen.places._move()
    try:
        screen.verbs.edit("status", "struck")
    except Objection:
        yield "not_struck", None


def _course_popups(screen: Any) -> Sight:
    screen.table.horizontalHeader().open_menu(QPoint(300, 20))
    yield from _popup("columns")
    seeker = screen.detail.participants.seeker
    seeker.setText("me")
    seeker._look("me")
    yield from _popup("seeker")
    seeker.clear()
    screen.table._open_menu(QPoint(200, 200))
    yield from _popup("menu")
    screen.detail.form.editor("category_id").showPopup()
    yield from _popup("choice")


def rooms(screen: Any, _album: Any) -> Sight:
    if screen.rows.all():
        yield from _rooms_over_the_week(screen)
        screen.verbs.delete.trigger()
        yield "refused", None
    screen.add()
    yield "added", None


def _rooms_over_the_week(screen: Any) -> Sight:
    troubled = [row.id for row in screen.rows.all() if row.troubles]
    for room in (troubled or screen.rows.visible_ids())[:1]:
        screen.go_to(room)
        screen.detail.turn_to("week")
        yield "week", None
    screen.detail.week.add()
    for time in screen.detail.week.rows.all()[:1]:
        screen.detail.week.change(time.id)
    screen.imports.menu().popup(QPoint(900, 80))
    yield from _popup("import_menu")
    screen.go_to_chip("heat")
    screen.views.heat.setFocus()
    yield "heat", None
    screen.go_to_chip("search")
    yield "search", None
    screen.views.search._changed("equipment", "Klavier")
    screen.views.search._changed("children", 20)
    yield "search_found", None
    screen.detail.turn_to("fields")
    screen.go_to(screen.rows.visible_ids()[0])


def staff(screen: Any, _album: Any) -> Sight:
    if screen.rows.all():
        screen.go_to_chip("clash")
        screen.table.choose_first()
        yield "clash", None
        screen.verbs.delete.trigger()
        yield "refused", None
        screen.detail.form.editor("starts")._open_calendar()
        yield from _popup("calendar")
        yield from _staff_views(screen)
    screen.add()
    yield "added", None


def _staff_views(screen: Any) -> Sight:
    screen.go_to_chip("all")
    for row in (row for row in screen.rows.all() if row.code in ("KOW", "TES")):
        screen.go_to(row.id)
        for section in ("times", "papers", "pay"):
            screen.detail.turn_to(section)
            yield f"{row.code}_{section}", None
    screen.detail._scroll.verticalScrollBar().setValue(10_000)
    yield "contracts", None
    for view in ("papers", "fees", "partners"):
        screen.turn_to(view)
        yield f"view_{view}", None
    screen.turn_to("papers")
    paper = screen.views.matrix.current_paper()
    if paper is not None:
        screen.verbs.paper("open", paper)
        screen.verbs.paper_menu(screen.mapToGlobal(QPoint(300, 300)), paper)
        yield from _popup("paper_menu")
    screen.turn_to("list")
    screen.detail.turn_to("person")


def checks(screen: Any, _album: Any) -> Sight:
    rows = screen.rows.all()
    if rows:
        screen.table.choose(rows[0].id)
        screen.detail.accept_button.click()
        yield "refused", None
        screen.detail.reason.setText("Mit der Schulleitung so abgesprochen")
        screen.detail.accept_button.click()
        screen.go_to_chip("exception")
        yield "exception", None


def pupils(screen: Any, _album: Any) -> Sight:
    longest = max(screen.rows.all(), key=lambda row: len(row.name), default=None)
    if longest is not None:
        screen.go_to(longest.id)
        yield "long_names", None
        screen.go_to(screen.rows.visible_ids()[0])
    screen.verbs.add()
    if screen.shown() is None:
        return
    page = screen.page
    page.edit_data()
    yield "data", None
    page.to_top()
    for guardian in screen.shown().guardians[:1]:
        page.family.item(guardian.id).turn()
        yield "guardian", None
        page.family.item(guardian.id).turn()
    screen._choose_course()
    yield from _popup("chooser")
    page.person.more.menu().popup(QPoint(100, 100))
    yield from _popup("more")
    yield from _week_of(screen)
    screen.verbs._leave()
    screen.verbs.link_sibling()
    screen.verbs.delete.trigger()
    yield "refused", None
    screen.go_to_chip("without")
    yield "without", None


def _week_of(screen: Any) -> Sight:
    days = list(screen.page.week._columns.values())
    days[0].way_home.click()
    yield from _popup("way_home")
    for card in [card for day in days for card in day.cards()][:1]:
        card.click()
        yield from _popup("card_menu")
        screen.enrolling.mean(card)
        screen.enrolling._leave()
        screen.enrolling._change()
        yield from _popup("change")


def school(screen: Any, album: Any) -> Sight:
    for key, section in screen.sections.items():
        screen.go_to_chip(key)
        yield key, None
        if section.subject.born:
            section.add()
    for key in ("rules", "calendar"):
        screen.go_to_chip(key)
        yield key, None
    screen.calendar.bring_in(path=album.files["calendar"])
    screen.go_to_chip("terms")
    screen._copy_offer()
    screen._change_year()
    screen.go_to_chip("school")


def attendance(screen: Any, _album: Any) -> Sight:
    screen._turn(-1)
    if screen.rows.all():
        screen._rest_was_there()
        screen.grid.setFocus()
        for state in ("excused", "unexcused", "late", "left_early"):
            screen.grid._say(state)
            screen.grid._go(screen.grid._paint.current[0] + 1, screen.grid._paint.current[1])
        yield "entered", None


def changes(screen: Any, _album: Any) -> Sight:
    for kind in ("free", "absent", "late", "left", "list"):
        screen.go_to_chip(kind)
        yield kind, None
    screen.queue_verbs._by_hand()
    screen.add()
    screen.look_for_exchanges()
    yield "exchange", None
    screen.go_to_chip("late")
    screen.late.search.click()
    yield "late_found", None
    screen.go_to_chip("free")
    screen.queue.proposal.verb.click()
    yield "moved_up", None


def lists(screen: Any, _album: Any) -> Sight:
    screen.chooser.tick_only(screen.chooser.rows.visible_ids()[1:4])
    yield "chosen", None
    for chip in (*PAPERS, "attendance"):
        screen.go_to_chip(chip)
        yield chip, None
    screen.preview.zooms.actions()[2].trigger()
    yield "original", None


def imports(album: Any) -> None:
    """Open the import of each kind with good and bad files; the calendar's is a dialog of the screen "school"."""
    for key, path in album.files.items():
        kind = key.split("_")[0]
        if kind == "calendar":
            continue
        album.posing_as = f"import_{key}"
        open_import(album.opening.school.desk, album.window, "pupils" if kind == "no" else kind, path)


def questions(album: Any) -> None:
    """Ask what is asked beside the dialogs of the screens."""
    ask, window = album.ask, album.window
    album.posing_as = "ask_confirm"
    ask.confirm(window, "Schule.ganztag ist auf PC-07 geöffnet, von petersen, seit 7:42.", verb="Trotzdem öffnen",
                advice="Bitte nur öffnen, wenn dort wirklich niemand mehr arbeitet.", dangerous=True)  # fmt: skip
    album.posing_as = "ask_choose"
    ask.choose(window, "Die Beispielschule haben Sie schon ausprobiert.", ["Damit weitermachen", "Neu anfangen"])
    album.posing_as = "ask_tell"
    ask.tell(window, "Die Datei konnte nicht geschrieben werden.", "Bitte prüfen Sie, ob der Stick noch steckt.")


def finder(album: Any) -> Sight:
    for name, text in (("finder", ""), ("finder_typed", "mü"), ("finder_command", "dunk"), ("finder_none", "xyzzy")):
        album.opening.school.find()
        shown = next(w for w in album.window.findChildren(Finder) if w.isVisible())
        shown.search.setText(text)
        yield name, shown
        shown.close()


def menus(album: Any) -> Sight:
    for name, menu in (("menu", album.window._menus.main), ("menu_view", album.window._menus.view)):
        menu.popup(QPoint(50, 50))
        yield name, menu
        menu.close()
    album.window.navigation._offer_terms()
    yield from _popup("menu_terms")


BY_SCREEN: dict[str, Callable[[Any, Any], Sight]] = {
    "overview": overview, "courses": courses, "week": week, "rooms": rooms, "staff": staff, "checks": checks,
    "pupils": pupils, "wishes": picture_ballots.look, "allocation": allocation, "changes": changes,
    "attendance": attendance, "lists": lists, "school": school,
}  # fmt: skip
