from datetime import time
from io import BytesIO
from pathlib import Path

from ganztag.documents import week_plan
from ganztag.queries.paper_rows import Block, PupilDay, SchoolDay, Stay, WeekPlan
from tests.documents import reading, sheets
from tests.documents.recording import RecordingPen, recorded


def _pens(*plans: WeekPlan) -> list[RecordingPen]:
    return recorded(week_plan.leaves(plans), week_plan.paper())


def _words(*plans: WeekPlan) -> list[str]:
    return [text.words for pen in _pens(*plans) for text in pen.texts]


def test_two_plans_stand_on_a_sheet_and_are_counted_in_their_class() -> None:
    plans = [sheets.week_plan(1), sheets.week_plan(2), sheets.week_plan(3, class_name="4c")]
    stream = BytesIO()
    week_plan.write(plans, stream)
    first, second = map(reading.flat, reading.pages(stream.getvalue()))
    assert "4b · sheet 1 of 2" in first
    assert "4b · sheet 2 of 2" in first
    assert "4c · sheet 1 of 1" in second


def test_a_plan_names_course_room_leaders_and_what_to_bring() -> None:
    words = _words(sheets.week_plan(0))
    for text in ("Kochen aus", "aller Welt", "Schulküche", "Bitte Schürze", "mitbringen"):
        assert text in words
    assert "Frau\u00a0Rahimi and" in words
    assert "Herr\u00a0Brinkmann" in words


def test_a_double_block_is_one_span_without_a_rule_in_it() -> None:
    (pen,) = _pens(sheets.week_plan(0))
    (kitchen,) = [text for text in pen.texts if text.words == "Schulküche"]
    inside = [r for r in pen.rules if r[1] == r[3] and r[0] <= kitchen.left <= r[2] and kitchen.baseline < r[1]]
    (home,) = [text for text in pen.texts if text.words == "I go home"]
    assert min(rule[1] for rule in inside) > home.baseline - 20


def test_a_booked_child_without_a_course_is_asked_for() -> None:
    plan = sheets.week_plan(0, week=sheets.WEEK[:1], days=(PupilDay(1, True, (), time(16), "Bus"),))
    words = _words(plan)
    assert words.count("Care?") == 2
    assert "–" not in words
    assert words[words.index("16:00") :][:2] == ["16:00", "Bus"]


def test_a_day_at_home_is_one_dash() -> None:
    words = _words(sheets.week_plan(0, week=sheets.WEEK[:1], days=(PupilDay(1),)))
    assert words.count("–") == 1


def test_a_course_that_keeps_other_hours_says_so() -> None:
    late = Stay(time(13, 45), time(14, 30), "Chor", room="Musik")
    words = _words(sheets.week_plan(0, week=sheets.WEEK[:1], days=(PupilDay(1, True, (late,), time(16)),)))
    assert "13:45–14:30" in words
    assert "13:45–14:30" not in _words(sheets.week_plan(0))


def test_a_course_outside_the_blocks_gets_a_row_of_its_own() -> None:
    late = Stay(time(16, 15), time(17), "Theater", room="Aula")
    words = _words(sheets.week_plan(0, week=sheets.WEEK[:1], days=(PupilDay(1, True, (late,), time(17)),)))
    assert "16:15" in words
    assert "to 17:00" in words
    assert "Theater" in words


def test_an_unknown_room_is_said_to_be_open() -> None:
    plan = sheets.week_plan(0, days=(PupilDay(1, True, (Stay(time(13, 30), time(14, 30), "Chor"),)),))
    assert "Room still open" in _words(plan)


def test_four_short_blocks_hold_their_texts() -> None:
    blocks = tuple(Block(f"Block {n}", time(11 + n), time(11 + n, 45)) for n in range(1, 5))
    week = tuple(SchoolDay(weekday, blocks) for weekday in range(1, 6))
    days = tuple(
        PupilDay(d, True, tuple(sheets.stay(d + n, b) for n, b in enumerate(blocks)), time(16)) for d in range(1, 6)
    )
    stream = BytesIO()
    assert week_plan.write([sheets.week_plan(0, week=week, days=days)], stream).shortened == ()


def test_file_names_keep_children_private_unless_asked(tmp_path: Path) -> None:
    plans = [sheets.week_plan(4), sheets.week_plan(5)]
    week_plan.write_each(plans, tmp_path / "a")
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["Week plan 4b 01.pdf", "Week plan 4b 02.pdf"]
    week_plan.write_each(plans, tmp_path / "b", named=True)
    assert sorted(path.name for path in (tmp_path / "b").iterdir()) == [
        "4b Köhler, Jonathan.pdf",
        "4b Lê, Quang Huy.pdf",
    ]


def test_a_single_plan_keeps_its_number_of_the_class(tmp_path: Path) -> None:
    week_plan.write_each([sheets.week_plan(4), sheets.week_plan(5)], tmp_path)
    text = reading.flat(reading.pages((tmp_path / "Week plan 4b 02.pdf").read_bytes())[0])
    assert "4b · sheet 2 of 2" in text
