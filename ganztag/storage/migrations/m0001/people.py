"""Children, guardians, bookings, as they were in version 1."""

TABLES = (
    """
    CREATE TABLE guardian (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        surname TEXT DEFAULT '' NOT NULL,
        call_name TEXT DEFAULT '' NOT NULL,
        email TEXT DEFAULT '' NOT NULL,
        language TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        search_key TEXT DEFAULT '' NOT NULL
    )
    """,
    """
    CREATE TABLE pupil (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        surname TEXT DEFAULT '' NOT NULL,
        prefix TEXT DEFAULT '' NOT NULL,
        call_name TEXT DEFAULT '' NOT NULL,
        first_names TEXT DEFAULT '' NOT NULL,
        native_name TEXT DEFAULT '' NOT NULL,
        birth_date DATE,
        sex TEXT DEFAULT '' NOT NULL,
        year_group_id INTEGER,
        entry DATE,
        exit DATE,
        family_language TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        search_key TEXT DEFAULT '' NOT NULL,
        CONSTRAINT fk_pupil_year_group_id_year_group FOREIGN KEY(year_group_id) REFERENCES year_group (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_pupil_year_group_id ON pupil (year_group_id)",
    """
    CREATE TABLE booking (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        pupil_id INTEGER NOT NULL,
        weekday INTEGER NOT NULL,
        starts DATE,
        ends DATE,
        CONSTRAINT fk_booking_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_booking_pupil_id ON booking (pupil_id)",
    """
    CREATE TABLE class_membership (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        pupil_id INTEGER NOT NULL,
        school_class_id INTEGER NOT NULL,
        starts DATE,
        ends DATE,
        CONSTRAINT fk_class_membership_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_class_membership_school_class_id_school_class FOREIGN KEY(school_class_id) REFERENCES school_class (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_class_membership_pupil_id ON class_membership (pupil_id)",
    "CREATE INDEX ix_class_membership_school_class_id ON class_membership (school_class_id)",
    """
    CREATE TABLE external_id (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        pupil_id INTEGER NOT NULL,
        system TEXT DEFAULT '' NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_external_id_system_value UNIQUE (system, value),
        CONSTRAINT fk_external_id_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_external_id_pupil_id ON external_id (pupil_id)",
    """
    CREATE TABLE guardianship (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        pupil_id INTEGER NOT NULL,
        guardian_id INTEGER NOT NULL,
        relation TEXT DEFAULT '' NOT NULL,
        may_pick_up BOOLEAN DEFAULT 1 NOT NULL,
        emergency_order INTEGER,
        CONSTRAINT uq_guardianship_pupil_id_guardian_id UNIQUE (pupil_id, guardian_id),
        CONSTRAINT fk_guardianship_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
        CONSTRAINT fk_guardianship_guardian_id_guardian FOREIGN KEY(guardian_id) REFERENCES guardian (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_guardianship_guardian_id ON guardianship (guardian_id)",
    "CREATE INDEX ix_guardianship_pupil_id ON guardianship (pupil_id)",
    """
    CREATE TABLE leave_time (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        pupil_id INTEGER NOT NULL,
        weekday INTEGER NOT NULL,
        time TIME,
        way_home TEXT DEFAULT '' NOT NULL,
        starts DATE,
        ends DATE,
        CONSTRAINT fk_leave_time_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_leave_time_pupil_id ON leave_time (pupil_id)",
    """
    CREATE TABLE phone (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        guardian_id INTEGER,
        pupil_id INTEGER,
        label TEXT DEFAULT '' NOT NULL,
        number TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_phone_of_one CHECK ((guardian_id IS NULL) <> (pupil_id IS NULL)),
        CONSTRAINT fk_phone_guardian_id_guardian FOREIGN KEY(guardian_id) REFERENCES guardian (id) ON DELETE CASCADE,
        CONSTRAINT fk_phone_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_phone_guardian_id ON phone (guardian_id)",
    "CREATE INDEX ix_phone_pupil_id ON phone (pupil_id)",
)
