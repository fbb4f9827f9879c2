"""What the file knows of itself: its history, remembered import mappings, and who wrote last.

These tables carry no undo triggers: an undo is a row of the history, not a hole in it.
"""

import sqlalchemy as sa

from ganztag.storage.tables.base import belongs_to, table, text, word

history = table(
    "history",
    sa.Column("at", sa.DateTime, nullable=False),  # UTC
    text("who"),
    text("pc"),
    word("kind", "done"),
    text("label"),  # Message.to_json(): msgid and values, so that it can be read in any language
    text("reason"),
)

history_change = table(
    "history_change",
    belongs_to("history", goes_with=True),
    text("in_table"),
    sa.Column("row_id", sa.Integer, nullable=False),
    word("kind", "U"),
    text("fields"),  # JSON: field -> [before, after]
)

history_pupil = table(  # the children concerned; no foreign key, so that a deletion can find them
    "history_pupil",
    belongs_to("history", goes_with=True),
    sa.Column("pupil_id", sa.Integer, nullable=False, index=True),
)

import_mapping = table(
    "import_mapping",
    text("kind"),
    text("fingerprint"),
    text("columns"),  # JSON: column, counted from 0 -> field, null: left aside
    sa.UniqueConstraint("kind", "fingerprint"),
)

file_state = table(  # one row: who wrote last, and how often; the fence against a second writer (safety.md 0.4)
    "file_state",
    text("writer"),
    sa.Column("counter", sa.Integer, nullable=False, server_default="0"),
)
