"""Slips, letters, protocols, reminders and waiting lists on the screen of lists."""

import pytest

from ganztag.desktop.desk import Desk
from ganztag.desktop.lists.screen import ListsScreen
from ganztag.language import N_
from ganztag.operations import allocation, ballots
from ganztag.operations.operation import Operation
from ganztag.operations.printing import PAPERS, prepare
from ganztag.planning.allocate import allocate
from ganztag.queries.paper_reading import papers_of
from ganztag.queries.to_allocate import problem
from tests import voting as make
from tests.desktop.lists.conftest import Show
from tests.documents.reading import pages
from tests.voting import Voting, book, wish

BALLOT_PAPERS = ("ballot", "missing-wishes", "letter", "protocol", "results", "waiting-lists")


@pytest.fixture
def school(desk: Desk) -> Voting:
    made = make.voting(desk.office)
    for name in made.pupils:
        book(made, name, 1)
        wish(made, name, "Mo", "11", "12")
    return made


def _accept(school: Voting) -> None:
    asked = school.office.read(problem, school.ballot, school.today)
    school.office.do(allocation.accept(allocate(asked), school.ballot))


def _titles(screen: ListsScreen) -> list[str]:
    return [entry.title for entry in screen.chooser.rows.visible()]


def _seen(screen: ListsScreen) -> str:
    return "\n".join(pages(screen.preview.content()))


def _numbers(school: Voting) -> set[str]:
    return {paper.number for paper in school.office.read(papers_of, school.ballot).papers.values()} - {""}


@pytest.mark.parametrize("paper", BALLOT_PAPERS)
def test_an_empty_school_says_of_each_paper_what_will_stand_there(show: Show, desk: Desk, paper: str) -> None:
    screen = show(desk)
    screen.go_to_chip(paper)
    assert screen.paper() == paper
    assert screen._empty.isVisible()
    assert not screen.print_button.isVisible()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_has_its_words_and_a_button(show: Show, desk: Desk, paper: str) -> None:
    screen = show(desk)
    button = screen.papers._buttons[paper]
    button.click()
    assert screen.paper() == paper
    assert button.accessibleName()
    assert str(button.words.print_verb(2)) != str(button.words.print_verb(1)) or paper == "ballot"


def test_a_slip_is_previewed_without_a_number_and_looking_changes_nothing(
    show: Show, desk: Desk, school: Voting
) -> None:
    screen = show(desk)
    screen.go_to_chip("ballot")
    assert len(_titles(screen)) == 6
    assert "Ada Ahmadi" in _seen(screen)
    assert _numbers(school) == set()


def test_saving_slips_gives_all_of_the_ballot_their_numbers(show: Show, desk: Desk, school: Voting) -> None:
    screen = show(desk)
    screen.go_to_chip("ballot")
    order = screen.verbs._order()
    assert order is not None
    (slip,) = order.rows
    assert slip.number in _numbers(school)
    assert len(_numbers(school)) == 6
    screen.refresh()
    assert slip.number in _seen(screen)


def test_after_the_plan_was_accepted_letters_and_protocol_are_there(show: Show, desk: Desk, school: Voting) -> None:
    screen = show(desk)
    screen.go_to_chip("letter")
    assert _titles(screen) == []
    _accept(school)
    assert len(_titles(screen)) == 6
    assert "Robotik" in _seen(screen)
    screen.go_to_chip("protocol")
    assert _titles(screen) == ["Herbst"]
    assert "BLAKE2b" in _seen(screen)
    screen.go_to_chip("results")
    assert screen.preview.pages() == 0  # nobody has a number yet
    assert screen.banner.isVisible()
    prepare(desk.office, PAPERS["ballot"], school.term, school.ballot)
    assert "0001-3" in _seen(screen)
    assert "Ahmadi" not in _seen(screen)


def test_classes_in_which_something_is_missing_are_listed(show: Show, desk: Desk, school: Voting) -> None:
    screen = show(desk)
    screen.go_to_chip("missing-wishes")
    assert _titles(screen) == []
    wish(school, "Dora", "Mo", "31")  # for year 7, and she is in 6b
    assert _titles(screen) == ["6b"]
    assert "Demir" in _seen(screen)


def test_with_two_ballots_she_chooses_whose_slips_she_sees(show: Show, desk: Desk, school: Voting) -> None:
    screen = show(desk)
    screen.go_to_chip("ballot")
    assert not screen.chooser.ballot.isVisible()
    second = desk.office.do(Operation(N_("Second"), lambda work: ballots.make(work, school.term, "Probe")))
    assert screen.chooser.ballot.isVisible()
    assert "Herbst" in _seen(screen)
    screen.chooser.ballot.picked.emit(second)
    assert screen.ballot() == second
    assert "Probe" in screen.chooser.ballot.currentText()
    screen.go_to_chip("attendance")
    assert not screen.chooser.ballot.isVisible()
