"""The people who lead courses."""

from dataclasses import dataclass, field
from datetime import date, time

from ganztag.domain.pupils import full_name
from ganztag.domain.search import search_key

STAFF_KINDS = ("teacher", "freelancer", "volunteer", "partner")


@dataclass(eq=False, kw_only=True)
class Staff:
    id: int = field(init=False)
    code: str = ""
    surname: str = ""
    prefix: str = ""
    call_name: str = ""
    kind: str = "teacher"
    email: str = ""
    phone: str = ""
    external_id: str = ""
    starts: date | None = None
    ends: date | None = None
    note: str = ""
    search_key: str = ""
    max_minutes: int | None = None
    qualifications: str = ""
    partner_id: int | None = None

    @property
    def full_name(self) -> str:
        return full_name(self.surname, self.prefix, self.call_name)

    def renew_search_key(self) -> None:
        self.search_key = search_key(self.code, self.call_name, self.prefix, self.surname)


@dataclass(eq=False, kw_only=True)
class StaffTime:
    """A time of the week at which a person can lead courses, or cannot; without times: the whole day.

    Someone with times at which they can come can come at no others. *source* is "own" or "untis" (lessons).
    """

    id: int = field(init=False)
    staff_id: int
    weekday: int
    opens: time | None = None
    closes: time | None = None
    available: bool = False
    reason: str = ""
    source: str = "own"
    starts: date | None = None
    ends: date | None = None


@dataclass(eq=False, kw_only=True)
class Partner:
    """An organisation that leaders come from: a club, a care provider."""

    id: int = field(init=False)
    name: str
    contact: str = ""
    phone: str = ""
    email: str = ""
    agreement: str = ""
    starts: date | None = None
    ends: date | None = None
    note: str = ""
    search_key: str = ""

    def renew_search_key(self) -> None:
        self.search_key = search_key(self.name, self.contact)
