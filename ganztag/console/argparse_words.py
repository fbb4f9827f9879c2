"""argparse says its few words through gettext; here are ours for them."""

import argparse

from ganztag import language
from ganztag.language import N_

_SAID = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("not allowed with argument %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
_KNOWN = {message.msgid for message in _SAID}


def _ours(text: str) -> str:
    return language._(text) if text in _KNOWN else text


def speak() -> None:
    """Make argparse speak the language that is spoken now."""
    setattr(argparse, "_", _ours)  # noqa: B010 -- argparse looks its words up under this name
