"""What a user can do, one module per subject. An operation is a small function that names the deed and returns it.

Knows domain, planning, queries, documents and exchange; knows no screen and no console.
"""
