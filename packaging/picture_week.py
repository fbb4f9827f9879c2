"""What there is to see of the week: chosen, dragged, asked for, of somebody, and a real one."""

from typing import Any

from picture_popups import Sight, popup

from ganztag.desktop.placing.dialog import PlacingDialog


def week(screen: Any, _album: Any) -> Sight:
    chips = screen.grid.sheet.chips
    if not chips:
        return
    chip = next((chip for chip in chips if chip.mark == "error"), chips[0])
    screen.grid.choose(chip.key)
    yield "chosen", None
    yield from _week_carried(screen, chip)
    screen.planner.deed("where")
    yield "where", None
    screen.planner.deed("back")
    yield from _placing(screen, chip)
    for deed in ("room", "leader"):
        screen.planner.deed(deed)
        yield deed, None
    screen.side.supply.turn_to("course")
    screen.go_to_chip(f"room:{_room_of(screen, chip)}")
    yield "of_room", None
    screen.go_to_chip(f"class:{next(iter(screen._desk.watch.offer().classes), 0)}")
    yield "of_class", None
    screen.head.scope.open()
    yield from popup("whose")
    screen.go_to(chip.course)
    screen.head.show_week(screen._desk.office.clock.today())
    yield "real", None
    screen.head.to_plan()


def _week_carried(screen: Any, chip: Any) -> Sight:
    grid, place = screen.grid, screen.grid.geometry_
    carrier = screen.planner.carrier
    screen.planner._lift(chip.key, "meeting", grid.viewport().mapToGlobal(place.cell((chip.day, chip.first)).center()))
    target = ((chip.day + 1) % len(grid.sheet.days), chip.first)
    carrier.move(grid.viewport().mapToGlobal(place.cell(target).center()))
    yield "dragging", None
    carrier.cancel()


def _room_of(screen: Any, chip: Any) -> int:
    meeting = screen._desk.watch.offer().index.meeting[chip.key]
    return meeting.room or 0


def _placing(screen: Any, chosen: Any) -> Sight:
    """The dialog that finds places, and what it found for a few courses."""
    courses = {chip.course for chip in (chosen, *screen.grid.sheet.chips[:6])}
    dialog = PlacingDialog(screen._desk, screen, courses)
    dialog.seconds = 5
    dialog.show()
    yield "placing", dialog
    dialog.calculate_button.click()
    yield "placing_result", dialog
    dialog.done(0)
