"""Blocks of the afternoon and categories of courses."""

from datetime import time

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import blocks, categories, courses
from ganztag.operations.operation import Operation
from ganztag.queries import frame
from ganztag.queries.categories import categories as all_categories
from tests.offered import Offered


def test_a_block_that_is_there_is_found_again(offered: Offered) -> None:
    year = offered.term.school_year_id
    again = Operation(N_("Add a block"), lambda work: blocks.ensure_block(work, year, 1, time(14), time(15, 30)))
    assert offered.office.do(again) == offered.monday
    with pytest.raises(Objection):
        offered.office.do(blocks.add(year, 1, time(14), time(15, 30)))
    assert len(offered.office.read(frame.blocks, year)) == 2


def test_a_block_ends_after_it_starts_and_changes_with_its_courses(offered: Offered) -> None:
    with pytest.raises(Objection):
        offered.office.do(blocks.edit(offered.monday, ends=time(13)))
    with pytest.raises(Objection):
        offered.office.do(blocks.edit(offered.monday, weekday=2))
    offered.office.do(blocks.edit(offered.monday, ends=time(16), name="1. Block"))
    (meeting,) = offered.course(offered.robotics).meetings
    assert (meeting.ends, meeting.block) == (time(16), "1. Block")


def test_a_block_with_courses_is_not_deleted(offered: Offered) -> None:
    with pytest.raises(Objection):
        offered.office.do(blocks.delete(offered.monday))
    key = offered.office.do(blocks.add(offered.term.school_year_id, 4, time(14), time(15)))
    offered.office.do(blocks.delete(key))
    assert key not in {row.id for row in offered.office.read(frame.blocks, offered.term.school_year_id)}


def test_each_new_category_has_another_colour_until_all_are_used(offered: Offered) -> None:
    for name in ("Sport", "Musik", "Kunst"):
        offered.office.do(categories.add(name))
    rows = offered.office.read(all_categories, offered.term.id)
    assert len({row.colour for row in rows}) == 3
    with pytest.raises(Objection):
        offered.office.do(categories.add("sport"))
    found = Operation(N_("Find"), lambda work: categories.ensure_category(work, "MUSIK"))
    assert offered.office.do(found) == next(row.id for row in rows if row.name == "Musik")


def test_a_category_with_courses_is_renamed_but_not_deleted(offered: Offered) -> None:
    key = offered.office.do(categories.add("Sport"))
    offered.office.do(courses.edit(offered.volleyball, category_id=key))
    offered.office.do(categories.rename(key, "Sport und Spiel"))
    assert offered.course(offered.volleyball).category == "Sport und Spiel"
    with pytest.raises(Objection):
        offered.office.do(categories.delete(key, "Sport und Spiel"))
    offered.office.do(courses.edit(offered.volleyball, category_id=None))
    offered.office.do(categories.delete(key, "Sport und Spiel"))
    assert offered.office.read(all_categories, offered.term.id) == []
