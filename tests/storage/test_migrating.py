"""Migrations lead exactly to today's tables, all or nothing."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.schema import CreateTable

from ganztag.domain.clock import Clock
from ganztag.operations.opening import open_office
from ganztag.queries import frame
from ganztag.storage import connecting, migrating, opening, tables
from ganztag.storage.mapping import KEPT_IN
from ganztag.storage.migrations import STEPS

SAMPLES = Path(__file__).resolve().parent.parent / "files"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    path = tmp_path / "new.ganztag"
    path.touch()
    found = connecting.engine_for(path)
    connecting.prepare(found)
    migrating.migrate(found, 0)
    yield found
    connecting.leave(found)


def _flat(sql: str) -> str:
    return re.sub(r"\s+", " ", sql.replace('"', "")).strip().casefold()


def _parts(sql: str) -> list[str]:
    """Return what a CREATE TABLE defines, in one order: added columns stand behind the constraints there."""
    flat = _flat(sql)
    body = flat[flat.index("(") + 1 : flat.rindex(")")]
    definitions = [part.strip() for part in re.split(r",(?![^(]*\))", body)]
    found = []
    for part in definitions:
        column = re.fullmatch(r"(\w+) (integer) constraint (\w+) references (.+)", part)
        if column:
            found += [
                f"{column[1]} {column[2]}",
                f"constraint {column[3]} foreign key({column[1]}) references {column[4]}",
            ]
        else:
            found.append(part)
    return sorted(found)


def test_the_newest_version_is_the_number_of_steps() -> None:
    assert len(STEPS) == opening.NEWEST


def test_a_new_file_has_exactly_todays_tables(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, tables.metadata)
    # Reflection does not see name and ON DELETE of a foreign key that came with ADD COLUMN; the next test does.
    assert [change for change in found if change[0] not in {"remove_fk", "add_fk"}] == []


def test_checks_defaults_and_never_used_twice_are_those_of_the_tables(engine: sa.Engine) -> None:
    """compare_metadata does not see CHECK constraints nor AUTOINCREMENT, so compare the statements themselves."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all()
    kept = {row.name: row.sql for row in rows}
    wanted = {t.name: str(CreateTable(t).compile(dialect=engine.dialect)) for t in tables.metadata.sorted_tables}
    assert {name: _parts(kept[name]) for name in wanted} == {name: _parts(sql) for name, sql in wanted.items()}
    assert all("autoincrement" in _flat(kept[name]) for name in wanted)


def test_each_thing_of_the_domain_has_a_field_for_each_column_of_its_table() -> None:
    for kind, table in KEPT_IN.items():
        fields = set(kind.__dataclass_fields__)  # type: ignore[attr-defined]
        assert fields == set(table.columns.keys()), kind.__name__


def test_a_step_that_fails_leaves_file_and_version_untouched(
    empty_school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Breaking:
        @staticmethod
        def upgrade(operations: Operations) -> None:
            operations.execute("CREATE TABLE half (id INTEGER)")
            operations.execute("DROP TABLE no_such_table")

    path = tmp_path / "s.ganztag"
    shutil.copyfile(empty_school, path)
    monkeypatch.setattr(migrating, "STEPS", (*STEPS, Breaking))
    monkeypatch.setattr(migrating, "NEWEST", migrating.NEWEST + 1)
    found = connecting.engine_for(path)
    connecting.prepare(found)
    with pytest.raises(sa.exc.OperationalError):
        migrating.migrate(found, opening.NEWEST)
    with found.connect() as connection:
        names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == opening.NEWEST
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert "half" not in names
    connecting.leave(found)


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(
    empty_school: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Adding:
        @staticmethod
        def upgrade(operations: Operations) -> None:
            operations.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")

    path = tmp_path / "s.ganztag"
    shutil.copyfile(empty_school, path)
    monkeypatch.setattr(migrating, "STEPS", (*STEPS, Adding))
    monkeypatch.setattr(migrating, "NEWEST", migrating.NEWEST + 1)
    monkeypatch.setattr(opening, "NEWEST", opening.NEWEST + 1)
    office = open_office(path, clock)
    assert office.read(frame.school).name == "Schule am Lindenkanal"
    office.close()
    newest = len(STEPS)
    copy = tmp_path / f"s.before-version-{newest + 1}.ganztag"
    assert connecting.version_in_header(copy) == newest
    assert connecting.version_in_header(path) == newest + 1


def test_each_kept_file_of_a_released_version_opens_and_keeps_its_rows(tmp_path: Path, clock: Clock) -> None:
    kept = sorted(SAMPLES.glob("*.ganztag"))
    assert kept, "no sample file of version 1"
    for sample in kept:
        path = tmp_path / sample.name
        shutil.copyfile(sample, path)
        office = open_office(path, clock)
        assert office.read(frame.school).name == "Schule im Archiv"
        assert len(office.read(frame.terms)) == 2
        office.close()
