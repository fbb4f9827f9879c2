"""The screen of rooms: which there are, what is in them, and how full the week makes them."""
