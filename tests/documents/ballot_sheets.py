"""Invented papers of a ballot for the tests; nobody in them exists."""

from datetime import date, time

from ganztag.queries.ballot_paper_rows import (
    BallotSlip,
    LetterPlace,
    ListColumn,
    ListLine,
    ListSheet,
    Outcome,
    ReplyLetter,
    SlipBlock,
    SlipCourse,
)
from ganztag.queries.paper_rows import PersonName
from ganztag.queries.protocol_rows import (
    ProtocolBlock,
    ProtocolChild,
    ProtocolCourse,
    ProtocolLevel,
    ProtocolSheet,
    ProtocolWish,
)
from tests.documents.sheets import AS_OF, HEAD, NAMES

_COURSES = (
    ("116", "Fußball", "Turnschuhe für die Halle"),
    ("118", "Handball", ""),
    ("121", "Nähen und Sticken", "auch am Donnerstag"),
    ("124", "Zeitung: Wir schreiben das Kranich-Blatt", ""),
    ("213", "Robotik für Anfängerinnen und Anfänger mit Bausteinen und mit selbst gelöteten Schaltungen", "Lötkolben"),
    ("216", "Trommeln", ""),
    ("219", "Kochen aus aller Welt", "Schürze, Dose"),
    ("222", "Schach", ""),
    ("307", "Garten", "alte Kleidung, auch bei Regen, und Gummistiefel in der Tüte, die im Schrank bleibt"),
    ("310", "Theater", ""),
)


def slip_block(weekday: int, count: int = 4) -> SlipBlock:
    courses = tuple(SlipCourse(*_COURSES[n % len(_COURSES)]) for n in range(weekday - 1, weekday - 1 + count))
    return SlipBlock(weekday, "Block 2", time(14, 45), time(15, 45), courses)


def slip(child: int = 8, blocks: int = 3, courses: int = 4, **values: object) -> BallotSlip:
    usual: dict[str, object] = {
        "head": HEAD,
        "ballot": "Hauptwahl",
        "name": NAMES[child],
        "class_name": "4a",
        "as_of": AS_OF,
        "number": "0473-6",
        "closes": date(2027, 1, 15),
        "days": tuple(range(1, blocks + 1)),
        "blocks": tuple(slip_block(day, courses) for day in range(1, blocks + 1)),
        "place": 14,
        "count": 25,
    }
    return BallotSlip(**(usual | values))  # type: ignore[arg-type]


def letter(child: int = 16, **values: object) -> ReplyLetter:
    usual: dict[str, object] = {
        "head": HEAD,
        "address": ("Am Kranichmoor 12 · 20998 Musterhafen", "040 66969-112", "ganztag@kranichmoor.example"),
        "name": NAMES[child],
        "class_name": "4b",
        "as_of": AS_OF,
        "places": (
            LetterPlace(Outcome.PLACE, 2, time(14, 45), time(15, 45), "213", "Töpfern und Keramik", "Frau Wiśniewska",
                        "W1 Werkraum", rank=1, day=date(2026, 8, 25)),
            LetterPlace(Outcome.CHANGED, 3, time(13, 30), time(15, 45), "307", "Kochen aus aller Welt",
                        "Frau Rahimi, Herr Brinkmann", "Schulküche", day=date(2026, 9, 30), before="Theater"),
            LetterPlace(Outcome.WAITING, 4, time(13, 30), time(14, 30), "410", "Schach", "", "", place=3),
            LetterPlace(Outcome.CANCELLED, 5, time(13, 30), time(14, 30), "510", "Modellbau"),
            LetterPlace(Outcome.WITHDRAWN, 5, time(14, 30), time(15, 30), "511", "Judo", day=date(2026, 9, 11)),
            LetterPlace(Outcome.EXCLUDED, 5, time(15, 30), time(16, 30), "512", "Yoga", day=date(2026, 9, 12)),
            LetterPlace(Outcome.NOTHING, 5, time(16, 30), time(17, 30)),
        ),
        "reasons": ("Schach was much wanted, with 30 wishes for 12 places.",),
        "first": date(2026, 8, 25),
        "last": date(2027, 1, 27),
        "trial_until": date(2026, 9, 15),
    }  # fmt: skip
    return ReplyLetter(**(usual | values))  # type: ignore[arg-type]


def reminder(count: int = 5) -> ListSheet:
    troubles = ("no slip yet", "the slip is not valid; Tuesday: 213 Töpfern is only for year group 6")
    return ListSheet(
        head=HEAD,
        kind="Missing wishes: Hauptwahl",
        title="Class 4a",
        as_of=AS_OF,
        facts=("return by 15/01/2027",),
        columns=(ListColumn("What is missing", 60), ListColumn("Number", 18, tabular=True), ListColumn("Done", 14)),
        lines=tuple(ListLine(NAMES[n % 20], "4a", (troubles[n % 2], f"{n + 1:04d}-3", "")) for n in range(count)),
        middle="Please ask these children for their slips.",
        nothing="Nothing is missing.",
        numbered=True,
    )


def protocol(children: int = 6, *, named: bool = True) -> ProtocolSheet:
    return ProtocolSheet(
        head=HEAD,
        ballot="Hauptwahl",
        as_of=AS_OF,
        named=named,
        accepted_at=AS_OF,
        by_hand=True,
        rules=("Each child of 4a takes at least 1 course on Tuesday.", "At most 5 children of a class in a course."),
        goal="Balanced",
        seed="7",
        levels=(
            ProtocolLevel("Without a place", 2, 2, True),
            ProtocolLevel("First wishes", 480, 483, False),
            ProtocolLevel("Lot", 312_020_462, 312_020_000, False),
        ),
        children_count=children,
        places=2 * children,
        counts=((1, 8), (2, 2)),
        others=1,
        unplaced=1,
        courses=(
            ProtocolCourse(33, "100 Robotik mit Lego", 8, 18, 0, 58, 20, 18),
            ProtocolCourse(34, "324 Modellbau", 6, None, 2, 4, 1, 0, needed=6),
        ),
        fixed=("Mia Çelik is fixed in 100 Robotik: Bruder dort",),
        changes=("Tola Adeyemi left 100 Robotik on 14/09/2026.",),
        children=tuple(_child(n, named=named) for n in range(children)),
        solver_words=("HiGHS 1.15.1", "0123456789abcdef", "fedcba9876543210"),
    )


def _child(number: int, *, named: bool) -> ProtocolChild:
    return ProtocolChild(
        id=number + 1,
        name=NAMES[number % 20] if named else PersonName("", ""),
        class_name="4ab"[: 1 + number % 2] + "a" if named else "",
        number=f"{number + 1:04d}-3",
        blocks=(
            ProtocolBlock(
                2,
                (ProtocolWish(1, "100 Robotik mit Lego", 425_401), ProtocolWish(2, "108 Nähen und Sticken")),
                "108 Nähen und Sticken",
                2,
                "100 Robotik mit Lego is full: 58 children wished for it, it has 18 places." if named else "",
            ),
            ProtocolBlock(4, (), "", None),
        ),
    )
