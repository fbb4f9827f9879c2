"""The screen of attendance: what takes place on a day, and who was there, date by date."""
