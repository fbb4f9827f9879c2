"""A name is found in every spelling that a person would type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganztag.domain.search import folded, matches, search_key, words


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Müller", "müller"), ("Müller", "MÜLLER"), ("Müller", "mueller"), ("Müller", "muller"), ("Müller", "mü"),
        ("Groß", "gross"), ("Groß", "GROSS"), ("Weiß", "weiß"), ("Łukasz", "lukasz"), ("Yıldız", "yildiz"),
        ("Yıldız", "YILDIZ"), ("Şahin", "sahin"), ("Øster", "oster"), ("Øster", "oester"), ("Åse", "aase"),
        ("Đorđević", "dordevic"), ("O’Brien", "obrien"), ("O’Brien", "o'brien"), ("O'Brien", "o’brien"),
        ("Al-Khatib", "al khatib"), ("Al-Khatib", "alkhatib"), ("Al-Khatib", "khatib"), ("von der Heide", "heide"),
        ("Nguyễn", "nguyen"), ("Коваленко", "kovalenko"), ("Коваленко", "коваленко"), ("Дмитро", "dmytro"),
        ("Горбачёв", "gorbachev"), ("Παπαδοπούλου", "papadopoyloy"), ("José", "jose"), ("Müller", "mu\u0308ller"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_people_type_it(name: str, typed: str) -> None:
    assert matches(search_key(name), words(typed))


def test_every_word_of_the_query_has_to_stand_in_the_key_in_any_order() -> None:
    key = search_key("Zoë", "von der", "Heide", "4b")
    assert matches(key, words("heide zoe"))
    assert matches(key, words("4b zoe"))
    assert not matches(key, words("zoe meier"))


def test_wildcards_of_databases_are_letters_like_others() -> None:
    assert words("%") == ()
    assert not matches(search_key("Ada"), words("a%x"))
    assert not matches(search_key("Ada"), words("_x"))


@given(st.text(max_size=40))
def test_whatever_is_typed_is_found_by_itself(text: str) -> None:
    assert matches(search_key(text), words(text))


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
