"""Enrolments out of a table: who is in which course from when to when."""

from functools import partial

from ganztag.domain.text import tidy
from ganztag.exchange.blocks import block_of
from ganztag.exchange.children import child_fields
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import EnrolmentRecord
from ganztag.exchange.rows import RowReader, Walk
from ganztag.exchange.tables import Table
from ganztag.exchange.values import date_of
from ganztag.language import N_


def read_enrolments(table: Table) -> Reading[EnrolmentRecord]:
    """Return the enrolments of a table and all its problems."""
    walk: Walk[EnrolmentRecord] = Walk(table)
    return walk.through(_enrolment).reading()


def _enrolment(reader: RowReader) -> EnrolmentRecord:
    course = reader.text("course")
    if not course and reader.is_sound:
        reader.wrong("course", N_("This row names no course."))
    starts, ends = reader.value("starts", date_of), reader.value("ends", date_of)
    if starts and ends and ends < starts:
        reader.wrong("ends", N_("The end on {ends} lies before the start on {starts}.", ends=ends, starts=starts))
    return EnrolmentRecord(
        **child_fields(reader),
        course=course,
        block=reader.value("block", block_of),
        starts=starts,
        ends=ends,
        reason=reader.text("reason", partial(tidy, lines=True)),
    )
