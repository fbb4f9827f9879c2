"""From the words of a command line to an exit code."""

import configparser
import contextlib
import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ganztag import language, places
from ganztag.console import arguments
from ganztag.domain.mistakes import told
from ganztag.domain.objection import Objection
from ganztag.language import _

DONE, PROBLEMS, WRONG_USE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 1 (problems in the data) or 2 (wrong use, unusable file)."""
    _speak_plainly()
    language.speak(_language())
    code = WRONG_USE
    try:
        code = _run(argv)
        _flush()
    except BrokenPipeError:  # ``| head``: nobody wants to read on
        _write_no_more()
    except OSError:  # a full disk behind the output; the complaint went the same way
        code = WRONG_USE
        _write_no_more()
    return code


def _run(argv: Sequence[str] | None) -> int:
    try:
        chosen = arguments.parser().parse_args(sys.argv[1:] if argv is None else list(argv))
        return int(chosen.run(chosen))
    except arguments.Leave as leaving:
        return leaving.code
    except Objection as objection:
        print(objection, file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        raise
    except OSError as error:
        print(_("This could not be read or written: {reason}.", reason=_reason(error)), file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print(_("Stopped; nothing was changed."), file=sys.stderr)
        return WRONG_USE
    except Exception as error:
        logging.getLogger(__name__).error("the console failed\n%s", told(error))
        print(_("This is a mistake of the program, not yours; nothing was changed."), file=sys.stderr)
        return WRONG_USE


def _reason(error: OSError) -> str:
    return f"{error.strerror or error}" + (f" ({error.filename})" if error.filename else "")


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # closed by the shell
            stream.flush()


def _write_no_more() -> None:
    """Turn the output to nowhere, so that the interpreter does not complain of it at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError), Path(os.devnull).open("w") as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())


def _speak_plainly() -> None:
    """Never fail on a letter that the terminal lacks; keep our own mistakes in the log, not on the screen."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    log = logging.getLogger("ganztag")
    if not log.handlers:
        with contextlib.suppress(OSError):
            log.addHandler(logging.FileHandler(places.logs() / "ganztag.log", encoding="utf-8", delay=True))


def _language() -> str:
    """Return the language of the preferences, else of the system, else German."""
    settings = configparser.ConfigParser(interpolation=None)
    with contextlib.suppress(OSError, configparser.Error, UnicodeError):
        settings.read(places.settings() / "ganztag.ini", encoding="utf-8")
    chosen = settings.get("General", "language", fallback="")
    if chosen:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        spoken = os.environ.get(name, "")
        if spoken and spoken.split(".")[0] not in ("C", "POSIX"):
            return spoken
    return "de"
