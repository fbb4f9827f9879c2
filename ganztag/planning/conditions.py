"""What a school asks of an allocation beside wishes and sizes: quotas, obligations, bonds, priority; as frozen rows.

A school's rule comes as one row for each child or course that it concerns; the rows of one rule share its key.
"""

from dataclasses import dataclass

from ganztag.language import Message


@dataclass(frozen=True, slots=True)
class Named:
    """A rule of the school in words, for those who ask which rules contradict each other, or try without one."""

    key: str
    words: Message


@dataclass(frozen=True, slots=True)
class Anywhere:
    """A child that takes any course it may take in a slot: from the wish *rank* on; None: it has no wish, but must.

    Courses that it wished or refused are not meant.
    """

    pupil: int
    slot: int
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A child that gets at most *most* courses of the ballot; so many are due to it, not one in each of its slots."""

    pupil: int
    most: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Least:
    """A child should get at least *least* of these courses; what is missing counts in the level "unmet"."""

    pupil: int
    courses: frozenset[int]
    least: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Most:
    """A child must not get more than *most* of these courses."""

    pupil: int
    courses: frozenset[int]
    most: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quota:
    """How many children of a group a course must and may have, if it runs; *percent*: of all its children.

    Children who are in it already are not counted. Fixed children may exceed it, but then nobody else of the group.
    """

    course: int
    pupils: frozenset[int]
    least: int | None = None
    most: int | None = None
    percent: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """A course in which two groups should be of the same size."""

    course: int
    one: frozenset[int]
    other: frozenset[int]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two children who are together or apart (*kind*), in each course: they *must*, or if it is possible.

    Together holds for courses all of whose slots of the ballot are open to both: both are in it, or neither.
    """

    one: int
    other: int
    kind: str
    must: bool
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    """A child that comes before others: the rank of what it gets counts *weight* times in the level "priority"."""

    pupil: int
    weight: int
    reason: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """How badly a child fared in earlier ballots: the steps that it was behind its first wishes, all in all."""

    pupil: int
    burden: int
