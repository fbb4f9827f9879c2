"""Files to bring in, good ones and such with every kind of mistake, made on the spot."""

from pathlib import Path

FILES: dict[str, str] = {
    "pupils_good": "Klassenliste Ganztag;;;\n"
    "Nachname;Vorname;Klasse;Geburtsdatum;Telefon Mutter;Schwimmer\n"
    "Adeyemi;Tola;9a;;0151 5550 1041;ja\n"
    "Yılmaz-Özgür;Şükrü;5a;03.04.2015;0151 5550 2000;nein\n"
    "Nguyễn;Thị Hương;5b;12.11.2015;040 5550 77;ja\n"
    "Kowalczyk;Zofia;7d;30.01.2013;;nein\n",
    "pupils_bad": "Nachname;Vorname;Klasse;Geburtsdatum\n"
    "Adeyemi;Tola;9a;\n"
    "Meier;Jan;5a;31.02.2015\n"
    ";;5a;01.01.2015\n"
    "Schulz;Ida;6b;04.05.2014;zu;viele;Zellen\n"
    "Çelik;Defne;6b;07.08.2014\n"
    "Çelik;Defne;6b;07.08.2014\n",
    "courses_good": "Nr;Kurs;Block;Raum;Leitung;Max;Jahrgang\n"
    "601;Einradfahren;Mo 14:00-15:30;Halle C;Petra Sonnenschein;12;5-7\n"
    "602;Debattieren;Di 14:00-15:30;R 101;Holger Brinkmann;16;8-10\n",
    "courses_bad": "Nr;Kurs;Tag;Zeit;Raum;Leitung;Max;Jahrgang\n"
    "601;Einradfahren;Mo;14:00-15:30;Halle C;Petra Sonnenschein;zwölf;5-7\n"
    "602;;Di;14:00-15:30;R 101;Holger Brinkmann;16;8-10\n"
    "100;Robotik für alle;Mittwochs vielleicht;25 Uhr;R 101;;16;8-10\n",
    "staff_good": "Nachname;Vorname;Kürzel;E-Mail;Telefon;Art\n"
    "Sonnenschein;Petra;SON;petra@example.org;0170 5550 9;Honorarkraft\n",
    "staff_bad": "Nachname;Vorname;Kürzel;E-Mail;Beginn\n;;MÜL;;\nMeier;Uwe;MÜL;uwe@;32.13.2026\n",
    "rooms_good": "Raum;Bezeichnung;Plätze;Gebäude\nHalle C;Kleine Sporthalle;30;Anbau\nAula;Aula;210;Haupthaus\n",
    "rooms_bad": "Raum;Bezeichnung;Plätze\n;Ohne Nummer;20\nHalle C;Kleine Sporthalle;viele\n",
    "wishes_good": "Nachname;Vorname;Klasse;1. Wunsch;2. Wunsch;3. Wunsch\n"
    "Adeyemi;Tola;9a;100;101;103\nAhmadi;Farhad;5c;102;Chor;104\n",
    "wishes_bad": "Nachname;Vorname;Klasse;1. Wunsch;2. Wunsch;3. Wunsch\n"
    "Adeyemi;Tola;9a;100;100;103\nNiemand;Nina;5c;102;Chor;104\nAhmadi;Farhad;5c;999;Quidditch;104\n",
    "enrolments_good": "Nachname;Vorname;Klasse;Kurs\nAdeyemi;Tola;9a;Chor\n",
    "no_table": "\0\1\2 das ist keine Tabelle",
    "no_columns": "Apfel;Birne\nrot;grün\ngelb;grün\n",
}


def make_all(folder: Path) -> dict[str, Path]:
    """Write the files into a folder and return where they lie."""
    made = {}
    for key, text in FILES.items():
        made[key] = folder / f"{key.replace('_', ' ').title()}.csv"
        made[key].write_text(text, encoding="utf-8")
    return made
