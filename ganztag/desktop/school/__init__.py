"""The screen of the school: its data, calendar, blocks, classes, categories, rules, and the papers it asks for."""
