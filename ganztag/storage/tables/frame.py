"""The frame: the school, its calendar, its classes, the times of its afternoons, rooms and staff."""

import sqlalchemy as sa

from ganztag.storage.tables.base import belongs_to, flag, table, text, window, word

school_year = table("school_year", text("name"), sa.Column("starts", sa.Date, nullable=False),
                    sa.Column("ends", sa.Date, nullable=False), sa.UniqueConstraint("name"))  # fmt: skip

term = table(
    "term",
    belongs_to("school_year"),
    sa.Column("number", sa.Integer, nullable=False),
    text("name"),
    sa.Column("starts", sa.Date, nullable=False),
    sa.Column("ends", sa.Date, nullable=False),
    word("first_week", "A"),  # A or B: what the first week with school is, where courses meet every second week
    sa.UniqueConstraint("school_year_id", "number"),
)

school = table(
    "school",
    text("name"),
    text("subtitle"),
    text("street"),
    text("postcode"),
    text("town"),
    text("phone"),
    text("email"),
    text("land"),
    sa.Column("language", sa.Text, nullable=False, server_default="de"),
    belongs_to("term", optional=True),  # the half-year that is being worked on
)

year_group = table(
    "year_group", text("label"), sa.Column("position", sa.Integer, nullable=False), sa.UniqueConstraint("label")
)

school_class = table(
    "school_class",
    belongs_to("school_year"),
    text("name"),
    word("kind", "class"),
    belongs_to("year_group", optional=True),
    belongs_to("room", optional=True),
    belongs_to("staff", optional=True),
    sa.UniqueConstraint("school_year_id", "kind", "name"),
)

day_off = table(
    "day_off",
    text("name"),
    sa.Column("starts", sa.Date, nullable=False),
    sa.Column("ends", sa.Date, nullable=False),
    word("kind", "own"),
    belongs_to("year_group", optional=True, goes_with=True),  # scope: only this year group ...
    belongs_to("school_class", optional=True, goes_with=True),  # ... or this class; neither: the whole school
    text("uid"),  # by which a calendar file names it, so that it is known when it comes again
)

time_block = table(
    "time_block",
    belongs_to("school_year"),
    sa.Column("weekday", sa.Integer, nullable=False),
    sa.Column("starts", sa.Time, nullable=False),
    sa.Column("ends", sa.Time, nullable=False),
    text("name"),
    sa.UniqueConstraint("school_year_id", "weekday", "starts", "ends"),
)

room = table(
    "room",
    text("code"),
    text("name"),
    sa.Column("seats", sa.Integer, nullable=True),
    text("equipment"),
    text("building"),
    belongs_to("room", column="part_of_id", optional=True),
    flag("several_courses"),  # may hold several courses at once: a sports hall in thirds
    text("note"),
    text("search_key"),
    sa.Column("setup_minutes", sa.Integer, nullable=False, server_default="0"),
    sa.Column("cleanup_minutes", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("code"),
)

room_time = table(
    "room_time",
    belongs_to("room", goes_with=True),
    *window(),
)

setting = table("setting", text("name"), text("value"), sa.UniqueConstraint("name"))

finding_exception = table(  # what was looked at and let stand, with a reason
    "finding_exception",
    belongs_to("term", goes_with=True),
    belongs_to("pupil", optional=True, goes_with=True),  # whom it is about, where it is a child
    text("key"),
    text("code"),
    text("reason"),
    sa.Column("at", sa.DateTime, nullable=False),  # UTC
    sa.UniqueConstraint("term_id", "key"),
)
