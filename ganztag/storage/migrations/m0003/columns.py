"""The columns that version 3 added to tables of versions 1 and 2."""

COLUMNS = (
    "ALTER TABLE ballot ADD COLUMN opens DATE",
    "ALTER TABLE ballot ADD COLUMN per_week BOOLEAN DEFAULT 0 NOT NULL",
    "ALTER TABLE ballot ADD COLUMN courses_due INTEGER",
    "ALTER TABLE ballot ADD COLUMN min_wishes INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE ballot_paper ADD COLUMN number TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE allocation_run ADD COLUMN policy TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE allocation_run ADD COLUMN by_hand BOOLEAN DEFAULT 0 NOT NULL",
    "ALTER TABLE allocation_run ADD COLUMN problem TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE course ADD COLUMN ideal_size INTEGER",
    "ALTER TABLE course ADD COLUMN max_support INTEGER",
    "ALTER TABLE course ADD COLUMN admission TEXT DEFAULT 'open' NOT NULL",
    "ALTER TABLE course ADD COLUMN must_run BOOLEAN DEFAULT 0 NOT NULL",
    "ALTER TABLE enrolment ADD COLUMN ended_as TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE pupil ADD COLUMN support BOOLEAN DEFAULT 0 NOT NULL",
)
