"""The real dates of courses as a table."""

from datetime import date
from pathlib import Path

from ganztag.operations import calendar, sessions
from ganztag.operations.exporting.session_rows import export_sessions
from ganztag.operations.sessions import Target
from tests.offered import Offered


def test_the_dates_are_written_with_what_became_of_them(offered: Offered, tmp_path: Path) -> None:
    office = offered.office
    office.do(calendar.set_land(""))
    meeting = offered.course(offered.robotics).meetings[0].id
    office.do(sessions.cancel([(meeting, date(2026, 9, 14))], "Leitung krank"))
    office.do(sessions.move(meeting, date(2026, 9, 21), Target(date(2026, 9, 23)), "Aula belegt"))
    path = tmp_path / "dates.csv"
    count = export_sessions(office, path, offered.term.id, [offered.robotics])
    lines = path.read_text("utf-8-sig").splitlines()
    assert len(lines) == count + 1
    assert lines[0].startswith("Tag;Wochentag;Von;Bis;")
    cancelled = next(line for line in lines if line.startswith("14.09.2026"))
    assert "Robotik mit Lego" in cancelled
    assert cancelled.endswith("Leitung krank")
    moved = next(line for line in lines if line.startswith("23.09.2026"))
    assert moved.split(";")[-2:] == ["21.09.2026", "Aula belegt"]
    assert not any(line.startswith("21.09.2026") for line in lines)
