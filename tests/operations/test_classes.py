"""Classes, groups and year groups: made in order, renamed, refused."""

import pytest

from ganztag.domain.objection import Objection
from ganztag.language import N_
from ganztag.operations import classes, pupils
from ganztag.operations.office import Office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import classes as class_rows
from ganztag.queries import frame
from ganztag.queries.classes import ClassRow


def _year(office: Office) -> int:
    return office.read(frame.term).school_year_id


def _classes(office: Office) -> list[ClassRow]:
    return office.read(class_rows.classes, _year(office), office.clock.today())


def _labels(office: Office) -> list[str]:
    return [row.label for row in office.read(class_rows.year_groups)]


def test_a_class_brings_its_year_group_in_order(office: Office) -> None:
    for name in ("10a", "5b", "VSK", "7", "5a", "E1b"):
        office.do(classes.add(_year(office), name))
    assert _labels(office) == ["E1", "VSK", "5", "7", "10"]
    assert [(row.name, row.year_group) for row in _classes(office)] == [
        ("5a", "5"), ("5b", "5"), ("7", "7"), ("10a", "10"), ("E1b", "E1"), ("VSK", "VSK"),
    ]  # fmt: skip


def test_ensuring_a_class_twice_gives_the_same_however_it_is_written(office: Office) -> None:
    year = _year(office)

    def run(work: Work) -> tuple[int, int]:
        return classes.ensure_class(work, year, "5a"), classes.ensure_class(work, year, " 5A ")

    first, second = office.do(Operation(N_("Try"), run))
    assert first == second
    assert len(_classes(office)) == 1


def test_a_second_class_of_the_same_name_is_refused(office: Office) -> None:
    office.do(classes.add(_year(office), "5a"))
    with pytest.raises(Objection, match="5a"):
        office.do(classes.add(_year(office), "5a"))
    assert len(_classes(office)) == 1


def test_a_group_may_be_called_like_a_class_and_has_no_year_group(office: Office) -> None:
    office.do(classes.add(_year(office), "5a"))
    office.do(classes.add(_year(office), "5a", "group"))
    assert [(row.kind, row.year_group) for row in _classes(office)] == [("class", "5"), ("group", "")]


def test_a_class_without_a_name_is_refused(office: Office) -> None:
    with pytest.raises(Objection):
        office.do(classes.add(_year(office), "  "))
    assert _classes(office) == []
    assert _labels(office) == []


def test_renaming_takes_the_year_group_along_and_comes_back_with_undo(office: Office) -> None:
    class_id = office.do(classes.add(_year(office), "5a"))
    office.do(classes.rename(class_id, "6a"))
    assert [(row.name, row.year_group) for row in _classes(office)] == [("6a", "6")]
    office.undo()
    assert [(row.name, row.year_group) for row in _classes(office)] == [("5a", "5")]


def test_renaming_to_a_name_that_is_taken_is_refused(office: Office) -> None:
    office.do(classes.add(_year(office), "5a"))
    other = office.do(classes.add(_year(office), "5b"))
    with pytest.raises(Objection, match="5a"):
        office.do(classes.rename(other, "5A"))
    office.do(classes.rename(other, "5B"))
    assert [row.name for row in _classes(office)] == ["5a", "5B"]


def test_a_class_with_children_is_not_deleted_an_empty_one_is(office: Office) -> None:
    full = office.do(classes.add(_year(office), "5a"))
    empty = office.do(classes.add(_year(office), "5b"))
    office.do(pupils.add(surname="Adeyemi", call_name="Tola", class_id=full))
    with pytest.raises(Objection):
        office.do(classes.delete(full, "5a"))
    office.do(classes.delete(empty, "5b"))
    assert [(row.name, row.pupils) for row in _classes(office)] == [("5a", 1)]


def test_a_year_group_in_use_is_not_deleted(office: Office) -> None:
    class_id = office.do(classes.add(_year(office), "5a"))
    group = office.read(class_rows.year_groups)[0]
    with pytest.raises(Objection):
        office.do(classes.delete_year_group(group.id, group.label))
    office.do(classes.delete(class_id, "5a"))
    office.do(classes.delete_year_group(group.id, group.label))
    assert _labels(office) == []


def test_a_second_year_group_of_the_same_label_is_refused(office: Office) -> None:
    office.do(classes.add_year_group("VSK"))
    with pytest.raises(Objection, match="VSK"):
        office.do(classes.add_year_group("vsk"))


def test_year_groups_are_renamed_and_moved_and_undo_brings_both_back(office: Office) -> None:
    first, second, third = (office.do(classes.add_year_group(label)) for label in ("5", "6", "7"))
    office.do(classes.rename_year_group(second, "Sternengruppe"))
    office.do(classes.move_year_group(third, -2))
    assert _labels(office) == ["7", "5", "Sternengruppe"]
    office.do(classes.move_year_group(first, 5))
    assert _labels(office) == ["7", "Sternengruppe", "5"]
    for _deed in range(3):
        office.undo()
    assert _labels(office) == ["5", "6", "7"]


@pytest.mark.parametrize("label", ["", "  ", "vsk"])
def test_a_year_group_is_not_renamed_to_nothing_or_to_another_one(office: Office, label: str) -> None:
    office.do(classes.add_year_group("VSK"))
    five = office.do(classes.add_year_group("5"))
    with pytest.raises(Objection):
        office.do(classes.rename_year_group(five, label))
    office.do(classes.rename_year_group(five, "5 "))
    assert _labels(office) == ["VSK", "5"]


def test_the_first_year_group_stays_first_when_it_is_moved_up(office: Office) -> None:
    first = office.do(classes.add_year_group("5"))
    office.do(classes.add_year_group("6"))
    office.do(classes.move_year_group(first, -1))
    assert _labels(office) == ["5", "6"]
