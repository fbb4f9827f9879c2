"""Who may vote for what, answers beside wishes, plans that were tried, as they were in version 3."""

TABLES = (
    """
    CREATE TABLE ballot_course (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        course_id INTEGER NOT NULL,
        CONSTRAINT uq_ballot_course_ballot_id_course_id UNIQUE (ballot_id, course_id),
        CONSTRAINT fk_ballot_course_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_ballot_course_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_ballot_course_ballot_id ON ballot_course (ballot_id)",
    "CREATE INDEX ix_ballot_course_course_id ON ballot_course (course_id)",
    """
    CREATE TABLE ballot_year_group (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        year_group_id INTEGER NOT NULL,
        CONSTRAINT uq_ballot_year_group_ballot_id_year_group_id UNIQUE (ballot_id, year_group_id),
        CONSTRAINT fk_ballot_year_group_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_ballot_year_group_year_group_id_year_group FOREIGN KEY(year_group_id) REFERENCES year_group (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_ballot_year_group_ballot_id ON ballot_year_group (ballot_id)",
    "CREATE INDEX ix_ballot_year_group_year_group_id ON ballot_year_group (year_group_id)",
    """
    CREATE TABLE ballot_class (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        school_class_id INTEGER NOT NULL,
        CONSTRAINT uq_ballot_class_ballot_id_school_class_id UNIQUE (ballot_id, school_class_id),
        CONSTRAINT fk_ballot_class_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_ballot_class_school_class_id_school_class FOREIGN KEY(school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_ballot_class_ballot_id ON ballot_class (ballot_id)",
    "CREATE INDEX ix_ballot_class_school_class_id ON ballot_class (school_class_id)",
    """
    CREATE TABLE ballot_answer (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        time_block_id INTEGER NOT NULL,
        answer TEXT DEFAULT 'any' NOT NULL,
        rank INTEGER,
        CONSTRAINT uq_ballot_answer_ballot_id_pupil_id_time_block_id UNIQUE (ballot_id, pupil_id, time_block_id),
        CONSTRAINT fk_ballot_answer_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_ballot_answer_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_ballot_answer_time_block_id_time_block FOREIGN KEY(time_block_id) REFERENCES time_block (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_ballot_answer_ballot_id ON ballot_answer (ballot_id)",
    "CREATE INDEX ix_ballot_answer_pupil_id ON ballot_answer (pupil_id)",
    "CREATE INDEX ix_ballot_answer_time_block_id ON ballot_answer (time_block_id)",
    """
    CREATE TABLE refusal (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        course_id INTEGER NOT NULL,
        CONSTRAINT uq_refusal_ballot_id_pupil_id_course_id UNIQUE (ballot_id, pupil_id, course_id),
        CONSTRAINT fk_refusal_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_refusal_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_refusal_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_refusal_ballot_id ON refusal (ballot_id)",
    "CREATE INDEX ix_refusal_course_id ON refusal (course_id)",
    "CREATE INDEX ix_refusal_pupil_id ON refusal (pupil_id)",
    """
    CREATE TABLE scenario (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        made_at DATETIME NOT NULL,
        "plan" TEXT DEFAULT '' NOT NULL,
        changes TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_scenario_ballot_id_name UNIQUE (ballot_id, name),
        CONSTRAINT fk_scenario_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_scenario_ballot_id ON scenario (ballot_id)",
)
