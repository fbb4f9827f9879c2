"""The numbers of courses: which one comes next, written as those that are there."""

import re
from collections.abc import Collection

_PARTS = re.compile(r"^(.*?)(\d+)(\D*)$")


def next_number(taken: Collection[str], like: str = "") -> str:
    """Return a number that is not *taken*: the highest plus one, written like *like* (K007, 12).

    Without *like* the numbers that are there show how they are written.
    """
    parted = [match.groups() for number in sorted(taken) if (match := _PARTS.match(number))]
    model = _PARTS.match(like)
    before, digits, after = model.groups() if model else (parted[-1] if parted else ("", "1", ""))
    same = [int(middle) for start, middle, end in parted if (start, end) == (before, after)]
    number = max(same, default=0)
    while True:
        number += 1
        text = f"{before}{number:0{len(digits) if digits.startswith('0') else 1}d}{after}"
        if text not in taken:
            return text
