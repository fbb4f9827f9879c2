"""The entries of the sidebar, in the order of the work; data only, known before the first paint."""

from dataclasses import dataclass

from ganztag.language import N_, Message


@dataclass(frozen=True)
class Entry:
    """A screen in the sidebar; *group* is the heading above it, empty where it stands alone."""

    key: str
    title: Message
    icon: str
    group: str = ""


ENTRIES = (
    Entry("overview", N_("Today"), "sun"),
    Entry("courses", N_("Courses"), "book-open", "offer"),
    Entry("week", N_("Week"), "calendar-days", "offer"),
    Entry("rooms", N_("Rooms"), "door-open", "offer"),
    Entry("staff", N_("Staff"), "id-card", "offer"),
    Entry("checks", N_("Checks"), "badge-check", "offer"),
    Entry("pupils", N_("Pupils"), "users", "children"),
    Entry("wishes", N_("Wishes"), "ticket", "children"),
    Entry("allocation", N_("Allocation"), "shuffle", "children"),
    Entry("changes", N_("Changes & waiting lists"), "arrow-left-right", "children"),
    Entry("attendance", N_("Attendance"), "user-check", "children"),
    Entry("lists", N_("Lists & letters"), "printer", "output"),
    Entry("school", N_("School & rules"), "school"),
)
GROUPS: dict[str, Message] = {
    "offer": N_("Offer"),
    "children": N_("Children"),
    "output": N_("Output"),
}
