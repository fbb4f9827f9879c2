"""How many courses children get, and who is placed without a wish."""

from ganztag.domain.pupils import Booking
from ganztag.language import speak
from ganztag.planning.conditions import Anywhere, Due, Least, Most
from tests.ruling import Ruling, write
from tests.voting import book, enrol, wish


def test_without_rules_only_children_with_wishes_are_in_the_problem(ruling: Ruling) -> None:
    wish(ruling.school, "Ada", "Mo", "11")

    found = ruling.problem()

    assert found.pupils == (ruling.pupil("Ada"),)
    assert (found.anywhere, found.due, found.least, found.most) == ((), (), (), ())


def test_a_child_without_a_wish_is_placed_only_on_days_on_which_it_stays(ruling: Ruling) -> None:
    book(ruling.school, "Ben", 1)
    ruling.rule("no_wish", word="place", school_class_id=ruling.school.classes["5a"])
    wish(ruling.school, "Ada", "Mo", "11")

    found = ruling.problem()

    blocks = ruling.school.blocks
    assert {one for one in found.anywhere if one.pupil == ruling.pupil("Ben")} == {
        Anywhere(ruling.pupil("Ben"), blocks["Mo"])
    }
    can = {one.slot for one in found.anywhere if one.pupil == ruling.pupil("Can")}
    assert can == {blocks["Mo"], blocks["Mi"]}, "whose days are not known stays on all"
    assert all(one.pupil != ruling.pupil("Ada") for one in found.anywhere), "she has a wish"
    assert ruling.pupil("Dora") not in found.pupils, "the rule is for another class"
    assert (ruling.pupil("Ben"), ruling.course("40")) in found.barred, "theatre meets on Wednesday too"
    assert (ruling.pupil("Can"), ruling.course("40")) not in found.barred


def test_with_days_the_rule_places_those_without_a_wish_on_them(ruling: Ruling) -> None:
    wish(ruling.school, "Ada", "Mo", "11")
    ruling.rule("no_wish", word="place", weekdays="3")

    found = ruling.problem()

    wednesday = ruling.school.blocks["Mi"]
    assert Anywhere(ruling.pupil("Ada"), wednesday) in found.anywhere
    assert {one.slot for one in found.anywhere} == {wednesday}


def test_the_closer_rule_decides(ruling: Ruling) -> None:
    ruling.rule("no_wish", word="place")
    ruling.rule("no_wish", word="leave", year_group_id=ruling.school.years["5"])

    placed = {one.pupil for one in ruling.problem().anywhere}

    assert placed == {ruling.pupil(name) for name in ("Dora", "Emil", "Fee")}


def test_a_rule_that_is_switched_off_does_nothing(ruling: Ruling) -> None:
    ruling.rule("no_wish", word="place", active=False)

    assert ruling.problem().pupils == ()


def test_who_wants_no_place_gets_none_by_a_rule(ruling: Ruling) -> None:
    ruling.rule("no_wish", word="place")
    ruling.answers("Ada", "Mo", "none")

    slots = {one.slot for one in ruling.problem().anywhere if one.pupil == ruling.pupil("Ada")}

    assert slots == {ruling.school.blocks["Mi"]}


def test_any_course_stands_behind_the_last_wish_where_no_rank_is_said(ruling: Ruling) -> None:
    wish(ruling.school, "Ada", "Mo", "11", "12")
    ruling.answers("Ada", "Mo", "any")
    ruling.answers("Ben", "Mo", "any")
    ruling.answers("Can", "Mi", "any", 2)

    monday, wednesday = ruling.school.blocks["Mo"], ruling.school.blocks["Mi"]
    assert set(ruling.problem().anywhere) == {
        Anywhere(ruling.pupil("Ada"), monday, 3),
        Anywhere(ruling.pupil("Ben"), monday),
        Anywhere(ruling.pupil("Can"), wednesday, 2),
    }


def test_no_luck_places_where_wishes_are_and_no_wish_where_none_are(ruling: Ruling) -> None:
    wish(ruling.school, "Ada", "Mo", "11")
    ruling.rule("no_luck", word="place")

    assert ruling.problem().anywhere == (Anywhere(ruling.pupil("Ada"), ruling.school.blocks["Mo"]),)


def test_who_is_in_a_course_at_this_time_already_is_not_placed_again(ruling: Ruling) -> None:
    enrol(ruling.school, "Ada", "11")
    ruling.rule("no_wish", word="place", school_class_id=ruling.school.classes["5a"])

    slots = {one.slot for one in ruling.problem().anywhere if one.pupil == ruling.pupil("Ada")}

    assert slots == {ruling.school.blocks["Mi"]}


def test_the_ballot_says_how_many_courses_a_child_gets_and_those_it_has_count(ruling: Ruling) -> None:
    ruling.ballot(courses_due=2)
    wish(ruling.school, "Ada", "Mo", "12")
    wish(ruling.school, "Ben", "Mo", "12")
    enrol(ruling.school, "Ben", "21")

    assert set(ruling.problem().due) == {Due(ruling.pupil("Ada"), 2), Due(ruling.pupil("Ben"), 1)}


def test_at_least_and_at_most_of_a_day_are_conditions_for_each_child(ruling: Ruling) -> None:
    wish(ruling.school, "Ada", "Mo", "11")
    wish(ruling.school, "Dora", "Mo", "11")
    key = ruling.rule("courses", weekdays="3", least=1, most=1, year_group_id=ruling.school.years["5"])

    found = ruling.problem()

    courses = frozenset(ruling.course(number) for number in ("21", "22", "40"))
    assert Least(ruling.pupil("Ada"), courses, 1, key) in found.least
    assert found.most == tuple(Most(ruling.pupil(name), courses, 1, key) for name in ("Ada", "Ben", "Can"))
    assert set(found.pupils) == {ruling.pupil(name) for name in ("Ada", "Ben", "Can", "Dora")}
    speak("en")
    words = next(str(named.words) for named in found.rules if named.key == key)
    assert words == "Each child of year group 5 takes exactly 1 course on Wednesday."


def test_at_most_in_the_week_says_how_many_are_due(ruling: Ruling) -> None:
    wish(ruling.school, "Ada", "Mo", "11")
    key = ruling.rule("courses", most=1)

    found = ruling.problem()

    assert (found.due, found.most) == ((Due(ruling.pupil("Ada"), 1, key),), ())


def test_a_duty_on_days_on_which_a_child_does_not_stay_is_none(ruling: Ruling) -> None:
    write(ruling.school, Booking(pupil_id=ruling.pupil("Ada"), weekday=1))
    ruling.rule("courses", weekdays="3", least=1, school_class_id=ruling.school.classes["5a"])

    assert {one.pupil for one in ruling.problem().least} == {ruling.pupil("Ben"), ruling.pupil("Can")}


def test_only_children_who_may_vote_count(ruling: Ruling) -> None:
    wish(ruling.school, "Ada", "Mo", "11")
    wish(ruling.school, "Dora", "Mo", "11")
    ruling.only_for("6b")

    found = ruling.problem()

    assert found.pupils == (ruling.pupil("Dora"),)
    assert {one.pupil for one in found.wishes} == {ruling.pupil("Dora")}


def test_wishes_over_the_week_are_placed_once_where_no_rank_is_said(ruling: Ruling) -> None:
    ruling.ballot(per_week=True, courses_due=1)
    wish(ruling.school, "Ada", "Mo", "11", "12")
    ruling.answers("Ada", "Mi", "any")

    assert ruling.problem().anywhere == (Anywhere(ruling.pupil("Ada"), ruling.school.blocks["Mi"], 3),)
