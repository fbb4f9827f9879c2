"""The words that stand for a choice in a table: first the one that we write, then those that we also read."""

from ganztag.exchange.header_words import normal

Choice = dict[str, tuple[str, ...]]

SEX: Choice = {
    "m": ("m", "männlich", "male", "maennl", "mann", "junge", "boy", "3"),
    "f": ("w", "weiblich", "female", "f", "weibl", "frau", "mädchen", "girl", "4"),
    "d": ("d", "divers", "diverse", "other", "nonbinary", "nichtbinär", "5"),
    "": ("", "oa", "ohne angabe", "keine angabe", "unbekannt", "unknown", "k.A.", "6", "not specified"),
}
UNTIS_SEX: Choice = {"f": ("1",), "m": ("2",), "": ("",)}
COURSE_STATUS: Choice = {
    "planned": ("geplant", "planned", "plan", "in planung"),
    "offered": ("angeboten", "offered", "offen", "", "aktiv", "active"),
    "running": ("läuft", "running", "laufend"),
    "struck": ("gestrichen", "struck", "cancelled", "canceled", "abgesagt", "entfällt"),
}
COURSE_KIND: Choice = {
    "course": ("kurs", "course", "ag", "angebot", "neigungskurs", "", "club"),
    "care": ("betreuung", "care", "freizeit"),
    "study_time": ("lernzeit", "study time", "studytime", "hausaufgaben", "hausaufgabenzeit", "homework"),
    "lunch": ("mittagessen", "lunch", "mittag", "essen", "mensa"),
}
RHYTHM: Choice = {
    "weekly": ("wöchentlich", "", "jede woche", "woche", "weekly", "every week"),
    "A": ("A-Wochen", "a", "a-woche", "a woche", "a weeks", "ungerade", "ungerade wochen"),
    "B": ("B-Wochen", "b", "b-woche", "b woche", "b weeks", "gerade", "gerade wochen"),
    "once": ("einmalig", "einmal", "blockkurs", "projekt", "einzeltermin", "once", "single"),
}
YES: Choice = {
    "": ("", "nein", "no", "n", "0", "-"),
    "1": ("ja", "x", "yes", "j", "y", "1", "fest", "fixed"),
}
SUPPORT: Choice = {
    "yes": ("ja", "x", "yes", "j", "y", "1", "wahr", "true", "vorhanden"),
    "no": ("nein", "no", "n", "0", "falsch", "false", "kein", "keine", "keiner", "keinen", "ohne", "none"),
}
ADMISSION: Choice = {
    "open": ("alle", "open", "offen", "", "all", "frei"),
    "invited": ("eingeladen", "invited", "nur eingeladene", "einladung", "invitation"),
    "closed": ("geschlossen", "closed", "niemand", "nur von hand", "by hand"),
}
AGAIN: Choice = {
    "": ("", "-", "offen", "open"),
    "yes": ("ja", "x", "yes", "j", "y", "1"),
    "no": ("nein", "no", "n", "0"),
}
STAFF_KIND: Choice = {
    "teacher": ("Lehrkraft", "teacher", "lehrer", "lehrerin", "lehrer/in", "lehrer*in", "schule", ""),
    "freelancer": ("Honorarkraft", "freelancer", "honorar", "übungsleiter", "übungsleiterin", "trainer", "trainerin"),
    "volunteer": ("Ehrenamtlich", "volunteer", "ehrenamt", "ehrenamtliche", "ehrenamtlicher", "ehrenamtler", "eltern"),
    "partner": (
        "Partner",
        "kooperationspartner",
        "verein",
        "träger",
        "kooperation",
        "extern",
        "erzieher",
        "erzieherin",
    ),
}
ALLOWANCE: Choice = {
    "": ("keiner", "", "kein", "nein", "ohne", "none", "no"),
    "trainer": ("Übungsleiter", "übungsleiterpauschale", "übungsleiterfreibetrag", "trainer", "§ 3 nr. 26", "26"),
    "volunteer": ("Ehrenamt", "ehrenamtspauschale", "ehrenamtsfreibetrag", "volunteer", "§ 3 nr. 26a", "26a"),
}
WAY_HOME: Choice = {
    "": ("",),
    "alone": (
        "allein",
        "alleine",
        "alone",
        "geht allein",
        "geht alleine",
        "zu fuß",
        "selbstständig",
        "fahrrad",
        "walks",
    ),
    "bus": ("Bus", "schulbus", "bus/taxi", "fahrdienst", "taxi", "bahn", "by bus"),
    "picked_up": ("wird abgeholt", "abgeholt", "abholung", "abholer", "picked up", "pickup", "pick-up"),
    "accompanied": ("wird begleitet", "begleitet", "begleitung", "accompanied", "mit geschwistern"),
}
AVAILABLE: Choice = {
    "": ("nicht frei", "", "nicht da", "belegt", "gesperrt", "nein", "not free", "not available", "busy", "no", "0"),
    "1": ("frei", "da", "verfügbar", "kann", "ja", "x", "free", "available", "yes", "1"),
}
GONE = {"8": "8", "9": "9", "abgang": "Abgang", "abschluss": "Abschluss"}  # SchILD's Status of children who have left
DAYS = {
    "mo": 1, "mon": 1, "montag": 1, "monday": 1, "montags": 1,
    "di": 2, "tue": 2, "tu": 2, "dienstag": 2, "tuesday": 2, "dienstags": 2,
    "mi": 3, "wed": 3, "we": 3, "mittwoch": 3, "wednesday": 3, "mittwochs": 3,
    "do": 4, "thu": 4, "th": 4, "donnerstag": 4, "thursday": 4, "donnerstags": 4,
    "fr": 5, "fri": 5, "freitag": 5, "friday": 5, "freitags": 5,
    "sa": 6, "sat": 6, "samstag": 6, "saturday": 6, "sonnabend": 6,
    "so": 7, "sun": 7, "sonntag": 7, "sunday": 7,
}  # fmt: skip
DAY_SHORT = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def code_of(choice: Choice, text: str) -> str | None:
    """Return which choice *text* stands for; None where it is none of the known words."""
    word = normal(text)
    return next((code for code, names in choice.items() if any(normal(name) == word for name in names)), None)


def word_for(choice: Choice, code: str) -> str:
    """Return what we write for a choice, German always: the table must read the same everywhere."""
    return choice[code][0] if code in choice else code
