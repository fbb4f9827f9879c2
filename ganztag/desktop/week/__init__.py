"""The screen of the week: courses over days and blocks, moved by mouse and by keyboard."""
