"""Text tables: encoding and delimiter found out, quotes repaired row by row."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ganztag.exchange.cells import unescaped
from ganztag.exchange.sheets import DELIMITERS, Row, Sheet, Sheets
from ganztag.exchange.signatures import no_table, unreadable
from ganztag.language import N_

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_ROWS = 300
_LINES_OF_A_ROW = 100  # a quote that stays open longer than that was never meant as one
_ALLOWED_CONTROLS = frozenset("\t\n\r\x0b\x0c\x1a\x1c\x1d\x1e\x1f\x85")


def read_text(source: Path, content: bytes, *, encoding: str = "", delimiter: str = "") -> Sheets:
    """Return the one sheet of a text file; raises `Unreadable` where it is no text."""
    encoding = encoding or _encoding(content)
    text = _decoded(source, content, encoding)
    if _is_binary(text):
        raise no_table(source)
    lines = list(io.StringIO(text, newline=""))
    told = _told_delimiter(lines)
    chosen = delimiter or told or _delimiter(lines)
    rows = tuple(_rows(lines, chosen, 1 if told else 0))
    return Sheets(source, (Sheet("", rows),), encoding=encoding, delimiter=chosen)


def _encoding(content: bytes) -> str:
    for bom, name in _BOMS:
        if content.startswith(bom):
            return name
    if (guess := _utf16_without_bom(content)) is not None:
        return guess
    for name in ("utf-8", "cp1252"):
        try:
            content.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return "cp850"  # what DOS wrote: ü stands where cp1252 has nothing; never fails


def _utf16_without_bom(content: bytes) -> str | None:
    sample = content[:4096]
    half = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _decoded(source: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError):
        raise unreadable(
            N_("{name} cannot be read in the encoding {encoding}.", encoding=encoding),
            source,
            N_("Choose another encoding, or let the program find it out."),
        ) from None


def _is_binary(text: str) -> bool:
    """A text table holds no NUL, and hardly any other control character."""
    if "\0" in text:
        return True
    strange = sum(count for c, count in Counter(text).items() if c < "\x20" and c not in _ALLOWED_CONTROLS)
    return strange > 2 + len(text) // 200


def _told_delimiter(lines: list[str]) -> str:
    """Return what a first line ``sep=;`` says, as Excel writes it."""
    first = lines[0].strip().strip('"') if lines else ""
    return first[4:] or "\t" if first.lower().startswith("sep=") and len(first) <= 5 else ""


def _delimiter(lines: list[str]) -> str:
    """Return the delimiter that gives most rows the same number of cells."""
    best, best_score = DELIMITERS[0], 0.0
    for delimiter in DELIMITERS:
        counts = Counter(len(cells) for cells in _sample(lines, delimiter))
        width, rows = max(counts.items(), key=lambda pair: (pair[1] if pair[0] > 1 else 0, pair[0]), default=(0, 0))
        if width < 2:
            continue
        share = rows / counts.total()
        if delimiter == DELIMITERS[0] and share == 1:
            return delimiter
        score = share * (1 - 1 / width)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _sample(lines: list[str], delimiter: str) -> list[list[str]]:
    """Return the first rows that are not blank, quotes taken as they stand."""
    rows: list[list[str]] = []
    position = 0
    while position < len(lines) and len(rows) < _SAMPLE_ROWS:
        cells, used = _next_record(lines, position, delimiter)
        position += used
        if any(cell.strip() for cell in cells):
            rows.append(cells)
    return rows


def _rows(lines: list[str], delimiter: str, position: int) -> Iterator[Row]:
    width = _width(_sample(lines[position:], delimiter))
    while position < len(lines):
        cells, used = _next_record(lines, position, delimiter, width)
        if len(cells) != width and '"' in lines[position]:
            repaired = _plainly_cut(lines[position], delimiter)
            if len(repaired) == width:
                cells, used = repaired, 1
        if any(cell.strip() for cell in cells):
            yield Row(position + 1, tuple(unescaped(cell) for cell in cells))
        position += used


def _width(rows: list[list[str]]) -> int:
    """Return how many cells a sound row has: as many as the header, the first row as wide as most rows or wider."""
    counts = Counter(len(cells) for cells in rows)
    if not counts:
        return 0
    most = counts.most_common(1)[0][0]
    return next(len(cells) for cells in rows if len(cells) >= most)


def _next_record(lines: list[str], position: int, delimiter: str, width: int = 0) -> tuple[list[str], int]:
    """Return the cells of the record that begins at *position*, and how many lines it takes.

    Quotes that break the rules are taken as letters where this gives *width* cells, else as the csv module sees them.
    """
    line = lines[position]
    if '"' not in line:
        return line.rstrip("\r\n").split(delimiter), 1
    if (found := _quoted(lines, position, delimiter, strict=True)) is not None:
        return found
    plain = _plainly_cut(line, delimiter)
    loose = None if width in (0, len(plain)) else _quoted(lines, position, delimiter, strict=False)
    return loose or (plain, 1)


def _quoted(lines: list[str], position: int, delimiter: str, *, strict: bool) -> tuple[list[str], int] | None:
    ahead = (lines[i] for i in range(position, min(position + _LINES_OF_A_ROW, len(lines))))
    reader = csv.reader(ahead, delimiter=delimiter, strict=strict)
    try:
        return next(reader), reader.line_num
    except csv.Error:  # broken quotes, or a cell beyond the module's limit
        return None


def _plainly_cut(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line whose quotes are not to be trusted."""
    return [_without_quotes(cell) for cell in line.rstrip("\r\n").split(delimiter)]


def _without_quotes(cell: str) -> str:
    if len(cell) >= 2 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell
