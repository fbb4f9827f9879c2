"""From half-year to half-year: what a copy of the offer or a change of the school year would do, worked out beforehand.

Frozen state in (``queries/rollover``, ``queries/year_change``), a frozen plan out; ``operations/rollover`` writes it.
"""
