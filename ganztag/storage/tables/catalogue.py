"""The offer: what lasts, its course in a half-year, when and where it meets, who leads it and who is in it."""

import sqlalchemy as sa

from ganztag.storage.tables.base import belongs_to, ends, flag, starts, table, text, word

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
    starts(),  # later than the half-year ...
    ends(),  # ... or earlier
    text("equipment"),  # what its rooms have to have, parted by commas
    sa.Column("max_per_class", sa.Integer, nullable=True),
    sa.Column("meetings_wanted", sa.Integer, nullable=False, server_default="1"),
    text("evaluation"),
    word("again", ""),
    sa.Column("ideal_size", sa.Integer, nullable=True),
    sa.Column("max_support", sa.Integer, nullable=True),  # places for children who need support
    word("admission", "open"),  # closed: by hand only; invited: those who were invited may wish it
    flag("must_run"),
)

invitation = table(
    "invitation",
    belongs_to("course", goes_with=True),
    belongs_to("pupil", goes_with=True),
    sa.UniqueConstraint("course_id", "pupil_id"),
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
    word("rhythm", "weekly"),
    sa.Column("on_date", sa.Date, nullable=True),  # where it meets once
    flag("fixed"),  # the computer may not move it
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

course_block = table(  # where a course may be placed
    "course_block",
    belongs_to("course", goes_with=True),
    belongs_to("time_block", goes_with=True),
    sa.UniqueConstraint("course_id", "time_block_id"),
)

course_room = table(
    "course_room",
    belongs_to("course", goes_with=True),
    belongs_to("room", goes_with=True),
    sa.UniqueConstraint("course_id", "room_id"),
)

course_staff = table(  # who may lead it
    "course_staff",
    belongs_to("course", goes_with=True),
    belongs_to("staff", goes_with=True),
    text("role"),
    sa.UniqueConstraint("course_id", "staff_id"),
)

session_change = table(  # what is other than in the series on one date
    "session_change",
    belongs_to("meeting", goes_with=True),
    sa.Column("on_date", sa.Date, nullable=False),  # when the series would meet
    word("kind", "changed"),
    sa.Column("moved_to", sa.Date, nullable=True),
    sa.Column("starts", sa.Time, nullable=True),
    sa.Column("ends", sa.Time, nullable=True),
    belongs_to("room", optional=True),
    text("reason"),
    sa.UniqueConstraint("meeting_id", "on_date"),
)

session_leader = table(  # who leads on that date in place of whom; in place of nobody: in addition
    "session_leader",
    belongs_to("session_change", goes_with=True),
    belongs_to("staff", optional=True),  # nobody: who is away has no substitute
    belongs_to("staff", column="instead_of_id", optional=True),
    sa.UniqueConstraint("session_change_id", "staff_id"),
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
    word("ended_as", ""),  # why it ended: withdrawn, transferred, excluded, struck ...
)

waiting = table(  # who would like to come into a course that is full
    "waiting",
    belongs_to("course", goes_with=True),
    belongs_to("pupil", goes_with=True),
    sa.Column("since", sa.DateTime, nullable=False),
    sa.Column("rank", sa.Integer, nullable=True),  # of the wish; none: asked for later
    sa.Column("priority", sa.Integer, nullable=False, server_default="0"),
    sa.Column("lot", sa.Integer, nullable=False, server_default="0"),
    sa.Column("place", sa.Integer, nullable=True),  # set by hand, with a reason
    text("reason"),
    word("state", "waiting"),
    belongs_to("allocation_run", optional=True, goes_with=True),
    sa.UniqueConstraint("course_id", "pupil_id"),
)

attendance = table(  # who was there on a date; no row: not entered
    "attendance",
    belongs_to("meeting", goes_with=True),
    belongs_to("pupil", goes_with=True),
    sa.Column("on_date", sa.Date, nullable=False),
    word("state", "present"),
    text("note"),
    sa.UniqueConstraint("meeting_id", "pupil_id", "on_date"),
)
