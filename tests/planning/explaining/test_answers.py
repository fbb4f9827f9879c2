"""Each kind of answer, in German and in English: true, short, and fit for a letter."""

import re
import time

import pytest

from ganztag.language import speak, speaking
from ganztag.planning.allocate import Stopped, allocate
from ganztag.planning.explaining.answers import KINDS, WhyNot
from ganztag.planning.explaining.asking import why_not
from ganztag.planning.explaining.local import local_reason
from ganztag.planning.explaining.sentences import worse
from ganztag.planning.levels import GROUPS
from ganztag.planning.policy import Policy
from ganztag.planning.problem import Problem
from tests.planning.explaining.schools import CHESS, LOCAL, ROBOTICS, dear, even, tangled, unlucky, weak
from tests.planning.made_up import school

LANGUAGES = ("de", "en")


def all_answers() -> dict[str, WhyNot]:
    found = {kind: why_not(problem, allocate(problem), 1, ROBOTICS) for kind, problem in LOCAL.items()}
    for kind, problem in (("lottery", even()), ("costs", dear()), ("struck (solved)", weak())):
        plan, child = unlucky(problem)
        found[kind] = why_not(problem, plan, child, ROBOTICS)
    found["rules"] = why_not(tangled(), allocate(tangled()), 1, ROBOTICS)
    return found


@pytest.mark.parametrize("kind", LOCAL)
def test_what_needs_no_solver_is_told_at_once(kind: str) -> None:
    problem = LOCAL[kind]
    answer = local_reason(problem, allocate(problem), 1, ROBOTICS)
    assert answer is not None
    assert answer.kind == kind


@pytest.mark.parametrize("problem", [even(), dear(), weak(), tangled()])
def test_what_needs_the_solver_is_not_guessed(problem: Problem) -> None:
    plan, child = unlucky(problem)
    assert local_reason(problem, plan, child, ROBOTICS) is None


def test_the_wish_that_would_leave_another_child_without_a_place_says_so() -> None:
    answer = all_answers()["costs"]
    assert (answer.level, answer.before, answer.after) == ("unplaced", 0, 1)
    with speaking("en"):
        assert str(answer.title) == "One more place would be missing"
        assert str(answer.message) == (
            "1 Course 1 has 1 place. 2 children wished for it. "
            "Then 1 instead of 0 times a child would be left without a place."
        )
        assert str(answer.letter_for("Mia")) == (
            "Course 1 was wanted most of all, with 2 wishes for 1 place. Mia gets Course 2 on Monday, the 2nd wish."
        )
    speak("de")
    assert str(answer.letter_for("Mia")) == (
        "Course 1 war mit 2 Wünschen auf 1 Platz am stärksten gefragt. "
        "Mia bekommt am Montag Course 2, den 2.\u00a0Wunsch."
    )
    assert [(move.pupil, move.from_course, move.to_course) for move in answer.moves] == [
        (1, CHESS, ROBOTICS), (2, ROBOTICS, None)
    ]  # fmt: skip
    assert [(move.rank_before, move.rank_after) for move in answer.moves] == [(2, 1), (1, None)]


def test_the_lot_is_named_where_it_decided() -> None:
    answer = all_answers()["lottery"]
    assert (answer.kind, answer.level) == ("lottery", "lottery")
    with speaking("en"):
        assert "the lot decided" in str(answer.message)
        assert "the lot decided" in str(answer.letter)


def test_a_rule_that_only_the_solver_sees_is_found() -> None:
    plan = allocate(tangled())
    answer = why_not(tangled(), plan, 1, ROBOTICS)
    assert answer.kind in ("quota", "together")
    assert answer.level is None


def test_a_struck_course_that_enough_may_take_tells_what_it_would_cost() -> None:
    answer = all_answers()["struck (solved)"]
    assert (answer.kind, answer.level) == ("struck", "first wishes")
    assert (answer.before, answer.after) == (2, 1)


def test_those_inside_are_named_by_number_and_wish() -> None:
    answer = all_answers()["costs"]
    assert [(one.pupil, one.rank, one.fixed) for one in answer.inside] == [(2, 1, False)]


def test_one_place_more_is_enough_where_nobody_has_to_move() -> None:
    answer = all_answers()["costs"]
    assert [(one.kind, one.works, one.alone) for one in answer.counters] == [
        ("seat", True, True),
        ("withdrawal", True, True),
    ]


def test_a_course_that_runs_only_with_the_child_says_what_minimum_would_do() -> None:
    from dataclasses import replace

    problem = dear()
    offer = (replace(problem.courses[0], max_size=3), replace(problem.courses[1], min_size=2))
    papers = tuple(replace(wish, pupil=3) for wish in problem.wishes if wish.course == CHESS)
    alone = replace(problem, pupils=(1, 2, 3), courses=offer, wishes=(*problem.wishes, *papers))
    plan = allocate(alone)
    answer = why_not(alone, plan, 1, ROBOTICS)
    assert [(one.kind, one.alone) for one in answer.counters if one.kind == "minimum"] == [("minimum", True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_has_whole_sentences_without_gaps(language: str) -> None:
    with speaking(language):
        for answer in all_answers().values():
            texts = [answer.title, answer.message, answer.letter_for("Mia"), *(one.message for one in answer.counters)]
            assert all(str(text) and not re.search(r"[{}]|  ", str(text)) for text in texts)
            assert str(answer.letter_for("Mia")).endswith(".")
            assert str(answer.message).rstrip(".") != str(answer.message) or ":" in str(answer.message)


def test_all_of_it_is_said_in_german() -> None:
    english = {kind: told(answer, "en") for kind, answer in all_answers().items()}
    german = {kind: told(answer, "de") for kind, answer in all_answers().items()}
    same = {kind: text for kind, texts in german.items() for text in texts if text in english[kind]}
    assert same == {}


def told(answer: WhyNot, language: str) -> list[str]:
    with speaking(language):
        texts = [answer.title, answer.message, answer.letter_for("Mia"), *(one.message for one in answer.counters)]
        return [str(text) for text in texts]


def test_no_letter_names_another_child_or_a_reason_that_is_nobodys_business() -> None:
    letters = {kind: str(answer.letter_for("Mia")) for kind, answer in all_answers().items()}
    assert all("quarrel" not in letter for letter in letters.values())
    with speaking("en"):
        assert str(all_answers()["apart"].letter_for("Mia")).startswith("Course 1 was not possible for Mia.")


def test_there_is_an_answer_of_each_kind() -> None:
    found = {answer.kind for answer in all_answers().values()}
    assert set(KINDS) - found <= {"open", "rules"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", [*sorted(set(GROUPS) - {"far", "lottery"}), "rank 3", "most rank 2", "rank 7"])
def test_every_goal_that_gets_worse_has_its_words(level: str, language: str) -> None:
    with speaking(language):
        for after in (11, 13):
            title, sentence = worse(level, 10, after)
            assert not re.search(r"[{}]", f"{title}{sentence}")
            assert "10" in str(sentence)
            assert str(after) in str(sentence)


def test_a_plan_that_was_stopped_does_not_blame_the_lot() -> None:
    from dataclasses import replace

    problem = even()
    plan, child = unlucky(problem)
    levels = tuple(replace(level, proven=False) for level in plan.levels)
    answer = why_not(problem, replace(plan, levels=levels), child, ROBOTICS)
    assert answer.kind == "open"


def test_it_can_be_stopped() -> None:
    problem = school(60, 8, 2)
    plan, child = unlucky(problem, wished=_wanted(problem))
    with pytest.raises(Stopped):
        why_not(problem, plan, child, _wanted(problem), cancelled=lambda: True)


def _wanted(problem: Problem) -> int:
    plan = allocate(problem, Policy())
    courses = [
        w.course for w in problem.wishes if w.course not in plan.courses_of(w.pupil) and w.course in plan.running
    ]
    return max(set(courses), key=lambda one: (courses.count(one), one))


def test_local_reasons_for_a_whole_school_take_no_time() -> None:
    problem = school(120, 20, 3)
    plan = allocate(problem)
    before = time.process_time()
    for wish in problem.wishes:
        local_reason(problem, plan, wish.pupil, wish.course)
    assert time.process_time() - before < 5
