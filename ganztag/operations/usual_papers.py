"""The papers that all-day schools usually want to see of those who work there; a beginning, to be changed freely.

Sources: § 30a BZRG and § 72a SGB VIII (again every five years is practice, no law), § 20 Abs. 9 IfSG (born after
1970), § 35 IfSG (every two years), Art. 32 GDPR and Land acts (confidentiality), § 127 SGB IV (until 2026).
"""

from dataclasses import dataclass
from datetime import date

from ganztag.domain.school import School
from ganztag.domain.staff_papers import Requirement
from ganztag.language import N_, Message, speaking
from ganztag.operations.operation import Operation, Work

_FROM_OUTSIDE = "freelancer,volunteer,partner"


@dataclass(frozen=True, slots=True)
class Usual:
    """A paper as most schools ask for it."""

    name: Message
    source: Message
    kinds: str = ""
    valid_months: int | None = None
    warn_days: int = 60
    required: bool = True
    holds_until: date | None = None


USUAL = (
    Usual(N_("Extended certificate of conduct"), N_("§ 30a BZRG, § 72a SGB VIII; again every five years"),
          _FROM_OUTSIDE, 60, 90),
    Usual(N_("Proof of measles protection"), N_("§ 20 (9) IfSG, for those born after 1970")),
    Usual(N_("Infection protection briefing"), N_("§ 35 IfSG, every two years"), "", 24, 60),
    Usual(N_("Confidentiality and data protection declaration"), N_("GDPR and school data protection of the Land"),
          _FROM_OUTSIDE),
    Usual(N_("Code of conduct signed"), N_("the school's protection concept"), _FROM_OUTSIDE, required=False),
    Usual(N_("Consent under § 127 SGB IV"), N_("§ 127 SGB IV: counts until 31 December 2026"), "freelancer", None, 60,
          True, date(2026, 12, 31)),
)  # fmt: skip


def add_usual() -> Operation[int]:
    """Ask for the usual papers, those that are asked for already left as they are; return how many were added."""
    return Operation(N_("Ask for the usual papers"), add_usual_papers)


def add_usual_papers(work: Work, day: date | None = None) -> int:
    """Add the usual papers in the school's language; what ceased to count before *day* (today) is left out."""
    school, day = work.one(School), day or work.today
    known = work.all(Requirement)
    names = {one.name.casefold() for one in known}
    place = max((one.position for one in known), default=0)
    with speaking(school.language if school is not None else "de"):
        rows = [
            {
                "name": str(one.name), "position": place + number, "kinds": one.kinds, "source": str(one.source),
                "valid_months": one.valid_months, "warn_days": one.warn_days, "required": one.required,
                "holds_until": one.holds_until,
            }
            for number, one in enumerate(USUAL, start=1)
            if one.holds_until is None or one.holds_until >= day
        ]  # fmt: skip
    return len(work.insert(Requirement, [row for row in rows if str(row["name"]).casefold() not in names]))
