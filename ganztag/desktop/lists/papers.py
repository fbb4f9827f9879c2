"""The papers in the words and signs of the screen; data only."""

from collections.abc import Callable
from dataclasses import dataclass

from ganztag.language import N_, Message, nN_


@dataclass(frozen=True)
class PaperWords:
    """A paper's short name, what it is, what its list and its sheets are called; *key* as in operations.printing."""

    key: str
    icon: str
    title: Message
    purpose: Message
    column: Message  # the head of the list to choose from
    search: Message
    everything: Message  # the filter that hides nothing
    portrait: bool = True

    of_ballot: bool = False  # the sheets are those of one ballot

    def count(self, sheets: int) -> Message:
        """Return "3 lists"."""
        return _COUNTS.get(self.key, _lists)(sheets)

    def print_verb(self, sheets: int) -> Message:
        return _VERBS.get(self.key, _print_lists)(sheets)


def _lists(sheets: int) -> Message:
    return nN_("{count} list", "{count} lists", sheets)


def _print_lists(sheets: int) -> Message:
    return nN_("Print {count} list", "Print {count} lists", sheets)


_COUNTS: dict[str, Callable[[int], Message]] = {
    "pupil": lambda n: nN_("{count} week plan", "{count} week plans", n),
    "ballot": lambda n: nN_("{count} slip", "{count} slips", n),
    "letter": lambda n: nN_("{count} letter", "{count} letters", n),
    "protocol": lambda n: nN_("{count} protocol", "{count} protocols", n),
}
_VERBS: dict[str, Callable[[int], Message]] = {
    "pupil": lambda n: nN_("Print {count} week plan", "Print {count} week plans", n),
    "ballot": lambda n: nN_("Print {count} slip", "Print {count} slips", n),
    "letter": lambda n: nN_("Print {count} letter", "Print {count} letters", n),
    "protocol": lambda n: nN_("Print {count} protocol", "Print {count} protocols", n),
}

WORDS = {
    words.key: words
    for words in (
        PaperWords(
            "attendance", "user-check", N_("Attendance"), N_("a list for each course, with all its dates"),
            N_("Course"), N_("Search courses"), N_("All days"), portrait=False,
        ),
        PaperWords(
            "class", "users", N_("Who is where?"), N_("a list for each class, for its door"),
            N_("Class"), N_("Search classes"), N_("Classes and groups"),
        ),
        PaperWords(
            "pupil", "calendar-days", N_("Week plan"), N_("a plan for each child, two on a sheet"),
            N_("Child"), N_("Search children"), N_("All classes"),
        ),
        PaperWords(
            "ballot", "ticket", N_("Ballot slip"), N_("for each child, with the courses it may take"),
            N_("Child"), N_("Search children"), N_("All classes"), of_ballot=True,
        ),
        PaperWords(
            "missing-wishes", "circle-dashed", N_("Missing wishes"), N_("a list for each class, to remind by"),
            N_("Class"), N_("Search classes"), N_("All classes"), of_ballot=True,
        ),
        PaperWords(
            "letter", "mail", N_("Letter"), N_("for each child: what it got, and why"),
            N_("Child"), N_("Search children"), N_("All classes"), of_ballot=True,
        ),
        PaperWords(
            "protocol", "scroll-text", N_("Protocol"), N_("how the plan came about, for the file"),
            N_("Ballot"), N_("Search ballots"), N_("All ballots"),
        ),
        PaperWords(
            "results", "table", N_("Results to put up"), N_("by number, without names"),
            N_("Ballot"), N_("Search ballots"), N_("All ballots"),
        ),
        PaperWords(
            "waiting-lists", "hourglass", N_("Waiting list"), N_("a list for each course, for the office"),
            N_("Course"), N_("Search courses"), N_("All days"),
        ),
    )
}  # fmt: skip

_NO_PLAN = (
    N_("No plan was accepted yet"),
    N_("A protocol says how a plan came about: rules, goals with their proofs, the lot, and each child's result. "
       "Allocate and accept a plan first."),
    N_("To the allocation"),
    "allocation",
)  # fmt: skip
NOTHING_YET: dict[str, tuple[Message, Message, Message, str]] = {
    "attendance": (
        N_("No courses yet"),
        N_("Each course gets an attendance list with a column for every date of the half-year. "
           "Add courses first; their lists then stand here, ready to print."),
        N_("To the courses"),
        "courses",
    ),
    "class": (
        N_("No classes yet"),
        N_("Each class gets a list for its door that says where every child is on which day. "
           "Bring in the children first; their classes come with them."),
        N_("To the children"),
        "pupils",
    ),
    "pupil": (
        N_("No children yet"),
        N_("Each child gets a plan of its week to take home: courses, rooms, and when it goes. "
           "Bring in the children first; their plans then stand here."),
        N_("To the children"),
        "pupils",
    ),
    "ballot": (
        N_("No ballot yet"),
        N_("Each child gets a slip with its name, a number and the courses that it may take. "
           "Make a ballot first; its slips then stand here, sorted by class."),
        N_("To the wishes"),
        "wishes",
    ),
    "missing-wishes": (
        N_("Nothing is missing"),
        N_("Children whose slips have not come back, or are not in order, stand here class by class."),
        N_("To the wishes"),
        "wishes",
    ),
    "letter": (
        N_("No letters yet"),
        N_("Each child gets a letter with its places, and why a wish was not met. "
           "Allocate and accept a plan first."),
        N_("To the allocation"),
        "allocation",
    ),
    "protocol": _NO_PLAN,
    "results": _NO_PLAN,
    "waiting-lists": (
        N_("Nobody waits"),
        N_("Each course that children wait for gets a list with their order and what decided it."),
        N_("To the courses"),
        "courses",
    ),
}  # fmt: skip
