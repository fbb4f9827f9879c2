"""Invented names from the languages that are spoken in a German school."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """Call names of girls and boys and surnames; *share* says how often the language is drawn.

    ``native`` maps a Latin form to the name in its own script.
    """

    tag: str
    share: int
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    surnames: tuple[str, ...]
    native: tuple[tuple[str, str], ...] = ()


LANGUAGES = (
    Language(
        "de", 46,
        ("Mia", "Emma", "Hannah", "Lina", "Greta", "Ida", "Merle", "Frieda", "Änne", "Fränze", "Charlotte", "Jule"),
        ("Jonte", "Paul", "Enno", "Tim", "Lasse", "Björn", "Jörg", "Mats", "Ole", "Anton", "Götz", "Maximilian"),
        ("Böttcher", "Fischer", "Gruber", "Janßen", "Petersen", "Schulz", "Müller", "Weiß", "Größmann", "Äußerl",
         "Thiele", "Köhler", "Brandt", "Vogel", "Schönwälder", "Müller-Lüdenscheidt", "Kaiser", "Lorenz", "Öhme"),
    ),
    Language(
        "tr", 14,
        ("Defne", "Elif", "Ayşe Nur", "Zeynep", "Gülşah", "Çağla", "Ebru"),
        ("Yusuf", "Emir Can", "Mehmet-Can", "Şükrü", "Ömer", "Kağan", "Umut"),
        ("Çelik", "Demir", "Özkan", "Yıldırım", "Öztürk", "Şahin", "Karadağlı-Öztürk", "Bektaş", "Aydın", "Yıldız"),
    ),
    Language(
        "pl", 8,
        ("Zofia", "Hania", "Małgorzata", "Zuzanna"),
        ("Tymon", "Łukasz", "Antoni", "Świętosław"),
        ("Nowicka", "Dąbrowska", "Ćwikła", "Wójcik", "Łukaszewska", "Szymańska-Oberhollenzer"),
    ),
    Language(
        "uk", 7,
        ("Oksana", "Zlata", "Yuliia"),
        ("Dmytro", "Danylo", "Bohdan"),
        ("Kovalenko", "Shevchenko", "Ivanenko", "Melnyk"),
        (("Oksana", "Оксана"), ("Zlata", "Злата"), ("Yuliia", "Юлія"), ("Dmytro", "Дмитро"), ("Danylo", "Данило"),
         ("Bohdan", "Богдан"), ("Kovalenko", "Коваленко"), ("Shevchenko", "Шевченко"), ("Ivanenko", "Іваненко"),
         ("Melnyk", "Мельник")),
    ),
    Language(
        "ar", 8,
        ("Layla", "Nour", "Yasmin", "Layan"),
        ("Ahmad", "Omar", "Karim", "Yousef"),
        ("Haddad", "Al-Khatib", "Mahmoud", "Al-Zahrani"),
        (("Layla", "ليلى"), ("Nour", "نور"), ("Yasmin", "ياسمين"), ("Layan", "ليان"), ("Ahmad", "أحمد"),
         ("Omar", "عمر"), ("Karim", "كريم"), ("Yousef", "يوسف"), ("Haddad", "حداد"), ("Al-Khatib", "الخطيب"),
         ("Mahmoud", "محمود"), ("Al-Zahrani", "الزهراني")),
    ),
    Language(
        "vi", 4,
        ("Minh Anh", "Thị Minh Châu", "Ngọc Anh"),
        ("Quang Huy", "Gia Bảo", "Đức"),
        ("Phạm", "Nguyễn", "Lê", "Trần"),
    ),
    Language(
        "sq", 4, ("Arta", "Drita"), ("Ardit", "Arber", "Luan"), ("Berisha", "Krasniqi", "Hoxha"),
    ),
    Language(
        "fa", 4, ("Parwana", "Parisa", "Sina"), ("Farhad", "Navid"), ("Ahmadi", "Rahimi", "Karimi"),
    ),
    Language(
        "pt", 3, ("Inês", "Lucía", "Conceição"), ("João", "Mateo"), ("Marques", "Martínez Ortega", "da Silva"),
    ),
    Language(
        "en", 4, ("Niamh", "Siobhán", "Abena"), ("Tola", "Chidi", "Kofi", "Liam"),
        ("O’Connor", "Mensah", "Adeyemi", "Okafor", "Osei"),
    ),
    Language(
        "nordic", 3, ("Freja", "Aino"), ("Søren", "Håkon"), ("Søndergaard", "Mäkelä", "Ångström"),
    ),
    Language(
        "hr", 3, ("Milica", "Mia"), ("Luka", "Ivo"), ("Kovačević", "Horvat", "Đorđević"),
    ),
)  # fmt: skip

# Leaders: (code, call name, surname, kind)
LEADERS = (
    ("MÜL", "Jörg", "Müller", "teacher"), ("ŞAH", "Gülşah", "Şahin", "teacher"),
    ("ŁUK", "Małgorzata", "Łukaszewska", "freelancer"), ("GRÖ", "Änne", "Größmann", "teacher"),
    ("SHE", "Oksana", "Shevchenko", "freelancer"), ("NGU", "Thị Hương", "Nguyễn", "freelancer"),
    ("ÖZD", "Çağla", "Özdemir", "teacher"), ("ALK", "Ahmed", "Al-Khatib", "volunteer"),
    ("OCO", "Siobhán", "O’Connor", "teacher"), ("WEI", "Fränze", "Weiß", "teacher"),
    ("YIL", "Elif", "Yıldırım", "freelancer"), ("ADE", "Tunde", "Adeyemi", "partner"),
    ("KOW", "Dariusz", "Kowalczyk", "freelancer"), ("DIN", "Minh", "Dinh", "partner"),
    ("LIN", "Karin", "Lindholm", "teacher"), ("BRI", "Holger", "Brinkmann", "volunteer"),
    ("RAH", "Parisa", "Rahimi", "freelancer"), ("OWU", "Kwame", "Owusu", "freelancer"),
    ("POP", "Ioana", "Popescu", "volunteer"), ("ACH", "Ngozi", "Achebe", "partner"),
    ("DEM", "Deniz", "Demirci", "teacher"), ("VOG", "Birgit", "Vogel", "teacher"),
    ("HAN", "Sönke", "Hansen", "teacher"), ("RIC", "Jana", "Richter", "freelancer"),
    ("TES", "Lwam", "Tesfay", "volunteer"),
)  # fmt: skip
