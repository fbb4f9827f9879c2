"""Blocks become bands, meetings become chips; what belongs together is one."""

from datetime import date

import pytest

from ganztag.desktop.week.boxes import Box
from ganztag.desktop.week.cursor import Cursor
from ganztag.desktop.week.geometry import Geometry
from ganztag.desktop.week.plan import Marks, marks, plan_sheet
from ganztag.desktop.week.scope import WHOLE, Scope, scopes
from ganztag.desktop.week.sheet import Sheet
from ganztag.language import N_
from ganztag.operations.watch import Found
from ganztag.planning.clashes import Finding
from ganztag.planning.offer import Block, Child, Course, Enrolment, Leader, Meeting, Offer, Room

BLOCKS = (
    Block(1, 1, 840, 900, "1. Block"), Block(2, 1, 910, 970, "2. Block"), Block(3, 1, 980, 1040, "3. Block"),
    Block(4, 2, 840, 900, "1. Block"), Block(5, 2, 910, 970, "2. Block"), Block(6, 5, 780, 840, "1. Block"),
)  # fmt: skip
ROOMS = (Room(1, "Aula"), Room(2, "Werkraum"), Room(3, "Bühne", part_of=1))
LEADERS = (Leader(1, "Şahin"), Leader(2, "Owusu"))


def meeting(key: int, course: int, block: int, room: int | None = None, leaders: tuple[int, ...] = ()) -> Meeting:
    found = next(one for one in BLOCKS if one.id == block)
    return Meeting(key, course, found.weekday, found.starts, found.ends, block, room, leaders)


def offer(*meetings: Meeting, **parts: object) -> Offer:
    keys = sorted({one.course for one in meetings})
    values: dict[str, object] = {
        "courses": tuple(Course(key, f"Kurs {key}", f"K{key}", colour=key) for key in keys),
        "blocks": BLOCKS, "rooms": ROOMS, "leaders": LEADERS, "meetings": meetings,
    }  # fmt: skip
    return Offer(date(2026, 8, 24), date(2027, 1, 31), date(2026, 9, 14), **{**values, **parts})  # type: ignore[arg-type]


def week(*meetings: Meeting, scope: Scope = WHOLE, **parts: object) -> Sheet:
    return plan_sheet(offer(*meetings, **parts), scope, Marks())


def test_blocks_of_all_days_with_the_same_name_are_one_band() -> None:
    sheet = week()
    assert [(band.name, band.starts, band.ends) for band in sheet.bands] == [
        ("1. Block", 840, 900), ("2. Block", 910, 970), ("3. Block", 980, 1040),
    ]  # fmt: skip
    assert sheet.bands[0].blocks[4].id == 6  # on Friday it is an hour earlier, and still the first
    assert sheet.block_at((4, 1)) is None


def test_blocks_without_names_are_one_band_where_they_overlap_by_half() -> None:
    blocks = (Block(1, 1, 840, 930), Block(2, 2, 850, 940), Block(3, 3, 935, 1000))
    bands = plan_sheet(offer(blocks=blocks), WHOLE, Marks()).bands
    assert [sorted(band.blocks) for band in bands] == [[0, 1], [2]]


def test_a_course_in_two_blocks_in_a_row_in_the_same_room_is_one_chip() -> None:
    (chip,) = week(meeting(7, 1, 1, 2, (1,)), meeting(8, 1, 2, 2, (1,))).chips
    assert (chip.meetings, chip.first, chip.last, chip.is_span) == ((7, 8), 0, 1, True)
    assert (chip.room, chip.leaders) == ("Werkraum", "Şahin")


@pytest.mark.parametrize(
    "second",
    [meeting(8, 1, 2, 1, (1,)), meeting(8, 1, 3, 2, (1,)), meeting(8, 1, 5, 2, (1,)), meeting(8, 1, 2, 2, (2,))],
    ids=["another room", "a block between", "another day", "another leader"],
)
def test_other_meetings_of_a_course_are_chips_of_their_own(second: Meeting) -> None:
    assert len(week(meeting(7, 1, 1, 2, (1,)), second).chips) == 2


def test_a_course_at_times_of_its_own_stands_where_it_belongs() -> None:
    inside, late = Meeting(1, 1, 1, 845, 900), Meeting(2, 2, 3, 1080, 1140)
    sheet = week(inside, late)
    first, second = sheet.chips
    assert (first.first, first.last, first.time) == (0, 0, "14:05–15:00")
    assert [band.starts for band in sheet.bands] == [840, 910, 980, 1080]
    assert (second.day, second.first, second.time) == (2, 3, "18:00–19:00")


def test_a_course_over_the_whole_afternoon_reaches_over_all_its_bands() -> None:
    (chip,) = week(Meeting(1, 1, 1, 840, 1040)).chips
    assert (chip.first, chip.last) == (0, 2)


def test_days_are_shown_up_to_the_last_one_on_which_something_can_be() -> None:
    assert len(week().days) == 5
    assert [day.weekday for day in week(Meeting(1, 1, 6, 600, 700)).days] == [1, 2, 3, 4, 5, 6]
    assert [day.weekday for day in week(blocks=BLOCKS[:5]).days] == [1, 2]


def finding(severity: str, *meetings: int) -> Finding:
    return Finding("room twice", severity, N_("Rooms"), ("room", 1), meetings=meetings, short=N_("Rooms"))  # type: ignore[arg-type]


def test_the_worst_finding_marks_a_chip_and_an_accepted_one_is_quieter() -> None:
    found = marks([Found(finding("warning", 7), None), Found(finding("error", 7), None)])
    (chip,) = plan_sheet(offer(meeting(7, 1, 1)), WHOLE, found).chips
    assert chip.mark == "error"
    assert chip.notes == ("Räume", "Räume")
    accepted = marks([Found(finding("error", 7), object())])  # type: ignore[arg-type]
    assert plan_sheet(offer(meeting(7, 1, 1)), WHOLE, accepted).chips[0].mark == "accepted"


def of_scope(kind: str, key: int) -> set[int]:
    """Return the courses that are shown of one who is in course 1 alone."""
    courses = (
        Course(1, "Chor", category=5, year_groups=frozenset({5})), Course(2, "Judo", classes=frozenset({62})),
        Course(3, "Kino", category=6),
    )  # fmt: skip
    child = Child(9, "Ada", year_group=5, classes=frozenset({51}))
    chips = week(
        meeting(1, 1, 1, 1, (1,)), meeting(2, 2, 2, 2, (2,)), meeting(3, 3, 3, 3, (1, 2)),
        scope=Scope(kind, key), courses=courses, children=(child,), enrolments=(Enrolment(9, 1),),
        classes={51: "5a", 62: "6b"}, years={5: "5"},
    ).chips  # fmt: skip
    return {chip.course for chip in chips}


@pytest.mark.parametrize(
    ("kind", "key", "courses"),
    [
        ("school", 0, {1, 2, 3}), ("year_group", 5, {1, 3}), ("year_group", 6, {3}), ("class", 51, {1, 3}),
        ("class", 62, {2, 3}), ("category", 6, {3}), ("staff", 1, {1, 3}), ("staff", 2, {2, 3}), ("room", 2, {2}),
        ("room", 1, {1, 3}), ("room", 3, {1, 3}), ("pupil", 9, {1}), ("pupil", 10, set()),
    ],
)  # fmt: skip
def test_the_week_of_somebody_shows_what_is_his(kind: str, key: int, courses: set[int]) -> None:
    assert of_scope(kind, key) == courses


def test_everybody_whose_week_can_be_shown_is_found_by_name() -> None:
    made = offer(children=(Child(9, "Ada Yılmaz", classes=frozenset({51})),), classes={51: "5a"}, years={5: "5"})
    found = {named.name: named.scope for named in scopes(made, {3: "Sport"})}
    assert found["Ada Yılmaz · 5a"] == Scope("pupil", 9)
    assert {"Ganze Schule", "Klasse 5a", "Şahin", "Raum Aula"} <= set(found)
    assert next(iter(found)) == "Ganze Schule"


def laid_out(sheet: Sheet, width: int = 900, height: int = 700, **values: object) -> Geometry:
    place = Geometry(**values)  # type: ignore[arg-type]
    place.lay_out(sheet, width, height)
    return place


def many(count: int) -> Sheet:
    return week(*(meeting(key, key, 1) for key in range(1, count + 1)))


def test_a_few_chips_fill_their_cells_and_many_are_stacked() -> None:
    one = laid_out(week(meeting(1, 1, 1)))
    assert one.is_roomy
    (box,) = one.boxes[0, 0]
    assert box.rect.height() > 150
    assert not laid_out(many(4)).is_roomy


def test_a_card_is_no_higher_than_what_it_says_where_a_day_has_one_block_only() -> None:
    blocks = (Block(1, 1, 840, 900, "1. Block"),)
    place = laid_out(week(meeting(1, 1, 1), blocks=blocks))
    (box,) = place.boxes[0, 0]
    assert place.heights[0] > 600
    assert box.rect.height() < 250


def test_no_chip_stands_on_another_nor_outside_its_cell() -> None:
    spans = [meeting(100 + n, 50 + n, block, 1) for n in range(2) for block in (1, 2)]
    singles = [meeting(key, key, 1 + key % 3) for key in range(1, 25)]
    numbered = [
        Meeting(n, m.course, m.weekday, m.starts, m.ends, m.block, m.room) for n, m in enumerate((*spans, *singles), 1)
    ]
    place = laid_out(week(*numbered))
    for day in range(5):
        boxes = [*place.spans, *(box for band in range(3) for box in place.boxes.get((day, band), ()))]
        here = [box for box in boxes if place.lefts[day] <= box.rect.left() < place.lefts[day] + place.day_width]
        for number, box in enumerate(here):
            assert box.rect.right() < place.lefts[day] + place.day_width
            assert not any(box.rect.intersects(other.rect) for other in here[number + 1 :])


def test_two_blocks_in_a_row_are_one_box_across_the_gap() -> None:
    others = [meeting(key, key, 1) for key in range(10, 14)]
    place = laid_out(week(meeting(1, 1, 1, 1), meeting(2, 1, 2, 1), *others))
    (span,) = place.spans
    assert span.rect.top() < place.tops[0] + place.heights[0]
    assert span.rect.bottom() > place.tops[1]


def test_what_has_no_room_is_counted_and_shown_when_its_band_is_opened() -> None:
    sheet = many(30)
    place = laid_out(sheet, height=420)
    boxes = place.boxes[0, 0]
    assert boxes[-1].more == 30 - (len(boxes) - 1)
    assert boxes[-1].more > 0
    place.expanded = frozenset({0})
    place.lay_out(sheet, 900, 420)
    assert [box.more for box in place.boxes[0, 0]] == [0] * 30
    assert place.content_height() > 420


def test_the_box_of_the_hidden_ones_carries_the_worst_of_their_marks() -> None:
    found = marks([Found(finding("error", 30), None)])
    meetings = [meeting(key, key, 1) for key in range(1, 31)]
    courses = tuple(Course(key, f"Kurs {key:02d}", f"K{key:02d}") for key in range(1, 31))
    place = laid_out(plan_sheet(offer(*meetings, courses=courses), WHOLE, found), height=420)
    assert place.boxes[0, 0][-1].mark == "error"


def test_a_place_of_the_week_is_found_again() -> None:
    sheet = many(5)
    place = laid_out(sheet)
    for cell, boxes in place.boxes.items():
        assert place.cell_at(place.cell(cell).center()) == cell
        for box in boxes:
            assert place.box_at(box.rect.center()) == box
    assert isinstance(place.box_at(place.boxes[0, 0][0].rect.center()), Box)
    assert place.cell_at(place.cell((0, 0)).topLeft() - place.cell((0, 0)).topLeft()) is None


def test_the_reasons_have_room_above_the_chips_while_something_is_carried() -> None:
    sheet = many(4)
    assert (
        laid_out(sheet).boxes[0, 0][0].rect.top()
        < laid_out(sheet, signed=frozenset({(0, 0)})).boxes[0, 0][0].rect.top()
    )


def test_the_cursor_walks_over_chips_and_cells() -> None:
    cursor = Cursor()
    cursor.show(week(meeting(1, 1, 1), meeting(2, 2, 1), meeting(3, 3, 5)))
    cursor.start()
    assert (cursor.cell, cursor.key) == ((0, 0), 1)
    seen = []
    for across, down in ((0, 1), (0, 1), (1, 0), (0, -1), (0, -1), (-1, 0), (-1, 0)):
        cursor.step(across, down)
        seen.append((cursor.cell, cursor.key))
    assert seen == [
        ((0, 0), 2), ((0, 1), 0), ((1, 1), 3), ((1, 0), 0), ((1, 0), 0), ((0, 0), 1), ((0, 0), 1),
    ]  # fmt: skip


def test_the_cursor_walks_over_a_chip_of_two_blocks_once() -> None:
    cursor = Cursor()
    cursor.show(week(meeting(1, 1, 1, 1), meeting(2, 1, 2, 1), meeting(3, 3, 3)))
    cursor.start()
    cursor.step(0, 1)
    assert cursor.key == 3
    cursor.step(0, -1)
    assert cursor.key == 1


def test_the_cursor_stays_on_its_chip_when_that_moves() -> None:
    cursor = Cursor()
    cursor.show(week(meeting(1, 1, 1), meeting(2, 2, 1)))
    cursor.go_to(2)
    cursor.show(week(meeting(1, 1, 1), meeting(2, 2, 5)))
    assert (cursor.cell, cursor.key) == ((1, 1), 2)
    cursor.show(week(meeting(1, 1, 1)))
    assert (cursor.cell, cursor.key) == ((1, 1), 0)
