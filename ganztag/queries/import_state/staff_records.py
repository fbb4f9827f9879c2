"""Partners, contracts and papers of staff as an import finds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ganztag.queries import contracts, partners, staff_papers
from ganztag.queries.contracts import ContractRow
from ganztag.queries.partners import PartnerRow
from ganztag.queries.staff_papers import PaperRow, RequirementRow
from ganztag.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class StaffRecords:
    """*contracts* and *papers* by staff id; *papers* hold what is asked of each person."""

    partners: Mapping[int, PartnerRow]
    contracts: Mapping[int, tuple[ContractRow, ...]]
    asked: tuple[RequirementRow, ...]
    papers: Mapping[int, tuple[PaperRow, ...]]


def staff_records(reader: Reader, day: date) -> StaffRecords:
    return StaffRecords(
        {row.id: row for row in partners.partners(reader)},
        contracts.contracts(reader),
        tuple(staff_papers.requirements(reader)),
        staff_papers.papers(reader, day),
    )
