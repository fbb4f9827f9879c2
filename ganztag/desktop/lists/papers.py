"""The papers in the words and signs of the screen; data only."""

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

    def count(self, sheets: int) -> Message:
        """Return "3 lists"."""
        if self.key == "pupil":
            return nN_("{count} week plan", "{count} week plans", sheets)
        return nN_("{count} list", "{count} lists", sheets)

    def print_verb(self, sheets: int) -> Message:
        if self.key == "pupil":
            return nN_("Print {count} week plan", "Print {count} week plans", sheets)
        return nN_("Print {count} list", "Print {count} lists", sheets)


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
    )
}  # fmt: skip

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
}  # fmt: skip
