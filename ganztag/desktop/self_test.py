"""What ``ganztag --self-test`` looks at: fonts, icons, catalogues, Qt's own words, a file, the solver, a paper."""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ganztag import places
from ganztag.desktop import fonts, icons
from ganztag.desktop.places_to_go import ENTRIES
from ganztag.language import _, speaking

Check = Callable[[], str]


def checks() -> Sequence[tuple[str, Check]]:
    """Return the checks by name; each returns an empty text, or what is missing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return (
        ("fonts", _fonts),
        ("icons", _icons),
        ("catalogue", _catalogue),
        ("Qt in German", _qt_words),
        ("school file", _file),
        ("solver", _solver),
        ("paper", _paper),
    )


def _fonts() -> str:
    application = QApplication.instance() or QApplication([])
    refused = fonts.register()
    if refused:
        return ", ".join(refused)
    known = QFontDatabase.families()
    exact = QFontInfo(fonts.font()).family() == fonts.FAMILY
    return "" if application and fonts.FAMILY in known and exact else f"no {fonts.FAMILY}"


def _icons() -> str:
    broken = [entry.icon for entry in ENTRIES if not QSvgRenderer(icons.svg(entry.icon, "#000000")).isValid()]
    return ", ".join(broken)


def _catalogue() -> str:
    with speaking("de"):
        return "" if _("Rooms") == "Räume" else "no German"


def _qt_words() -> str:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return "" if (folder / "qtbase_de.qm").is_file() else f"no qtbase_de.qm in {folder}"


def _file() -> str:
    from ganztag.operations.opening import new_school, open_office  # noqa: PLC0415 -- not before it is wanted
    from ganztag.queries import frame  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "self-test.ganztag"
        new_school(path, name="Self-test", land="HH").close()
        office = open_office(path)
        try:
            return "" if office.read(frame.school).name == "Self-test" else "the file holds another school"
        finally:
            office.close()


def _solver() -> str:
    import highspy  # noqa: PLC0415

    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    solver.addVariable(0, 1, -1.0)
    return "" if solver.run() == highspy.HighsStatus.kOk else "HiGHS does not run"


def _paper() -> str:
    from ganztag.documents import page  # noqa: PLC0415

    missing = [name for name in ("Inter_400Regular.ttf", "DejaVuSans.ttf") if not (places.fonts() / name).is_file()]
    return ", ".join(missing) if missing else ("" if page else "no papers")
