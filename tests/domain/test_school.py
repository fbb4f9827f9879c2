"""Year groups and classes by their names."""

from ganztag.domain.school import in_runs


def test_year_groups_are_written_as_people_write_them() -> None:
    assert in_runs(("5", "6", "7", "VSK")) == ["5–7", "VSK"]
    assert in_runs(("5", "6", "8a")) == ["5", "6", "8a"]
    assert in_runs(()) == []
