"""The school, its calendar, classes, blocks, rooms and staff, as they were in version 1."""

TABLES = (
    """
    CREATE TABLE room (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        code TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        seats INTEGER,
        equipment TEXT DEFAULT '' NOT NULL,
        building TEXT DEFAULT '' NOT NULL,
        part_of_id INTEGER,
        several_courses BOOLEAN DEFAULT 0 NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        search_key TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_room_code UNIQUE (code),
        CONSTRAINT fk_room_part_of_id_room FOREIGN KEY(part_of_id) REFERENCES room (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_room_part_of_id ON room (part_of_id)",
    """
    CREATE TABLE school_year (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT DEFAULT '' NOT NULL,
        starts DATE NOT NULL,
        ends DATE NOT NULL,
        CONSTRAINT uq_school_year_name UNIQUE (name)
    )
    """,
    """
    CREATE TABLE staff (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        code TEXT DEFAULT '' NOT NULL,
        surname TEXT DEFAULT '' NOT NULL,
        prefix TEXT DEFAULT '' NOT NULL,
        call_name TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT 'teacher' NOT NULL,
        email TEXT DEFAULT '' NOT NULL,
        phone TEXT DEFAULT '' NOT NULL,
        external_id TEXT DEFAULT '' NOT NULL,
        starts DATE,
        ends DATE,
        note TEXT DEFAULT '' NOT NULL,
        search_key TEXT DEFAULT '' NOT NULL
    )
    """,
    """
    CREATE TABLE year_group (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        label TEXT DEFAULT '' NOT NULL,
        position INTEGER NOT NULL,
        CONSTRAINT uq_year_group_label UNIQUE (label)
    )
    """,
    """
    CREATE TABLE school_class (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        school_year_id INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT 'class' NOT NULL,
        year_group_id INTEGER,
        room_id INTEGER,
        staff_id INTEGER,
        CONSTRAINT uq_school_class_school_year_id_kind_name UNIQUE (school_year_id, kind, name),
        CONSTRAINT fk_school_class_school_year_id_school_year FOREIGN KEY(school_year_id) REFERENCES school_year (id) ON DELETE RESTRICT,
        CONSTRAINT fk_school_class_year_group_id_year_group FOREIGN KEY(year_group_id) REFERENCES year_group (id) ON DELETE RESTRICT,
        CONSTRAINT fk_school_class_room_id_room FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE RESTRICT,
        CONSTRAINT fk_school_class_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_school_class_room_id ON school_class (room_id)",
    "CREATE INDEX ix_school_class_school_year_id ON school_class (school_year_id)",
    "CREATE INDEX ix_school_class_staff_id ON school_class (staff_id)",
    "CREATE INDEX ix_school_class_year_group_id ON school_class (year_group_id)",
    """
    CREATE TABLE term (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        school_year_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        starts DATE NOT NULL,
        ends DATE NOT NULL,
        CONSTRAINT uq_term_school_year_id_number UNIQUE (school_year_id, number),
        CONSTRAINT fk_term_school_year_id_school_year FOREIGN KEY(school_year_id) REFERENCES school_year (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_term_school_year_id ON term (school_year_id)",
    """
    CREATE TABLE time_block (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        school_year_id INTEGER NOT NULL,
        weekday INTEGER NOT NULL,
        starts TIME NOT NULL,
        ends TIME NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_time_block_school_year_id_weekday_starts_ends UNIQUE (school_year_id, weekday, starts, ends),
        CONSTRAINT fk_time_block_school_year_id_school_year FOREIGN KEY(school_year_id) REFERENCES school_year (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_time_block_school_year_id ON time_block (school_year_id)",
    """
    CREATE TABLE day_off (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT DEFAULT '' NOT NULL,
        starts DATE NOT NULL,
        ends DATE NOT NULL,
        kind TEXT DEFAULT 'own' NOT NULL,
        year_group_id INTEGER,
        school_class_id INTEGER,
        CONSTRAINT fk_day_off_year_group_id_year_group FOREIGN KEY(year_group_id) REFERENCES year_group (id) ON DELETE CASCADE,
        CONSTRAINT fk_day_off_school_class_id_school_class FOREIGN KEY(school_class_id) REFERENCES school_class (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_day_off_school_class_id ON day_off (school_class_id)",
    "CREATE INDEX ix_day_off_year_group_id ON day_off (year_group_id)",
    """
    CREATE TABLE school (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT DEFAULT '' NOT NULL,
        subtitle TEXT DEFAULT '' NOT NULL,
        street TEXT DEFAULT '' NOT NULL,
        postcode TEXT DEFAULT '' NOT NULL,
        town TEXT DEFAULT '' NOT NULL,
        phone TEXT DEFAULT '' NOT NULL,
        email TEXT DEFAULT '' NOT NULL,
        land TEXT DEFAULT '' NOT NULL,
        language TEXT DEFAULT 'de' NOT NULL,
        term_id INTEGER,
        CONSTRAINT fk_school_term_id_term FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE RESTRICT
    )
    """,
    "CREATE INDEX ix_school_term_id ON school (term_id)",
)
