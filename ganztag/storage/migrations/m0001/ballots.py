"""Ballots, wishes, allocations, as they were in version 1."""

TABLES = (
    """
    CREATE TABLE ballot (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        term_id INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        wishes INTEGER DEFAULT '3' NOT NULL,
        closes DATE,
        CONSTRAINT uq_ballot_term_id_name UNIQUE (term_id, name),
        CONSTRAINT fk_ballot_term_id_term FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_ballot_term_id ON ballot (term_id)",
    """
    CREATE TABLE allocation_run (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        accepted_at DATETIME NOT NULL,
        goal TEXT DEFAULT '' NOT NULL,
        seed INTEGER NOT NULL,
        solver TEXT DEFAULT '' NOT NULL,
        input_hash TEXT DEFAULT '' NOT NULL,
        plan_hash TEXT DEFAULT '' NOT NULL,
        CONSTRAINT fk_allocation_run_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_allocation_run_ballot_id ON allocation_run (ballot_id)",
    """
    CREATE TABLE ballot_block (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        time_block_id INTEGER NOT NULL,
        CONSTRAINT uq_ballot_block_ballot_id_time_block_id UNIQUE (ballot_id, time_block_id),
        CONSTRAINT fk_ballot_block_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_ballot_block_time_block_id_time_block FOREIGN KEY(time_block_id) REFERENCES time_block (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_ballot_block_ballot_id ON ballot_block (ballot_id)",
    "CREATE INDEX ix_ballot_block_time_block_id ON ballot_block (time_block_id)",
    """
    CREATE TABLE ballot_paper (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        state TEXT DEFAULT 'missing' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_ballot_paper_ballot_id_pupil_id UNIQUE (ballot_id, pupil_id),
        CONSTRAINT fk_ballot_paper_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_ballot_paper_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_ballot_paper_ballot_id ON ballot_paper (ballot_id)",
    "CREATE INDEX ix_ballot_paper_pupil_id ON ballot_paper (pupil_id)",
    """
    CREATE TABLE placement (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        course_id INTEGER NOT NULL,
        banned BOOLEAN DEFAULT 0 NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_placement_ballot_id_pupil_id_course_id UNIQUE (ballot_id, pupil_id, course_id),
        CONSTRAINT fk_placement_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_placement_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_placement_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_placement_ballot_id ON placement (ballot_id)",
    "CREATE INDEX ix_placement_course_id ON placement (course_id)",
    "CREATE INDEX ix_placement_pupil_id ON placement (pupil_id)",
    """
    CREATE TABLE wish (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        time_block_id INTEGER NOT NULL,
        course_id INTEGER NOT NULL,
        rank INTEGER NOT NULL,
        CONSTRAINT uq_wish_ballot_id_pupil_id_time_block_id_course_id UNIQUE (ballot_id, pupil_id, time_block_id, course_id),
        CONSTRAINT fk_wish_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_wish_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_wish_time_block_id_time_block FOREIGN KEY(time_block_id) REFERENCES time_block (id) ON DELETE RESTRICT,
        CONSTRAINT fk_wish_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_wish_ballot_id ON wish (ballot_id)",
    "CREATE INDEX ix_wish_course_id ON wish (course_id)",
    "CREATE INDEX ix_wish_pupil_id ON wish (pupil_id)",
    "CREATE INDEX ix_wish_time_block_id ON wish (time_block_id)",
    """
    CREATE TABLE allocation_level (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        allocation_run_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        value INTEGER NOT NULL,
        bound INTEGER NOT NULL,
        proven BOOLEAN DEFAULT 0 NOT NULL,
        CONSTRAINT fk_allocation_level_allocation_run_id_allocation_run FOREIGN KEY(allocation_run_id) REFERENCES allocation_run (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_allocation_level_allocation_run_id ON allocation_level (allocation_run_id)",
    """
    CREATE TABLE allocation_result (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        allocation_run_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        time_block_id INTEGER NOT NULL,
        course_id INTEGER,
        rank INTEGER,
        CONSTRAINT fk_allocation_result_allocation_run_id_allocation_run FOREIGN KEY(allocation_run_id) REFERENCES allocation_run (id) ON DELETE CASCADE,
        CONSTRAINT fk_allocation_result_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_allocation_result_time_block_id_time_block FOREIGN KEY(time_block_id) REFERENCES time_block (id) ON DELETE RESTRICT,
        CONSTRAINT fk_allocation_result_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_allocation_result_allocation_run_id ON allocation_result (allocation_run_id)",
    "CREATE INDEX ix_allocation_result_course_id ON allocation_result (course_id)",
    "CREATE INDEX ix_allocation_result_pupil_id ON allocation_result (pupil_id)",
    "CREATE INDEX ix_allocation_result_time_block_id ON allocation_result (time_block_id)",
    """
    CREATE TABLE allocation_struck (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        allocation_run_id INTEGER NOT NULL,
        course_id INTEGER NOT NULL,
        wished INTEGER NOT NULL,
        first INTEGER NOT NULL,
        needed INTEGER NOT NULL,
        CONSTRAINT uq_allocation_struck_allocation_run_id_course_id UNIQUE (allocation_run_id, course_id),
        CONSTRAINT fk_allocation_struck_allocation_run_id_allocation_run FOREIGN KEY(allocation_run_id) REFERENCES allocation_run (id) ON DELETE CASCADE,
        CONSTRAINT fk_allocation_struck_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_allocation_struck_allocation_run_id ON allocation_struck (allocation_run_id)",
    "CREATE INDEX ix_allocation_struck_course_id ON allocation_struck (course_id)",
)
