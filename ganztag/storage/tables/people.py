"""Children, who cares for them, where they belong and when they stay."""

import sqlalchemy as sa

from ganztag.storage.tables.base import belongs_to, ends, flag, starts, table, text, word

pupil = table(
    "pupil",
    text("surname"),
    text("prefix"),
    text("call_name"),
    text("first_names"),
    text("native_name"),
    sa.Column("birth_date", sa.Date, nullable=True),
    word("sex", ""),
    belongs_to("year_group", optional=True),
    sa.Column("entry", sa.Date, nullable=True),
    sa.Column("exit", sa.Date, nullable=True),
    text("family_language"),
    text("note"),
    text("search_key"),
    flag("support"),  # needs one of the places that a course has for support
)

external_id = table(
    "external_id",
    belongs_to("pupil", goes_with=True),
    text("system"),
    text("value"),
    sa.UniqueConstraint("system", "value"),
)

class_membership = table(
    "class_membership",
    belongs_to("pupil", goes_with=True),
    belongs_to("school_class"),
    starts(),
    ends(),
)

guardian = table(
    "guardian", text("surname"), text("call_name"), text("email"), text("language"), text("note"), text("search_key")
)

guardianship = table(
    "guardianship",
    belongs_to("pupil", goes_with=True),
    belongs_to("guardian", goes_with=True),
    text("relation"),
    flag("may_pick_up", default=True),
    sa.Column("emergency_order", sa.Integer, nullable=True),
    sa.UniqueConstraint("pupil_id", "guardian_id"),
)

phone = table(
    "phone",
    belongs_to("guardian", optional=True, goes_with=True),
    belongs_to("pupil", optional=True, goes_with=True),
    text("label"),
    text("number"),
    sa.CheckConstraint("(guardian_id IS NULL) <> (pupil_id IS NULL)", name="of_one"),
)

booking = table(
    "booking",
    belongs_to("pupil", goes_with=True),
    sa.Column("weekday", sa.Integer, nullable=False),
    starts(),
    ends(),
)

leave_time = table(
    "leave_time",
    belongs_to("pupil", goes_with=True),
    sa.Column("weekday", sa.Integer, nullable=False),
    sa.Column("time", sa.Time, nullable=True),
    word("way_home", ""),
    starts(),
    ends(),
)
