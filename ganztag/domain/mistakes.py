"""How our own mistakes are told to developers: where they happened, without messages that may hold a child's name."""

import traceback


def told(error: BaseException) -> str:
    """Return the kind of the error and the places it came through; its message is left out."""
    return "".join([*traceback.format_tb(error.__traceback__), type(error).__name__])
