"""Writing what the import of pupils has planned."""

from collections.abc import Iterable
from datetime import date, timedelta

from ganztag.domain.pupils import Booking, ClassMembership, ExternalId, Guardian, Guardianship, LeaveTime, Phone, Pupil
from ganztag.domain.school_year import SchoolYear, Term
from ganztag.operations.belonging import move_to_class, note_external_id
from ganztag.operations.classes import ensure_class, ensure_year_group
from ganztag.operations.guardians import add_link
from ganztag.operations.importing.preview import ImportPlan
from ganztag.operations.importing.pupil_acts import GuardianAct, PupilAct
from ganztag.operations.leaving import come_back, leave
from ganztag.operations.operation import Work
from ganztag.operations.pupils import check, set_fields
from ganztag.operations.staying import book, note_leave

_ONE_DAY = timedelta(days=1)


def write(work: Work, plan: ImportPlan) -> None:
    """Do all acts of the plan: first those who leave, so that their numbers are free, then changes, then the new."""
    deed = _Deed(work, work.get(Term, plan.request.term_id))
    acts = [(item.key, item.act) for item in plan.to_do if isinstance(item.act, PupilAct)]
    for key, act in acts:
        if key is not None:
            deed.change(key, act)
    deed.add([act for key, act in acts if key is None])


class _Deed:
    def __init__(self, work: Work, term: Term) -> None:
        self._work, self._term = work, term
        self._year = work.get(SchoolYear, term.school_year_id)
        self._classes: dict[str, int] = {}
        self._labels: dict[str, int] = {}
        self._guardians: dict[str, int] = {}

    def _class(self, name: str) -> int:
        if name not in self._classes:
            self._classes[name] = ensure_class(self._work, self._year.id, name)
        return self._classes[name]

    def _year_group(self, label: str) -> int:
        if label not in self._labels:
            self._labels[label] = ensure_year_group(self._work, label)
        return self._labels[label]

    def change(self, key: int, act: PupilAct) -> None:
        work = self._work
        if act.comes_back:
            come_back(key, act.starts).run(work)
        set_fields(work, work.get(Pupil, key), dict(act.fields))
        if act.number:
            self._free_number(act.system, act.number, key)
            note_external_id(work, key, act.system, act.number)
        if act.class_name:
            self._into_class(key, act)
        if act.year_group:
            work.get(Pupil, key).year_group_id = self._year_group(act.year_group)
        if act.days is not None:
            book(work, key, act.days, act.starts)
        for one in act.leaves:
            note_leave(work, key, (one.weekday, one.time, one.way_home), act.starts)
        self._reach(key, act)
        if act.leaves_on is not None:
            leave(key, act.leaves_on).run(work)

    def _into_class(self, key: int, act: PupilAct) -> None:
        """A first class in a school year holds from the half-year's first day: it is no move."""
        before = [
            row
            for row in self._work.all(ClassMembership, pupil_id=key)
            if row.ends is None or row.ends >= self._term.starts
        ]
        since = act.starts if before else self._term.starts
        move_to_class(self._work, key, self._class(act.class_name), since)
        for row in before:  # the class of an earlier school year
            if row.school_class_id != self._class(act.class_name) and (row.ends is None or row.ends >= since):
                row.ends = since - _ONE_DAY

    def _free_number(self, system: str, number: str, key: int) -> None:
        """Take the number from a child that has left with it, as when a program gives its numbers anew."""
        other = self._work.one(ExternalId, system=system, value=number)
        if other is not None and other.pupil_id != key:
            self._work.delete(other)

    def add(self, acts: list[PupilAct]) -> None:
        """Add all new children at once: a school's list is hundreds of rows in five tables."""
        for act in acts:
            if act.number_taken_from is not None:
                self._work.remove(ExternalId, pupil_id=act.number_taken_from, value=act.number)
        keys = self._work.insert(Pupil, [self._pupil_row(act) for act in acts])
        both = list(zip(keys, acts, strict=True))
        self._work.remove(ExternalId, system="", value=tuple(act.number for act in acts if act.number))
        self._work.insert(
            ExternalId, [{"pupil_id": key, "system": "", "value": act.number} for key, act in both if act.number]
        )
        self._work.insert(ClassMembership, _lasting(self._memberships(both)))
        self._work.insert(Booking, _lasting(_bookings(both)))
        self._work.insert(LeaveTime, _lasting(_leave_times(both)))
        self._families(both)

    def _pupil_row(self, act: PupilAct) -> dict[str, object]:
        pupil = Pupil()
        for name, value in act.fields:
            setattr(pupil, name, value)
        check(vars_of(pupil), self._work.today)
        pupil.renew_search_key()
        year_group = self._year_group(act.year_group) if act.year_group else None
        return {**vars_of(pupil), "search_key": pupil.search_key, "year_group_id": year_group}

    def _memberships(self, both: Iterable[tuple[int, PupilAct]]) -> list[dict[str, object]]:
        return [
            {"pupil_id": key, "school_class_id": self._class(act.class_name), **_span(act)}
            for key, act in both
            if act.class_name
        ]

    def _reach(self, key: int, act: PupilAct) -> None:
        for one in act.guardians:
            self._guardian(key, one)
        self._work.insert(Phone, [{"pupil_id": key, "number": number} for number in act.phones])

    def _guardian(self, key: int, one: GuardianAct) -> None:
        known = one.key if one.key is not None else self._guardians.get(one.token)
        if known is None:
            self._make_guardians([one])
            known = self._guardians[one.token]
        elif one.linked:
            if one.email:
                self._work.get(Guardian, known).email = one.email
            self._work.insert(Phone, [{"guardian_id": known, "number": number} for number in one.phones])
            return
        add_link(self._work, key, known)

    def _families(self, both: list[tuple[int, PupilAct]]) -> None:
        """Add guardians, links and numbers of new children, all at once."""
        new = {one.token: one for _key, act in both for one in act.guardians if one.key is None}
        self._make_guardians([one for token, one in new.items() if token not in self._guardians])
        links = [
            {"pupil_id": key, "guardian_id": one.key or self._guardians[one.token], "emergency_order": order}
            for key, act in both
            for order, one in enumerate(act.guardians, start=1)
        ]
        self._work.insert(Guardianship, {(row["pupil_id"], row["guardian_id"]): row for row in links}.values())
        self._work.insert(Phone, [{"pupil_id": key, "number": number} for key, act in both for number in act.phones])

    def _make_guardians(self, acts: list[GuardianAct]) -> None:
        rows = []
        for one in acts:
            made = Guardian(surname=one.surname, call_name=one.call_name, email=one.email)
            made.renew_search_key()
            rows.append({name: getattr(made, name) for name in ("surname", "call_name", "email", "search_key")})
        keys = self._work.insert(Guardian, rows)
        self._guardians |= {one.token: key for key, one in zip(keys, acts, strict=True)}
        self._work.insert(
            Phone,
            [
                {"guardian_id": key, "number": number}
                for key, one in zip(keys, acts, strict=True)
                for number in one.phones
            ],
        )


_FIELDS = (
    "surname", "prefix", "call_name", "first_names", "native_name", "birth_date", "sex", "entry", "exit", "note",
    "support",
)  # fmt: skip


def vars_of(pupil: Pupil) -> dict[str, object]:
    return {name: getattr(pupil, name) for name in _FIELDS}


def _span(act: PupilAct) -> dict[str, object]:
    return {"starts": act.starts, "ends": dict(act.fields).get("exit")}


def _lasting(rows: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    """Return the rows that hold for at least a day: who left before the half-year has none."""
    return [row for row in rows if not _is_over(row["starts"], row["ends"])]


def _is_over(starts: object, ends: object) -> bool:
    return isinstance(starts, date) and isinstance(ends, date) and ends < starts


def _bookings(both: Iterable[tuple[int, PupilAct]]) -> list[dict[str, object]]:
    return [{"pupil_id": key, "weekday": day, **_span(act)} for key, act in both for day in act.days or ()]


def _leave_times(both: Iterable[tuple[int, PupilAct]]) -> list[dict[str, object]]:
    return [
        {"pupil_id": key, "weekday": one.weekday, "time": one.time, "way_home": one.way_home, **_span(act)}
        for key, act in both
        for one in act.leaves
    ]
