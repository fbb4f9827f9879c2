"""Who leads courses: their times, contracts and papers, and the partners they come from."""

import sqlalchemy as sa

from ganztag.storage.tables.base import belongs_to, ends, flag, starts, table, text, window, word

partner = table(
    "partner",
    text("name"),
    text("contact"),
    text("phone"),
    text("email"),
    text("agreement"),
    starts(),
    ends(),
    text("note"),
    text("search_key"),
    sa.UniqueConstraint("name"),
)

staff = table(
    "staff",
    text("code"),
    text("surname"),
    text("prefix"),
    text("call_name"),
    word("kind", "teacher"),
    text("email"),
    text("phone"),
    text("external_id"),
    starts(),
    ends(),
    text("note"),
    text("search_key"),
    sa.Column("max_minutes", sa.Integer, nullable=True),  # a week
    text("qualifications"),  # parted by commas
    belongs_to("partner", optional=True),
)

staff_time = table("staff_time", belongs_to("staff", goes_with=True), *window())

contract = table(
    "contract",
    belongs_to("staff", goes_with=True),
    text("number"),
    starts(),
    ends(),
    sa.Column("rate_cents", sa.Integer, nullable=True),  # for unit_minutes
    sa.Column("unit_minutes", sa.Integer, nullable=False, server_default="45"),
    word("allowance", ""),
    text("note"),
)

income_elsewhere = table(  # what a person said to have earned elsewhere under the same allowance
    "income_elsewhere",
    belongs_to("staff", goes_with=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("cents", sa.Integer, nullable=False),
    sa.Column("declared_on", sa.Date, nullable=True),
    sa.UniqueConstraint("staff_id", "year"),
)

requirement = table(  # a paper that the school wants to see
    "requirement",
    text("name"),
    sa.Column("position", sa.Integer, nullable=False, server_default="0"),
    text("kinds"),  # of staff, parted by commas; none: all
    sa.Column("valid_months", sa.Integer, nullable=True),
    sa.Column("warn_days", sa.Integer, nullable=False, server_default="60"),
    flag("required", default=True),
    text("source"),
    sa.Column("holds_until", sa.Date, nullable=True),  # of everyone's, whenever it was seen
    sa.UniqueConstraint("name"),
)

staff_paper = table(  # that it was seen, and when: never the paper itself
    "staff_paper",
    belongs_to("staff", goes_with=True),
    belongs_to("requirement", goes_with=True),
    word("state", "seen"),
    sa.Column("seen", sa.Date, nullable=True),
    sa.Column("expires", sa.Date, nullable=True),
    text("note"),
    sa.UniqueConstraint("staff_id", "requirement_id"),
)
