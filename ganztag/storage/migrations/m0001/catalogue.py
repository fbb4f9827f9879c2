"""Courses, meetings, enrolments, as they were in version 1."""

TABLES = (
    """
    CREATE TABLE category (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT DEFAULT '' NOT NULL,
        colour INTEGER DEFAULT '0' NOT NULL,
        position INTEGER DEFAULT '0' NOT NULL,
        CONSTRAINT uq_category_name UNIQUE (name)
    )
    """,
    """
    CREATE TABLE offer (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        title TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL
    )
    """,
    """
    CREATE TABLE course (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        offer_id INTEGER NOT NULL,
        school_year_id INTEGER NOT NULL,
        term_id INTEGER,
        number TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        short_name TEXT DEFAULT '' NOT NULL,
        description TEXT DEFAULT '' NOT NULL,
        category_id INTEGER,
        kind TEXT DEFAULT 'course' NOT NULL,
        status TEXT DEFAULT 'offered' NOT NULL,
        min_size INTEGER,
        max_size INTEGER,
        note TEXT DEFAULT '' NOT NULL,
        search_key TEXT DEFAULT '' NOT NULL,
        CONSTRAINT fk_course_offer_id_offer FOREIGN KEY(offer_id) REFERENCES offer (id) ON DELETE RESTRICT,
        CONSTRAINT fk_course_school_year_id_school_year FOREIGN KEY(school_year_id) REFERENCES school_year (id) ON DELETE RESTRICT,
        CONSTRAINT fk_course_term_id_term FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE RESTRICT,
        CONSTRAINT fk_course_category_id_category FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_course_category_id ON course (category_id)",
    "CREATE INDEX ix_course_offer_id ON course (offer_id)",
    "CREATE INDEX ix_course_school_year_id ON course (school_year_id)",
    "CREATE INDEX ix_course_term_id ON course (term_id)",
    """
    CREATE TABLE course_class (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        course_id INTEGER NOT NULL,
        school_class_id INTEGER NOT NULL,
        CONSTRAINT uq_course_class_course_id_school_class_id UNIQUE (course_id, school_class_id),
        CONSTRAINT fk_course_class_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT fk_course_class_school_class_id_school_class FOREIGN KEY(school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_course_class_course_id ON course_class (course_id)",
    "CREATE INDEX ix_course_class_school_class_id ON course_class (school_class_id)",
    """
    CREATE TABLE course_year_group (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        course_id INTEGER NOT NULL,
        year_group_id INTEGER NOT NULL,
        CONSTRAINT uq_course_year_group_course_id_year_group_id UNIQUE (course_id, year_group_id),
        CONSTRAINT fk_course_year_group_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT fk_course_year_group_year_group_id_year_group FOREIGN KEY(year_group_id) REFERENCES year_group (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_course_year_group_course_id ON course_year_group (course_id)",
    "CREATE INDEX ix_course_year_group_year_group_id ON course_year_group (year_group_id)",
    """
    CREATE TABLE meeting (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        course_id INTEGER NOT NULL,
        time_block_id INTEGER,
        weekday INTEGER,
        starts TIME,
        ends TIME,
        room_id INTEGER,
        CONSTRAINT ck_meeting_has_a_day CHECK (time_block_id IS NOT NULL OR weekday IS NOT NULL),
        CONSTRAINT fk_meeting_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT fk_meeting_time_block_id_time_block FOREIGN KEY(time_block_id) REFERENCES time_block (id) ON DELETE RESTRICT,
        CONSTRAINT fk_meeting_room_id_room FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_meeting_course_id ON meeting (course_id)",
    "CREATE INDEX ix_meeting_room_id ON meeting (room_id)",
    "CREATE INDEX ix_meeting_time_block_id ON meeting (time_block_id)",
    """
    CREATE TABLE enrolment (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        pupil_id INTEGER NOT NULL,
        course_id INTEGER NOT NULL,
        starts DATE,
        ends DATE,
        reason TEXT DEFAULT '' NOT NULL,
        rank INTEGER,
        allocation_run_id INTEGER,
        CONSTRAINT fk_enrolment_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE RESTRICT,
        CONSTRAINT fk_enrolment_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE RESTRICT,
        CONSTRAINT fk_enrolment_allocation_run_id_allocation_run FOREIGN KEY(allocation_run_id) REFERENCES allocation_run (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_enrolment_allocation_run_id ON enrolment (allocation_run_id)",
    "CREATE INDEX ix_enrolment_course_id ON enrolment (course_id)",
    "CREATE INDEX ix_enrolment_pupil_id ON enrolment (pupil_id)",
    """
    CREATE TABLE meeting_leader (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL,
        staff_id INTEGER NOT NULL,
        position INTEGER DEFAULT '0' NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_meeting_leader_meeting_id_staff_id UNIQUE (meeting_id, staff_id),
        CONSTRAINT fk_meeting_leader_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT fk_meeting_leader_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_meeting_leader_meeting_id ON meeting_leader (meeting_id)",
    "CREATE INDEX ix_meeting_leader_staff_id ON meeting_leader (staff_id)",
)
