"""What a child wished, as its page shows it."""

from ganztag.domain.ballot_papers import Said
from ganztag.operations import wishes
from ganztag.operations.office import Office
from ganztag.queries.pupil_wishes import wishes_of
from tests.voting import voting


def test_ties_any_course_none_and_what_is_refused_are_known(office: Office) -> None:
    school = voting(office)
    ada, monday, wednesday = school.pupils["Ada"], school.blocks["Mo"], school.blocks["Mi"]
    one, two = school.courses["11"], school.courses["12"]
    said = Said(((1, one), (1, two)), any_from=2, refused=frozenset({school.courses["13"]}))
    office.do(wishes.set_said(school.ballot, ada, monday, said))
    office.do(wishes.set_said(school.ballot, ada, wednesday, Said(none=True)))
    office.do(wishes.mark_paper(school.ballot, ada, "given", "nachgereicht"))
    (found,) = office.read(wishes_of, ada, school.term)
    first, second = found.blocks
    assert [(row.rank, row.number) for row in first.wishes] == [(1, "11"), (1, "12")]
    assert (first.any_from, first.wants_none, first.says) == (2, False, True)
    assert (second.any_from, second.wants_none, second.says) == (None, True, True)
    assert (found.note, found.refused) == ("nachgereicht", ("13 Klettern",))


def test_without_a_paper_nothing_is_said(office: Office) -> None:
    school = voting(office)
    (found,) = office.read(wishes_of, school.pupils["Ada"], school.term)
    assert (found.state, found.refused, [block.says for block in found.blocks]) == ("missing", (), [False, False])
