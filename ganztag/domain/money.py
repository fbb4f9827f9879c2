"""Amounts of money: whole cents inside, words outside."""

import re

from ganztag.domain.objection import Objection
from ganztag.language import N_, number, spoken

_AMOUNT = re.compile(r"(\d{1,3}(?:[.\u202f' ]\d{3})+|\d+)(?:,(\d{1,2}))?|(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")


def money(cents: int) -> str:
    """Return an amount as the language writes it: 1.234,50 € or €1,234.50."""
    sign, rest = ("−" if cents < 0 else ""), abs(cents)
    whole, point = number(rest // 100), "," if spoken() == "de" else "."
    text = f"{whole}{point}{rest % 100:02d}"
    return f"{sign}{text} €" if spoken() == "de" else f"{sign}€{text}"


def plain_money(cents: int | None) -> str:
    """Return an amount as it stands in a field and in a table: 24,50 (24.50 in English), empty for None."""
    if cents is None:
        return ""
    sign, rest = ("-" if cents < 0 else ""), abs(cents)
    return f"{sign}{rest // 100}{',' if spoken() == 'de' else '.'}{rest % 100:02d}"


def cents_of(text: str) -> int | None:
    """Return the cents of what was typed (24, 24,5, 1.234,50, 24.50 €); None for nothing, objects to anything else."""
    plain = text.replace("€", "").replace("EUR", "").strip().removesuffix("-").rstrip(",").strip()
    if not plain:
        return None
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        raise Objection(N_("“{text}” is no amount. Write it like 24,50.", text=text))
    whole, part = (found[1], found[2]) if found[1] is not None else (found[3], found[4])
    return int(re.sub(r"\D", "", whole)) * 100 + int((part or "").ljust(2, "0"))
