"""The file: tables, mapping, unit of work, journal, migrations and lock.

All that is peculiar to SQLite stays in this room. Knows the domain; knows no query, no paper, no screen.
"""
