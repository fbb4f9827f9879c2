"""Single values out of a cell's text: dates, times, numbers, lists of days; what is none is told in a sentence."""

import datetime as dt
import re
import unicodedata

from ganztag.domain.text import tidy
from ganztag.exchange.header_words import normal, numbered
from ganztag.exchange.words import DAYS, Choice, code_of
from ganztag.language import N_, Message

LONGEST_NAME = 200
_EXCEL_BEGINS = dt.date(1899, 12, 30)
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_GERMAN = re.compile(r"^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?:,? \d{1,2}:\d\d.*)?$")
_WITH_MONTH = re.compile(r"^(?:\w+, ?)?(\d{1,2})\.? ?([a-zäA-ZÄ]{3,9})\.? (\d{4})$")
_TOGETHER = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_SERIAL = re.compile(r"^\d{5}$")
_TIME = re.compile(r"^(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)?(?:\s*(?:uhr|h|o'clock))?$", re.IGNORECASE)
_MONTHS = {
    "jan": 1, "feb": 2, "mae": 3, "mrz": 3, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_CLASS_WORD = re.compile(r"^(?:klasse|kl\.?|class|form)\s+", re.IGNORECASE)
_NO_CLASS = re.compile(
    r"^(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d|\d{5,}|\d+[.,]\d+E[+-]?\d+)(?: .*)?$", re.IGNORECASE
)
_READ_WRONGLY = re.compile("[ÃÂÅÄ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")  # UTF-8 taken for cp1252
_LIST = re.compile(r"\s*(?:[,;/+&\n]|\bund\b|\band\b)\s*")
_DAY_SPAN = re.compile(r"^(\w+)\.?\s*(?:-|–|bis)\s*(\w+)\.?$")


class Wrong(ValueError):  # noqa: N818 -- it is said to the user, like an objection
    """Say what is wrong with a value."""

    def __init__(self, message: Message, key: str = "") -> None:
        """*key* is the field that is wrong, where whoever catches this cannot know it."""
        super().__init__(message)
        self.message, self.key = message, key
        self.row: int | None = None  # where it is not the row that is being read


def shortened(text: str, most: int = 40) -> str:
    """Return *text* as a message may quote it."""
    plain = tidy(text)
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def name_of(text: str) -> str:
    """Return a name; raises `Wrong` for one that cannot be a name by its length."""
    plain = tidy(text)
    if len(plain) > LONGEST_NAME:
        raise Wrong(N_("This is too long for a name: {text}", text=shortened(plain)))
    return plain


def class_of(text: str) -> str:
    """Return a class as it is called: ``Klasse 5a`` is ``5a``. Raises `Wrong` for what Excel makes of 5-1 and 1E5."""
    plain = _CLASS_WORD.sub("", name_of(text))
    if _NO_CLASS.match(plain):
        raise Wrong(
            N_("“{text}” is no class; Excel makes that of 5-1 or 1E5. Format the column as text and write it again.",
               text=shortened(plain))
        )  # fmt: skip
    return plain


def class_key(text: str) -> str:
    """Return what two spellings of one class share: ``5a``, ``05A``, ``Klasse 5 a``."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", numbered(_CLASS_WORD.sub("", tidy(text))))


def date_of(text: str) -> dt.date | None:
    """Return the day that a cell names (03.02.2018, 3.2.18, 2018-02-03, 20180203); None for an empty one."""
    plain = tidy(text)
    if not plain:
        return None
    try:
        day = _day(plain)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise Wrong(N_("“{text}” is no date. Write it like 03.02.2018.", text=shortened(plain)))
    return day


def _day(text: str) -> dt.date | None:
    if found := _ISO.match(text) or _TOGETHER.match(text):
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    if found := _GERMAN.match(text):
        return dt.date(_year(found[3]), int(found[2]), int(found[1]))
    if found := _WITH_MONTH.match(text):
        month = _MONTHS.get(normal(found[2])[:3])
        return dt.date(int(found[3]), month, int(found[1])) if month else None
    return _EXCEL_BEGINS + dt.timedelta(days=int(text)) if _SERIAL.match(text) and text.isascii() else None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < 70 else 1900)


def birth_date_of(text: str, today: dt.date) -> dt.date | None:
    """Return the day of birth; raises `Wrong` for days to come and for those before 1900."""
    day = date_of(text)
    if day and day > today:
        raise Wrong(N_("The birth date {day} lies in the future.", day=day))
    if day and day.year < 1900:
        raise Wrong(N_("The birth date {day} lies before 1900.", day=day))
    return day


def time_of(text: str) -> dt.time | None:
    """Return a time of day: 15:00, 15.00, 15 Uhr; None for an empty cell."""
    plain = tidy(text)
    if not plain or plain in ("-", "–"):
        return None
    found = _TIME.match(plain)
    if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return dt.time(int(found[1]), int(found[2] or 0))
    raise Wrong(N_("“{text}” is no time. Write it like 15:00.", text=shortened(plain)))


def count_of(text: str) -> int | None:
    """Return a whole number that is not negative; None for an empty cell."""
    plain = tidy(text)
    if not plain or plain in ("-", "–"):
        return None
    if re.fullmatch(r"[0-9]{1,6}(?:[.,]0+)?", plain):
        return int(re.split(r"[.,]", plain)[0])
    raise Wrong(N_("“{text}” is no whole number from 0 on.", text=shortened(plain)))


def days_of(text: str) -> tuple[int, ...] | None:
    """Return weekdays (1 = Monday), in order; None for an empty cell, which means all days."""
    plain = tidy(text, lines=True)
    if not plain or normal(plain) in ("alle", "all", "taeglich", "jedentag", "daily"):
        return None
    if normal(plain) in ("keine", "keinen", "none", "nie"):
        return ()
    found: set[int] = set()
    for part in filter(None, _LIST.split(plain)):
        if span := _DAY_SPAN.match(part):
            first, last = weekday_of(span[1]), weekday_of(span[2])
            found.update(range(first, last + 1))
        else:
            found.update(map(weekday_of, part.split()))
    return tuple(sorted(found))


def weekday_of(word: str) -> int:
    day = DAYS.get(normal(word))
    if day is None:
        raise Wrong(N_("“{text}” is no weekday. Write Mo, Di, Mi, Do or Fr.", text=shortened(word)))
    return day


def choice_of(choice: Choice, text: str) -> str:
    """Return the code of a choice; raises `Wrong`, naming the words that may stand there."""
    code = code_of(choice, tidy(text))
    if code is None:
        words = ", ".join(names[0] for names in choice.values() if names[0])
        raise Wrong(N_("“{text}” is not known here. Possible are: {words}.", text=shortened(text), words=words))
    return code


def is_lossy(text: str) -> bool:
    """Say whether letters of a name were lost on the way, as ``?or?evi?`` and ``MÃ¼ller`` show."""
    return "?" in text or "\ufffd" in text or bool(_READ_WRONGLY.search(text))


def mixes_alphabets(text: str) -> bool:
    """Say whether one word mixes Latin with Cyrillic or Greek letters that look alike."""
    if text.isascii():
        return False
    for word in re.split(r"[\s-]+", text):
        scripts = {unicodedata.name(c, "").split(" ")[0] for c in word if c.isalpha()}
        if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK"}:
            return True
    return False
