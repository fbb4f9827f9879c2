"""The screen of lists and letters: choose papers, see them as they will be, save, open and print them."""
