"""The offer: what lasts, its course in a half-year, when and where it meets, who leads it and who is in it."""

import sqlalchemy as sa

from ganztag.storage.tables.base import belongs_to, ends, starts, table, text, word

category = table(
    "category",
    text("name"),
    sa.Column("colour", sa.Integer, nullable=False, server_default="0"),
    sa.Column("position", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("name"),
)

offer = table("offer", text("title"), text("note"))

course = table(
    "course",
    belongs_to("offer"),
    belongs_to("school_year"),
    belongs_to("term", optional=True),  # none: the course runs the whole school year
    text("number"),
    text("title"),
    text("short_name"),
    text("description"),
    belongs_to("category", optional=True),
    word("kind", "course"),
    word("status", "offered"),
    sa.Column("min_size", sa.Integer, nullable=True),
    sa.Column("max_size", sa.Integer, nullable=True),
    text("note"),
    text("search_key"),
)

course_year_group = table(
    "course_year_group",
    belongs_to("course", goes_with=True),
    belongs_to("year_group", goes_with=True),
    sa.UniqueConstraint("course_id", "year_group_id"),
)

course_class = table(
    "course_class",
    belongs_to("course", goes_with=True),
    belongs_to("school_class", goes_with=True),
    sa.UniqueConstraint("course_id", "school_class_id"),
)

meeting = table(
    "meeting",
    belongs_to("course", goes_with=True),
    belongs_to("time_block", optional=True),
    sa.Column("weekday", sa.Integer, nullable=True),  # of its own, where there is no block
    sa.Column("starts", sa.Time, nullable=True),  # of its own, or other than the block's
    sa.Column("ends", sa.Time, nullable=True),
    belongs_to("room", optional=True),
    sa.CheckConstraint("time_block_id IS NOT NULL OR weekday IS NOT NULL", name="has_a_day"),
)

meeting_leader = table(
    "meeting_leader",
    belongs_to("meeting", goes_with=True),
    belongs_to("staff"),
    sa.Column("position", sa.Integer, nullable=False, server_default="0"),
    text("role"),
    sa.UniqueConstraint("meeting_id", "staff_id"),
)

enrolment = table(
    "enrolment",
    belongs_to("pupil"),
    belongs_to("course"),
    starts(),
    ends(),
    text("reason"),
    sa.Column("rank", sa.Integer, nullable=True),
    belongs_to("allocation_run", optional=True),
)
