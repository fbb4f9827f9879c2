"""The columns of times of the week, and of lessons."""

from ganztag.exchange.kinds import Field, words
from ganztag.language import N_

_ROOM = words("raum raumnr raumnummer room kuerzelraum raumkuerzel")
_DAY = words("wochentag tag tage wochentage weekday weekdays day days")
TIMES = (
    Field("room", N_("Room"), "Raum", _ROOM, True),
    Field("person", N_("Person"), "Person", words("person leitung lehrkraft lehrer name staff leader kuerzel"), True),
    Field("days", N_("Weekday"), "Wochentag", _DAY, True),
    Field("opens", N_("From"), "Von", words("von ab beginn start from starts uhrzeitvon zeitvon"), True),
    Field("closes", N_("To"), "Bis", words("bis ende ends to until uhrzeitbis zeitbis"), True),
    Field("available", N_("It is"), "Art", words("art frei verfuegbar verfuegbarkeit status kind available"), True),
    Field("reason", N_("Reason"), "Grund", words("grund reason anlass bemerkung why"), True),
    Field("starts", N_("From the day"), "Ab Datum",
          words("abdatum gueltigab abtag startdatum fromdate validfrom"), True),
    Field("ends", N_("Until the day"), "Bis Datum",
          words("bisdatum gueltigbis bistag enddatum todate untildate validuntil"), True),
)  # fmt: skip
LESSONS = (
    Field("class_name", N_("Class"), "", words("klasse klassen class classes klassenname")),
    Field("teacher", N_("Teacher"), "", words("lehrer lehrkraft lehrerkuerzel kuerzel teacher lehrerin lehrperson")),
    Field("subject", N_("Subject"), "", words("fach fachkuerzel subject kurs course")),
    Field("room", N_("Room"), "", _ROOM),
    Field("weekday", N_("Weekday"), "", _DAY),
    Field("period", N_("Lesson"), "", words("stunde stunden unterrichtsstunde period lesson std stundennummer")),
)
