"""The front door with windows: Qt lives here and nowhere else.

It may use operations and queries (and documents, exchange and planning through jobs); it never imports storage.
How to write a screen stands in ``screens.py``; what it is built from in ``widgets``.
"""
