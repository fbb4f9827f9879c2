"""What the file remembers: how files were read in, and which findings were looked at and let stand."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(eq=False, kw_only=True)
class ImportMapping:
    """Which column meant which field in a file with this fingerprint; set by hand once, applied silently later."""

    id: int = field(init=False)
    kind: str
    fingerprint: str
    columns: str


@dataclass(eq=False, kw_only=True)
class FindingException:
    """A finding of a half-year (by its key) that was accepted, with the reason; *at* is UTC.

    Where it is about a child (*pupil_id*) it goes with it.
    """

    id: int = field(init=False)
    term_id: int
    key: str
    pupil_id: int | None = None
    code: str = ""
    reason: str = ""
    at: datetime
