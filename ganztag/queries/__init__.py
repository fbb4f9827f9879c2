"""What screens, lists and papers show: frozen rows, one module per subject, straight from the tables.

A query is a function whose first argument is a Reader: ``office.read(rooms.rooms, term_id)``. Changes nothing.
"""
