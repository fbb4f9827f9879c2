"""The problem as columns and rows of an integer programme; numbers only, the solver is in ``highs``.

Columns: x for each pair (takes it), y for each course that need not run (runs); ``objectives`` adds what levels count.
"""

from ganztag.planning.model.building import build, is_good
from ganztag.planning.model.programme import Model
from ganztag.planning.model.rows import Bools, Floats, Ints, Rows, Sum

__all__ = ["Bools", "Floats", "Ints", "Model", "Rows", "Sum", "build", "is_good"]
