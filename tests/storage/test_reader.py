"""What a reading can take."""

from datetime import date

from ganztag.operations.office import Office
from ganztag.queries.enrolments import class_names


def test_a_reading_may_name_more_children_than_the_largest_school_has(office: Office) -> None:
    assert office.read(class_names, range(100_000), date(2026, 9, 14)) == {}
