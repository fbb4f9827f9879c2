"""From half-year to half-year: two dialogs that show what would happen, line by line, before the button is pressed."""

from ganztag.desktop.rollover.starting import open_copy, open_year

__all__ = ["open_copy", "open_year"]
