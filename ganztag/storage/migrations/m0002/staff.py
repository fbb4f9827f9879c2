"""Partners, contracts and papers of leaders, as they were in version 2."""

TABLES = (
    """
    CREATE TABLE partner (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT DEFAULT '' NOT NULL,
        contact TEXT DEFAULT '' NOT NULL,
        phone TEXT DEFAULT '' NOT NULL,
        email TEXT DEFAULT '' NOT NULL,
        agreement TEXT DEFAULT '' NOT NULL,
        starts DATE,
        ends DATE,
        note TEXT DEFAULT '' NOT NULL,
        search_key TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_partner_name UNIQUE (name)
    )
    """,
    """
    CREATE TABLE staff_time (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        staff_id INTEGER NOT NULL,
        weekday INTEGER NOT NULL,
        opens TIME,
        closes TIME,
        available BOOLEAN DEFAULT 0 NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        source TEXT DEFAULT 'own' NOT NULL,
        starts DATE,
        ends DATE,
        CONSTRAINT fk_staff_time_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_staff_time_staff_id ON staff_time (staff_id)",
    """
    CREATE TABLE contract (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        staff_id INTEGER NOT NULL,
        number TEXT DEFAULT '' NOT NULL,
        starts DATE,
        ends DATE,
        rate_cents INTEGER,
        unit_minutes INTEGER DEFAULT '45' NOT NULL,
        allowance TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        CONSTRAINT fk_contract_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_contract_staff_id ON contract (staff_id)",
    """
    CREATE TABLE income_elsewhere (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        staff_id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        cents INTEGER NOT NULL,
        declared_on DATE,
        CONSTRAINT uq_income_elsewhere_staff_id_year UNIQUE (staff_id, year),
        CONSTRAINT fk_income_elsewhere_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_income_elsewhere_staff_id ON income_elsewhere (staff_id)",
    """
    CREATE TABLE requirement (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT DEFAULT '' NOT NULL,
        position INTEGER DEFAULT '0' NOT NULL,
        kinds TEXT DEFAULT '' NOT NULL,
        valid_months INTEGER,
        warn_days INTEGER DEFAULT '60' NOT NULL,
        required BOOLEAN DEFAULT 1 NOT NULL,
        source TEXT DEFAULT '' NOT NULL,
        holds_until DATE,
        CONSTRAINT uq_requirement_name UNIQUE (name)
    )
    """,
    """
    CREATE TABLE staff_paper (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        staff_id INTEGER NOT NULL,
        requirement_id INTEGER NOT NULL,
        state TEXT DEFAULT 'seen' NOT NULL,
        seen DATE,
        expires DATE,
        note TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_staff_paper_staff_id_requirement_id UNIQUE (staff_id, requirement_id),
        CONSTRAINT fk_staff_paper_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE,
        CONSTRAINT fk_staff_paper_requirement_id_requirement FOREIGN KEY(requirement_id) REFERENCES requirement (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_staff_paper_requirement_id ON staff_paper (requirement_id)",
    "CREATE INDEX ix_staff_paper_staff_id ON staff_paper (staff_id)",
)
