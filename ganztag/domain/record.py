"""What the file remembers about files that were read in."""

from dataclasses import dataclass, field


@dataclass(eq=False, kw_only=True)
class ImportMapping:
    """Which column meant which field in a file with this fingerprint; set by hand once, applied silently later."""

    id: int = field(init=False)
    kind: str
    fingerprint: str
    columns: str
