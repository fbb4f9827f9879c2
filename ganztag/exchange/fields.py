"""Which columns each kind of table has, under which titles, and which of them must be there."""

from collections.abc import Collection, Iterable

from ganztag.exchange import person_fields as person
from ganztag.exchange.kinds import Field, Kind, words
from ganztag.exchange.offer_fields import BLOCK, COURSES, ROOMS, STAFF
from ganztag.exchange.staff_fields import PARTNERS
from ganztag.exchange.time_fields import LESSONS, TIMES
from ganztag.language import N_

_GERMAN_DAYS = ("Mo", "Di", "Mi", "Do", "Fr")
_DAY_NAMES = (
    ("mo", "montag", "mon", "monday"),
    ("di", "dienstag", "tue", "tuesday"),
    ("mi", "mittwoch", "wed", "wednesday"),
    ("do", "donnerstag", "thu", "thursday"),
    ("fr", "freitag", "fri", "friday"),
)
_LEAVE_LABELS = (
    N_("Leave time on Monday"),
    N_("Leave time on Tuesday"),
    N_("Leave time on Wednesday"),
    N_("Leave time on Thursday"),
    N_("Leave time on Friday"),
)
_LEAVE_STEMS = words("gehzeit heimgehzeit schickzeit abholzeit leavetime entlasszeit")
_LEAVE = tuple(
    Field(
        f"leave_{day}",
        _LEAVE_LABELS[day - 1],
        f"Gehzeit {_GERMAN_DAYS[day - 1]}",
        tuple(stem + name for stem in _LEAVE_STEMS for name in _DAY_NAMES[day - 1]),
    )
    for day in range(1, 6)
)
_LEAVE_ALWAYS = Field(
    "leave",
    N_("Leave time on all days"),
    "",
    (*_LEAVE_STEMS, *words("abholzeiten gehzeiten heimgehzeiten abholuhrzeit uhrzeitabholung abholungum")),
)
_DAY_LABELS = (
    N_("Booked on Monday"),
    N_("Booked on Tuesday"),
    N_("Booked on Wednesday"),
    N_("Booked on Thursday"),
    N_("Booked on Friday"),
)
# Without names: only their cells tell that they are columns of booked days.
_BOOKED = tuple(Field(f"day_{day}", label) for day, label in enumerate(_DAY_LABELS, 1))
_DAYS = Field(
    "days",
    N_("Days"),
    "Tage",
    words(
        "tage betreuungstage wochentage days bookeddays buchung buchungen gebuchtetage gtstage ganztagstage "
        "ganztagtage "
        "tageganztag tageimganztag angemeldetetage gebuchtewochentage anwesenheitstage"
    ),
    basic=True,
)
_FIRST_NAMES = Field(
    "first_names",
    N_("All first names"),
    "Vornamen",
    words("vornamen allevornamen firstnames givennames weiterevornamen middlename vorname"),
)
_PREFIX = Field("prefix", N_("Name prefix"), "", words("namenszusatz vorsatzwort namensvorsatz nameprefix adelszusatz"))
_YEAR_GROUP = Field(
    "year_group",
    N_("Year group"),
    "Jahrgang",
    words(
        "jahrgang jahrgangsstufe yeargroup klassenstufe stufe grade stufesemester jahrganginternebezeichnung "
        "schuelerjahrgang schulbesuchsjahr year"
    ),
)
_ENTRY = Field(
    "entry",
    N_("Entry"),
    "Eintritt",
    words(
        "eintritt eintrittsdatum aufnahmedatum entrydate entry eintrittindieseschuleam eintrittaktuelleschule zugang "
        "zugangsdatum aufnahme"
    ),
)
_EXIT = Field(
    "exit",
    N_("Exit"),
    "Austritt",
    words("austritt austrittsdatum entlassdatum abgangsdatum exitdate exit abgang leavingdate"),
)
_WAY_HOME = Field(
    "way_home", N_("Way home"), "Heimweg", words("heimweg abholart wegnachhause heimwegart wayhome nachhauseweg")
)
_GUARDIANS = Field(
    "guardians",
    N_("Guardians"),
    "Sorgeberechtigte",
    words("sorgeberechtigte erziehungsberechtigte eltern guardians parents guardian personensorgeberechtigte"),
)
_PUPIL_STATUS = Field("status", N_("Status"), "", words("status"))

_PUPILS = (
    person.SURNAME,
    person.CALL_NAME,
    person.CLASS_NAME,
    person.BIRTH_DATE,
    person.SEX,
    person.EXTERNAL_ID,
    _DAYS,
    _FIRST_NAMES,
    _YEAR_GROUP,
    _ENTRY,
    _EXIT,
    *_LEAVE,
    _LEAVE_ALWAYS,
    *_BOOKED,
    _WAY_HOME,
    _GUARDIANS,
    person.PHONE,
    person.MOBILE,
    person.EMERGENCY_PHONE,
    _PREFIX,
    person.WHOLE_NAME,
    *person.GUARDIAN_PARTS,
    _PUPIL_STATUS,
    person.SUPPORT,
    person.UNTIS_SEX,
)
_COURSE_OF_CHILD = Field(
    "course",
    N_("Course"),
    "Nr",
    words("nr kursnummer kursnr nummer number no coursenumber kurs course angebot ag titel title"),
    True,
)
_WISHES = (
    person.SURNAME,
    person.CALL_NAME,
    person.CLASS_NAME,
    Field("block", N_("Block"), "Block", words("block schiene zeitschiene slot"), True),
    Field("refused", N_("Not this one"), "Nicht", words("nicht aufkeinenfall nichtgewuenscht ausschluss notthese not")),
    Field(person.EXTERNAL_ID.key, person.EXTERNAL_ID.label, person.EXTERNAL_ID.header, person.EXTERNAL_ID.names, True),
    Field(
        "paper",
        N_("Number of the slip"),
        "Zettelnummer",
        words("zettelnummer zettelnr zettel wahlzettelnummer wahlzettelnr scheinnummer slipnumber slip"),
    ),
    person.TOGETHER,
    person.APART,
    person.WHOLE_NAME,
    Field("submitted", N_("Submitted at"), "", words("datumabgeschickt submitdate datesubmitted")),
    Field("sent", N_("Sent at"), "", words("fertigstellungszeit completiontime zeitstempel timestamp")),
)
_ENROLMENTS = (
    person.SURNAME,
    person.CALL_NAME,
    person.CLASS_NAME,
    person.EXTERNAL_ID,
    _COURSE_OF_CHILD,
    BLOCK,
    Field("starts", N_("From"), "Von", words("von ab from starts startdate beginn"), True),
    Field("ends", N_("Until"), "Bis", words("bis until ends enddate ende to"), True),
    Field("reason", N_("Reason"), "Grund", words("grund reason bemerkung anlass why"), True),
    person.WHOLE_NAME,
)

FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.PUPILS: _PUPILS,
    Kind.COURSES: COURSES,
    Kind.STAFF: STAFF,
    Kind.ROOMS: ROOMS,
    Kind.PARTNERS: PARTNERS,
    Kind.WISHES: _WISHES,
    Kind.ENROLMENTS: _ENROLMENTS,
    Kind.TIMES: TIMES,
    Kind.LESSONS: LESSONS,
}
_A_NAME = ("surname", "call_name", "whole_name")
# Of each group one column has to be there.
REQUIRED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    Kind.PUPILS: (_A_NAME, ("class_name",)),
    Kind.COURSES: (("title", "number"),),
    Kind.STAFF: (_A_NAME,),
    Kind.ROOMS: (("code",),),
    Kind.PARTNERS: (("name",),),
    Kind.WISHES: ((*_A_NAME, "external_id", "paper"), ("wishes",)),
    Kind.ENROLMENTS: ((*_A_NAME, "external_id"), ("course",)),
    Kind.TIMES: (("room", "person"), ("days", "opens", "closes")),
    Kind.LESSONS: (("room", "teacher"), ("weekday",), ("period",)),
}
_WISH_COLUMNS = 3


def field_of(kind: Kind, key: str) -> Field:
    """Return a field by its key; raises KeyError for one that the kind does not have."""
    for field in FIELDS[kind]:
        if field.key == key:
            return field
    raise KeyError(key)


def headers(kind: Kind, *, wishes: int = _WISH_COLUMNS, seldom: Collection[str] = ()) -> tuple[str, ...]:
    """Return all German titles of our own files, in their order, of the *seldom* ones those with these keys.

    *wishes* is the number of wish columns.
    """
    return _titles([one for one in FIELDS[kind] if not one.seldom or one.key in seldom], kind, wishes)


def template(kind: Kind, *, wishes: int = _WISH_COLUMNS) -> tuple[str, ...]:
    """Return the titles of the empty table that a school fills in."""
    return _titles([one for one in FIELDS[kind] if one.basic], kind, wishes)


def _titles(wanted: Iterable[Field], kind: Kind, wishes: int) -> tuple[str, ...]:
    titles = [field.header for field in wanted if field.header]
    if kind is Kind.WISHES:
        behind = titles.index("Block") + 1
        titles[behind:behind] = [f"Wunsch {rank}" for rank in range(1, wishes + 1)]
    return tuple(titles)
