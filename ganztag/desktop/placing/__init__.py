"""Places for courses: choose which, say where each may be, let it be calculated, accept the proposal as one deed."""

from ganztag.desktop.placing.opening import open_placing

__all__ = ["open_placing"]
