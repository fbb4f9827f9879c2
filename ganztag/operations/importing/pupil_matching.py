"""Which row of a file is which child of the school: by number, else by name and birth date, else by name and class."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ganztag.domain.pupils import full_name
from ganztag.domain.school_year import holds_on
from ganztag.exchange.problems import Problem
from ganztag.exchange.records import PupilRecord
from ganztag.exchange.values import class_key
from ganztag.language import N_, Message, nN_
from ganztag.operations.importing.names import name_key, person_key, same_first_name
from ganztag.operations.importing.preview import Answer, Place, Question
from ganztag.operations.importing.problems import error, warning
from ganztag.queries.import_state.pupils import KnownPupil


@dataclass
class Matching:
    """What was found: for each row its child (None: a new one), and the rows that cannot be decided."""

    pupils: dict[Place, KnownPupil | None] = field(default_factory=dict)
    number_taken_from: dict[Place, KnownPupil] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    undecided: set[Place] = field(default_factory=set)
    claimed: dict[int, PupilRecord] = field(default_factory=dict)


def place(record: PupilRecord) -> Place:
    return (record.sheet, record.row)


def match(
    records: Iterable[PupilRecord], known: Iterable[KnownPupil], answers: Mapping[Place, Answer], day: date
) -> Matching:
    """Find the child of each row; the surest marks first, for all rows, before the next ones are tried."""
    return _Matcher(tuple(records), tuple(known), answers, day).run()


class _Matcher:
    def __init__(
        self,
        records: tuple[PupilRecord, ...],
        known: tuple[KnownPupil, ...],
        answers: Mapping[Place, Answer],
        day: date,
    ) -> None:
        self._records, self._known, self._answers = records, known, answers
        self._present = tuple(one for one in known if holds_on(day, None, one.exit))
        self.found = Matching()

    def run(self) -> Matching:
        self._by_number()
        self._by(self._known, _name_and_birth_of_record, _name_and_birth_of_pupil, new_number=True)
        self._by(self._present, _first_name_and_birth_of_record, _first_name_and_birth_of_pupil)
        self._by(self._present, _name_and_class_of_record, _name_and_class_of_pupil)
        before = len(self.found.claimed)
        self._by(self._present, _name_of_record, _name_of_pupil, alone=True)
        self._tell_name_alone(len(self.found.claimed) - before)
        for record in self._open():
            self.found.pupils[place(record)] = None
            self._warn_of_namesake(record)
        return self.found

    def _open(self) -> list[PupilRecord]:
        return [one for one in self._records if place(one) not in self.found.pupils]

    def _claim(self, record: PupilRecord, pupil: KnownPupil) -> None:
        other = self.found.claimed.setdefault(pupil.id, record)
        if other is not record:
            self._undecided(record)
            message = N_("{name} stands twice in the file: row {other} is this child too.",
                         name=record.spoken_name, other=str(other.row))  # fmt: skip
            self.found.problems.append(error(record, message))
        self.found.pupils[place(record)] = pupil

    def _undecided(self, record: PupilRecord) -> None:
        self.found.undecided.add(place(record))

    def _by_number(self) -> None:
        by_number: dict[str, list[KnownPupil]] = defaultdict(list)
        for pupil in self._known:
            for _system, value in pupil.external_ids:
                by_number[value].append(pupil)
        for record in self._records:
            fitting = by_number.get(record.external_id, []) if record.external_id else []
            if len(fitting) > 1:  # two programs gave the same number to two children
                fitting = [one for one in fitting if _key(one) == _record_key(record)]
            if len(fitting) == 1:
                self._same_number(record, fitting[0])

    def _same_number(self, record: PupilRecord, pupil: KnownPupil) -> None:
        answer = self._answers.get(place(record))
        if _is_clearly_the_same(record, pupil) or answer is Answer.SAME:
            self._claim(record, pupil)
        elif answer is Answer.ANOTHER:
            self.found.pupils[place(record)] = None
            self.found.number_taken_from[place(record)] = pupil
        else:
            self._ask(record, pupil)

    def _ask(self, record: PupilRecord, pupil: KnownPupil) -> None:
        known = full_name(pupil.surname, pupil.prefix, pupil.call_name)
        values = {"id": record.external_id, "known": known, "name": record.spoken_name}
        message = N_(
            "The ID {id} belonged to {known} so far. Is {name} the same child, renamed, or another child?", **values
        )
        self._claim(record, pupil)
        self._undecided(record)
        self.found.problems.append(error(record, message, "external_id"))
        self.found.questions.append(Question(record.row, record.sheet, message, record.spoken_name, known))

    def _by(
        self,
        known: Iterable[KnownPupil],
        of_record: Callable[[PupilRecord], object | None],
        of_pupil: Callable[[KnownPupil], object | None],
        *,
        new_number: bool = False,
        alone: bool = False,
    ) -> None:
        """Match the rows that are still open by a key; *new_number*: another number is no contradiction."""
        candidates: dict[object, list[KnownPupil]] = defaultdict(list)
        for pupil in known:
            key = of_pupil(pupil)
            if key is not None and (alone or pupil.id not in self.found.claimed):
                candidates[key].append(pupil)
        rows: dict[object, list[PupilRecord]] = defaultdict(list)
        for record in self._records if alone else self._open():
            rows[of_record(record)].append(record)
        for record in self._open():
            key = of_record(record)
            if key is None or len(rows[key]) > 1:
                continue
            fitting = [one for one in candidates[key] if not _contradict(record, one, new_number=new_number)]
            if (
                len(fitting) == 1
                and fitting[0].id not in self.found.claimed
                and not (alone and len(candidates[key]) > 1)
            ):
                self._claim(record, fitting[0])
            elif len(fitting) > 1 and not alone:
                self._several(record)

    def _several(self, record: PupilRecord) -> None:
        self.found.pupils[place(record)] = None
        self._undecided(record)
        message = N_("Several children of the school are called {name}; an ID or a birth date must tell them apart.",
                     name=record.spoken_name)  # fmt: skip
        self.found.problems.append(error(record, message))

    def _tell_name_alone(self, count: int) -> None:
        if count:
            message = nN_(
                "One child was recognised by its name alone. Please look at it in the preview.",
                "{count} children were recognised by their names alone. Please look at them in the preview.",
                count,
            )
            self.found.problems.append(warning(None, message))

    def _warn_of_namesake(self, record: PupilRecord) -> None:
        key = _name_and_class_of_record(record)
        for pupil in self._present:
            birth_differs = record.birth_date and pupil.birth_date and record.birth_date != pupil.birth_date
            if (
                key is not None
                and birth_differs
                and _name_and_class_of_pupil(pupil) == key
                and pupil.id not in self.found.claimed
            ):
                message: Message = N_(
                    "There already is a child {name} in this class, born on {day}; this row is taken as another child.",
                    name=record.spoken_name,
                    day=pupil.birth_date,
                )
                self.found.problems.append(warning(record, message, "birth_date"))
                return


def _key(pupil: KnownPupil) -> tuple[str, str]:
    return person_key(pupil.surname, pupil.prefix, pupil.call_name)


def _record_key(record: PupilRecord) -> tuple[str, str]:
    return person_key(record.surname, record.prefix, record.call_name)


def _is_clearly_the_same(record: PupilRecord, pupil: KnownPupil) -> bool:
    if record.birth_date and record.birth_date == pupil.birth_date and _record_key(record)[0] == _key(pupil)[0]:
        return True
    first_names = {pupil.call_name, pupil.first_names}
    return any(same_first_name(record.call_name, name) for name in first_names if name) or not pupil.call_name


def _contradict(record: PupilRecord, pupil: KnownPupil, *, new_number: bool) -> bool:
    if record.birth_date and pupil.birth_date and record.birth_date != pupil.birth_date:
        return True
    numbers = {value for _system, value in pupil.external_ids}
    return bool(not new_number and record.external_id and numbers and record.external_id not in numbers)


def _name_and_birth_of_record(record: PupilRecord) -> object | None:
    return (_record_key(record), record.birth_date) if record.birth_date else None


def _name_and_birth_of_pupil(pupil: KnownPupil) -> object | None:
    return (_key(pupil), pupil.birth_date) if pupil.birth_date else None


def _first_name_and_birth_of_record(record: PupilRecord) -> object | None:
    first = name_key(record.call_name).split()[:1]
    return (_record_key(record)[0], first[0], record.birth_date) if first and record.birth_date else None


def _first_name_and_birth_of_pupil(pupil: KnownPupil) -> object | None:
    first = name_key(pupil.call_name).split()[:1]
    return (_key(pupil)[0], first[0], pupil.birth_date) if first and pupil.birth_date else None


def _name_and_class_of_record(record: PupilRecord) -> object | None:
    return (_record_key(record), class_key(record.class_name)) if record.class_name else None


def _name_and_class_of_pupil(pupil: KnownPupil) -> object | None:
    return (_key(pupil), class_key(pupil.class_name)) if pupil.class_name else None


def _name_of_record(record: PupilRecord) -> object | None:
    return _record_key(record)


def _name_of_pupil(pupil: KnownPupil) -> object | None:
    return _key(pupil)
