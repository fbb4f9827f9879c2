"""The people who lead courses."""

from dataclasses import dataclass, field
from datetime import date

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

    @property
    def full_name(self) -> str:
        return full_name(self.surname, self.prefix, self.call_name)

    def renew_search_key(self) -> None:
        self.search_key = search_key(self.code, self.call_name, self.prefix, self.surname)
