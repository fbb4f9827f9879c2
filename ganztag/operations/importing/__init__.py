"""Bringing tables in: `plan` says what a file would change, row by row; `apply` does it in one deed.

`preview` is what both speak in. Each kind has its comparison (rows against the school, reads only) and its writing.
"""

from ganztag.operations.importing.applying import apply, label
from ganztag.operations.importing.planning import plan
from ganztag.operations.importing.preview import Answer, Change, Creation, ImportPlan, Item, Question, Settings, What

__all__ = [
    "Answer",
    "Change",
    "Creation",
    "ImportPlan",
    "Item",
    "Question",
    "Settings",
    "What",
    "apply",
    "label",
    "plan",
]
