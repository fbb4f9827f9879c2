"""Each rule: something that breaks it, and something near by that does not."""

import string
from dataclasses import replace

import pytest

from ganztag.language import speaking
from ganztag.planning.clashes import RULES, findings
from ganztag.planning.offer import Offer
from tests.planning.clashes import cases, session_cases
from tests.planning.clashes.small import codes, of_code, school

CASES = {**cases.CASES, **session_cases.CASES}


def test_a_school_in_which_all_fits_has_no_findings() -> None:
    assert codes(school()) == []


def test_there_are_at_least_thirty_rules_with_codes_of_their_own() -> None:
    assert len(RULES) == len({rule.code for rule in RULES}) >= 30


def test_each_rule_is_tried() -> None:
    assert {rule.code for rule in RULES} == set(CASES)


@pytest.mark.parametrize("code", CASES)
def test_what_breaks_a_rule_is_found(code: str) -> None:
    assert code in codes(CASES[code].broken())


@pytest.mark.parametrize("code", CASES)
def test_what_comes_close_is_not_found(code: str) -> None:
    assert code not in codes(CASES[code].fine())


@pytest.mark.parametrize("code", CASES)
@pytest.mark.parametrize("tag", ["de", "en"])
def test_a_finding_can_be_read_in_both_languages(code: str, tag: str) -> None:
    with speaking(tag):
        for found in of_code(CASES[code].broken(), code):
            for message in (found.message, found.short, found.more):
                said = str(message) if message is not None else "-"
                assert said
                assert not any(name for _text, name, _form, _conversion in string.Formatter().parse(said))


@pytest.mark.parametrize("code", CASES)
def test_a_finding_names_things_that_are_there_and_a_place_to_mend_it(code: str) -> None:
    offer = CASES[code].broken()
    for found in of_code(offer, code):
        assert _is_there(offer, found.subject)
        assert _is_there(offer, found.mend)
        assert all(_is_there(offer, ("course", key)) for key in found.courses)
        assert all(_is_there(offer, ("meeting", key)) for key in found.meetings)


def _is_there(offer: Offer, thing: tuple[str, int]) -> bool:
    kind, key = thing
    known = {
        "course": {*offer.index.course, *offer.struck}, "meeting": set(offer.index.meeting),
        "room": set(offer.index.room), "staff": set(offer.index.leader), "pupil": set(offer.index.child),
        "block": set(offer.index.block), "year_group": set(offer.years), "term": {offer.term},
    }  # fmt: skip
    return key in known[kind]


@pytest.mark.parametrize("code", CASES)
def test_no_two_findings_have_the_same_key(code: str) -> None:
    keys = [found.key for found in findings(CASES[code].broken())]
    assert len(keys) == len(set(keys))


def test_a_key_stays_when_names_change() -> None:
    before = CASES["room twice"].broken()
    after = replace(before, rooms=tuple(replace(room, name=f"Neu {room.id}") for room in before.rooms))
    assert [found.key for found in findings(before)] == [found.key for found in findings(after)]


def test_errors_come_before_warnings_and_hints() -> None:
    order = ("error", "warning", "hint")
    everything = {code: tried.broken() for code, tried in CASES.items()}
    for offer in everything.values():
        severities = [found.severity for found in findings(offer)]
        assert severities == sorted(severities, key=order.index)
    assert {found.severity for offer in everything.values() for found in findings(offer)} == set(order)
