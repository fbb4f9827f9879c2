"""Asking for another scenario: which goal, which lot, what is other than in the file, how long it may take."""
