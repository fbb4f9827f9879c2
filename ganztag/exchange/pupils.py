"""Pupils out of a table: class lists and the exports of the school's administration program."""

import datetime as dt
from functools import partial

from ganztag.domain.text import tidy
from ganztag.exchange.children import child_fields, name_part
from ganztag.exchange.days_and_leaves import days_and_leaves
from ganztag.exchange.guardians import guardians_of
from ganztag.exchange.header_words import normal
from ganztag.exchange.problems import Reading
from ganztag.exchange.records import PupilRecord
from ganztag.exchange.rows import RowReader, Walk, row_name
from ganztag.exchange.tables import Table
from ganztag.exchange.values import birth_date_of, choice_of, class_key, date_of, shortened
from ganztag.exchange.words import GONE, SEX, SUPPORT, UNTIS_SEX, WAY_HOME, code_of
from ganztag.language import N_

_DASHES, _CROSSES = frozenset("-–—/"), ("✓", "✔", "☒")


def read_pupils(table: Table, today: dt.date) -> Reading[PupilRecord]:
    """Return the pupils of a table and all its problems; *today* tells birth dates that lie in the future."""
    walk: Walk[PupilRecord] = Walk(table)
    walk.through(partial(_pupil, today=today))
    _refuse_same_number(walk)
    _refuse_same_child(walk)
    return walk.reading()


def _pupil(reader: RowReader, *, today: dt.date) -> PupilRecord:
    child = child_fields(reader)
    guardians, nameless = guardians_of(reader)
    if reader.has("class_name") and not child["class_name"] and reader.is_sound:
        reader.warn("class_name", N_("This child has no class."))
    entry, exit_ = reader.value("entry", date_of), reader.value("exit", date_of)
    if entry and exit_ and exit_ < entry:
        reader.wrong("exit", N_("The exit on {exit} lies before the entry on {entry}.", exit=exit_, entry=entry))
    if (status := normal(reader.raw("status"))) in GONE and not exit_:
        reader.warn(
            "status", N_("By its status ({status}) the child has left, but no date says when.", status=GONE[status])
        )
    birth_date, sex = reader.value("birth_date", partial(birth_date_of, today=today)), _sex(reader)
    days, leave_times, more = days_and_leaves(reader)
    child["given"] |= more
    return PupilRecord(
        **child,
        prefix=reader.text("prefix"),
        first_names=reader.text("first_names"),
        year_group=_year_group(reader),
        birth_date=birth_date,
        sex=sex,
        days=days,
        entry=entry,
        exit=exit_,
        leave_times=leave_times,
        support=_support(reader),
        way_home=reader.text("way_home", partial(choice_of, WAY_HOME)),
        guardians=guardians,
        phone=", ".join(dict.fromkeys(filter(None, (reader.text("phone"), reader.text("mobile"))))),
        own_phone=", ".join(dict.fromkeys(filter(None, (*nameless, reader.text("emergency_phone"))))),
    )


def _sex(reader: RowReader) -> str:
    if reader.has("untis_sex"):
        return reader.text("untis_sex", partial(choice_of, UNTIS_SEX))
    return reader.text("sex", partial(choice_of, SEX))


def _support(reader: RowReader) -> bool | None:
    """Return whether the child needs a place for support; a kind of need (``LE``) means yes, and is not kept."""
    text = tidy(reader.raw("support"))
    if not text:
        return None
    code = "no" if set(text) <= _DASHES else "yes" if text in _CROSSES else code_of(SUPPORT, text)
    if code is None:
        reader.warn("support", N_("“{text}” counts as yes; the words themselves are not kept.", text=shortened(text)))
    return code != "no"


def _year_group(reader: RowReader) -> str:
    text = reader.text("year_group")
    is_lusd = normal(reader.part.header_of("year_group")).endswith("stufesemester")
    return text.split("/")[0].strip() if is_lusd else text  # 02/1: second year, first half


def _refuse_same_number(walk: Walk[PupilRecord]) -> None:
    first: dict[str, PupilRecord] = {}
    for record in walk.records:
        if not record.external_id:
            continue
        other = first.setdefault(record.external_id, record)
        if other is record:
            continue
        values = {"id": record.external_id, "other": row_name(other)}
        if _names(other) == _names(record):
            walk.refuse(record, N_("This child stands twice in the file: {other} has the same ID {id}.", **values))
        else:
            walk.refuse(record, N_("The ID {id} belongs to two children: see {other}.", **values))
            walk.refuse(
                other,
                N_("The ID {id} belongs to two children: see {other}.", id=other.external_id, other=row_name(record)),
            )


def _names(record: PupilRecord) -> tuple[str, str]:
    return name_part(record.surname), name_part(record.call_name)


def _refuse_same_child(walk: Walk[PupilRecord]) -> None:
    """Two rows of one name are two children only where an ID, a birth date or at least the class tells them apart."""
    named: dict[tuple[str, str], list[PupilRecord]] = {}
    for record in walk.records:
        others = named.setdefault(_names(record), [])
        other = next((one for one in others if _may_be_one(one, record)), None)
        others.append(record)
        if other is not None:
            walk.refuse(
                record,
                N_(
                    "{name} stands twice in the file, see {other}. If these are two children, "
                    "an ID or different birth dates must tell them apart.",
                    name=record.spoken_name,
                    other=row_name(other),
                ),
            )


def _may_be_one(one: PupilRecord, other: PupilRecord) -> bool:
    if one.external_id and other.external_id:  # the same one was told already
        return False
    if one.birth_date and other.birth_date:
        return one.birth_date == other.birth_date
    return class_key(one.class_name) == class_key(other.class_name)
