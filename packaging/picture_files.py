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
    "times_good": "Raum;Person;Wochentag;Von;Bis;Art;Grund\nAula;;Mo-Fr;8:00;13:00;nicht frei;Unterricht\n",
    "times_bad": "Raum;Person;Wochentag;Von;Bis;Art;Grund\nAulla;;Mo;13:00;8:00;;\n;Niemand;Xy;;;vielleicht;\n",
    "lessons_good": '1;"5a";"SON";"De";"R 104";1;1;;\n2;"5a";"SON";"Ma";"R 104";1;2;;\n'
    '3;"6b";"XYZ";"Sp";"Halle C";2;5;;\n',
    "lessons_bad": '1;"5a";"SON";"De";"R 104";1;14;;\n2;"5a";"SON";"Ma";"R 104";1;2;;\n',
    "no_table": "\0\1\2 das ist keine Tabelle",
    "no_columns": "Apfel;Birne\nrot;grün\ngelb;grün\n",
}


def make_all(folder: Path) -> dict[str, Path]:
    """Write the files into a folder and return where they lie."""
    made = {}
    for key, text in FILES.items():
        made[key] = folder / f"{key.replace('_', ' ').title()}.csv"
        made[key].write_text(text, encoding="utf-8")
    made["calendar"] = folder / "Termine 2026-27.ics"
    made["calendar"].write_text(_calendar(), encoding="utf-8")
    return made


def _calendar() -> str:
    """Return a calendar file with a day off, a birthday, an appointment, a weekly meeting and a cancelled event."""
    events = (
        "DTSTART;VALUE=DATE:20261112\nDTEND;VALUE=DATE:20261114\nSUMMARY:Studientage",
        "DTSTART;VALUE=DATE:20120312\nRRULE:FREQ=YEARLY\nSUMMARY:Geburtstag Frau Öztürk",
        "DTSTART:20261203T190000\nDTEND:20261203T210000\nSUMMARY:Elternabend Jahrgang 5",
        "DTSTART;VALUE=DATE:20260907\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Konferenz",
        "DTSTART;VALUE=DATE:20261021\nSUMMARY:Herbstferien: Mensa geschlossen",
        "DTSTART;VALUE=DATE:20261210\nSTATUS:CANCELLED\nSUMMARY:Wandertag",
    )
    parts = (f"BEGIN:VEVENT\nUID:{place}@schule\n{event}\nEND:VEVENT\n" for place, event in enumerate(events))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(parts)}END:VCALENDAR\n"
