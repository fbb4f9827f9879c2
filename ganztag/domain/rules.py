"""Rules of the allocation as a school sets them; which columns a kind of rule takes is said in ``RULE_KINDS``."""

from dataclasses import dataclass, field

from ganztag.language import N_, Message


@dataclass(eq=False, kw_only=True)
class Rule:
    """A rule for the whole school, or for a ballot, a year group, a class, a course or a category.

    *weekdays* are digits (1 = Monday); *least* and *most* are courses, children or (*percent*) per cent of a course.
    """

    id: int = field(init=False)
    kind: str
    ballot_id: int | None = None
    year_group_id: int | None = None
    school_class_id: int | None = None
    course_id: int | None = None
    category_id: int | None = None
    weekdays: str = ""
    least: int | None = None
    most: int | None = None
    percent: bool = False
    word: str = ""
    note: str = ""
    active: bool = True


BOND_KINDS = ("together", "apart")


@dataclass(eq=False, kw_only=True)
class Bond:
    """Two children who are to be (*kind*) together or apart: they must, or if it is possible."""

    id: int = field(init=False)
    pupil_id: int
    other_id: int
    ballot_id: int | None = None
    kind: str = "together"
    must: bool = False
    reason: str = ""


MOST_WEIGHT = 5


@dataclass(eq=False, kw_only=True)
class Hardship:
    """A child that comes before others, and why; *weight* is 1 to MOST_WEIGHT."""

    id: int = field(init=False)
    pupil_id: int
    ballot_id: int | None = None
    weight: int = 1
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RuleKind:
    """How a kind of rule is named, which columns it takes, what holds without any, and who does it like that."""

    name: str
    label: Message
    takes: frozenset[str]
    default: Message
    source: Message
    words: tuple[str, ...] = ()


_WHOM = ("year_group_id", "school_class_id")
_OWN = N_("Our own default.")

RULE_KINDS = (
    RuleKind(
        "courses",
        N_("How many courses a child takes"),
        frozenset({*_WHOM, "category_id", "weekdays", "least", "most"}),
        N_("One in each block in which it has wishes, or as many as the ballot says."),
        N_("Marie-Durand: at least 4 half-year courses in years 5 to 8. Bebelhof: Wednesday for years 3 and 4."),
    ),
    RuleKind(
        "no_wish",
        N_("Children without a wish"),
        frozenset({*_WHOM, "weekdays", "word"}),
        N_("They stay without a course."),
        N_("Our own default; coordinators often ask for places where there is room."),
        ("place", "leave"),
    ),
    RuleKind(
        "no_luck",
        N_("Children none of whose wishes can be met"),
        frozenset({*_WHOM, "word"}),
        N_("They stay without a place, also where a course that they wished is struck."),
        N_("Our own default; at Erding the care takes them over."),
        ("place", "leave"),
    ),
    RuleKind(
        "priority",
        N_("Comes first"),
        frozenset({*_WHOM, "least", "most", "word"}),
        N_("All children count the same."),
        N_("Sachsenhausen: 3 afternoons or more, and year 4. Löwenzahn: by the number of booked days."),
        ("years", "days"),
    ),
    RuleKind(
        "before",
        N_("Had the course before"),
        frozenset({"course_id", "word"}),
        N_("It makes no difference."),
        N_("Martin-von-Tours: a half-year course for one half, then for the others, so that all get it."),
        ("after", "forbidden"),
    ),
    RuleKind(
        "compensate",
        N_("Make up for bad luck in earlier ballots"),
        frozenset({"most"}),
        N_("Each ballot stands for itself."),
        N_("Pupils and parents ask for it; Husby draws lots."),
    ),
    RuleKind(
        "per_class",
        N_("At most so many of one class in a course"),
        frozenset({"course_id", "most"}),
        N_("What the school and the course say; no limit where they say nothing."),
        _OWN,
    ),
    RuleKind(
        "quota",
        N_("Share of a group in a course"),
        frozenset({*_WHOM, "course_id", "least", "most", "percent", "word", "note"}),  # note: the language spoken
        N_("Anybody who may take a course counts the same."),
        _OWN,
        ("", "f", "m", "d", "support", "language"),
    ),
    RuleKind("balance", N_("Girls and boys in balance"), frozenset({"course_id"}), N_("It makes no difference."), _OWN),
    RuleKind(
        "order",
        N_("Order of the goals"),
        frozenset({"word", "note"}),  # the goal, and its groups of levels, parted by ORDER_GAP
        N_("As the chosen goal has it."),
        _OWN,
    ),
)
ORDER_GAP = "; "
_BY_NAME = {kind.name: kind for kind in RULE_KINDS}


def kind_of(name: str) -> RuleKind:
    """Return the kind with this name; raises KeyError where there is none."""
    return _BY_NAME[name]


def days_of(weekdays: str) -> frozenset[int]:
    """Return the weekdays of a rule as numbers, 1 = Monday."""
    return frozenset(int(digit) for digit in weekdays)
