"""The import of pupils: who is new, who changes, who is missing from the file."""

from dataclasses import replace
from datetime import date, timedelta

from ganztag.domain.pupils import list_name
from ganztag.domain.school_year import holds_on
from ganztag.exchange.problems import Problem, Reading
from ganztag.exchange.records import PupilRecord
from ganztag.exchange.values import class_key
from ganztag.language import N_, nN_, sort_key
from ganztag.operations.importing.families import Families
from ganztag.operations.importing.preview import Change, Creation, Item, Outcome, Request, What
from ganztag.operations.importing.problems import warning
from ganztag.operations.importing.pupil_acts import PupilAct, day_in_words
from ganztag.operations.importing.pupil_changes import Comparison, Frame, for_new
from ganztag.operations.importing.pupil_matching import Matching, match, place
from ganztag.queries import frame as frame_query
from ganztag.queries.import_state.courses import class_names, year_labels
from ganztag.queries.import_state.pupils import KnownPupil, pupils
from ganztag.storage.reader import Reader

MANY_LEAVE = 1 / 3


def compare(reader: Reader, reading: Reading[PupilRecord], request: Request, today: date) -> Outcome:
    """Return what the file means for the children of the school."""
    term = frame_query.term(reader, request.term_id)
    day = term.day_that_counts(today)
    known = pupils(reader, day)
    names = class_names(reader, term.school_year_id)
    frame = Frame(day, term.starts, term.ends, term.school_year_id, {class_key(name): name for name in names})
    matching = match(reading.records, known, request.settings.answers, day)
    families = Families(known)
    items = [_item(record, matching, frame, families) for record in reading.records]
    problems = list(matching.problems)
    if request.settings.whole_school:
        if reading.wrong_rows or any(matching.pupils[row] is None for row in matching.undecided):
            problems.append(
                warning(None, N_("As long as rows are wrong nobody leaves: they may be any of the children."))
            )
        else:
            leaving = [_leaves(pupil, day) for pupil in known if _is_missing(pupil, matching, day)]
            items += leaving
            problems += _many_leave(len(leaving), known, day)
    creates = _creations(items, names, year_labels(reader))
    return Outcome(tuple(items), tuple(problems), tuple(matching.questions), creates)


def _item(record: PupilRecord, matching: Matching, frame: Frame, families: Families) -> Item:
    name = list_name(record.surname, record.prefix, record.call_name)
    pupil = matching.pupils[place(record)]
    if place(record) in matching.undecided:
        return Item(record.row, record.sheet, What.WRONG, name, key=pupil.id if pupil else None)
    if pupil is None:
        act = for_new(record, frame, families)
        taken = matching.number_taken_from.get(place(record))
        if taken is not None:
            act = replace(act, number_taken_from=taken.id)
        return Item(record.row, record.sheet, What.NEW, name, _new_in_words(act), act=act)
    comparison = Comparison(record, pupil, frame, families)
    changed = comparison.act()
    what = What.UNCHANGED if changed is None else What.CHANGED
    return Item(record.row, record.sheet, what, name, tuple(comparison.changes), pupil.id, changed)


def _new_in_words(act: PupilAct) -> tuple[Change, ...]:
    return (Change(N_("Class"), "", act.class_name),) if act.class_name else ()


def _is_missing(pupil: KnownPupil, matching: Matching, day: date) -> bool:
    return pupil.id not in matching.claimed and holds_on(day, None, pupil.exit)


def _leaves(pupil: KnownPupil, day: date) -> Item:
    """Return what becomes of a child who is not in the file: the day before is its last."""
    last = day - timedelta(days=1)
    act = PupilAct(starts=day, leaves_on=max(last, pupil.entry or last))
    change = Change(N_("Exit"), day_in_words(pupil.exit), day_in_words(act.leaves_on))
    return Item(None, "", What.LEAVES, pupil.listed, (change,), pupil.id, act)


def _many_leave(leaving: int, known: list[KnownPupil], day: date) -> list[Problem]:
    here = sum(holds_on(day, None, pupil.exit) for pupil in known)
    if not leaving or leaving <= here * MANY_LEAVE:
        return []
    message = nN_(
        "{count} child of {whole} is missing from the file and would leave. Does the file hold the whole school?",
        "{count} children of {whole} are missing from the file and would leave. Does the file hold the whole school?",
        leaving,
        whole=here,
    )
    return [warning(None, message)]


def _creations(items: list[Item], classes: list[str], labels: list[str]) -> tuple[Creation, ...]:
    acts = [item.act for item in items if isinstance(item.act, PupilAct)]
    new_classes = {act.class_name for act in acts if act.class_name} - set(classes)
    known_labels = {label.casefold() for label in labels}
    new_labels = {act.year_group for act in acts if act.year_group and act.year_group.casefold() not in known_labels}
    found = (
        Creation(N_("Classes"), tuple(sorted(new_classes, key=sort_key))),
        Creation(N_("Year groups"), tuple(sorted(new_labels, key=sort_key))),
    )
    return tuple(creation for creation in found if creation.names)
