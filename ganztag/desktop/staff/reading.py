"""What the screen reads, no more than is seen: the list always, a view or a section only while it is shown."""

from collections.abc import Sequence

from ganztag.desktop.desk import Desk
from ganztag.desktop.staff.detail import StaffDetail
from ganztag.desktop.staff.views import StaffViews
from ganztag.desktop.widgets.notices import TONES, Notice
from ganztag.desktop.widgets.week_events import WeekBlock
from ganztag.domain.text import tags
from ganztag.language import sort_key
from ganztag.queries import contracts, fee_totals, fees, frame, partners, staff, staff_papers
from ganztag.queries.staff import StaffRow
from ganztag.queries.week_times import staff_times


class StaffReading:
    """Fills views and detail from the file."""

    def __init__(self, desk: Desk, views: StaffViews, detail: StaffDetail) -> None:
        self._desk, self._views, self._detail = desk, views, detail

    def people(self) -> list[StaffRow]:
        """Return all people, and offer the fields what they may be given."""
        found = self._desk.office.read(staff.staff, self._desk.term().id)
        known = {word for row in found for word in tags(row.qualifications)}
        organisations = [(row.id, row.name) for row in self._desk.office.read(partners.partners)]
        self._detail.person.offer(organisations, sorted(known, key=sort_key))
        return found

    def view(self) -> None:
        """Fill the view that is seen."""
        office, term, day = self._desk.office, self._desk.term(), self._desk.today()
        if self._views.view() == "papers":
            self._views.show_papers(office.read(staff_papers.requirements), day)
        elif self._views.view() == "fees":
            self._views.show_fees(office.read(fee_totals.fees, term.id, day))

    def person(self, row: StaffRow | None) -> None:
        """Fill head and section of the detail."""
        self._detail.show_person(row, self._desk.today())
        if row is None:
            return
        self._detail.show_notices(self._notices(row))
        if self._detail.section() == "times":
            self._times(row)
        elif self._detail.section() == "pay":
            self._pay(row)

    def _times(self, row: StaffRow) -> None:
        office, year = self._desk.office, self._desk.term().school_year_id
        blocks = [WeekBlock(block.weekday, block.starts, block.ends, block.name)
                  for block in office.read(frame.blocks, year)]  # fmt: skip
        self._detail.times.show_week(row.id, office.read(staff_times, row.id), self._detail.events(), blocks)

    def _pay(self, row: StaffRow) -> None:
        office, term, day = self._desk.office, self._desk.term(), self._desk.today()
        pay = self._detail.pay
        pay.contracts.show_contracts(row.contracts, day)
        income = office.read(contracts.incomes).get((row.id, day.year))
        for totals in office.read(fee_totals.fees, term.id, day, row.id):
            sessions = office.read(fees.fee_rows, term.starts, term.ends, row.id).get(row.id, ())
            pay.fees.show_fees(totals, sessions, income.cents if income is not None else None)

    def _notices(self, row: StaffRow) -> Sequence[Notice]:
        """Return what the rules have found about a person."""
        if self._detail.section() not in ("person", "times"):
            return ()  # the other sections say themselves what is wrong
        return [
            Notice(str(found.message), TONES[found.severity])
            for found in self._desk.watch.still_open("staff", row.id)
            if found.severity != "hint"
        ]
