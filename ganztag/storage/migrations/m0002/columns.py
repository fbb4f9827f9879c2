"""The columns that version 2 added to tables of version 1."""

COLUMNS = (
    "ALTER TABLE room ADD COLUMN setup_minutes INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE room ADD COLUMN cleanup_minutes INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE staff ADD COLUMN max_minutes INTEGER",
    "ALTER TABLE staff ADD COLUMN qualifications TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE staff ADD COLUMN partner_id INTEGER CONSTRAINT fk_staff_partner_id_partner REFERENCES partner (id) ON DELETE RESTRICT",
    "ALTER TABLE term ADD COLUMN first_week TEXT DEFAULT 'A' NOT NULL",
    "ALTER TABLE course ADD COLUMN starts DATE",
    "ALTER TABLE course ADD COLUMN ends DATE",
    "ALTER TABLE course ADD COLUMN equipment TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE course ADD COLUMN max_per_class INTEGER",
    "ALTER TABLE course ADD COLUMN meetings_wanted INTEGER DEFAULT '1' NOT NULL",
    "ALTER TABLE course ADD COLUMN evaluation TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE course ADD COLUMN again TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE day_off ADD COLUMN uid TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE meeting ADD COLUMN rhythm TEXT DEFAULT 'weekly' NOT NULL",
    "ALTER TABLE meeting ADD COLUMN on_date DATE",
    "ALTER TABLE meeting ADD COLUMN fixed BOOLEAN DEFAULT 0 NOT NULL",
    "CREATE INDEX ix_staff_partner_id ON staff (partner_id)",
)
