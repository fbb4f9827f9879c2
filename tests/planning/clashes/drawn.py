"""Offers drawn at random: crowded, so that nearly every rule has something to say."""

from datetime import date, timedelta

from hypothesis import strategies as st

from ganztag.domain.settings import Settings
from ganztag.planning.offer import (
    Block,
    Child,
    Course,
    DayOff,
    Earned,
    Enrolment,
    Leader,
    Meeting,
    Offer,
    Paper,
    Pay,
    Room,
    Session,
    Window,
    Wish,
)

FIRST, LAST, DAY = date(2026, 9, 1), date(2027, 1, 29), date(2026, 9, 14)
COUNT = 3  # of each kind of thing
_ids = st.integers(1, COUNT)
_some = st.lists(_ids, max_size=2, unique=True).map(tuple)
_days = st.none() | st.integers(-30, 200).map(lambda days: FIRST + timedelta(days=days))
_size = st.none() | st.integers(0, 4)
_minutes = st.sampled_from((840, 885, 900, 930, 935, 960))
_word = st.sampled_from(("", "A", "B"))
_equipment = st.frozensets(st.sampled_from(("Klavier", "Beamer")), max_size=2)
_windows = st.lists(
    st.builds(Window, st.integers(1, 2), st.just(800), st.sampled_from((900, 1000)), st.booleans(), _word), max_size=2
).map(tuple)


def _course(key: int) -> st.SearchStrategy[Course]:
    return st.builds(
        Course, st.just(key), st.just(f"Kurs {key}"), st.just(f"K{key}"), st.sampled_from(("course", "care")),
        min_size=_size, max_size=_size, max_per_class=_size, year_groups=st.frozensets(_ids, max_size=2),
        classes=st.frozensets(_ids, max_size=1), starts=_days, ends=_days, described=st.booleans(),
        equipment=_equipment, meetings_wanted=st.integers(1, 2), blocks=_some, rooms=_some, leaders=_some,
        number=_word,
    )  # fmt: skip


def meeting(key: int) -> st.SearchStrategy[Meeting]:
    """Return a meeting of any course at any time and place."""
    return st.builds(
        Meeting, st.just(key), _ids, st.integers(1, 2), _minutes, st.sampled_from((975, 1000, 1020)),
        st.none() | _ids, st.none() | _ids, _some, st.sampled_from(("weekly", "weekly", "A", "B", "once")), _days,
    )  # fmt: skip


def _room(key: int) -> st.SearchStrategy[Room]:
    whole = st.integers(1, key - 1) if key > 1 else st.nothing()  # no room is a part of itself in a roundabout way
    return st.builds(
        Room, st.just(key), st.just(f"R {key}"), _size, st.booleans(), st.none() | whole, _word, _equipment,
        st.integers(0, 30), st.integers(0, 30), _windows,
    )  # fmt: skip


def _leader(key: int) -> st.SearchStrategy[Leader]:
    papers = st.builds(Paper, st.just("Masern"), st.sampled_from(("seen", "missing")), _days, required=st.booleans())
    pays = st.builds(Pay, st.just(1), _days, _days, st.sampled_from((1000, 2_000_000)),
                     allowance=st.sampled_from(("", "trainer")))  # fmt: skip
    return st.builds(
        Leader, st.just(key), st.just(f"Leitung {key}"), max_minutes=st.none() | st.integers(60, 200), starts=_days,
        ends=_days, windows=_windows, papers=st.lists(papers, max_size=1).map(tuple),
        contracts=st.lists(st.tuples(_days, _days), max_size=2).map(tuple), partner=st.none() | _ids,
        partner_until=_days, needs_contract=st.booleans(), pays=st.lists(pays, max_size=1).map(tuple),
    )  # fmt: skip


def _child(key: int) -> st.SearchStrategy[Child]:
    return st.builds(
        Child, st.just(key), st.just(f"Kind {key}"), st.none() | _ids, st.frozensets(_ids, max_size=1), _days, _days,
        st.frozensets(st.integers(1, 3), max_size=3), st.dictionaries(st.integers(1, 2), _minutes, max_size=2),
    )  # fmt: skip


def _each(row: object) -> st.SearchStrategy[tuple[object, ...]]:
    return st.tuples(*(row(key) for key in range(1, COUNT + 1)))  # type: ignore[operator]


_enrolments = st.lists(st.builds(Enrolment, _ids, st.integers(1, COUNT + 1), _days, _days), max_size=9).map(tuple)
_wishes = st.lists(st.builds(Wish, _ids, st.integers(1, COUNT + 1), _ids, _ids), max_size=6).map(tuple)
_days_off = st.lists(st.builds(DayOff, _ids, _word, st.just(FIRST), st.just(LAST), st.none() | _ids), max_size=1)
_dates = st.dictionaries(_ids, st.sampled_from(((), (DAY,))), max_size=COUNT)
_earned = st.builds(Earned, _ids, st.just(2026), st.just("trainer"), st.just(0), st.integers(0, 500_000))


def _session(key: int) -> st.SearchStrategy[Session]:
    on = st.sampled_from((DAY, DAY + timedelta(days=1), DAY + timedelta(days=7)))
    return st.builds(
        Session, st.just(key), _ids, _ids, st.just(DAY), on, _minutes, st.sampled_from((975, 1000)), st.none() | _ids,
        _some, _some, st.sampled_from(("changed", "moved", "cancelled")), st.booleans(),
    )  # fmt: skip


_blocks = st.tuples(*(st.builds(Block, st.just(key), st.integers(1, 2), _minutes, st.just(1000)) for key in (1, 2, 3)))

PARTS: dict[str, st.SearchStrategy[object]] = {
    "courses": _each(_course), "meetings": _each(meeting), "rooms": _each(_room), "leaders": _each(_leader),
    "children": _each(_child), "enrolments": _enrolments, "wishes": _wishes, "days_off": _days_off.map(tuple),
    "dates": _dates, "blocks": _blocks, "struck": st.dictionaries(st.just(COUNT + 1), st.just("Weg"), max_size=1),
    "years": st.just({key: str(key) for key in range(1, COUNT + 1)}),
    "sessions": _each(_session),
    "earned": st.lists(_earned, max_size=1).map(tuple),
    "classes": st.just({key: f"{key}a" for key in range(1, COUNT + 1)}),
    "settings": st.builds(Settings, travel_minutes=st.integers(0, 40), max_per_class=st.integers(0, 2)),
}  # fmt: skip
"""Each part of an offer, drawn; offers and single new parts come from here."""


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    parts = {name: draw(part) for name, part in PARTS.items()}
    return Offer(FIRST, LAST, DAY, term=1, **parts)  # type: ignore[arg-type]
