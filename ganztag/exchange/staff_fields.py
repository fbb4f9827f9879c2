"""The columns of contracts and partners."""

from ganztag.exchange import person_fields as person
from ganztag.exchange.kinds import Field, words
from ganztag.language import N_

CONTRACT = (
    Field(
        "partner",
        N_("Partner"),
        "Partner",
        words("partner kooperationspartner verein organisation traeger kommtvon partnerorganisation provider"),
    ),
    Field(
        "max_minutes",
        N_("Most hours a week"),
        "Höchststunden",
        words("hoechststunden hoechststundenjewoche maxstunden maximalstunden stundenmax maxhours hoursmax"),
    ),
    Field(
        "qualifications",
        N_("Qualifications"),
        "Qualifikationen",
        words("qualifikationen qualifikation qualifications lizenz lizenzen ausbildung"),
    ),
    Field(
        "contract_number",
        N_("Contract no."),
        "Vertragsnummer",
        words("vertragsnummer vertragsnr vertragnr honorarvertrag contractnumber contractno vertrag"),
    ),
    Field(
        "contract_starts",
        N_("Contract from"),
        "Vertrag von",
        words("vertragvon vertragab vertragsbeginn contractfrom contractstart"),
    ),
    Field(
        "contract_ends",
        N_("Contract until"),
        "Vertrag bis",
        words("vertragbis vertragsende contractuntil contractend"),
    ),
    Field(
        "rate",
        N_("Rate in euros"),
        "Satz",
        words("satz honorarsatz honorar stundensatz verguetung rate fee feerate"),
    ),
    Field("unit", N_("Minutes per unit"), "Einheit", words("einheit minuteneinheit ue unit minutesperunit")),
    Field(
        "allowance",
        N_("Allowance"),
        "Freibetrag",
        words("freibetrag pauschale uebungsleiterpauschale ehrenamtspauschale allowance"),
    ),
)
PARTNERS = (
    Field(
        "name",
        N_("Partner"),
        "Name",
        words("name partner organisation verein traeger kooperationspartner bezeichnung provider"),
        True,
    ),
    Field(
        "contact",
        N_("Contact"),
        "Ansprechperson",
        words("ansprechperson ansprechpartner ansprechpartnerin kontakt contact kontaktperson vertreter"),
        True,
    ),
    Field(person.PHONE.key, person.PHONE.label, person.PHONE.header, person.PHONE.names, basic=True),
    person.EMAIL,
    Field(
        "agreement",
        N_("Agreement"),
        "Vereinbarung",
        words("vereinbarung kooperationsvertrag vertrag agreement kooperationsvereinbarung"),
        True,
    ),
    Field("starts", N_("From"), "Von", words("von ab from starts beginn vertragsbeginn"), True),
    Field("ends", N_("Until"), "Bis", words("bis until ends ende vertragsende"), True),
    Field("note", N_("Note"), "Notiz", words("notiz bemerkung bemerkungen anmerkung note notes"), True),
)
