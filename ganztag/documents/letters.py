"""Text as PDF operators: every string is encoded once per file, since lists repeat theirs on each page.

ReportLab's text object would encode each string anew and measure it again: that was half of the time of a list.
"""

from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from ganztag.documents.fonts import Line, Run


class Letters:
    """The strings of one file."""

    def __init__(self, canvas: Canvas) -> None:
        self._document = vars(canvas)["_doc"]  # there is no other way to it, and fonts are numbered by document
        self._known: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}

    def operators(self, laid: Line, size: float) -> str:
        """Return what shows *laid* at the current position."""
        shown = []
        for run in laid.runs:
            for font, literal in self._encoded(run):
                shown.append(f"{font} {size * run.scale:.2f} Tf {literal} Tj")
        return " ".join(shown)

    def _encoded(self, run: Run) -> tuple[tuple[str, str], ...]:
        key = (run.face, run.text)
        if key not in self._known:
            font: Any = pdfmetrics.getFont(run.face)  # the stubs know only its base
            document = self._document
            self._known[key] = tuple(
                (font.getSubsetInternalName(subset, document), f"<{codes.hex()}>")
                for subset, codes in font.splitString(run.text, document)
            )
        return self._known[key]
