"""School holidays of 2029/30, which the package ``holidays`` does not have yet: what the ministries announced.

Each Land with the ministry and the page it was taken from (read in May 2026, ends included). Where only the summer of
2030 was announced and the rest of its school year was not, it stands in `EARLY`; Rheinland-Pfalz had not even that.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

AUTUMN, CHRISTMAS, WINTER = "Herbstferien", "Weihnachtsferien", "Winterferien"
EASTER, ASCENSION, SUMMER = "Oster-/Frühjahrsferien", "Himmelfahrts-/Pfingstferien", "Sommerferien"
EARLY = ("BW", "BY", "HB", "NI", "NW")


@dataclass(frozen=True, slots=True)
class Announced:
    """The holidays of a Land as (name, first day, last day), and who announced them where."""

    ministry: str
    page: str
    spans: tuple[tuple[str, str, str], ...]


def later_days(land: str) -> dict[dt.date, str]:
    """Return each day of these holidays with their name."""
    found = {}
    for name, first, last in LATER[land].spans:
        day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        while day <= end:
            found[day] = name
            day += dt.timedelta(days=1)
    return found


LATER: Mapping[str, Announced] = {
    "BW": Announced(
        "Ministerium für Kultus, Jugend und Sport Baden-Württemberg",
        "https://km.baden-wuerttemberg.de/de/service/ferien",
        (
            (AUTUMN, "2029-10-29", "2029-11-02"),
            (CHRISTMAS, "2029-12-22", "2030-01-05"),
            (EASTER, "2030-04-15", "2030-04-26"),
            (ASCENSION, "2030-06-11", "2030-06-21"),
            (SUMMER, "2030-07-25", "2030-09-07"),
        ),
    ),
    "BY": Announced(
        "Bayerisches Staatsministerium für Unterricht und Kultus / Bayern.Recht",
        "https://www.gesetze-bayern.de/Content/Document/BayVV_2230_1_1_0_K_13479/true",
        (
            (AUTUMN, "2029-10-29", "2029-11-02"),
            (CHRISTMAS, "2029-12-24", "2030-01-04"),
            (EASTER, "2030-03-04", "2030-03-08"),
            (EASTER, "2030-04-15", "2030-04-26"),
            (ASCENSION, "2030-06-11", "2030-06-21"),
            (SUMMER, "2030-07-29", "2030-09-09"),
        ),
    ),
    "BE": Announced(
        "Senatsverwaltung für Bildung, Jugend und Familie Berlin",
        "https://www.berlin.de/sen/bjf/service/kalender/ferien/"
        "ferienordnung-des-landes-berlin-2024_2025-bis-2029_2030.pdf",
        (
            (AUTUMN, "2029-10-01", "2029-10-12"),
            (CHRISTMAS, "2029-12-21", "2030-01-04"),
            (WINTER, "2030-02-04", "2030-02-09"),
            (EASTER, "2030-04-15", "2030-04-26"),
            (ASCENSION, "2030-05-31", "2030-05-31"),
            (ASCENSION, "2030-06-07", "2030-06-07"),
            (SUMMER, "2030-07-04", "2030-08-17"),
        ),
    ),
    "BB": Announced(
        "Ministerium für Bildung, Jugend und Sport des Landes Brandenburg",
        "https://bravors.brandenburg.de/sixcms/media.php/66/VV-Schulbetrieb-Anlage-1.pdf",
        (
            (AUTUMN, "2029-10-01", "2029-10-12"),
            (CHRISTMAS, "2029-12-21", "2030-01-04"),
            (WINTER, "2030-02-04", "2030-02-09"),
            (EASTER, "2030-04-15", "2030-04-26"),
            (SUMMER, "2030-07-04", "2030-08-17"),
        ),
    ),
    "HB": Announced(
        "Der Senator für Kinder und Bildung Bremen / Transparenzportal Bremen",
        "https://www.transparenz.bremen.de/metainformationen/"
        "verordnung-ueber-die-ferien-fuer-die-schulender-stadtgemeinden-bremen-und-bremerhaven-fuer-die-schul"
        "jahre-2024-2025-bis-2029-2030-vom-1-november-2022-186886?template=20_gp_ifg_meta_detail_d",
        (
            (AUTUMN, "2029-10-04", "2029-10-05"),
            (AUTUMN, "2029-10-22", "2029-11-02"),
            (CHRISTMAS, "2029-12-21", "2030-01-05"),
            (WINTER, "2030-01-31", "2030-02-01"),
            (EASTER, "2030-04-08", "2030-04-23"),
            (ASCENSION, "2030-05-31", "2030-05-31"),
            (ASCENSION, "2030-06-11", "2030-06-11"),
            (SUMMER, "2030-07-11", "2030-08-21"),
        ),
    ),
    "HH": Announced(
        "Behörde für Schule, Familie und Berufsbildung Hamburg",
        "https://www.hamburg.de/resource/blob/134372/5bc131bdd36a604f67b361d21f7df37e/"
        "ferienordnung-hamburg-2024-2030-data.pdf",
        (
            (AUTUMN, "2029-10-01", "2029-10-12"),
            (CHRISTMAS, "2029-12-21", "2030-01-04"),
            (WINTER, "2030-02-01", "2030-02-01"),
            (EASTER, "2030-03-04", "2030-03-15"),
            (ASCENSION, "2030-05-20", "2030-05-24"),
            (ASCENSION, "2030-05-31", "2030-05-31"),
            (SUMMER, "2030-07-04", "2030-08-14"),
        ),
    ),
    "HE": Announced(
        "Hessisches Ministerium für Kultus, Bildung und Chancen",
        "https://kultus.hessen.de/schulsystem/ferien/ferientermine",
        (
            (AUTUMN, "2029-10-15", "2029-10-26"),
            (CHRISTMAS, "2029-12-24", "2030-01-11"),
            (EASTER, "2030-04-08", "2030-04-22"),
            (SUMMER, "2030-07-22", "2030-08-30"),
        ),
    ),
    "MV": Announced(
        "Ministerium für Bildung und Kindertagesförderung Mecklenburg-Vorpommern",
        "https://www.regierung-mv.de/serviceassistent/download?id=1681582",
        (
            (AUTUMN, "2029-10-22", "2029-10-27"),
            (AUTUMN, "2029-10-29", "2029-10-29"),
            (AUTUMN, "2029-10-30", "2029-10-30"),
            (CHRISTMAS, "2029-12-21", "2030-01-04"),
            (WINTER, "2030-02-04", "2030-02-15"),
            (EASTER, "2030-04-17", "2030-04-26"),
            (ASCENSION, "2030-05-31", "2030-05-31"),
            (ASCENSION, "2030-06-07", "2030-06-11"),
            (SUMMER, "2030-07-01", "2030-08-10"),
        ),
    ),
    "NI": Announced(
        "Niedersächsisches Kultusministerium",
        "https://www.mk.niedersachsen.de/download/97935/Ferienordnung_fuer_die_Schuljahre_2024_25_bis_2029_30.pdf",
        (
            (AUTUMN, "2029-10-04", "2029-10-05"),
            (AUTUMN, "2029-10-22", "2029-11-02"),
            (CHRISTMAS, "2029-12-21", "2030-01-05"),
            (WINTER, "2030-01-31", "2030-02-01"),
            (EASTER, "2030-04-08", "2030-04-23"),
            (ASCENSION, "2030-05-31", "2030-05-31"),
            (ASCENSION, "2030-06-11", "2030-06-11"),
            (SUMMER, "2030-07-11", "2030-08-21"),
        ),
    ),
    "NW": Announced(
        "Ministerium für Schule und Bildung des Landes Nordrhein-Westfalen",
        "https://www.schulministerium.nrw/service/"
        "ferienordnung-fuer-nordrhein-westfalen-fuer-die-schuljahre-bis-202930",
        (
            (AUTUMN, "2029-10-15", "2029-10-27"),
            (CHRISTMAS, "2029-12-20", "2030-01-04"),
            (EASTER, "2030-04-15", "2030-04-27"),
            (SUMMER, "2030-06-24", "2030-08-06"),
        ),
    ),
    "RP": Announced(
        "Ministerium für Bildung Rheinland-Pfalz",
        "https://bm.rlp.de/service/ferientermine",
        (
            (AUTUMN, "2029-10-22", "2029-11-02"),
            (CHRISTMAS, "2029-12-24", "2030-01-09"),
            (EASTER, "2030-04-15", "2030-04-30"),
        ),
    ),
    "SL": Announced(
        "Ministerium für Bildung und Kultur Saarland",
        "https://www.saarland.de/mbk/DE/aktuelles/medieninformationen/2022/11/221110-PM-ferientermine",
        (
            (AUTUMN, "2029-10-22", "2029-11-02"),
            (CHRISTMAS, "2029-12-21", "2030-01-04"),
            (WINTER, "2030-02-25", "2030-03-05"),
            (EASTER, "2030-04-15", "2030-04-26"),
            (SUMMER, "2030-07-22", "2030-08-30"),
        ),
    ),
    "SN": Announced(
        "Sächsisches Staatsministerium für Kultus",
        "https://www.schule.sachsen.de/schuljahrestermine-4793.html",
        (
            (AUTUMN, "2029-10-22", "2029-11-02"),
            (CHRISTMAS, "2029-12-22", "2030-01-04"),
            (WINTER, "2030-02-18", "2030-03-01"),
            (EASTER, "2030-04-19", "2030-04-26"),
            (ASCENSION, "2030-05-31", "2030-05-31"),
            (ASCENSION, "2030-06-08", "2030-06-11"),
            (SUMMER, "2030-07-13", "2030-08-23"),
        ),
    ),
    "ST": Announced(
        "Ministerium für Bildung des Landes Sachsen-Anhalt",
        "https://mb.sachsen-anhalt.de/fileadmin/Bibliothek/Landesjournal/Bildung_und_Wissenschaft/Erlasse/"
        "Ferienregelung_2024_bis_2030.pdf",
        (
            (AUTUMN, "2029-10-29", "2029-11-02"),
            (CHRISTMAS, "2029-12-21", "2030-01-05"),
            (WINTER, "2030-02-04", "2030-02-08"),
            (EASTER, "2030-04-08", "2030-04-20"),
            (ASCENSION, "2030-05-31", "2030-05-31"),
            (ASCENSION, "2030-06-03", "2030-06-08"),
            (SUMMER, "2030-07-13", "2030-08-23"),
        ),
    ),
    "SH": Announced(
        "Ministerium für Allgemeine und Berufliche Bildung, Wissenschaft, Forschung und Kultur Schleswig-Holstein",
        "https://www.schleswig-holstein.de/DE/landesregierung/themen/bildung-hochschulen/ferientermine",
        (
            (AUTUMN, "2029-10-08", "2029-10-19"),
            (CHRISTMAS, "2029-12-21", "2030-01-08"),
            (EASTER, "2030-04-08", "2030-04-20"),
            (ASCENSION, "2030-05-31", "2030-05-31"),
            (SUMMER, "2030-07-08", "2030-08-17"),
        ),
    ),
    "TH": Announced(
        "Thüringer Ministerium für Bildung, Wissenschaft und Kultur",
        "https://bildung.thueringen.de/schule/schulwesen/ferien",
        (
            (AUTUMN, "2029-10-22", "2029-11-03"),
            (CHRISTMAS, "2029-12-22", "2030-01-04"),
            (WINTER, "2030-02-11", "2030-02-16"),
            (EASTER, "2030-04-08", "2030-04-20"),
            (ASCENSION, "2030-05-31", "2030-05-31"),
            (SUMMER, "2030-07-13", "2030-08-23"),
        ),
    ),
}
