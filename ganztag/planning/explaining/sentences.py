"""Words that several explanations share: which wish, which day, who, and what a goal that gets worse means."""

from collections.abc import Callable, Sequence

from ganztag.language import N_, Message, nN_
from ganztag.planning.levels import label, rank_of, wants_many

CHILD = N_("Your child")
_WISHES = (N_("1st wish"), N_("2nd wish"), N_("3rd wish"), N_("4th wish"), N_("5th wish"))
_DAYS = (
    N_("on Monday"),
    N_("on Tuesday"),
    N_("on Wednesday"),
    N_("on Thursday"),
    N_("on Friday"),
    N_("on Saturday"),
    N_("on Sunday"),
)


def nth(rank: int) -> Message:
    return _WISHES[rank - 1] if 1 <= rank <= len(_WISHES) else N_("wish {rank}", rank=rank)


def on(weekday: int) -> Message:
    return _DAYS[weekday - 1]


def in_a_row(sentences: Sequence[Message]) -> Message:
    """Return whole sentences one after another."""
    first, *rest = sentences
    for sentence in rest:
        first = N_("{sentence} {next_sentence}", sentence=first, next_sentence=sentence)
    return first


def named(message: Message, child: str) -> Message:
    """Return the sentences with the child's name wherever they say "your child"."""
    values = {
        key: child if value == CHILD else named(value, child) if isinstance(value, Message) else value
        for key, value in message.values.items()
    }
    return message.filled(**values)


def worse(level: str, before: int, after: int) -> tuple[Message, Message]:
    """Return what it means that a goal gets worse: in a few words, and as a sentence with both numbers."""
    more = abs(after - before)
    title, sentence = _WORSE[level](more) if level in _WORSE else _by_rank(level, more)
    return title, sentence.filled(before=before, after=after)


_Words = tuple[Message, Message]


def _by_rank(level: str, more: int) -> _Words:
    rank = rank_of(level)
    if rank is None:
        return (
            N_("It would cost more than it brings: {goal}", goal=label(level)),
            N_("Then it would be {after} instead of {before}: {goal}.", goal=label(level)),
        )
    if wants_many(level):
        title = nN_("There would be one {wish} less", "There would be {count} wishes of rank {rank} less", more)
        sentence = N_("Then only {after} instead of {before} times a child would get its {wish}.")
    else:
        title = nN_("There would be one more {wish}", "There would be {count} more wishes of rank {rank}", more)
        sentence = N_("Then a child would get no better than its {wish} {after} instead of {before} times.")
    return title.filled(wish=nth(rank), rank=rank), sentence.filled(wish=nth(rank))


def _unplaced(more: int) -> _Words:
    return (
        nN_("One more place would be missing", "{count} more places would be missing", more),
        N_("Then {after} instead of {before} times a child would be left without a place."),
    )


def _unmet(more: int) -> _Words:
    return (
        nN_(
            "One more course that a child needs would be missing",
            "{count} more courses that children need would be missing",
            more,
        ),
        N_("Then {after} instead of {before} courses would be missing that children must take."),
    )


def _moved(more: int) -> _Words:
    return (
        nN_(
            "One more place would be lost that a child has",
            "{count} more places would be lost that children have",
            more,
        ),
        N_("Then {after} instead of {before} places would be given up that children have already."),
    )


def _unwished(more: int) -> _Words:
    return (
        nN_("One more place would be no wish", "{count} more places would be no wish", more),
        N_("Then {after} instead of {before} places would go to children who did not wish for them."),
    )


def _no_good_wish(more: int) -> _Words:
    return (
        nN_("One more child would get no good wish", "{count} more children would get no good wish", more),
        N_("Then {after} instead of {before} children would get none of their first and second wishes."),
    )


def _first_wishes(more: int) -> _Words:
    return (
        nN_("There would be one first wish less", "There would be {count} first wishes less", more),
        N_("Then only {after} instead of {before} first wishes would be fulfilled."),
    )


def _priority(more: int) -> _Words:
    del more
    return (
        N_("Children who come first would stand further back"),
        N_("Children who come before others would stand further back: {after} instead of {before} points."),
    )


def _repeats(more: int) -> _Words:
    return (
        nN_("One more child would have a course again", "{count} more children would have a course again", more),
        N_("Then {after} instead of {before} places would go to children who had the course before."),
    )


def _worst_week(more: int) -> _Words:
    del more
    return (
        N_("One child's week would be worse than all others now"),
        N_("Then one child would be {after} steps behind its first wishes; now no child is more than {before}."),
    )


def _week(more: int) -> _Words:
    del more
    return (
        N_("Good and bad luck would be spread less evenly"),
        N_("Good and bad luck would be spread less evenly over the children: {after} instead of {before} points."),
    )


def _compensation(more: int) -> _Words:
    del more
    return (
        N_("Children who had bad luck before would have it again"),
        N_("Children who had bad luck before would stand further back: {after} instead of {before} points."),
    )


def _bonds(more: int) -> _Words:
    return (
        nN_("One more wish for company would fail", "{count} more wishes for company would fail", more),
        N_("Then {after} instead of {before} wishes to be together or apart would stay unfulfilled."),
    )


def _sizes(more: int) -> _Words:
    del more
    return (
        N_("The courses would be further from their best sizes"),
        N_("The courses would be further from their best sizes: {after} instead of {before} children."),
    )


def _balance(more: int) -> _Words:
    del more
    return (
        N_("The courses would be less balanced"),
        N_("The courses would be less balanced: {after} instead of {before} children."),
    )


_WORSE: dict[str, Callable[[int], _Words]] = {
    "unmet": _unmet,
    "unplaced": _unplaced,
    "moved": _moved,
    "unwished": _unwished,
    "no good wish": _no_good_wish,
    "first wishes": _first_wishes,
    "priority": _priority,
    "repeats": _repeats,
    "worst week": _worst_week,
    "week": _week,
    "compensation": _compensation,
    "bonds": _bonds,
    "sizes": _sizes,
    "balance": _balance,
}


def seat_words(placed: int, steps: int) -> Message:
    """Say what one more place is worth at most."""
    if placed:
        return nN_(
            "One more place: at most {count} more child placed.",
            "One more place: at most {count} more children placed.",
            placed,
        )
    if steps:
        return nN_(
            "One more place: wishes at most {count} step better.",
            "One more place: wishes at most {count} steps better.",
            steps,
        )
    return N_("One more place would change nothing.")
