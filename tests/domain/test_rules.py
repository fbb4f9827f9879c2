"""Rules of the allocation: the sentences they make, and what they cannot be."""

import pytest

from ganztag.domain.objection import Objection
from ganztag.domain.rule_checks import check_bond, check_hardship, check_rule
from ganztag.domain.rule_words import Names, sentence
from ganztag.domain.rules import RULE_KINDS, Bond, Hardship, Rule, kind_of
from ganztag.language import speak

_SAID = [
    (Rule(kind="courses", least=1, weekdays="24"), Names(year_group="5"),
     "Each child of year group 5 takes at least 1 course on Tuesday or Thursday."),
    (Rule(kind="courses", least=1, most=2), Names(school_class="5a"), "Each child of 5a takes from 1 to 2 courses."),
    (Rule(kind="courses", least=2, most=2, weekdays="135"), Names(),
     "Each child takes exactly 2 courses on Monday, Wednesday or Friday."),
    (Rule(kind="courses", most=1), Names(category="Sport"), "Each child takes at most 1 course of “Sport”."),
    (Rule(kind="quota", least=40, percent=True, word="f"), Names(course="101 Chor"),
     "In “101 Chor”, at least 40 % are girls."),
    (Rule(kind="quota", most=3, word="language", note="uk"), Names(language="Ukrainian", year_group="5"),
     "In each course, at most 3 are children whose family language is Ukrainian of year group 5."),
    (Rule(kind="per_class", most=1), Names(), "In each course there is at most 1 child of one class."),
    (Rule(kind="balance"), Names(course="Chor"), "In “Chor” there are as many girls as boys, if possible."),
    (Rule(kind="before", word="after"), Names(),
     "Who had a course in an earlier half-year comes after the others there."),
    (Rule(kind="before", word="forbidden"), Names(course="Chor"),
     "Who had “Chor” in an earlier half-year cannot have it again."),
    (Rule(kind="priority", word="days", least=3, most=2), Names(),
     "Children with 3 booked days or more come first. They count 2 times."),
    (Rule(kind="priority", word="years"), Names(year_group="10"), "Children of year group 10 come first."),
    (Rule(kind="no_wish", word="place", weekdays="3"), Names(year_group="3"),
     "Children of year group 3 without a wish on Wednesday are placed where there is room."),
    (Rule(kind="no_luck", word="leave"), Names(),
     "Children none of whose wishes can be met stay without a course."),
    (Rule(kind="compensate", most=2), Names(),
     "Who fared badly in the last 2 ballots comes before those who fared well."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "names", "words"), _SAID)
def test_a_rule_is_a_sentence(rule: Rule, names: Names, words: str) -> None:
    speak("en")
    assert str(sentence(rule, names)) == words


def test_every_kind_has_a_default_and_says_where_it_comes_from() -> None:
    speak("en")
    assert all(str(kind.default) and str(kind.source) for kind in RULE_KINDS)
    assert {kind_of(rule.kind).name for rule, _names, _words in _SAID} == {k.name for k in RULE_KINDS} - {"order"}


@pytest.mark.parametrize(
    "rule",
    [
        Rule(kind="courses", least=3, most=2),
        Rule(kind="courses"),
        Rule(kind="courses", least=0),
        Rule(kind="courses", least=-1),
        Rule(kind="courses", least=1, weekdays="28"),
        Rule(kind="courses", least=1, year_group_id=1, school_class_id=1),
        Rule(kind="no_wish", word="perhaps"),
        Rule(kind="no_wish"),
        Rule(kind="quota", most=3),
        Rule(kind="quota", word="f"),
        Rule(kind="quota", word="f", most=120, percent=True),
        Rule(kind="quota", word="f", most=100, percent=True),
        Rule(kind="quota", word="language", most=3),
        Rule(kind="per_class"),
        Rule(kind="priority", word="years"),
        Rule(kind="priority", word="days"),
        Rule(kind="priority", word="days", least=3, most=9),
        Rule(kind="compensate", most=0),
        Rule(kind="nonsense"),
    ],
)
def test_a_rule_that_cannot_be_or_changes_nothing_is_refused(rule: Rule) -> None:
    with pytest.raises(Objection):
        check_rule(rule)


def test_what_a_kind_does_not_take_is_emptied() -> None:
    rule = Rule(kind="balance", least=3, weekdays="42", word="f", percent=True, course_id=7)
    check_rule(rule)
    assert (rule.least, rule.weekdays, rule.word, rule.percent, rule.course_id) == (None, "", "", False, 7)


def test_weekdays_stand_in_order_and_once() -> None:
    rule = Rule(kind="courses", least=1, weekdays="424")
    check_rule(rule)
    assert rule.weekdays == "24"


def test_a_bond_needs_two_children_and_a_hardship_a_reason() -> None:
    for wrong in (Bond(pupil_id=1, other_id=1), Bond(pupil_id=1, other_id=2, kind="beside")):
        with pytest.raises(Objection):
            check_bond(wrong)
    for lacking in (Hardship(pupil_id=1), Hardship(pupil_id=1, reason="krank", weight=6)):
        with pytest.raises(Objection):
            check_hardship(lacking)
    check_bond(Bond(pupil_id=1, other_id=2, kind="apart", must=True))
    check_hardship(Hardship(pupil_id=1, reason="krank", weight=5))
