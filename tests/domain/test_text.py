"""Names are kept in one form; courses get short names that say something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganztag.domain.school import year_label_of
from ganztag.domain.text import short_name, tidy


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("  Ada  Lovelace ", "Ada Lovelace"), ("A\u00a0B", "A B"), ("A\tB", "A B"), ("A\nB", "A B"), ("A\r\nB", "A B"),
        ("a\x00b", "ab"), ("\ufeffAda", "Ada"), ("A\u200bda", "Ada"), ("A\u202eda", "Ada"), ("Mu\u0308ller", "Müller"),
        ("A\u2028B", "A B"), ("\ud800A", "A"),
    ],
)  # fmt: skip
def test_a_name_is_kept_without_what_nobody_sees(given_text: str, kept: str) -> None:
    assert tidy(given_text) == kept


def test_notes_keep_their_lines() -> None:
    assert tidy("eins\r\nzwei ", lines=True) == "eins\nzwei"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Chor", "Chor"), ("Robotik mit Lego", "Robotik"), ("Kochen aus aller Welt", "Kochen"),
        ("Theater: Ein Sommernachtstraum", "Theater"), ("Schach I für Anfänger", "Schach I"),
        ("Schülerzeitung", "Schülerze."), ("Türkisch für Anfänger", "Türkisch"),
    ],
)  # fmt: skip
def test_a_short_name_is_made_from_the_title(title: str, short: str) -> None:
    assert short_name(title) == short


@given(st.text(max_size=80))
def test_a_short_name_has_at_most_ten_characters_and_is_never_empty_for_a_title(title: str) -> None:
    short = short_name(title)
    assert len(short) <= 10
    assert bool(short) == bool(tidy(title))


@pytest.mark.parametrize(
    ("name", "label"),
    [("5a", "5"), ("10b", "10"), ("05a", "5"), ("008", "8"), ("VSK", "VSK"), ("E1b", "E1"), ("Q1", "Q1"), ("1E5", "1")],
)
def test_the_year_group_is_read_from_the_class_name(name: str, label: str) -> None:
    assert year_label_of(name) == label
