"""What screens are built from. A widget is given values and tells by signals; it knows no screen.

Only what several screens do to the file in one way is given a ``Desk`` as well: ``row_verbs``, ``week_times_panel``.
"""
