"""Settings, accepted findings and the times of rooms, as they were in version 2."""

TABLES = (
    """
    CREATE TABLE setting (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT DEFAULT '' NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_setting_name UNIQUE (name)
    )
    """,
    """
    CREATE TABLE finding_exception (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        term_id INTEGER NOT NULL,
        pupil_id INTEGER,
        "key" TEXT DEFAULT '' NOT NULL,
        code TEXT DEFAULT '' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        at DATETIME NOT NULL,
        CONSTRAINT uq_finding_exception_term_id_key UNIQUE (term_id, "key"),
        CONSTRAINT fk_finding_exception_term_id_term FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE CASCADE,
        CONSTRAINT fk_finding_exception_pupil_id_pupil FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_finding_exception_pupil_id ON finding_exception (pupil_id)",
    "CREATE INDEX ix_finding_exception_term_id ON finding_exception (term_id)",
    """
    CREATE TABLE room_time (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        room_id INTEGER NOT NULL,
        weekday INTEGER NOT NULL,
        opens TIME,
        closes TIME,
        available BOOLEAN DEFAULT 0 NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        source TEXT DEFAULT 'own' NOT NULL,
        starts DATE,
        ends DATE,
        CONSTRAINT fk_room_time_room_id_room FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_room_time_room_id ON room_time (room_id)",
)
