"""History and what the file knows of itself, as they were in version 1."""

TABLES = (
    """
    CREATE TABLE file_state (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        writer TEXT DEFAULT '' NOT NULL,
        counter INTEGER DEFAULT '0' NOT NULL
    )
    """,
    """
    CREATE TABLE history (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at DATETIME NOT NULL,
        who TEXT DEFAULT '' NOT NULL,
        pc TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT 'done' NOT NULL,
        label TEXT DEFAULT '' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL
    )
    """,
    """
    CREATE TABLE import_mapping (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        kind TEXT DEFAULT '' NOT NULL,
        fingerprint TEXT DEFAULT '' NOT NULL,
        columns TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_import_mapping_kind_fingerprint UNIQUE (kind, fingerprint)
    )
    """,
    """
    CREATE TABLE history_change (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        history_id INTEGER NOT NULL,
        in_table TEXT DEFAULT '' NOT NULL,
        row_id INTEGER NOT NULL,
        kind TEXT DEFAULT 'U' NOT NULL,
        fields TEXT DEFAULT '' NOT NULL,
        CONSTRAINT fk_history_change_history_id_history FOREIGN KEY(history_id) REFERENCES history (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_history_change_history_id ON history_change (history_id)",
    """
    CREATE TABLE history_pupil (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        history_id INTEGER NOT NULL,
        pupil_id INTEGER NOT NULL,
        CONSTRAINT fk_history_pupil_history_id_history FOREIGN KEY(history_id) REFERENCES history (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_history_pupil_history_id ON history_pupil (history_id)",
    "CREATE INDEX ix_history_pupil_pupil_id ON history_pupil (pupil_id)",
)
