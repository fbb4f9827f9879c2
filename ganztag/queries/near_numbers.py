"""How much two course numbers look alike: one slip of a finger turns the one into the other."""

ONE_SLIP = 2


def distance(one: str, other: str) -> int:
    """Return how far two numbers lie apart: two neighbours swapped 1, any other slip of a finger 2, else more."""
    if one == other:
        return 0
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if len(one) == 2 and one == other[::-1]:
        return 1
    return ONE_SLIP * max(len(one), len(other))
