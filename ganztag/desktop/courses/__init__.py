"""The screen of courses: the offer of a half-year, who is in each, its dates, and what does not fit."""
