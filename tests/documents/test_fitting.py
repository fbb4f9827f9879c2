from ganztag.documents.faces import REGULAR
from ganztag.documents.fitting import setting, size_for, wrapped
from ganztag.documents.fonts import Style, width
from ganztag.documents.sharing import shared_out

STYLE = Style(REGULAR, 10)


def test_a_text_is_made_smaller_only_as_far_as_needed() -> None:
    text = "Maximiliane Charlotte"
    full = width(text, STYLE)
    assert size_for(text, STYLE, full, 8) == 10
    size = size_for(text, STYLE, full * 0.9, 8)
    assert size == 9
    assert size_for(text, STYLE, full * 0.7, 8) is None


def test_lines_break_at_spaces_but_not_at_no_break_spaces() -> None:
    room = width("ab cd", STYLE) * 1.1
    assert wrapped("ab cd ef", STYLE, room) == ["ab cd", "ef"]
    assert wrapped("ab\u00a0cd ef\u00a0gh", STYLE, room) == ["ab\u00a0cd", "ef\u00a0gh"]


def test_a_word_wider_than_a_line_breaks_behind_its_hyphen_first() -> None:
    room = width("Hohenstein-W", STYLE)
    assert wrapped("Hohenstein-Wiśniewska", STYLE, room) == ["Hohenstein-", "Wiśniewska"]


def test_nothing_is_lost_in_wrapping_and_no_line_is_too_wide() -> None:
    text = "x" * 500 + " und noch ein paar Wörter"
    lines = wrapped(text, STYLE, 80)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, STYLE) <= 80 for line in lines)


def test_a_text_that_is_too_long_for_all_lines_says_so() -> None:
    set_ = setting("wort " * 50, STYLE, 60, 8, most=2)
    assert set_.cut
    assert len(set_.lines) == 2
    assert set_.lines[-1].endswith("…")
    assert not setting("wort", STYLE, 60, 8).cut


def test_rows_are_shared_out_evenly() -> None:
    def sizes(count: int, last: float, others: float) -> list[int]:
        return [part.stop - part.start for part in shared_out([1.0] * count, last, others)]

    assert sizes(20, 20, 24) == [20]
    assert sizes(32, 20, 24) == [16, 16]
    assert sizes(43, 20, 24) == [23, 20]
    assert sizes(100, 20, 24) == [20, 20, 20, 20, 20]
    assert sum(sizes(333, 20, 24)) == 333
    assert max(sizes(333, 20, 24)) <= 24
    assert sizes(1, 0.5, 0.5) == [1]


def test_rows_of_different_height_fit_their_pages() -> None:
    heights = [3.0, 1.0, 7.0, 2.0, 2.0, 9.0, 1.0, 4.0, 4.0, 2.0]
    parts = shared_out(heights, 10, 12)
    assert [index for part in parts for index in range(part.start, part.stop)] == list(range(10))
    assert sum(heights[parts[-1]]) <= 10
    assert all(sum(heights[part]) <= 12 for part in parts)
