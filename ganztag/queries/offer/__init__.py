"""A half-year's offer as the rules and the week need it: read by parts, each with the tables that it comes from.

``offer`` reads all of it; an ``Upkeep`` remembers what it read and reads again only what the news concern.
"""

from datetime import date

from ganztag.planning.offer import Offer
from ganztag.queries.offer.upkeep import TABLES, Upkeep
from ganztag.storage.reader import Reader

__all__ = ["TABLES", "Upkeep", "offer"]


def offer(reader: Reader, term_id: int, day: date) -> Offer:
    """Return what is offered in a half-year, seen from *day*."""
    return Upkeep().offer(reader, term_id, day)
