"""Rules of the allocation, waiting lists and attendance, as they were in version 3."""

TABLES = (
    """
    CREATE TABLE rule (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        kind TEXT DEFAULT '' NOT NULL,
        ballot_id INTEGER,
        year_group_id INTEGER,
        school_class_id INTEGER,
        course_id INTEGER,
        category_id INTEGER,
        weekdays TEXT DEFAULT '' NOT NULL,
        least INTEGER,
        most INTEGER,
        percent BOOLEAN DEFAULT 0 NOT NULL,
        word TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        active BOOLEAN DEFAULT 1 NOT NULL,
        CONSTRAINT fk_rule_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE,
        CONSTRAINT fk_rule_year_group_id_year_group FOREIGN KEY(year_group_id) REFERENCES year_group (id) ON DELETE CASCADE,
        CONSTRAINT fk_rule_school_class_id_school_class FOREIGN KEY(school_class_id) REFERENCES school_class (id) ON DELETE CASCADE,
        CONSTRAINT fk_rule_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT fk_rule_category_id_category FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_rule_ballot_id ON rule (ballot_id)",
    "CREATE INDEX ix_rule_category_id ON rule (category_id)",
    "CREATE INDEX ix_rule_course_id ON rule (course_id)",
    "CREATE INDEX ix_rule_school_class_id ON rule (school_class_id)",
    "CREATE INDEX ix_rule_year_group_id ON rule (year_group_id)",
    """
    CREATE TABLE bond (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        pupil_id INTEGER NOT NULL,
        other_id INTEGER NOT NULL,
        ballot_id INTEGER,
        kind TEXT DEFAULT 'together' NOT NULL,
        must BOOLEAN DEFAULT 0 NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        CONSTRAINT fk_bond_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_bond_other_id_pupil FOREIGN KEY(other_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_bond_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_bond_ballot_id ON bond (ballot_id)",
    "CREATE INDEX ix_bond_other_id ON bond (other_id)",
    "CREATE INDEX ix_bond_pupil_id ON bond (pupil_id)",
    """
    CREATE TABLE hardship (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        pupil_id INTEGER NOT NULL,
        ballot_id INTEGER,
        weight INTEGER DEFAULT '1' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        CONSTRAINT fk_hardship_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_hardship_ballot_id_ballot FOREIGN KEY(ballot_id) REFERENCES ballot (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_hardship_ballot_id ON hardship (ballot_id)",
    "CREATE INDEX ix_hardship_pupil_id ON hardship (pupil_id)",
    """
    CREATE TABLE invitation (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        course_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        CONSTRAINT uq_invitation_course_id_pupil_id UNIQUE (course_id, pupil_id),
        CONSTRAINT fk_invitation_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT fk_invitation_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_invitation_course_id ON invitation (course_id)",
    "CREATE INDEX ix_invitation_pupil_id ON invitation (pupil_id)",
    """
    CREATE TABLE waiting (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        course_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        since DATETIME NOT NULL,
        rank INTEGER,
        priority INTEGER DEFAULT '0' NOT NULL,
        lot INTEGER DEFAULT '0' NOT NULL,
        place INTEGER,
        reason TEXT DEFAULT '' NOT NULL,
        state TEXT DEFAULT 'waiting' NOT NULL,
        allocation_run_id INTEGER,
        CONSTRAINT uq_waiting_course_id_pupil_id UNIQUE (course_id, pupil_id),
        CONSTRAINT fk_waiting_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT fk_waiting_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_waiting_allocation_run_id_allocation_run FOREIGN KEY(allocation_run_id) REFERENCES allocation_run (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_waiting_allocation_run_id ON waiting (allocation_run_id)",
    "CREATE INDEX ix_waiting_course_id ON waiting (course_id)",
    "CREATE INDEX ix_waiting_pupil_id ON waiting (pupil_id)",
    """
    CREATE TABLE attendance (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        on_date DATE NOT NULL,
        state TEXT DEFAULT 'present' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_attendance_meeting_id_pupil_id_on_date UNIQUE (meeting_id, pupil_id, on_date),
        CONSTRAINT fk_attendance_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT fk_attendance_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id)",
    "CREATE INDEX ix_attendance_pupil_id ON attendance (pupil_id)",
)
