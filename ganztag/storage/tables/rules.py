"""Rules of the allocation, and what holds for single children: bonds between two, and hardship."""

import sqlalchemy as sa

from ganztag.storage.tables.base import belongs_to, flag, table, text, word

rule = table(  # the domain names the kinds and says which columns each of them takes
    "rule",
    word("kind", ""),
    belongs_to("ballot", optional=True, goes_with=True),  # none: for all ballots of the school
    belongs_to("year_group", optional=True, goes_with=True),
    belongs_to("school_class", optional=True, goes_with=True),
    belongs_to("course", optional=True, goes_with=True),
    belongs_to("category", optional=True, goes_with=True),
    text("weekdays"),  # "24": Tuesday and Thursday
    sa.Column("least", sa.Integer, nullable=True),
    sa.Column("most", sa.Integer, nullable=True),
    flag("percent"),
    word("word", ""),
    text("note"),
    flag("active", default=True),
)

bond = table(  # two children who are to be together, or apart
    "bond",
    belongs_to("pupil", goes_with=True),
    belongs_to("pupil", column="other_id", goes_with=True),
    belongs_to("ballot", optional=True, goes_with=True),
    word("kind", "together"),
    flag("must"),
    text("reason"),
)

hardship = table(
    "hardship",
    belongs_to("pupil", goes_with=True),
    belongs_to("ballot", optional=True, goes_with=True),
    sa.Column("weight", sa.Integer, nullable=False, server_default="1"),
    text("reason"),
)
