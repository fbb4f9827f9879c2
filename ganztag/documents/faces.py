"""The typefaces of the papers: registered once, the fallbacks only when a text needs them."""

import copy
from dataclasses import dataclass
from functools import cache
from threading import RLock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont, TTFontFace

from ganztag import places
from ganztag.documents.tabular import tabular_digits

REGULAR, MEDIUM, SEMIBOLD, BOLD = "Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"
TABULAR, TABULAR_SEMIBOLD, TABULAR_BOLD = "Inter-Regular-Tab", "Inter-SemiBold-Tab", "Inter-Bold-Tab"
_FILES = {
    REGULAR: "Inter_400Regular",
    MEDIUM: "Inter_500Medium",
    SEMIBOLD: "Inter_600SemiBold",
    BOLD: "Inter_700Bold",
    "Arabic": "NotoSansArabic_400Regular",
    "Arabic-Bold": "NotoSansArabic_600SemiBold",
    "Hebrew": "NotoSansHebrew_400Regular",
    "Hebrew-Bold": "NotoSansHebrew_600SemiBold",
    "DejaVu": "DejaVuSans",
    "DejaVu-Bold": "DejaVuSans-Bold",
}
_TABULAR_OF = {TABULAR: REGULAR, TABULAR_SEMIBOLD: SEMIBOLD, TABULAR_BOLD: BOLD}
_HEAVY = {SEMIBOLD, BOLD, TABULAR_SEMIBOLD, TABULAR_BOLD}
_lock = RLock()


@dataclass(frozen=True, eq=False)
class Face:
    """A registered face: which characters it has, and how wide they are in thousandths of the size."""

    name: str
    glyphs: dict[int, int]
    widths: dict[int, float]


@cache
def face(name: str) -> Face:
    """Return the face *name*, registered with ReportLab."""
    with _lock:
        font = _tabular(name, _TABULAR_OF[name]) if name in _TABULAR_OF else _loaded(name)
        pdfmetrics.registerFont(font)
        return Face(name, font.face.charToGlyph, font.face.charWidths)


def fallbacks(name: str) -> tuple[str, str, str]:
    """Return the Arabic, the Hebrew and the last face that go with *name*'s weight."""
    weight = "-Bold" if name in _HEAVY else ""
    return f"Arabic{weight}", f"Hebrew{weight}", f"DejaVu{weight}"


@cache
def _loaded(name: str) -> TTFont:
    return TTFont(name, str(places.fonts() / f"{_FILES[name]}.ttf"), shapable=False)


def _tabular(name: str, plain: str) -> TTFont:
    """Return *plain* with digits of one width; the text behind them stays the same when it is copied or searched."""
    original = _loaded(plain)
    font = copy.copy(original)
    font.fontName = name
    font.state = type(original.state)()
    font.face = _with_tabular_digits(original.face)
    return font


def _with_tabular_digits(original: TTFontFace) -> TTFontFace:
    digits = {code: original.charToGlyph[code] for code in range(ord("0"), ord("9") + 1)}
    font: Any = original  # the stubs leave its tables untyped
    swap = tabular_digits(font.get_table("GSUB"), digits)
    if len(swap) != len(digits):
        raise TTFError(f"{original.filename} has no tabular digits")
    changed = copy.copy(original)
    # the name keeps the two subsets apart inside the document
    changed.name = type(original.name)(original.name + b"-Tab")
    changed.charToGlyph = {**original.charToGlyph, **swap}
    scale = 1000 / original.unitsPerEm
    widths = {code: round(original.hmetrics[glyph][0] * scale) for code, glyph in swap.items()}
    changed.charWidths = {**original.charWidths, **widths}
    return changed
