from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from ganztag.documents import allocation_protocol, ballot_slip, list_sheet, qr, reply_letter
from ganztag.documents.pen import MM
from ganztag.queries.paper_rows import PersonName
from tests.documents import ballot_sheets
from tests.documents.reading import flat, outline, pages
from tests.documents.recording import recorded

_ALL: dict[str, tuple[Any, Callable[[], Sequence[Any]]]] = {
    "slips": (ballot_slip, lambda: [ballot_sheets.slip(n, n % 5 + 1, n % 7 + 3) for n in range(20)]),
    "letters": (reply_letter, lambda: [ballot_sheets.letter(n) for n in range(20)]),
    "protocol": (allocation_protocol, lambda: [ballot_sheets.protocol(60), ballot_sheets.protocol(60, named=False)]),
    "lists": (list_sheet, lambda: [ballot_sheets.reminder(60), ballot_sheets.reminder(0)]),
}


def _text(module: Any, sheets: Sequence[Any]) -> str:
    stream = BytesIO()
    module.write(sheets, stream)
    return flat(" ".join(pages(stream.getvalue())))


@pytest.mark.parametrize("kind", _ALL)
def test_every_string_lies_on_the_page_and_none_is_cut(kind: str) -> None:
    module, made = _ALL[kind]
    for pen in recorded(module.leaves(made()), module.paper()):
        for text in pen.texts:
            assert 6 * MM <= text.left <= text.right <= 204 * MM, text
            assert 6 * MM < text.baseline < 293 * MM, text
    assert module.write(made(), BytesIO()).shortened == ()


@pytest.mark.parametrize("kind", _ALL)
def test_no_two_strings_of_a_page_lie_on_each_other(kind: str) -> None:
    module, made = _ALL[kind]
    for pen in recorded(module.leaves(made()), module.paper()):
        for place, one in enumerate(pen.texts):
            for other in pen.texts[place + 1 :]:
                apart = abs(one.baseline - other.baseline) >= 0.6 * min(one.style.size, other.style.size)
                assert apart or one.right <= other.left + 0.6 or other.right <= one.left + 0.6, (one, other)


@pytest.mark.parametrize("kind", _ALL)
def test_single_and_bulk_print_have_the_same_content(kind: str, tmp_path: Path) -> None:
    module, made = _ALL[kind]
    sheets = made()
    module.write_each(sheets, tmp_path)
    files = sorted(tmp_path.iterdir())
    assert len(files) == len(sheets)
    alone = flat(" ".join(page for file in files for page in pages(file.read_bytes())))
    assert sorted(alone.split()) == sorted(_text(module, sheets).split())


def test_a_slip_names_the_child_its_number_and_only_its_courses() -> None:
    text = _text(ballot_slip, [ballot_sheets.slip(8)])
    for words in ("Thị Minh Châu Nguyễn", "Class 4a", "0473-6", "Monday, Tuesday, Wednesday", "Return by Friday",
                  "15 January 2027", "116 Fußball", "any: from here on", "Signature", "slip 14 of 25"):  # fmt: skip
        assert words.replace("\u00a0", " ") in text.replace("\u00a0", " ")


def test_no_file_of_a_slip_or_letter_has_a_name_in_its_name(tmp_path: Path) -> None:
    ballot_slip.write_each([ballot_sheets.slip(8)], tmp_path / "slips")
    reply_letter.write_each([ballot_sheets.letter()], tmp_path / "letters")
    assert [file.name for file in (tmp_path / "slips").iterdir()] == ["Ballot slip 4a 0473-6.pdf"]
    assert [file.name for file in (tmp_path / "letters").iterdir()] == ["Letter 4b 01.pdf"]


def test_each_slip_is_in_the_outline_once_however_many_pages_it_has() -> None:
    stream = BytesIO()
    printed = ballot_slip.write([ballot_sheets.slip(0, 5, 10), ballot_sheets.slip(1)], stream)
    assert printed.pages > 2
    assert len(outline(stream.getvalue())) == 2


@pytest.mark.parametrize(("blocks", "courses"), [(1, 1), (3, 4), (4, 10), (5, 9), (1, 60), (2, 33)])
def test_all_courses_boxes_and_one_signature_are_printed_whatever_the_number_of_pages(
    blocks: int, courses: int
) -> None:
    slip = ballot_sheets.slip(3, blocks, courses)
    drawn = recorded(ballot_slip.leaves([slip]), ballot_slip.paper())
    words = [text.words for pen in drawn for text in pen.texts]
    numbers = [course.number for block in slip.blocks for course in block.courses]
    assert sorted(word for word in words if word.isdigit() and len(word) == 3) == sorted(numbers)
    assert words.count("any: from here on I take every course") == blocks
    assert words.count("Signature of a parent or guardian") == 1
    assert "Signature of a parent or guardian" in [text.words for text in drawn[-1].texts]
    assert all(len(pen.texts) > 12 for pen in drawn)


def test_a_slip_without_a_number_has_an_empty_frame_and_no_code() -> None:
    text = _text(ballot_slip, [ballot_sheets.slip(number="")])
    assert "The number is given" in text
    assert "0473" not in text


def test_the_code_is_a_qr_code_of_25_fields_with_its_three_eyes() -> None:
    fields = qr.fields("0473-6")
    assert len(fields) == 25
    eye = [True] * 7
    assert list(fields[0][:7]) == list(fields[0][-7:]) == list(fields[24][:7]) == eye
    assert list(fields[24][-7:]) != eye
    assert fields[17][8]  # the one field that is always dark
    assert fields != qr.fields("0474-9")
    with pytest.raises(ValueError, match="x"):
        qr.fields("x" * 21)


def test_a_letter_says_what_became_of_each_day_and_what_holds() -> None:
    text = _text(reply_letter, [ballot_sheets.letter()]).replace("\u00a0", " ")
    for words in ("Elif Su", "213 Töpfern und Keramik", "Frau Wiśniewska", "your wish 1", "from 25/8 on",
                  "You change from Theater", "place 3", "Does not take place", "Your last day was 11 September",
                  "absent without excuse", "No place", "30 wishes for 12 places", "first date is 25 August 2026",
                  "Until 15 September 2026", "040 66969-110", "Leader still open", "still open"):  # fmt: skip
        assert words.replace("\u2002", " ") in text.replace("\u2002", " "), words


def test_a_letter_without_places_is_sorry_and_says_nothing_of_dates() -> None:
    lost = replace(ballot_sheets.letter(), places=ballot_sheets.letter().places[-1:], first=None, last=None,
                   trial_until=None, reasons=())  # fmt: skip
    text = _text(reply_letter, [lost])
    assert "we are sorry" in text
    assert "first date" not in text
    assert "cannot come" not in text


def test_a_letter_with_very_many_lines_goes_on_on_a_second_page_with_the_signature_there() -> None:
    long = replace(ballot_sheets.letter(), reasons=tuple(f"Reason {n} is told in a whole sentence." for n in range(60)))
    drawn = recorded(reply_letter.leaves([long]), reply_letter.paper())
    assert len(drawn) == 2
    assert "All-day coordination" in [text.words for text in drawn[1].texts]
    assert "Page 2 of 2" in [text.words for text in drawn[1].texts]


def test_the_protocol_names_goals_proofs_lot_and_every_child() -> None:
    text = _text(allocation_protocol, [ballot_sheets.protocol(6)])
    for words in ("Rules in force", "Each child of 4a", "Goal: Balanced", "480 483 no", "2 2 yes", "The lot: number 7",
                  "BLAKE2b", "7:child:course", "425,401", "Struck: 6 needed", "Bruder dort", "left 100 Robotik",
                  "Emir Can [2]", "is full: 58 children", "no place"):  # fmt: skip
        assert words in text, words


def test_the_protocol_to_be_put_up_has_numbers_and_no_name() -> None:
    text = _text(allocation_protocol, [ballot_sheets.protocol(6, named=False)])
    assert "0001-3" in text
    assert "Look for the number of your slip" in text
    for name in ("Bektaş", "Emir", "Al-Khatib"):
        assert name not in text


def test_each_later_page_of_the_protocol_begins_with_its_name_and_the_head_of_its_table() -> None:
    first, *later = recorded(allocation_protocol.leaves([ballot_sheets.protocol(60)]), allocation_protocol.paper())
    assert later
    for pen in later:
        words = [text.words for text in pen.texts]
        assert "Protocol of the allocation  ·  Hauptwahl" in words
        assert words.index("Result") < next(place for place, word in enumerate(words) if "[" in word)
    assert "Protocol of the allocation  ·  Hauptwahl" not in [text.words for text in first.texts]


def test_a_long_class_name_stays_in_its_column() -> None:
    sheet = ballot_sheets.reminder(3)
    lines = tuple(replace(line, class_name="Vorschulklasse Seepferdchen") for line in sheet.lines)
    (pen,) = recorded(list_sheet.leaves([replace(sheet, lines=lines, with_class=True)]), list_sheet.paper())
    troubles = min(text.left for text in pen.texts if text.words == "What is missing")
    pieces = [text for text in pen.texts if text.words and text.words in "Vorschulklasse Seepferdchen"]
    assert len(pieces) > 3
    assert max(text.right for text in pieces) <= troubles


def test_a_list_with_nobody_in_it_says_so() -> None:
    assert "Nothing is missing." in _text(list_sheet, [ballot_sheets.reminder(0)])


def test_a_very_long_name_stands_whole_on_every_paper() -> None:
    name = PersonName("Hohenstein-Wiśniewska-Großkreuz zu Schönau", "Maximiliane Charlotte Theodora", prefix="von der")
    for module, sheet in (
        (ballot_slip, ballot_sheets.slip(name=name)),
        (reply_letter, ballot_sheets.letter(name=name)),
    ):
        assert "Maximiliane Charlotte Theodora von der Hohenstein-Wiśniewska-Großkreuz zu Schönau" in _text(
            module, [sheet]
        )
