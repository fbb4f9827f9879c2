"""The same operations and queries from a shell, without Qt.

Stands beside the desktop on the same floor and knows no more than it may know. Exit codes: 0 done, 1 the data has
problems (all are listed), 2 wrong use or a file that cannot be used; never a traceback.
"""

from ganztag.console.start import main

__all__ = ["main"]
