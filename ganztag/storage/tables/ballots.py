"""Ballots, the papers and wishes of the children, and the allocation that was accepted."""

import sqlalchemy as sa

from ganztag.storage.tables.base import belongs_to, flag, table, text, word

ballot = table(
    "ballot",
    belongs_to("term"),
    text("name"),
    sa.Column("wishes", sa.Integer, nullable=False, server_default="3"),
    sa.Column("closes", sa.Date, nullable=True),
    sa.UniqueConstraint("term_id", "name"),
)

ballot_block = table(
    "ballot_block",
    belongs_to("ballot", goes_with=True),
    belongs_to("time_block"),
    sa.UniqueConstraint("ballot_id", "time_block_id"),
)

ballot_paper = table(
    "ballot_paper",
    belongs_to("ballot", goes_with=True),
    belongs_to("pupil", goes_with=True),
    word("state", "missing"),
    text("note"),
    sa.UniqueConstraint("ballot_id", "pupil_id"),
)

wish = table(
    "wish",
    belongs_to("ballot", goes_with=True),
    belongs_to("pupil", goes_with=True),
    belongs_to("time_block"),
    belongs_to("course"),
    sa.Column("rank", sa.Integer, nullable=False),
    sa.UniqueConstraint("ballot_id", "pupil_id", "time_block_id", "course_id"),
)

placement = table(  # decided by hand before the computer allocates
    "placement",
    belongs_to("ballot", goes_with=True),
    belongs_to("pupil", goes_with=True),
    belongs_to("course", goes_with=True),
    flag("banned"),
    text("reason"),
    sa.UniqueConstraint("ballot_id", "pupil_id", "course_id"),
)

allocation_run = table(
    "allocation_run",
    belongs_to("ballot"),
    sa.Column("accepted_at", sa.DateTime, nullable=False),
    text("goal"),
    sa.Column("seed", sa.Integer, nullable=False),
    text("solver"),
    text("input_hash"),
    text("plan_hash"),
)

allocation_level = table(
    "allocation_level",
    belongs_to("allocation_run", goes_with=True),
    sa.Column("position", sa.Integer, nullable=False),
    text("name"),
    sa.Column("value", sa.Integer, nullable=False),
    sa.Column("bound", sa.Integer, nullable=False),
    flag("proven"),
)

allocation_result = table(  # what each child got, block by block, as it was accepted
    "allocation_result",
    belongs_to("allocation_run", goes_with=True),
    belongs_to("pupil", goes_with=True),
    belongs_to("time_block"),
    belongs_to("course", optional=True),
    sa.Column("rank", sa.Integer, nullable=True),
)

allocation_struck = table(  # the courses that the accepted allocation struck, and why
    "allocation_struck",
    belongs_to("allocation_run", goes_with=True),
    belongs_to("course", goes_with=True),
    sa.Column("wished", sa.Integer, nullable=False),
    sa.Column("first", sa.Integer, nullable=False),
    sa.Column("needed", sa.Integer, nullable=False),
    sa.UniqueConstraint("allocation_run_id", "course_id"),
)
