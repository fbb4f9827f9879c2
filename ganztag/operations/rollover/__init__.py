"""From half-year to half-year: copying the offer, and the change of the school year; each one deed, one undo."""
