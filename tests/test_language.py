"""Words, dates, numbers and order in both languages, also where a catalogue is missing or damaged."""

import logging
import random
import shutil
import threading
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from ganztag import language, places
from ganztag.domain.objection import Objection
from ganztag.language import N_, Message, _, ngettext, nN_, pN_, sort_key, speaking


@pytest.fixture(params=["de", "en"])
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    with speaking(request.param):
        yield request.param


@pytest.fixture
def own_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of a catalogue that a test may spoil."""
    folder = tmp_path / "translations" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copy(places.translations() / "de" / "LC_MESSAGES" / "ganztag.po", folder)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    language._catalogue.cache_clear()
    yield folder
    language._catalogue.cache_clear()


def test_dates_are_written_as_the_language_writes_them() -> None:
    day = date(2026, 8, 25)
    forms = ("short", "medium", "long", "weekday", "stamp", "month", "short month", "day")
    with speaking("de"):
        assert [language.date(day, form) for form in forms] == [
            "25.8.", "25.08.2026", "25. August 2026", "Dienstag, 25. August", "Di 25.8.2026", "August", "Aug",
            "25.",
        ]  # fmt: skip
    with speaking("en"):
        assert [language.date(day, form) for form in forms] == [
            "25/8", "25/08/2026", "25 August 2026", "Tuesday, 25 August", "Tue 25/8/2026", "August", "Aug",
            "25",
        ]  # fmt: skip


def test_every_day_of_a_year_has_a_stamp_without_a_stray_point() -> None:
    with speaking("de"):
        for ordinal in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal()):
            day = date.fromordinal(ordinal)
            expected = f"{language.weekday(day.isoweekday(), short=True)} {day.day}.{day.month}.{day.year}"
            assert language.date(day, "stamp") == expected
            assert not language.date(day, "short month").endswith(".")


def test_early_years_keep_four_digits(tongue: str) -> None:
    assert language.date(date(980, 2, 1))[-4:] == "0980"


def test_times_weekdays_and_numbers(tongue: str) -> None:
    german = tongue == "de"
    assert language.time(time(7, 5)) == "07:05"
    assert language.weekday(3) == ("Mittwoch" if german else "Wednesday")
    assert language.weekday(7, short=True) == ("So" if german else "Sun")
    spoken = [language.number(n) for n in (0, -7, 1234567, -1234, 0.5, 1234.567, 2.0, -0.001, 10.0)]
    assert spoken == (
        ["0", "-7", "1.234.567", "-1.234", "0,5", "1.234,57", "2", "0", "10"]
        if german
        else ["0", "-7", "1,234,567", "-1,234", "0.5", "1,234.57", "2", "0", "10"]
    )


def test_values_in_a_sentence_are_written_as_the_language_writes_them(tongue: str) -> None:
    sentence = _("{a} {b} {c} {d} {e}", a=date(2026, 9, 1), b=time(14, 0), c=12000, d="x", e=True)
    assert sentence == ("01.09.2026 14:00 12.000 x True" if tongue == "de" else "01/09/2026 14:00 12,000 x True")


def test_plurals_follow_the_count() -> None:
    forms = ("Import {count} course", "Import {count} courses")
    labels = [nN_(*forms, n) for n in (0, 1, 2, 1000)]
    with speaking("en"):
        assert [str(one) for one in labels] == [
            f"Import {n}" for n in ("0 courses", "1 course", "2 courses", "1,000 courses")
        ]
    with speaking("de"):
        assert [ngettext(*forms, n) for n in (0, 1, 2)] == ["0 Kurse einlesen", "1 Kurs einlesen", "2 Kurse einlesen"]
        assert str(labels[3]) == "1.000 Kurse einlesen"


def test_an_empty_sentence_is_not_the_head_of_the_catalogue(tongue: str) -> None:
    assert _("") == ""
    assert str(Message("")) == ""


def test_braces_and_percent_signs_in_values_stay_as_they_are(tongue: str) -> None:
    assert _("{name}!", name="{0.__class__} %s {x}") == "{0.__class__} %s {x}!"


def test_a_message_follows_the_language_and_revives_from_its_text() -> None:
    inner = N_("{name} cannot be read.", name="x")
    sent = [
        N_("Add room {room}", room="R 1"),
        nN_("{count} pupil", "{count} pupils", 3),
        pN_("here", "{a}", a=1),
        N_(
            "{day} {time} {count} {share} {why}",
            day=date(2026, 9, 1),
            time=time(7, 42),
            count=1500,
            share=0.25,
            why=inner,
        ),
    ]
    for message in sent:
        again = Message.from_json(message.to_json())
        assert again == message
        assert hash(again) == hash(message)
        for tongue in ("de", "en"):
            with speaking(tongue):
                assert str(again) == str(message)
    with speaking("de"):
        kept = sent[3].to_json()
    with speaking("en"):
        assert str(Message.from_json(kept)).startswith("01/09/2026 07:42 1,500 0.25 x")


def test_a_date_with_a_time_is_kept_as_its_date() -> None:
    again = Message.from_json(N_("{at}", at=datetime(2026, 9, 14, 7, 42)).to_json())  # noqa: DTZ001
    with speaking("de"):
        assert str(again) == "14.09.2026"


def test_an_objection_says_its_advice_too(tongue: str) -> None:
    trouble = Objection(N_("{name} cannot be read.", name="x"), advice=N_("Please choose another name."))
    assert str(trouble) == f"{trouble.message} {trouble.advice}"
    assert "x" in str(trouble)


def test_only_the_block_and_its_thread_speak_another_language() -> None:
    language.speak("de")
    heard: list[str] = []
    with speaking("en"):
        thread = threading.Thread(target=lambda: heard.append(language.weekday(1)))
        thread.start()
        thread.join()
        assert language.weekday(1) == "Monday"
        with speaking("de"):
            assert language.weekday(1) == "Montag"
        assert language.weekday(1) == "Monday"
    assert heard == ["Montag"]
    assert language.weekday(1) == "Montag"


def test_an_exception_ends_the_other_language_too() -> None:
    language.speak("de")
    with pytest.raises(ValueError, match="x"), speaking("en"):
        raise ValueError("x")
    assert language.spoken() == "de"


def test_many_threads_speak_each_their_own_language() -> None:
    wrong: list[str] = []

    def talk(tag: str, word: str) -> None:
        for _round in range(300):
            with speaking(tag):
                if language.weekday(2) != word or not language.date(date(2026, 8, 25), "long"):
                    wrong.append(tag)

    threads = [
        threading.Thread(target=talk, args=args)
        for args in [("de", "Dienstag"), ("en", "Tuesday")]
        for _times in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize(
    ("tag", "spoken"),
    [("de", "de"), ("de_AT", "de"), ("DE-ch", "de"), ("en_GB", "en"), ("tr", "en"), ("", "en"), ("C", "en")],
)
def test_a_language_that_is_not_known_is_english(tag: str, spoken: str) -> None:
    with speaking(tag):
        assert language.spoken() == spoken


@pytest.mark.parametrize("harm", ["missing", "no text", "cut", "empty", "mo of zeros", "mo cut", "mo empty"])
def test_a_catalogue_that_cannot_be_read_never_stops_the_program(
    own_catalogue: Path, harm: str, complaints: list[logging.LogRecord]
) -> None:
    source, compiled = own_catalogue / "ganztag.po", own_catalogue / "ganztag.mo"
    if harm == "missing":
        source.unlink()
    elif harm == "no text":
        source.write_bytes(bytes(range(256)) * 40)
    elif harm == "cut":
        source.write_bytes(b'msgid "A room needs a name."\nmsgst')
    elif harm == "empty":
        source.write_bytes(b"")
    elif harm == "mo of zeros":
        compiled.write_bytes(bytes(500))
    elif harm == "mo cut":
        compiled.write_bytes(bytes.fromhex("de120495") + bytes(12))
    else:
        compiled.write_bytes(b"")
    with speaking("de"):
        said = _("A room needs a name.")
    if harm.startswith("mo"):
        assert said == "Ein Raum braucht einen Namen."
    else:
        assert said == "A room needs a name."
    assert complaints or harm == "empty"


def test_a_translation_with_a_gap_that_nobody_fills_gives_way_to_english(own_catalogue: Path) -> None:
    (own_catalogue / "ganztag.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Add room {room}"\nmsgstr "Raum {raum} anlegen"\n\n'
        'msgid "Delete room {room}"\nmsgstr "Raum {room löschen"\n',
        encoding="utf-8",
    )
    with speaking("de"):
        assert _("Add room {room}", room="1") == "Add room 1"
        assert _("Delete room {room}", room="1") == "Delete room 1"


def test_german_order() -> None:
    wanted = [
        "",
        "5a",
        "5b",
        "10a",
        "Äpfel",
        "Apfelsaft",
        "Müller",
        "Muller",
        "Mulllers",
        "Özil",
        "Straße",
        "Strassen",
        "Zacher",
    ]
    mixed = wanted[:]
    random.Random(1).shuffle(mixed)
    order = sorted(mixed, key=sort_key)
    assert order.index("Äpfel") < order.index("Apfelsaft")
    assert abs(order.index("Müller") - order.index("Muller")) == 1
    assert order[:4] == ["", "5a", "5b", "10a"]
    assert order[-4:] == ["Özil", "Straße", "Strassen", "Zacher"]


@pytest.mark.parametrize(
    "names",
    [
        ["Ilgaz", "İnan", "Işık", "Izmir"],  # Turkish, with and without dot
        ["Lada", "Łukasz", "Luna", "Śliwa", "Suma", "Żak", "Zander"],  # Polish among the rest
        ["Đặng", "Danz", "Nguyễn", "Nguyn"],  # Vietnamese
        ["Æble", "Ahmed", "Øster", "Ostern"],
        ["Raum 2", "Raum 10", "Raum 010a", "Raum 100"],
    ],
)
def test_names_of_other_languages_stand_where_a_german_looks_for_them(names: list[str]) -> None:
    assert sorted(set(names), key=sort_key) == names


def test_marks_of_vowels_do_not_move_an_arabic_name() -> None:
    assert sort_key("مُحَمَّد")[0] == sort_key("محمد")[0]
    assert sort_key("أحمد")[0] == sort_key("احمد")[0]


def test_any_text_has_a_place_in_the_order() -> None:
    texts = [
        "",
        " ",
        "\0",
        "9" * 5000,
        "9" * 4999 + "8",
        "１２",
        "²",
        "Аnna",
        "Anna",
        "😀",
        "\ud800",
        "a" * 100_000,
        "7",
        "007",
    ]
    assert len(sorted(texts, key=sort_key)) == len(texts)
    assert sort_key("9" * 4999 + "8") < sort_key("9" * 5000)
    assert sort_key("x7y")[0] == sort_key("x007y")[0]
    assert sort_key("0") < sort_key("1")
