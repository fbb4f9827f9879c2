import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganztag.exchange.blocks import BlockRef, YearSpan, block_of, blocks_of, years_of
from ganztag.exchange.person_names import people_of, person_of
from ganztag.exchange.values import Wrong

AT_TWO = (dt.time(14), dt.time(15, 30))
MONDAY, WEDNESDAY = BlockRef(1, *AT_TWO), BlockRef(3, *AT_TWO)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Mo 14:00-15:30", (MONDAY,)),
        ("Mo 14:00-15:30, Mi 14:00-15:30", (MONDAY, WEDNESDAY)),
        ("Montag, 14.00 – 15.30 Uhr", (MONDAY,)),
        ("Mo/Mi 14:00-15:30", (MONDAY, WEDNESDAY)),
        ("Mo, Mi 14:00-15:30", (MONDAY, WEDNESDAY)),
        ("Montag und Mittwoch 14 bis 15:30", (MONDAY, WEDNESDAY)),
        ("Mo 14:00-15:30, 15:30-16:30", (MONDAY, BlockRef(1, dt.time(15, 30), dt.time(16, 30)))),
        ("Mo 1. Block", (BlockRef(1, label="1. Block"),)),
        ("Mo 7./8. Stunde", (BlockRef(1, label="7./8. Stunde"),)),
        ("Mo, Mi", (BlockRef(1), BlockRef(3))),
        ("Block A", (BlockRef(None, label="Block A"),)),
        ("14:00-15:30", (BlockRef(None, *AT_TWO),)),
        ("", ()),
    ],
)
def test_blocks_are_read(text: str, blocks: tuple[BlockRef, ...]) -> None:
    assert blocks_of(text) == blocks


@given(st.lists(st.builds(BlockRef, st.integers(1, 7), st.just(dt.time(13, 5)), st.just(dt.time(14, 50))), unique=True))
def test_blocks_are_read_as_they_are_written(blocks: list[BlockRef]) -> None:
    assert blocks_of(", ".join(map(str, blocks))) == tuple(blocks)


@given(st.text(max_size=40))
def test_no_text_breaks_a_list(text: str) -> None:
    for parse in (blocks_of, block_of, years_of, people_of, person_of):
        with contextlib.suppress(Wrong):
            parse(text)


def test_a_block_that_ends_before_it_begins_is_wrong() -> None:
    with pytest.raises(Wrong):
        blocks_of("Mo 15:30-14:00")


def test_one_block_is_meant_where_one_is_meant() -> None:
    assert block_of("Mi 14:00-15:30") == WEDNESDAY
    with pytest.raises(Wrong):
        block_of("Mo 14:00-15:30, Mi 14:00-15:30")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5-7,VSK", (YearSpan("5", "7"), YearSpan("VSK", "VSK"))),
        ("5a, 6b", (YearSpan("5a", "5a"), YearSpan("6b", "6b"))),
        ("Jg. 5–7", (YearSpan("5", "7"),)),
        ("Kl. 3/4", (YearSpan("3", "3"), YearSpan("4", "4"))),
        ("5 bis 7 und 10", (YearSpan("5", "7"), YearSpan("10", "10"))),
        ("ab 7", (YearSpan("7", None),)),
        ("E1, E2", (YearSpan("E1", "E1"), YearSpan("E2", "E2"))),
        ("", ()),
        ("alle", ()),
    ],
)
def test_years_are_read(text: str, years: tuple[YearSpan, ...]) -> None:
    assert years_of(text) == years


def test_a_date_that_excel_made_of_years_is_said() -> None:
    with pytest.raises(Wrong, match=r"05\.07\.2026"):
        years_of("05.07.2026")


@pytest.mark.parametrize(
    ("text", "surname", "call_name"),
    [
        ("Müller, Jörg", "Müller", "Jörg"),
        ("Zoë von der Heide", "von der Heide", "Zoë"),
        ("Thi Minh Anh Nguyen", "Nguyen", "Thi Minh Anh"),
        ("Liam O'Brien", "O'Brien", "Liam"),
        ("Frau Dr. Anna Weiß", "Weiß", "Anna"),
        ("Herr Schmidt", "Schmidt", ""),
        ("Sukarno", "", "Sukarno"),
        ("", "", ""),
    ],
)
def test_a_whole_name_is_taken_apart(text: str, surname: str, call_name: str) -> None:
    person = person_of(text)
    assert (person.whole, person.surname, person.call_name) == (text, surname, call_name)


def test_several_people_are_parted() -> None:
    assert [one.surname for one in people_of("Anna Weiß, Emre Kaya und Li Wu")] == ["Weiß", "Kaya", "Wu"]
    assert [one.whole for one in people_of("MUE, SCH")] == ["MUE", "SCH"]
    (parent,) = people_of("Müller, Anne", surname_first=True)
    assert (parent.surname, parent.call_name) == ("Müller", "Anne")
