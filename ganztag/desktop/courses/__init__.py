"""The screen of courses: the offer of a half-year, who is in each, and what does not fit."""
