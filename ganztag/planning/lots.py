"""The lot: drawn by a number, so that it falls the same on every machine."""

import hashlib

_LOT_BITS = 20  # with longer lots the sum comes too near the solver's tolerances


def lot(seed: int, pupil: int, course: int) -> int:
    """Return the lot of a child for a course: the same for a seed on every machine, whatever the order of rows."""
    digest = hashlib.blake2b(f"{seed}:{pupil}:{course}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _LOT_BITS)
