"""The columns of courses, staff and rooms."""

from ganztag.exchange import person_fields as person
from ganztag.exchange.kinds import Field, words
from ganztag.exchange.staff_fields import CONTRACT
from ganztag.language import N_

BLOCK = Field(
    "block", N_("Block"), "Block", words("block bloecke termin termine tag wochentag zeit zeiten time slot when"), True
)
# Beside a column of days; a lone "Zeit" is the block, so it stands further behind here than there.
TIME = Field(
    "time",
    N_("Time"),
    "",
    words("uhrzeit uhrzeiten zeitraum zeitspanne kurszeit kurszeiten timeofday zeit zeiten time"),
)
_SPANS = (
    Field(
        "starts_at",
        N_("From (time)"),
        "",
        words("von beginn start startzeit anfang anfangszeit uhrzeitvon vonuhr zeitvon starttime from"),
    ),
    Field(
        "ends_at",
        N_("Until (time)"),
        "",
        words("bis ende endzeit schluss uhrzeitbis bisuhr zeitbis endtime until to"),
    ),
    Field(
        "year_from",
        N_("From year group"),
        "",
        words("abklasse abjahrgang abklassenstufe abstufe abjahrgangsstufe vonklasse vonjahrgang"),
    ),
    Field(
        "year_to",
        N_("Up to year group"),
        "",
        words("bisklasse bisjahrgang bisklassenstufe bisstufe bisjahrgangsstufe"),
    ),
)
NUMBER = Field(
    "number",
    N_("Number"),
    "Nr",
    words("nr nummer kursnummer kursnr no number coursenumber coursecode agnr agnummer angebotsnummer code"),
    True,
)
COURSES = (
    NUMBER,
    Field(
        "title",
        N_("Title"),
        "Titel",
        words(
            "titel title kurs kurstitel kursname angebot angebote ag agname course coursetitle coursename bezeichnung "
            "name thema projekt"
        ),
        True,
    ),
    Field("short", N_("Short name"), "Kurz", words("kurz kuerzel kurzname kurztitel shortname short abkuerzung"), True),
    Field("category", N_("Category"), "Kategorie", words("kategorie bereich category rubrik fach area"), True),
    Field("kind", N_("Kind"), "Art", words("art angebotsart kind type typ kursart"), True),
    BLOCK,
    TIME,
    *_SPANS,
    Field("room", N_("Room"), "Raum", words("raum ort room treffpunkt location raumnummer raumnr"), True),
    Field(
        "leaders",
        N_("Leaders"),
        "Leitung",
        words(
            "leitung kursleitung leiter kursleiter leiterin agleitung agleiter agleiterin kursleiterin "
            "leitungag leaders leader lehrkraft lehrer teacher"
        ),
        True,
    ),
    Field(
        "min_size",
        N_("Minimum"),
        "Min",
        words(
            "min mindestzahl minimum mindestgroesse minsize mindestteilnehmer mindestteilnehmerzahl mintn "
            "minteilnehmer tnmin teilnehmermin"
        ),
        True,
    ),
    Field(
        "max_size",
        N_("Maximum"),
        "Max",
        words(
            "max plaetze hoechstzahl maximum maxsize kapazitaet capacity places maxteilnehmer maxtn teilnehmerzahl "
            "hoechstteilnehmerzahl maximalezahl platzzahl maxanzahl tnmax teilnehmermax maxplaetze maxteilnehmerzahl"
        ),
        True,
    ),
    Field(
        "eligible",
        N_("Year groups"),
        "Jahrgänge",
        words(
            "jahrgaenge jahrgang klassen klasse fuerwen yeargroups grades jahrgangsstufen klassenstufen "
            "stufe zielgruppe klassenstufe jahrgangsstufe fuerklassen fuerklasse fuerjahrgaenge fuerjahrgang"
        ),
        True,
    ),
    Field("status", N_("Status"), "Status", words("status zustand state"), True),
    Field(
        "description",
        N_("Description"),
        "Beschreibung",
        words("beschreibung description inhalt text kursbeschreibung"),
    ),
    Field("rhythm", N_("Rhythm"), "Rhythmus", words("rhythmus turnus woche abwoche wochen rhythm weeks")),
    Field(
        "dates",
        N_("Single dates"),
        "Datum",
        words("datum einzeltermine termindaten kursdaten blocktermine dates singledates"),
    ),
    Field("fixed", N_("Fixed"), "Fest", words("fest fixiert gesetzt fixed")),
    Field(
        "starts", N_("From the day"), "Ab Datum", words("abdatum erstertag startdatum kursbeginn firstday startdate")
    ),
    Field("ends", N_("Until the day"), "Bis Datum", words("bisdatum letztertag enddatum kursende lastday enddate")),
    Field(
        "equipment",
        N_("Its room has to have"),
        "Ausstattung",
        words("ausstattung raumbedarf raumausstattung benoetigt equipment needs"),
    ),
    Field(
        "max_per_class",
        N_("At most of one class"),
        "Je Klasse",
        words("jeklasse proklasse maxjeklasse maxproklasse hoechstensjeklasse maxperclass perclass"),
    ),
    Field(
        "meetings_wanted",
        N_("Dates a week"),
        "Termine je Woche",
        words("terminejewoche terminewoche jewoche malprowoche datesaweek perweek"),
    ),
    Field("again", N_("Offer it again?"), "Wieder anbieten", words("wiederanbieten wieder nochmal offeritagain again")),
    Field(
        "evaluation", N_("How did it go?"), "Auswertung", words("auswertung bewertung rueckblick evaluation howdiditgo")
    ),
    Field(
        "ideal_size",
        N_("Ideal size"),
        "Ideal",
        words("ideal idealgroesse wunschgroesse idealzahl optimal idealsize ideale"),
    ),
    Field(
        "max_support",
        N_("Places for support"),
        "Förderplätze",
        words("foerderplaetze foerderplatz plaetzefoerderbedarf inklusionsplaetze supportplaces placesforsupport"),
    ),
    Field(
        "must_run",
        N_("Must run"),
        "Muss laufen",
        words("musslaufen musszustandekommen pflichtkurs garantiert mustrun guaranteed"),
    ),
    Field(
        "admission",
        N_("Who can wish it"),
        "Zugang",
        words("zugang wuenschbar zulassung werkannwaehlen admission whocanwish access"),
    ),
)
STAFF = (
    Field(
        "code",
        N_("Code"),
        "Kürzel",
        words("kuerzel internkrz kurzzeichen lehrerkuerzel kuerzellehrer code abbreviation initials short kurz krz"),
        True,
    ),
    person.SURNAME,
    person.CALL_NAME,
    Field("kind", N_("Kind"), "Art", words("art rolle kind type typ role funktion"), True),
    person.EMAIL,
    Field(person.PHONE.key, person.PHONE.label, person.PHONE.header, person.PHONE.names, basic=True),
    Field(
        "external_id",
        N_("ID"),
        "ID",
        (*person.EXTERNAL_ID.names, *words("personalnummer pnr lehrerid teacherid staffid")),
        True,
    ),
    person.MOBILE,
    person.WHOLE_NAME,
    *CONTRACT,
)
ROOMS = (
    Field(
        "code", N_("Room"), "Raum", words("raum raumnummer raumnr room roomnumber code kuerzel kurzname kurz nr"), True
    ),
    Field("name", N_("Name"), "Name", words("name bezeichnung langname raumname roomname longname beschreibung"), True),
    Field("seats", N_("Places"), "Plätze", words("plaetze kapazitaet sitzplaetze seats capacity places groesse"), True),
    Field(
        "equipment", N_("Equipment"), "Ausstattung", words("ausstattung equipment einrichtung merkmale features"), True
    ),
    Field("building", N_("Building"), "Gebäude", words("gebaeude haus building gebaeudeteil standort trakt")),
    Field(
        "setup",
        N_("Set-up (minutes)"),
        "Aufbau",
        words("aufbau aufbauzeit aufbauminuten aufbaumin setup setupminutes vorbereitung"),
    ),
    Field(
        "cleanup",
        N_("Clean-up (minutes)"),
        "Abbau",
        words("abbau abbauzeit abbauminuten abbaumin aufraeumen aufraeumzeit cleanup cleanupminutes nachbereitung"),
    ),
    Field(
        "shared",
        N_("Several courses at once"),
        "Mehrere Kurse",
        words("mehrerekurse mehrerekursezugleich geteilt severalcourses severalcoursesatonce shared"),
    ),
    Field("part_of", N_("Part of"), "Teil von", words("teilvon gehoertzu hauptraum partof wholeroom")),
)
