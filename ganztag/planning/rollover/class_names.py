"""How a class is called a school year later: 5a is 6a, VSK is 1, E1b is E2b; one of several years keeps its name."""

import re
from collections.abc import Sequence


def next_name(name: str, label: str, next_label: str) -> str:
    """Return the name of a class of year group *label* a year later; without the label in it the name stays."""
    plain = name.strip()
    if not label:
        return plain
    if plain.casefold().startswith(label.casefold()) and not _goes_on(plain, label):
        return next_label + plain[len(label) :]
    if label.isdigit():
        found = re.search(rf"(?<!\d)0*{label}(?!\d)", plain)
        if found is not None:
            width = len(found.group()) if found.group().startswith("0") else 0
            return plain[: found.start()] + _padded(next_label, width) + plain[found.end() :]
    return plain


def _goes_on(name: str, label: str) -> bool:
    """Say whether the number goes on behind the label: 10a does not begin with the label 1."""
    return label[-1].isdigit() and name[len(label) :][:1].isdigit()


def _padded(label: str, width: int) -> str:
    return label.zfill(width) if label.isdigit() else label


def later(groups: Sequence[tuple[int, str]], group_id: int | None, steps: int = 1) -> tuple[int, str] | None:
    """Return the year group *steps* behind this one (id, label) in their order; None where there is none.

    A number is followed by the next number only: in a school of 1 to 4 that once had a child of 7, 4 is the last.
    """
    ids = [key for key, _label in groups]
    if group_id not in ids:
        return None
    here = ids.index(group_id)
    place = here + steps
    if not 0 <= place < len(groups):
        return None
    label, then = groups[here][1], groups[place][1]
    is_gap = label.isdigit() and then.isdigit() and int(then) - int(label) != steps
    return None if is_gap else groups[place]
