"""The screen of the school: its data, half-years, days off, blocks, classes, year groups and categories."""
