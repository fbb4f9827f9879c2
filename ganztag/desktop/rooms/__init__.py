"""The screen of rooms: what is in them, when they are free, how full the week makes them, which one fits."""
