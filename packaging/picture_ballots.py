"""Ballots and rules for the pictures: answers of every kind, a ballot over the week, rules, bonds and hardship."""

from typing import Any

from picture_popups import Sight
from picture_popups import popup as _popup
from PySide6.QtCore import QByteArray
from PySide6.QtTest import QTest

from ganztag.desktop.wishes.ballot_menu import REMEMBERED
from ganztag.domain.ballot_papers import WEEK, Said
from ganztag.operations import ballots, bonds, rules
from ganztag.operations import wishes as operations
from ganztag.operations.office import Office
from ganztag.queries import ballots as ballot_queries
from ganztag.queries import frame
from ganztag.queries.wishes import WishSheet, sheet

WEEK_BALLOT = "Wochenwahl"
_REASON = "wird von der Großmutter gepflegt, siehe Gespräch mit der Beratungslehrerin am 12. Oktober"


def prepare(office: Office) -> None:
    """Write answers of every kind into the first class of the first ballot, add a ballot over the week and rules."""
    term, today = office.read(frame.term), office.clock.today()
    first = max(office.read(ballot_queries.ballots, term.id), key=lambda row: row.papers)
    read = office.read(sheet, first.id, today)
    _answer(office, read)
    week = office.do(ballots.add(term.id, WEEK_BALLOT, 6, per_week=True, courses_due=2))
    office.do(operations.number_papers(first.id))
    for row in read.rows[:9]:
        wished = tuple(dict.fromkeys(course for _block, _rank, course in row.wishes))[:6]
        ranks = tuple((place, course) for place, course in enumerate(wished, 1))
        office.do(operations.set_said(week, row.id, WEEK, Said(ranks=ranks)))
    _rule(office, first.id, [row.id for row in read.rows])


def _answer(office: Office, read: WishSheet) -> None:
    ballot = read.ballot.id
    for place, row in enumerate(read.rows[:12]):
        for block in [one.id for one in read.ballot.blocks if row.voter.stays_on(one.weekday)]:
            here = [course.id for course in read.courses if course.is_in(block)]
            said = (
                Said(ranks=((1, here[0]), (1, here[1]), (2, here[2])), refused=frozenset(here[3:5])),
                Said(ranks=((1, here[3]),), any_from=2),
                Said(none=True),
                Said(any_from=1),
                Said(ranks=((1, here[0]), (2, here[1]), (3, here[2]), (3, here[3]), (3, here[4]))),
                Said(ranks=((2, here[2]),)),
            )[place % 6]
            office.do(operations.set_said(ballot, row.id, block, said))


def _rule(office: Office, ballot: int, pupils: list[int]) -> None:
    office.do(rules.add("courses", least=2, most=4))
    office.do(rules.add("courses", ballot, least=1, weekdays="34"))
    office.do(rules.add("no_wish", word="place"))
    switched = office.do(rules.add("compensate", most=2))
    office.do(rules.switch(switched, on=False))
    office.do(rules.add("balance"))
    office.do(rules.add("quota", least=20, most=60, percent=True, word="language", note="uk"))
    for place in range(12):
        one, other = pupils[place * 2], pupils[place * 2 + 1]
        kind, must = ("together", "apart")[place % 2], place % 3 == 0
        office.do(bonds.add(one, other, kind, must=must, reason="Geschwister" if kind == "together" else "Streit"))
    office.do(bonds.add_hardship(pupils[0], _REASON, weight=5))
    office.do(bonds.add_hardship(pupils[7], "zieht im Januar um", ballot))


def look(screen: Any, _album: Any) -> Sight:
    """Show the dialogs of the ballots, what is typed and wrong, the demand, the ballot over the week."""
    screen.verbs.add_ballot()
    if screen.verbs.ballot is None:
        return
    screen.ballots.menu().popup(screen.mapToGlobal(screen.rect().center()))
    yield from _popup("menu")
    found = screen._desk.office.read(ballot_queries.ballots, screen._desk.term().id)
    for chosen in sorted(found, key=lambda row: row.papers):
        _turn_to(screen, chosen.id)
        name = "week" if chosen.per_week else f"ballot_{len(chosen.blocks)}_{chosen.papers}"
        yield name, None
    for verb in (screen.verbs.change_ballot, screen.verbs.copy_ballot, screen.verbs.set_rules):
        verb()
    yield from _typed(screen)
    screen.go_to_chip("demand")
    screen.demand_view.table.choose_first()
    yield "demand", None
    screen.go_to_chip("enter")


def _turn_to(screen: Any, ballot: int) -> None:
    screen._desk.memory.keep(REMEMBERED, QByteArray(str(ballot).encode()))
    screen.refresh()


def _typed(screen: Any) -> Sight:
    for name, keys in (("wrong", "999"), ("tie", "212/217"), ("not_this", "!219")):
        screen.grid.setFocus()
        QTest.keyClicks(screen.grid, keys)
        yield name, None
        screen.grid.entry.escape()
    screen.bar.number.ask()
    yield "slip_number", None
