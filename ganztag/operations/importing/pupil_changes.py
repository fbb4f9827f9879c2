"""What a row says about a child that the school does not know yet, or knows otherwise."""

from dataclasses import dataclass
from datetime import date

from ganztag.domain.pupils import family_name
from ganztag.domain.school import year_label_of
from ganztag.domain.school_year import WEEKDAYS
from ganztag.exchange.records import PupilRecord
from ganztag.exchange.values import class_key
from ganztag.language import N_
from ganztag.operations.importing.families import Families
from ganztag.operations.importing.names import better_spelling, family_parts, name_key
from ganztag.operations.importing.preview import Change
from ganztag.operations.importing.pupil_acts import (
    GuardianAct,
    PupilAct,
    day_in_words,
    days_in_words,
    leave_in_words,
    sex_in_words,
    support_in_words,
)
from ganztag.queries.import_state.pupils import KnownPupil, Leave

_NAME_FIELDS = {"call_name": N_("Call name"), "first_names": N_("All first names")}


@dataclass(frozen=True)
class Frame:
    """What holds for all rows: the day on which changes begin, the half-year, and the classes of its school year."""

    day: date
    starts: date
    ends: date
    school_year_id: int
    classes: dict[str, str]  # class_key -> name

    def class_called(self, name: str) -> str:
        return self.classes.setdefault(class_key(name), name) if name else ""


def for_new(record: PupilRecord, frame: Frame, families: Families) -> PupilAct:
    """Return what makes the child of this row."""
    prefix, surname = (record.prefix, record.surname) if record.prefix else family_parts(record.surname)
    fields: dict[str, object] = {
        "surname": surname,
        "prefix": prefix,
        "call_name": record.call_name,
        "first_names": record.first_names,
        "birth_date": record.birth_date,
        "sex": record.sex,
        "entry": record.entry,
        "exit": record.exit,
        "support": record.support or None,
    }
    guardians, phones = families.acts(record, None)
    class_name = frame.class_called(record.class_name)
    days = record.days if record.days is not None else WEEKDAYS
    entry = record.entry if record.entry and record.entry <= frame.ends else frame.starts
    return PupilAct(
        starts=max(frame.starts, entry),
        fields=tuple((name, value) for name, value in fields.items() if value not in ("", None)),
        number=record.external_id,
        class_name=class_name,
        year_group=plain_year(record.year_group) or (year_label_of(class_name) if class_name else ""),
        days=days,
        leaves=_wanted_leaves(record, (), days),
        guardians=guardians,
        phones=phones,
    )


def plain_year(label: str) -> str:
    """Return a year group as the school calls it: ``05`` is 5."""
    return str(int(label)) if label.isascii() and label.isdigit() and int(label) else "" if label == "0" else label


class Comparison:
    """Compares one row with the child it belongs to; gathers the act and the words for it."""

    def __init__(self, record: PupilRecord, pupil: KnownPupil, frame: Frame, families: Families) -> None:
        self._record, self._pupil, self._frame, self._families = record, pupil, frame, families
        self.changes: list[Change] = []
        self._fields: dict[str, object] = {}

    def act(self) -> PupilAct | None:
        """Return what is to do; None where the row says nothing new."""
        self._names()
        self._plain_fields()
        number = self._number()
        class_name, year_group = self._class(), self._year_group()
        leaves_on, comes_back = self._exit()
        days = self._days()
        leaves = self._leaves(days)
        guardians, phones = self._families.acts(self._record, self._pupil)
        for one in guardians:
            self.changes.append(Change(N_("Guardians"), "", self._guardian_in_words(one)))
        if phones:
            self.changes.append(Change(N_("Phone"), "", ", ".join(phones)))
        if not self.changes:
            return None
        return PupilAct(
            starts=self._frame.day,
            fields=tuple(self._fields.items()),
            number=number,
            system=self._pupil.external_ids[0][0] if self._pupil.external_ids else "",
            class_name=class_name,
            year_group=year_group,
            days=days,
            leaves=leaves,
            guardians=guardians,
            phones=phones,
            leaves_on=leaves_on,
            comes_back=comes_back,
        )

    def _guardian_in_words(self, act: GuardianAct) -> str:
        words = " ".join(filter(None, (act.call_name, act.surname, *act.phones, act.email)))
        return words or ", ".join(one.name.whole for one in self._record.guardians)

    def _names(self) -> None:
        record, pupil = self._record, self._pupil
        old = family_name(pupil.surname, pupil.prefix)
        new = family_name(record.surname, record.prefix)
        if new and (kept := better_spelling(new, old)) != old:
            prefix, surname = (record.prefix, record.surname) if record.prefix else family_parts(kept)
            self._fields |= {"prefix": prefix, "surname": surname}
            self.changes.append(Change(N_("Surname"), old, kept))
        if name_key(record.call_name) != name_key(pupil.first_names) or not pupil.call_name:
            self._name("call_name", record.call_name)
        self._name("first_names", record.first_names)

    def _name(self, key: str, new: str) -> None:
        old = getattr(self._pupil, key)
        kept = better_spelling(new, old)
        if kept != old:
            self._fields[key] = kept
            self.changes.append(Change(_NAME_FIELDS[key], old, kept))

    def _plain_fields(self) -> None:
        record, pupil = self._record, self._pupil
        if record.birth_date and record.birth_date != pupil.birth_date:
            self._fields["birth_date"] = record.birth_date
            words = day_in_words(pupil.birth_date), day_in_words(record.birth_date)
            self.changes.append(Change(N_("Birth date"), *words))
        if record.sex and record.sex != pupil.sex:
            self._fields["sex"] = record.sex
            self.changes.append(Change(N_("Sex"), sex_in_words(pupil.sex), sex_in_words(record.sex)))
        if record.entry and record.entry != pupil.entry:
            self._fields["entry"] = record.entry
            self.changes.append(Change(N_("Entry"), day_in_words(pupil.entry), day_in_words(record.entry)))

        if record.support is not None and record.support != pupil.support:
            self._fields["support"] = record.support
            words = support_in_words(pupil.support), support_in_words(record.support)
            self.changes.append(Change(N_("Needs a place for support"), *words))

    def _number(self) -> str:
        new = self._record.external_id
        numbers = [value for _system, value in self._pupil.external_ids]
        if not new or new in numbers:
            return ""
        self.changes.append(Change(N_("ID"), ", ".join(numbers), new))
        return new

    def _class(self) -> str:
        record, pupil = self._record, self._pupil
        if not record.class_name or not self._is_here():
            return ""
        same = class_key(record.class_name) == class_key(pupil.class_name)
        name = self._frame.class_called(record.class_name)
        if same and pupil.class_year_id == self._frame.school_year_id:
            return ""
        self.changes.append(Change(N_("Class"), pupil.class_name, name))
        return name

    def _year_group(self) -> str:
        record, pupil = self._record, self._pupil
        if not self._is_here():
            return ""
        class_changes = class_key(record.class_name) != class_key(pupil.class_name)
        label = plain_year(record.year_group)
        if not label and record.class_name and (class_changes or not pupil.year_group):
            label = year_label_of(record.class_name)
        if not label or label.casefold() == pupil.year_group.casefold():
            return ""
        if record.year_group or not class_changes:  # else it goes without saying
            self.changes.append(Change(N_("Year group"), pupil.year_group, label))
        return label

    def _exit(self) -> tuple[date | None, bool]:
        new, old = self._record.exit, self._pupil.exit
        if new and new != old:
            self.changes.append(Change(N_("Exit"), day_in_words(old), day_in_words(new)))
            return new, False
        if not new and old and old < self._frame.day:  # in the list again: the child is back
            self.changes.append(Change(N_("Exit"), day_in_words(old), ""))
            return None, True
        return None, False

    def _days(self) -> tuple[int, ...] | None:
        if "days" not in self._record.given:
            return None
        wanted = self._record.days if self._record.days is not None else WEEKDAYS
        if wanted == self._pupil.days or not self._is_here():
            return None
        self.changes.append(Change(N_("Days"), days_in_words(self._pupil.days), days_in_words(wanted)))
        return wanted

    def _is_here(self) -> bool:
        """Say whether the child is at the school by then: who has left neither stays nor goes home."""
        last = self._record.exit or None
        return last is None or last >= self._frame.day

    def _leaves(self, days: tuple[int, ...] | None) -> tuple[Leave, ...]:
        if not self._is_here():
            return ()
        wanted = _wanted_leaves(self._record, self._pupil.leaves, days if days is not None else self._pupil.days)
        known = {one.weekday: one for one in self._pupil.leaves}
        new = tuple(one for one in wanted if one != known.get(one.weekday, Leave(one.weekday, None, "")))
        for one in new:
            old = known.get(one.weekday, Leave(one.weekday, None, ""))
            words = leave_in_words(old.time, old.way_home), leave_in_words(one.time, one.way_home)
            day = days_in_words((one.weekday,))
            self.changes.append(Change(N_("Goes home on {weekday}", weekday=day), *words))
        return new


def _wanted_leaves(record: PupilRecord, known: tuple[Leave, ...], days: tuple[int, ...]) -> tuple[Leave, ...]:
    """Return when and how the child goes home by the row; weekdays of which nothing is known are left out."""
    times, before = dict(record.leave_times), {one.weekday: one for one in reversed(known)}
    wanted = []
    for weekday in range(1, 8):
        old = before.get(weekday, Leave(weekday, None, ""))
        at = times.get(weekday) if f"leave_{weekday}" in record.given else old.time
        way = record.way_home or old.way_home
        if at is None and old.time is None and weekday not in days:
            way = old.way_home
        if at is None and not way and not old.time and not old.way_home:
            continue
        wanted.append(Leave(weekday, at, way))
    return tuple(wanted)
