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


@dataclass(eq=False, kw_only=True)
class Hardship:
    """A child that comes before others, and why."""

    id: int = field(init=False)
    pupil_id: int
    ballot_id: int | None = None
    weight: int = 1
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RuleKind:
    """How a kind of rule is named, and which columns it takes."""

    name: str
    label: Message
    takes: frozenset[str]
    words: tuple[str, ...] = ()


_WHOM = ("year_group_id", "school_class_id")

RULE_KINDS = (
    RuleKind("courses", N_("How many courses a child takes"),
             frozenset({*_WHOM, "category_id", "weekdays", "least", "most"})),
    RuleKind("quota", N_("Share of a group in a course"),
             frozenset({*_WHOM, "course_id", "least", "most", "percent", "word"}),
             ("", "f", "m", "d", "support")),
    RuleKind("per_class", N_("At most so many of one class in a course"), frozenset({"course_id", "most"})),
    RuleKind("balance", N_("Girls and boys in balance"), frozenset({"course_id"})),
    RuleKind("before", N_("Had the course before"), frozenset({"course_id"}), ("after", "forbidden")),
    RuleKind("priority", N_("Comes first"), frozenset({*_WHOM, "least", "most"}), ("years", "days")),
    RuleKind("no_wish", N_("Children without a wish"), frozenset({*_WHOM, "weekdays"}), ("place", "leave")),
    RuleKind("no_luck", N_("Children none of whose wishes can be met"), frozenset({*_WHOM}), ("leave", "place")),
    RuleKind("compensate", N_("Make up for bad luck in earlier ballots"), frozenset({"least"})),
    RuleKind("order", N_("Order of the goals"), frozenset({"word", "note"})),
)  # fmt: skip
