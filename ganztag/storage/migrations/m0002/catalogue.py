"""Where courses may be placed and what is other on one date, as they were in version 2."""

TABLES = (
    """
    CREATE TABLE course_block (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        course_id INTEGER NOT NULL,
        time_block_id INTEGER NOT NULL,
        CONSTRAINT uq_course_block_course_id_time_block_id UNIQUE (course_id, time_block_id),
        CONSTRAINT fk_course_block_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT fk_course_block_time_block_id_time_block FOREIGN KEY(time_block_id) REFERENCES time_block (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_course_block_course_id ON course_block (course_id)",
    "CREATE INDEX ix_course_block_time_block_id ON course_block (time_block_id)",
    """
    CREATE TABLE course_room (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        course_id INTEGER NOT NULL,
        room_id INTEGER NOT NULL,
        CONSTRAINT uq_course_room_course_id_room_id UNIQUE (course_id, room_id),
        CONSTRAINT fk_course_room_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT fk_course_room_room_id_room FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_course_room_course_id ON course_room (course_id)",
    "CREATE INDEX ix_course_room_room_id ON course_room (room_id)",
    """
    CREATE TABLE course_staff (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        course_id INTEGER NOT NULL,
        staff_id INTEGER NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_course_staff_course_id_staff_id UNIQUE (course_id, staff_id),
        CONSTRAINT fk_course_staff_course_id_course FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
        CONSTRAINT fk_course_staff_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_course_staff_course_id ON course_staff (course_id)",
    "CREATE INDEX ix_course_staff_staff_id ON course_staff (staff_id)",
    """
    CREATE TABLE session_change (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL,
        on_date DATE NOT NULL,
        kind TEXT DEFAULT 'changed' NOT NULL,
        moved_to DATE,
        starts TIME,
        ends TIME,
        room_id INTEGER,
        reason TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_session_change_meeting_id_on_date UNIQUE (meeting_id, on_date),
        CONSTRAINT fk_session_change_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT fk_session_change_room_id_room FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_session_change_meeting_id ON session_change (meeting_id)",
    "CREATE INDEX ix_session_change_room_id ON session_change (room_id)",
    """
    CREATE TABLE session_leader (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        session_change_id INTEGER NOT NULL,
        staff_id INTEGER,
        instead_of_id INTEGER,
        CONSTRAINT uq_session_leader_session_change_id_staff_id UNIQUE (session_change_id, staff_id),
        CONSTRAINT fk_session_leader_session_change_id_session_change FOREIGN KEY(session_change_id) REFERENCES session_change (id) ON DELETE CASCADE,
        CONSTRAINT fk_session_leader_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT,
        CONSTRAINT fk_session_leader_instead_of_id_staff FOREIGN KEY(instead_of_id) REFERENCES staff (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_session_leader_instead_of_id ON session_leader (instead_of_id)",
    "CREATE INDEX ix_session_leader_session_change_id ON session_leader (session_change_id)",
    "CREATE INDEX ix_session_leader_staff_id ON session_leader (staff_id)",
)
