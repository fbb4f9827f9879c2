"""Friends on a slip: with whom a child wants to be and with whom not, from a file and back into one."""

from pathlib import Path

import pytest

from ganztag.exchange.kinds import Kind
from ganztag.language import speaking
from ganztag.operations import bonds as deeds
from ganztag.operations.exporting import export
from ganztag.operations.importing import ImportPlan
from ganztag.queries.rules import bonds
from tests.operations.importing.files import Folder, changes, counts
from tests.operations.importing.test_wish_answers import ballot_id, child
from tests.operations.importing.test_wishes import HEAD, filled

FRIENDS = HEAD.replace("\n", ";Gemeinsam mit;Nicht mit\n")


def bound(folder: Folder) -> list[str]:
    with speaking("en"):
        return sorted(str(one.words) for one in folder.office.read(bonds, ballot_id(folder)))


def told(made: ImportPlan) -> list[str]:
    with speaking("en"):
        return [str(one.message) for one in made.warnings]


def test_friends_become_bonds_of_the_ballot_and_two_who_name_each_other_one(folder: Folder) -> None:
    text = FRIENDS + "Kaya;Mia;5a;1;;;Liam O'Brien, Zoë von der Heide;\nO'Brien;Liam;6a;1;;;Mia Kaya;Zoë (5b, muss)\n"
    made = filled(folder).bring("wishes", text)
    assert changes(made, "Kaya, Mia")["Together with"] == ("", "Liam O'Brien, Zoë von der Heide")
    assert "Together with" not in changes(made, "O'Brien, Liam")
    assert bound(folder) == [
        "Liam O'Brien and Zoë von der Heide must not be together.",
        "Mia Kaya and Liam O'Brien are together, if possible.",
        "Mia Kaya and Zoë von der Heide are together, if possible.",
    ]
    assert counts(folder.plan("wishes", text)) == {"unchanged": 2}
    assert {one.ballot_id for one in folder.office.read(bonds, ballot_id(folder))} == {ballot_id(folder)}


@pytest.mark.parametrize(
    "cell", ["O'Brien, Liam", "Liam", "liam o'brien", "Liam 6a", "O'Brien Liam (6a)", "Liam O'Brien; -", "O’Brien,Liam"]
)
def test_a_friend_is_known_however_the_slip_writes_the_name(folder: Folder, cell: str) -> None:
    filled(folder).bring("wishes", FRIENDS.replace("Gemeinsam mit", "Freund") + f'Kaya;Mia;5a;1;;;"{cell}";\n')
    assert bound(folder) == ["Mia Kaya and Liam O'Brien are together, if possible."]


@pytest.mark.parametrize(
    "title", ["Freunde", "zusammen mit", "Wunschpartner", "friends", "together", "Zusammen mit:", "Freund/in"]
)
def test_the_column_is_known_under_other_titles(folder: Folder, title: str) -> None:
    filled(folder).bring("wishes", HEAD.replace("\n", f";{title}\n") + "Kaya;Mia;5a;1;;;Liam O'Brien\n")
    assert len(bound(folder)) == 1


def test_a_name_that_nobody_bears_is_told_and_the_wishes_stay(folder: Folder) -> None:
    folder.bring("pupils", "Nachname;Vorname;Klasse;Tage\nBerg;Annika;5a;Mo\n")
    text = FRIENDS + 'Kaya;Mia;5a;1;;;"Anika Berg, Liam O\'Brian, Xaver";\n'
    made = filled(folder).bring("wishes", text)
    assert counts(made) == {"new": 1}
    assert told(made) == [
        "“Anika Berg” is taken as Annika Berg.",
        "There is no child Liam O'Brian. Did you mean Liam O'Brien, 6a?",
        "There is no child Xaver in 5a.",
    ]
    assert bound(folder) == ["Mia Kaya and Annika Berg are together, if possible."]


def test_who_names_itself_or_contradicts_what_holds_is_told(folder: Folder) -> None:
    office = filled(folder).office
    office.do(deeds.add(child(folder, "Mia"), child(folder, "Liam"), "apart", must=True))
    made = folder.bring("wishes", FRIENDS + 'Kaya;Mia;5a;1;;;"Mia Kaya; Liam O\'Brien";\n')
    assert told(made) == [
        "Mia Kaya names itself; this is left out.",
        "Mia Kaya and Liam O'Brien are to be apart already; this stays.",
    ]
    assert bound(folder) == ["Mia Kaya and Liam O'Brien must not be together."]


def test_friends_go_out_and_come_back_and_no_column_says_nothing_of_them(folder: Folder, tmp_path: Path) -> None:
    filled(folder).bring("wishes", HEAD + "Kaya;Mia;5a;1;;\nO'Brien;Liam;6a;1;;\n")
    path = tmp_path / "wishes.csv"
    export(folder.office, Kind.WISHES, path)
    assert "Gemeinsam" not in path.read_text("utf-8-sig")
    mia, liam, zoe = (child(folder, name) for name in ("Mia", "Liam", "Zoë"))
    folder.office.do(deeds.add(zoe, mia, "together", ballot_id(folder)))
    apart = folder.office.do(deeds.add(mia, liam, "apart", ballot_id(folder), must=True))
    export(folder.office, Kind.WISHES, path)
    text = path.read_text("utf-8-sig")
    before = bound(folder)
    assert "Gemeinsam mit;Nicht mit" in text
    assert ";Zoë von der Heide (5b);Liam O'Brien (6a, muss)" in text
    assert counts(folder.plan("wishes", text)) == {"unchanged": 2}
    folder.office.do(deeds.remove(apart))
    folder.bring("wishes", text)
    assert bound(folder) == before
