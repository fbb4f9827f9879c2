"""Ballots, the papers and wishes of the children, and the allocation that was accepted."""

import sqlalchemy as sa

from ganztag.storage.tables.base import belongs_to, flag, table, text, word

ballot = table(
    "ballot",
    belongs_to("term"),
    text("name"),
    sa.Column("wishes", sa.Integer, nullable=False, server_default="3"),
    sa.Column("closes", sa.Date, nullable=True),
    sa.Column("opens", sa.Date, nullable=True),
    flag("per_week"),  # the wishes are ranked over the week, not in each block
    sa.Column("courses_due", sa.Integer, nullable=True),  # how many courses a child is to get; none: one in each block
    sa.Column("min_wishes", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("term_id", "name"),
)

ballot_course = table(  # a ballot without any has all courses that are offered in its blocks
    "ballot_course",
    belongs_to("ballot", goes_with=True),
    belongs_to("course", goes_with=True),
    sa.UniqueConstraint("ballot_id", "course_id"),
)

ballot_year_group = table(  # who may vote; without any, and without classes, all children
    "ballot_year_group",
    belongs_to("ballot", goes_with=True),
    belongs_to("year_group", goes_with=True),
    sa.UniqueConstraint("ballot_id", "year_group_id"),
)

ballot_class = table(
    "ballot_class",
    belongs_to("ballot", goes_with=True),
    belongs_to("school_class", goes_with=True),
    sa.UniqueConstraint("ballot_id", "school_class_id"),
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
    text("number"),  # printed on the slip, without a name
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

ballot_answer = table(  # what stands in a block beside wishes: any course will do (from a rank on), or none is wanted
    "ballot_answer",
    belongs_to("ballot", goes_with=True),
    belongs_to("pupil", goes_with=True),
    belongs_to("time_block"),
    word("answer", "any"),
    sa.Column("rank", sa.Integer, nullable=True),
    sa.UniqueConstraint("ballot_id", "pupil_id", "time_block_id"),
)

refusal = table(  # "not this one"
    "refusal",
    belongs_to("ballot", goes_with=True),
    belongs_to("pupil", goes_with=True),
    belongs_to("course", goes_with=True),
    sa.UniqueConstraint("ballot_id", "pupil_id", "course_id"),
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
    text("policy"),  # as JSON: the order of the levels, what was kept
    flag("by_hand"),  # changed after it was calculated
    text("problem"),  # all that it was made from, packed: so that "why?" can be answered months later
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

scenario = table(  # a plan that was tried and kept by name
    "scenario",
    belongs_to("ballot", goes_with=True),
    text("name"),
    sa.Column("made_at", sa.DateTime, nullable=False),
    text("plan"),  # packed, ids only
    text("changes"),  # as JSON: what is other than in the file
    sa.UniqueConstraint("ballot_id", "name"),
)
