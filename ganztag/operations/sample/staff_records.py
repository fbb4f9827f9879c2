"""The sample school's partners, contracts and papers; in most all is well, a few show what is not."""

from datetime import date
from typing import Any

from ganztag.domain.contracts import Contract, IncomeElsewhere
from ganztag.domain.search import search_key
from ganztag.domain.staff import Partner, Staff
from ganztag.domain.staff_papers import Requirement, StaffPaper, concerns
from ganztag.operations.operation import Work
from ganztag.operations.usual_papers import add_usual_papers

_TODAY = date(2026, 9, 1)
# (name, contact, phone, agreement, last day)
_PARTNERS = (
    ("TSV Lindenkanal e. V.", "Heike Sommerfeld", "040 5550-410", "Kooperationsvertrag vom 12.06.2026", (2027, 7, 31)),
    ("Medienwerkstatt Hafenlicht", "Ruben Castillo", "040 5550-420", "Kooperationsvertrag vom 03.06.2025", None),
    ("Tanzhaus Kanalstraße gGmbH", "Wiebke Jensen", "040 5550-430", "Rahmenvereinbarung 2026/27", (2027, 1, 31)),
)
_COMES_FROM = {"DIN": 0, "ADE": 1, "ACH": 2}
# code: (number, rate in cents, minutes per unit, allowance, first day, last day)
_CONTRACTS: dict[str, tuple[str, int, int, str, date, date]] = {
    "ŁUK": ("HON-2026-0411", 2800, 45, "", date(2026, 2, 1), date(2027, 1, 31)),
    "SHE": ("HON-2026-0412", 2600, 45, "", date(2026, 8, 1), date(2027, 7, 31)),
    "NGU": ("HON-2026-0413", 2600, 45, "", date(2026, 2, 1), date(2027, 1, 31)),
    "YIL": ("HON-2026-0414", 3000, 45, "", date(2026, 8, 1), date(2027, 1, 31)),
    "KOW": ("HON-2026-0415", 3500, 60, "trainer", date(2026, 2, 1), date(2027, 1, 31)),
    "RAH": ("HON-2026-0416", 5200, 90, "trainer", date(2026, 2, 1), date(2027, 1, 31)),
    "OWU": ("HON-2026-0417", 2800, 45, "", date(2026, 2, 1), date(2026, 12, 18)),
    "RIC": ("HON-2026-0418", 2800, 45, "", date(2026, 8, 1), date(2027, 1, 31)),
    "ALK": ("EHR-2026-0021", 1500, 90, "volunteer", date(2026, 2, 1), date(2027, 1, 31)),
    "BRI": ("EHR-2026-0022", 1500, 90, "volunteer", date(2026, 2, 1), date(2027, 1, 31)),
    "POP": ("EHR-2026-0023", 1500, 90, "volunteer", date(2026, 8, 1), date(2027, 1, 31)),
    "TES": ("EHR-2026-0024", 1500, 90, "volunteer", date(2026, 8, 1), date(2027, 1, 31)),
}
_ELSEWHERE = {"RAH": 165000, "KOW": 60000}
_QUALIFICATIONS = {
    "KOW": "Trainerschein C Klettern", "DIN": "Trainerschein C", "HAN": "Rettungsschwimmen, Trainerschein B",
    "TES": "Erste-Hilfe-Ausbilderin", "ADE": "Medienpädagogik", "RIC": "Imkerschein",
}  # fmt: skip
_MOST_MINUTES = {"ALK": 90, "POP": 180, "SHE": 180, "TES": 90}
_CONDUCT, _MEASLES, _BRIEFING, _CONFIDENTIAL, _CODE, _CONSENT = range(6)  # in the order of the usual papers
# (code, paper): seen on; None: never
_OTHERWISE: dict[tuple[str, int], date | None] = {
    ("KOW", _CONDUCT): date(2021, 8, 20),  # expired
    ("RAH", _CONDUCT): date(2021, 11, 2),  # due soon
    ("TES", _CONDUCT): None,
    ("TES", _CODE): None,
    ("ACH", _BRIEFING): date(2024, 10, 1),  # due soon
}
_BORN_BEFORE_1971 = ("LIN", "BRI")


def add_staff_records(work: Work) -> None:
    """Add partners, contracts, and which papers were seen of whom."""
    people = {person.code: person for person in work.all(Staff)}
    _add_partners(work, people)
    rows = [_contract(people[code].id, values) for code, values in _CONTRACTS.items()]
    work.insert(Contract, rows)
    declared = date(2026, 8, 25)
    work.insert(
        IncomeElsewhere,
        [
            {"staff_id": people[code].id, "year": 2026, "cents": cents, "declared_on": declared}
            for code, cents in _ELSEWHERE.items()
        ],
    )
    for code, words in _QUALIFICATIONS.items():
        people[code].qualifications = words
    for code, minutes in _MOST_MINUTES.items():
        people[code].max_minutes = minutes
    add_usual_papers(work, _TODAY)
    _add_papers(work, people)


def _add_partners(work: Work, people: dict[str, Staff]) -> None:
    for place, (name, contact, phone, agreement, last) in enumerate(_PARTNERS):
        partner = work.add(
            Partner(
                name=name,
                contact=contact,
                phone=phone,
                email=f"partner{place + 1}@schule-am-lindenkanal.example",
                agreement=agreement,
                starts=date(2025, 8, 1),
                ends=None if last is None else date(*last),
                search_key=search_key(name, contact),
            )
        )
        for code, number in _COMES_FROM.items():
            if number == place:
                people[code].partner_id = partner.id


def _contract(staff_id: int, values: tuple[str, int, int, str, date, date]) -> dict[str, Any]:
    number, rate, unit, allowance, starts, ends = values
    return {
        "staff_id": staff_id, "number": number, "rate_cents": rate, "unit_minutes": unit, "allowance": allowance,
        "starts": starts, "ends": ends,
    }  # fmt: skip


def _add_papers(work: Work, people: dict[str, Staff]) -> None:
    asked = sorted(work.all(Requirement), key=lambda one: one.position)
    rows = []
    for place, person in enumerate(people.values()):
        for paper, requirement in enumerate(asked):
            if not concerns(requirement.kinds, person.kind):
                continue
            not_needed = paper == _MEASLES and person.code in _BORN_BEFORE_1971
            day = _OTHERWISE.get((person.code, paper), _seen(paper, place))
            if day is not None:
                rows.append(
                    {
                        "staff_id": person.id,
                        "requirement_id": requirement.id,
                        "state": "not_needed" if not_needed else "seen",
                        "seen": None if not_needed else day,
                        "note": "vor 1971 geboren" if not_needed else "",
                    }
                )
    work.insert(StaffPaper, rows)


def _seen(paper: int, place: int) -> date:
    """Return a day on which a paper was seen, another one for each person."""
    if paper == _BRIEFING:
        return date(2025, 8, 27 + place % 3)
    if paper == _CONSENT:
        return date(2026, 5, 4 + place)
    return date(2022 + place % 4, 8 + place % 2, 1 + place)
