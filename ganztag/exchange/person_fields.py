"""The columns by which programs name a child, its class and its parents."""

from ganztag.exchange.kinds import Field, words
from ganztag.language import N_

SURNAME = Field(
    "surname",
    N_("Surname"),
    "Nachname",
    words("nachname familienname zuname surname lastname familyname longname nachnamedeskindes name"),
    basic=True,
)
CALL_NAME = Field(
    "call_name",
    N_("Call name"),
    "Vorname",
    words("rufname callname vorname firstname forename givenname preferredgivenname preferredfirstname vornamenname"),
    basic=True,
)
WHOLE_NAME = Field(
    "whole_name",
    N_("Whole name"),
    "",
    words(
        "namevorname nachnamevorname vornamename vornamenachname vorundnachname vorundzuname vornameundnachname "
        "namedeskindes namedesschuelers namederschuelerin schuelername fullname nameofchild nameofyourchild childsname "
        "studentname pupilname schuelerinnen schuelerin schueler kind pupil student child anzeigename displayname"
    ),
)
CLASS_NAME = Field(
    "class_name",
    N_("Class"),
    "Klasse",
    words(
        "klasse class schoolclass klassenbezeichnung klassenname klassename klassennamen klasseklassengruppe "
        "klasseinformation gruppebezeichnung stammklasse klassen kl stammgruppe lerngruppe klassengruppe form homeroom"
    ),
    basic=True,
)
EXTERNAL_ID = Field(
    "external_id",
    N_("ID"),
    "ID",
    words(
        "externkey externeid externeidnummer externeidnr fremdschluessel foreignkey importid guidextern "
        "interneidnummer identnummer schueleridentnummer schuelerstammid stammid lokalesdifferenzierungsmerkmal "
        "differenzierungsmerkmal uuid schueleruid uid eindeutigenummerguid guid sourcedid sisid schuelerid studentid "
        "pupilid idnummer id schuelernummer schuelernr externalid"
    ),
    basic=True,
)
BIRTH_DATE = Field(
    "birth_date",
    N_("Birth date"),
    "Geburtsdatum",
    words("geburtsdatum birthdate dateofbirth birthday geburtstag gebdatum geboren geborenam gebdat gebam geb dob"),
    basic=True,
)
SEX = Field(
    "sex",
    N_("Sex"),
    "Geschlecht",
    words("geschlecht geschlechtmaennlichweiblich sex gender mw mwd geschl"),
    basic=True,
)
# Whoever gets a list need not know that the school keeps this at all.
SUPPORT = Field(
    "support",
    N_("Needs a place for support"),
    "Förderplatz",
    words("foerderplatz foerderbedarf sonderpaedagogischerfoerderbedarf foerderbedarfjanein supportneed support"),
    seldom=True,
)
TOGETHER = Field(
    "together",
    N_("Together with"),
    "Gemeinsam mit",
    words(
        "gemeinsammit freund freunde freundin freundinnen freundin freundinfreund freundfreundin zusammenmit "
        "wunschpartner wunschpartnerin partnerwunsch freundewunsch wunschkind gernemit mitwem friends friend "
        "togetherwith together"
    ),
    seldom=True,
)
APART = Field(
    "apart",
    N_("Not together with"),
    "Nicht mit",
    words("nichtmit nichtzusammenmit nichtgemeinsammit ungernmit getrenntvon notwith nottogetherwith apartfrom"),
    seldom=True,
)
UNTIS_SEX = Field("untis_sex", N_("Sex in Untis (1 = female, 2 = male)"))

_GUARDIAN_NAMES = {
    1: {
        "surname": "erzieher1nachname 1personnachname nachname1person verantw1nachname elternteil1nachname "
        "sorgeberechtigter1nachname mutternachname nachnamemutter namemutter namedermutter guardian1surname namew",
        "call_name": "erzieher1vorname 1personvorname vorname1person verantw1vorname elternteil1vorname "
        "sorgeberechtigter1vorname muttervorname vornamemutter guardian1firstname vornamew",
        "phone": "verantw1telefon1 telefonelternteil1 elternteil1telefon telefonmutter muttertelefon telmutter "
        "muttertel telefonnummermutter "
        "festnetzmutter telefondermutter guardian1phone",
        "email": "erzieher1email 1personemail verantw1email emailelternteil1 elternteil1email emailmutter "
        "ansprechpartneremail mailmutter muttermail mutteremail guardian1email",
        "name": "mutter elternteil1 sorgeberechtigter1 erziehungsberechtigter1 muttername muttervorundnachname",
        "mobile": "handymutter mutterhandy mobilmutter muttermobil handynummermutter mobilnummermutter "
        "handydermutter handynrmutter guardian1mobile",
    },
    2: {
        "surname": "erzieher2nachname 2personnachname nachname2person verantw2nachname elternteil2nachname "
        "sorgeberechtigter2nachname vaternachname nachnamevater namevater namedesvaters guardian2surname namem",
        "call_name": "erzieher2vorname 2personvorname vorname2person verantw2vorname elternteil2vorname "
        "sorgeberechtigter2vorname vatervorname vornamevater guardian2firstname vornamem",
        "phone": "verantw2telefon1 telefonelternteil2 elternteil2telefon telefonvater vatertelefon telvater "
        "vatertel telefonnummervater "
        "festnetzvater telefondesvaters guardian2phone",
        "email": "erzieher2email 2personemail verantw2email emailelternteil2 elternteil2email emailvater "
        "mailvater vatermail vateremail guardian2email",
        "name": "vater elternteil2 sorgeberechtigter2 erziehungsberechtigter2 vatername vatervorundnachname",
        "mobile": "handyvater vaterhandy mobilvater vatermobil handynummervater mobilnummervater handydesvaters "
        "handynrvater guardian2mobile",
    },
}
_GUARDIAN_LABELS = {
    (1, "surname"): N_("1st guardian: surname"),
    (1, "call_name"): N_("1st guardian: first name"),
    (1, "phone"): N_("1st guardian: phone"),
    (1, "email"): N_("1st guardian: e-mail"),
    (2, "surname"): N_("2nd guardian: surname"),
    (2, "call_name"): N_("2nd guardian: first name"),
    (2, "phone"): N_("2nd guardian: phone"),
    (2, "email"): N_("2nd guardian: e-mail"),
    (1, "name"): N_("1st guardian: whole name"),
    (2, "name"): N_("2nd guardian: whole name"),
    (1, "mobile"): N_("1st guardian: mobile phone"),
    (2, "mobile"): N_("2nd guardian: mobile phone"),
}
GUARDIAN_PARTS = tuple(
    Field(f"guardian{place}_{part}", _GUARDIAN_LABELS[place, part], "", words(names))
    for place, parts in _GUARDIAN_NAMES.items()
    for part, names in parts.items()
)
EMAIL = Field(
    "email",
    N_("E-mail"),
    "E-Mail",
    words("email emaildienstlich emailadresse mail addressemail emailprivat emailaddress"),
    basic=True,
)
PHONE = Field(
    "phone",
    N_("Phone"),
    "Telefon",
    words(
        "telefon telefonnr telefonnummer phone phonenumber addressphone telefonnummerntelefonnummer telefonfestnetz "
        "telfestnetz tel telnr festnetz rufnummer"
    ),
)
MOBILE = Field(
    "mobile", N_("Mobile phone"), "", words("mobil mobile addressmobile telefonmobil telmobil handy handynummer")
)
# Whose number it is nobody says, so it stays with the child.
EMERGENCY_PHONE = Field(
    "emergency_phone",
    N_("Emergency number"),
    "",
    words("notfallnummer notfalltelefon notfalltel notfallnr notfallhandy notfallkontakttelefon telefonnotfall"),
)
