"""Where things lie: resources and translations in the source tree or a bundle, and the user's own folders."""

import atexit
import logging
import os
import shutil
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

_log = logging.getLogger(__name__)

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
    """Return one of the user's own folders; where it cannot be made, one that lasts as long as the program runs."""
    home = os.environ.get(_HOME_VARIABLE)
    if home:
        folder = Path(home).expanduser().absolute() / kind
    else:
        import platformdirs  # noqa: PLC0415 -- not needed before the first paint

        found = getattr(platformdirs, f"user_{kind}_path")("ganztag", appauthor=False, ensure_exists=False)
        folder = Path(found)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        folder = Path(_for_this_run()) / kind
        folder.mkdir(exist_ok=True)
        _log.warning("The folder for %s cannot be made (%s); for now it is %s", kind, error, folder)
    return folder


@lru_cache(maxsize=1)
def _for_this_run() -> str:
    folder = tempfile.mkdtemp(prefix="ganztag-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
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
