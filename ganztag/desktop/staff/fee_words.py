"""Hours, fees and allowances in words and colours; the same in the list and beside it."""

from ganztag.desktop.widgets.paints import Pill
from ganztag.domain.allowances import Allowance
from ganztag.domain.money import money
from ganztag.language import N_, Message, _, number, pN_
from ganztag.queries.fee_totals import PersonFees, Span
from ganztag.queries.fees import FeeRow

NAMES: dict[str, Message] = {"trainer": N_("Trainer allowance"), "volunteer": N_("Volunteer allowance")}
LOOKS: dict[str, tuple[Message, str, str]] = {
    "over": (N_("over the allowance"), "bad", "circle-alert"),
    "will_be_over": (N_("will be over"), "bad", "circle-alert"),
    "no_rate": (N_("no rate agreed"), "warn", "triangle-alert"),
    "near": (N_("almost used up"), "warn", "triangle-alert"),
    "reported": (N_("to be reported"), "accent", "info"),
}
PARTS: dict[str, Message] = {
    "led": pN_("part in a session", "led"),
    "substitute": pN_("part in a session", "stood in"),
    "absent": pN_("part in a session", "absent"),
    "cancelled": pN_("part in a session", "cancelled"),
}


def hours(minutes: int) -> str:
    return number(minutes / 60)


def pill(fees: PersonFees) -> Pill:
    """Return what matters most of someone's fees, with the amount where it is one of an allowance."""
    look = LOOKS.get(fees.state)
    if look is None:
        return Pill("")
    word, tone, icon = look
    worst = max(fees.allowances, key=lambda one: (one.over, -(one.left or 0)), default=None)
    if worst is None or fees.state not in ("over", "will_be_over", "near"):
        return Pill(str(word), tone, icon)
    amount = money(worst.over) if worst.over else money(worst.left or 0)
    return Pill(_("{amount} too much", amount=amount) if worst.over else _("{amount} left", amount=amount), tone, icon)


def hours_of(span: Span) -> str:
    """Return the hours that were held, of those that are planned: 12 of 27."""
    held, planned = hours(span.held.minutes), hours(span.planned.minutes)
    return planned if held == planned else _("{held} of {planned}", held=held, planned=planned)


def fee_of(span: Span) -> str:
    """Return the fee of what is planned, empty where nobody is paid by a contract."""
    return money(span.planned.cents) if span.planned.cents else ""


def units(row: FeeRow) -> str:
    return "" if row.units is None or not row.counts else number(round(row.units, 2))


def parts_of(allowance: Allowance) -> str:
    """Return what the parts of the bar are: elsewhere, earned here up to now, planned."""
    coming = allowance.expected - allowance.earned
    parts = (
        _("{amount} up to today", amount=money(allowance.earned)),
        _("{amount} planned", amount=money(coming)) if coming else "",
        _("{amount} elsewhere", amount=money(allowance.elsewhere)) if allowance.elsewhere else "",
    )
    return ", ".join(part for part in parts if part)


def allowance_words(allowance: Allowance) -> tuple[str, str]:
    """Return how an allowance stands, and its tone."""
    if allowance.room is None:
        return _("For {year} no amount is set under School & rules.", year=str(allowance.year)), "warn"
    if allowance.over:
        return (
            _("{amount} over the allowance by the end of {year}", amount=money(allowance.over),
              year=str(allowance.year)),
            "bad",
        )  # fmt: skip
    left = _("{amount} left in {year}", amount=money(allowance.left or 0), year=str(allowance.year))
    return left, "warn" if allowance.state == "near" else "muted"
