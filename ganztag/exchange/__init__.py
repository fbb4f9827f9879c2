"""Other programs' files: reading tables of every kind, writing tables, and the calendar of the Länder.

Knows nothing of the school's own file: `reading` makes sheets of a file, `recognising` finds out which column means
what, the modules named after a subject make records and tell all problems at once.
"""
