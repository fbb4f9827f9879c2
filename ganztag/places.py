"""Where things lie: resources and translations in the source tree or a bundle, and the user's own folders."""

import os
import sys
from pathlib import Path

_HOME_VARIABLE = "GANZTAG_HOME"  # tests and portable installations keep everything in one folder


def _root() -> Path:
    """Return the folder that holds ``resources`` and ``translations``."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def fonts() -> Path:
    return _root() / "resources" / "fonts"


def icons() -> Path:
    return _root() / "resources" / "icons"


def translations() -> Path:
    return _root() / "translations"


def _own(kind: str) -> Path:
    home = os.environ.get(_HOME_VARIABLE)
    if home:
        folder = Path(home) / kind
    else:
        import platformdirs  # noqa: PLC0415 -- not needed before the first paint

        found = getattr(platformdirs, f"user_{kind}_path")("ganztag", appauthor=False, ensure_exists=False)
        folder = Path(found)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def settings() -> Path:
    """Return the folder of the user's preferences; it exists."""
    return _own("config")


def logs() -> Path:
    """Return the folder of the log files; it exists."""
    return _own("log")


def data() -> Path:
    """Return the folder for backups and the sample school; it exists."""
    return _own("data")


def cache() -> Path:
    """Return the folder for recoloured icons and previews; it exists."""
    return _own("cache")
