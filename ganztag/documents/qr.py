"""QR codes of short numbers: dark and light fields, to be drawn by the pen."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

_VERSION = 2  # 25 x 25 fields hold 20 characters with a quarter of them damaged
MOST = 20


@lru_cache(maxsize=2048)
def fields(text: str) -> Sequence[Sequence[bool]]:
    """Return the rows of the code, True is dark; ValueError for more than 20 characters."""
    if len(text.encode()) > MOST:
        raise ValueError(text)
    code: Any = QRCode(_VERSION, QRErrorCorrectLevel.Q)
    code.addData(text)
    code.make()
    size = range(code.moduleCount)
    return tuple(tuple(bool(code.isDark(row, column)) for column in size) for row in size)
