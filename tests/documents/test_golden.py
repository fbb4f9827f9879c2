"""Where the strings of one page of each paper stand.

Meant a change to be seen here? Look at the pages first, then write the new places with
``python -m tests.documents.test_golden`` and commit the files under ``golden/``.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from ganztag import language
from ganztag.documents import (
    allocation_protocol,
    attendance_list,
    ballot_slip,
    class_list,
    list_sheet,
    reply_letter,
    week_plan,
)
from tests.documents import ballot_sheets, sheets
from tests.documents.recording import recorded

_FOLDER = Path(__file__).parent / "golden"
_PAGES: dict[str, tuple[Any, list[Any]]] = {
    "attendance_list": (attendance_list, [sheets.attendance(16)]),
    "class_list": (class_list, [sheets.school_class(12)]),
    "week_plan": (week_plan, [sheets.week_plan(16), sheets.week_plan(3)]),
    "ballot_slip": (ballot_slip, [ballot_sheets.slip()]),
    "reply_letter": (reply_letter, [ballot_sheets.letter()]),
    "allocation_protocol": (allocation_protocol, [ballot_sheets.protocol(1)]),
    "list_sheet": (list_sheet, [ballot_sheets.reminder()]),
}


def _places(name: str) -> list[list[Any]]:
    """Return words, left, baseline and size of each string, in points."""
    module, printed = _PAGES[name]
    (pen,) = recorded(module.leaves(printed), module.paper())
    return [[t.words, round(t.left, 1), round(t.baseline, 1), round(t.style.size, 1)] for t in pen.texts]


@pytest.mark.parametrize("name", _PAGES)
def test_the_strings_of_a_page_stand_where_they_stood(name: str) -> None:
    golden = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    assert [place for place in _places(name) if place not in golden] == []
    assert [place for place in golden if place not in _places(name)] == []


def _renew() -> None:
    with language.speaking("en"):
        for name in _PAGES:
            lines = ",\n".join(json.dumps(place, ensure_ascii=False) for place in _places(name))
            (_FOLDER / f"{name}.json").write_text(f"[\n{lines}\n]\n", "utf-8")


if __name__ == "__main__":
    _renew()
