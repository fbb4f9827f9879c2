"""A list of the school's office read in after the change of the school year finds the children again."""

from pathlib import Path

import pytest

from ganztag.exchange.kinds import Kind
from ganztag.exchange.reading import read_sheets
from ganztag.operations.importing import ImportPlan, Settings, What, apply, plan
from ganztag.operations.office import Office
from ganztag.operations.rollover.new_year import change_year
from ganztag.planning.rollover.year_plan import YearChoices
from ganztag.queries import frame
from ganztag.queries import pupils as pupil_rows
from tests.offered import Offered

NEW_LIST = (
    "Nachname;Vorname;Klasse\n"
    "Yılmaz;Ada;6a\n"
    "Ahrens;Ben;6a\n"
    "Öztürk;Cem;6b\n"
    "Klein;Frida;5a\n"
)  # fmt: skip


@pytest.fixture
def changed(offered: Offered) -> Office:
    offered.office.do(change_year(offered.term.school_year_id, YearChoices()))
    return offered.office


def planned(office: Office, folder: Path, text: str, *, whole_school: bool = False) -> ImportPlan:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return plan(office, Kind.PUPILS, read_sheets(path), Settings(whole_school=whole_school))


def test_children_are_found_and_only_what_differs_changes(changed: Office, tmp_path: Path) -> None:
    found = planned(changed, tmp_path, NEW_LIST)
    assert [item.what for item in found.items] == [What.UNCHANGED, What.UNCHANGED, What.CHANGED, What.NEW]
    changed.do(apply(found))
    term = changed.read(frame.term)
    after = {row.call_name: row.class_name for row in changed.read(pupil_rows.pupils, term.id, term.starts)}
    assert after == {"Ada": "6a", "Ben": "6a", "Cem": "6b", "Frida": "5a", "Dana": ""}


def test_who_left_with_the_last_year_group_is_not_missed_by_a_list_of_the_whole_school(
    changed: Office, tmp_path: Path
) -> None:
    found = planned(changed, tmp_path, NEW_LIST, whole_school=True)
    assert found.counts[What.LEAVES] == 0
