"""Text in runs: each character in a face that has it, a box where none has it; and how wide all of it is."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ganztag.documents import script
from ganztag.documents.faces import face, fallbacks

BOX = "\u25a1"
_UNREADABLE = ord("\ufffd")  # stands for what was no character at all
_ARABIC_SCALE = 1.12  # Arabic letters look small beside Latin ones


class Style(NamedTuple):
    """A face from ``faces`` and a size in points."""

    face: str
    size: float


class Run(NamedTuple):
    """Characters of one face; *scale* on top of the size, *width* for size 1."""

    face: str
    text: str
    scale: float
    width: float


class Line(NamedTuple):
    """A text as it is drawn, from left to right; *missing*: its characters that no face has."""

    runs: tuple[Run, ...]
    width: float
    missing: str


@lru_cache(maxsize=50_000)
def line(text: str, face_name: str) -> Line:
    """Return *text* split for drawing in *face_name*."""
    seen = script.as_seen(script.visible(text))
    if face(face_name).glyphs.keys() >= set(map(ord, seen)) and not any(map(script.is_mark, seen)):
        run = _run(face_name, seen)
        return Line((run,) if seen else (), run.width, "")
    return _mixed(seen, face_name)


def width(text: str, style: Style) -> float:
    """Return the width of *text* in points, measured with the faces that draw it."""
    return line(text, style.face).width * style.size


def missing(text: str) -> str:
    """Return the characters of *text* that no face has, each once."""
    return line(text, "Inter-Regular").missing


def _run(face_name: str, text: str) -> Run:
    widths = face(face_name).widths
    scale = _ARABIC_SCALE if face_name.startswith("Arabic") else 1.0
    return Run(face_name, text, scale, sum(widths[ord(character)] for character in text) * scale / 1000)


def _mixed(seen: str, face_name: str) -> Line:
    parts: list[tuple[str, str]] = []
    gone: dict[str, None] = {}
    for cluster in _clusters(seen):
        for name, text in _drawable(cluster, face_name, gone):
            if parts and parts[-1][0] == name:
                parts[-1] = (name, parts[-1][1] + text)
            else:
                parts.append((name, text))
    runs = tuple(_run(name, text) for name, text in parts)
    return Line(runs, sum(run.width for run in runs), "".join(gone))


def _clusters(text: str) -> Iterator[str]:
    """Yield each character together with the marks that stand on it."""
    cluster = ""
    for character in text:
        if cluster and script.is_mark(character):
            cluster += character
            continue
        if cluster:
            yield cluster
        cluster = character
    if cluster:
        yield cluster


def _drawable(cluster: str, face_name: str, gone: dict[str, None]) -> Iterator[tuple[str, str]]:
    """Yield face and text for a cluster: whole if one face has it, else its characters one by one."""
    whole = _face_for(cluster, face_name)
    if whole:
        yield whole, cluster
        return
    for character in cluster:
        single = _face_for(character, face_name)
        if not single:
            gone[character] = None
        yield single or face_name, character if single else BOX


def _face_for(cluster: str, face_name: str) -> str:
    arabic, hebrew, last = fallbacks(face_name)
    wanted = set(map(ord, cluster))
    if _UNREADABLE in wanted:
        return ""
    # marks that stay single after NFC are placed well only by the faces whose marks reach back over the letter
    has_mark = len(cluster) > 1 or script.is_mark(cluster)
    own = {"arabic": arabic, "hebrew": hebrew}.get(script.script_of(cluster[0]), "" if has_mark else face_name)
    for name in (own, last):
        if name and face(name).glyphs.keys() >= wanted:
            return name
    return ""
