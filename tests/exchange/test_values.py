import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganztag.exchange import words
from ganztag.exchange.values import (
    Wrong,
    birth_date_of,
    choice_of,
    class_key,
    class_of,
    count_of,
    date_of,
    days_of,
    is_lossy,
    mixes_alphabets,
    name_of,
    time_of,
)

TODAY = dt.date(2026, 11, 22)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "03.02.2018", "3.2.2018", "3.2.18", " 03.02.2018 ", "2018-02-03", "2018-02-03T00:00:00", "20180203",
        "03/02/2018", "03-02-2018", "3. Februar 2018", "3 Feb. 2018", "43134", "03.02.2018 00:00",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_usual_form(text: str) -> None:
    assert date_of(text) == dt.date(2018, 2, 3)


@pytest.mark.parametrize(
    "text", ["30.02.2018", "29.02.2019", "31.4.2018", "32.1.18", "heute", "1.13.2018", "0.0.0", "7"]
)
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(Wrong) as wrong:
        date_of(text)
    assert text in str(wrong.value.message)


@given(DAYS, st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%Y%m%d"]))
def test_every_day_is_read_back(day: dt.date, form: str) -> None:
    assert date_of(day.strftime(form)) == day


@given(st.text(max_size=30))
def test_no_text_breaks_a_value(text: str) -> None:
    for parse in (date_of, time_of, count_of, days_of, class_key, is_lossy, mixes_alphabets, name_of):
        with contextlib.suppress(Wrong):
            parse(text)


def test_a_birth_date_lies_between_1900_and_today() -> None:
    assert birth_date_of("29.02.2020", TODAY) == dt.date(2020, 2, 29)
    assert birth_date_of("22.11.2026", TODAY) == TODAY
    for text in ("23.11.2026", "31.12.1899"):
        with pytest.raises(Wrong):
            birth_date_of(text, TODAY)
    assert birth_date_of("01.01.1900", TODAY) == dt.date(1900, 1, 1)


@pytest.mark.parametrize(
    ("text", "time"),
    [("15:00", dt.time(15)), ("15.30", dt.time(15, 30)), ("15 Uhr", dt.time(15)), ("15.30 Uhr", dt.time(15, 30)),
     ("8", dt.time(8)), ("14:00:00", dt.time(14)), ("", None), ("–", None)],
)  # fmt: skip
def test_a_time_is_read_in_every_usual_form(text: str, time: dt.time | None) -> None:
    assert time_of(text) == time


@pytest.mark.parametrize("text", ["25:00", "12:60", "nachmittags", "15 30"])
def test_what_is_no_time_is_said(text: str) -> None:
    with pytest.raises(Wrong, match=text):
        time_of(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [("Mo,Di", (1, 2)), ("Montag, Dienstag", (1, 2)), ("Di; Mo", (1, 2)), ("Mo Mi Fr", (1, 3, 5)),
     ("Mo-Do", (1, 2, 3, 4)),
     ("Montag und Mittwoch", (1, 3)), ("Tuesday/Thursday", (2, 4)), ("", None), ("alle", None),
     ("Montag;Mittwoch;", (1, 3))],
)  # fmt: skip
def test_days_are_read(text: str, days: tuple[int, ...] | None) -> None:
    assert days_of(text) == days


def test_an_unknown_day_is_said() -> None:
    with pytest.raises(Wrong, match="Xy"):
        days_of("Mo, Xy")


@pytest.mark.parametrize(("text", "count"), [("12", 12), ("12.0", 12), ("0", 0), ("", None), ("-", None)])
def test_counts_are_read(text: str, count: int | None) -> None:
    assert count_of(text) == count


@pytest.mark.parametrize("text", ["-3", "zwölf", "12,5", "1e5"])
def test_what_is_no_count_is_said(text: str) -> None:
    with pytest.raises(Wrong, match=text):
        count_of(text)


@pytest.mark.parametrize(
    ("choice", "text", "code"),
    [(words.SEX, "w", "f"), (words.SEX, "männlich", "m"), (words.SEX, "diverse", "d"), (words.SEX, "4", "f"),
     (words.SEX, "oA", ""), (words.COURSE_STATUS, "", "offered"), (words.COURSE_STATUS, "LÄUFT", "running"),
     (words.COURSE_STATUS, "gestrichen", "struck"), (words.COURSE_KIND, "Lernzeit", "study_time"),
     (words.STAFF_KIND, "Honorarkraft", "freelancer"), (words.WAY_HOME, "wird abgeholt", "picked_up")],
)  # fmt: skip
def test_words_become_choices(choice: words.Choice, text: str, code: str) -> None:
    assert choice_of(choice, text) == code


@pytest.mark.parametrize(
    "choice", [words.SEX, words.COURSE_STATUS, words.COURSE_KIND, words.STAFF_KIND, words.WAY_HOME]
)
def test_the_word_that_we_write_is_read_back(choice: words.Choice) -> None:
    assert all(choice_of(choice, words.word_for(choice, code)) == code for code in choice)


def test_an_unknown_word_names_the_known_ones() -> None:
    with pytest.raises(Wrong, match="geplant, angeboten, läuft, gestrichen"):
        choice_of(words.COURSE_STATUS, "vielleicht")


def test_names_are_tidied_and_not_endless() -> None:
    assert name_of("  Mu\u0308ller\u200b \t Jörg\u202e ") == "Müller Jörg"
    with pytest.raises(Wrong):
        name_of("x" * 201)


def test_spellings_of_one_class_share_a_key() -> None:
    assert len({class_key(text) for text in ("5a", "05A", "Klasse 5 a", "kl. 5a")}) == 1
    assert class_key("10a") != class_key("1a")
    assert class_of("Klasse 4b") == "4b"


def test_lost_letters_and_mixed_alphabets_are_seen() -> None:
    assert is_lossy("?or?evi?")
    assert not is_lossy("Đorđević")
    assert mixes_alphabets("Аnna")
    assert not mixes_alphabets("Анна Müller")


@pytest.mark.parametrize("text", ["05.01.2026", "2026-01-05", "100000", "1,00E+05", "1.00E+05"])
def test_what_excel_makes_of_a_class_is_told(text: str) -> None:
    with pytest.raises(Wrong):
        class_of(text)


@pytest.mark.parametrize("text", ["1E5", "03", "1/2", "10-2", "E1", "5.1", "2024", "VSK"])
def test_classes_stay_what_they_are(text: str) -> None:
    assert class_of(text) == text


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1/2", "12", False),
        ("5.1", "51", False),
        ("5-1", "05/1", True),
        ("Klasse 5 a", "05A", True),
        ("1E5", "15", False),
    ],
)
def test_numbers_in_a_class_stay_apart(one: str, other: str, same: bool) -> None:
    assert (class_key(one) == class_key(other)) is same


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("MÃ¼ller", True),
        ("GroÃŸ", True),
        ("Ã–z", True),
        ("?or?e", True),
        ("JOÃO", False),
        ("Ärgård", False),
        ("Müller", False),
    ],
)
def test_letters_that_were_read_wrongly_are_noticed(name: str, lost: bool) -> None:
    assert is_lossy(name) is lost
