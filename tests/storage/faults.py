"""A process of its own in which the medium fails, rights are missing, or several open one file.

Run as a program: ``faults.py WHAT FILE [NUMBER]``; prints one line of JSON for each answer.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ganztag import language
from ganztag.domain.objection import Objection
from ganztag.operations import rooms
from ganztag.operations.office import Office
from ganztag.operations.opening import new_school, open_office
from ganztag.queries import frame
from ganztag.queries.rooms import rooms as all_rooms
from ganztag.storage import migrating  # imported before the rights are given up

NOBODY = 65534


def tell(**answer: Any) -> None:
    print(json.dumps(answer), flush=True)


def codes(office: Office) -> list[str]:
    return sorted(row.code for row in office.read(all_rooms, office.read(frame.term).id))


def answer_to(attempt: Callable[[], Any]) -> str:
    """Return "" if it worked, else the kind of the objection and its sentence."""
    try:
        attempt()
    except Objection as trouble:
        return f"{type(trouble).__name__}: {trouble}"
    return ""


def with_little_room(path: Path, limit: int) -> None:
    """Do deeds while no file may grow over *limit* bytes, then without the limit; tell what became of them."""
    import resource

    office = open_office(path)
    office.do(rooms.add("before"))
    kept = ["before"]
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    said = ""
    for number in range(60):
        said = answer_to(_deed(office, f"R {number:02}", 3000))
        if said:
            break
        kept.append(f"R {number:02}")
    label = office.undo_label
    right_label = label is not None and label.values == {"room": kept[-1]}
    again = answer_to(_deed(office, "again", 300_000))
    undone = answer_to(office.undo)  # which may be small enough to be written
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if not undone:
        kept.pop()
    found = codes(office)
    office.do(rooms.add("after"))
    office.undo()
    same = codes(office) == found
    while office.undo() is not None:
        pass
    tell(said=said, again=again, undone=undone, right_label=right_label, kept=sorted(kept), found=found, same=same,
         left=codes(office))  # fmt: skip
    sys.stdin.readline()
    office.close()


def without_a_way_back(path: Path, _number: int) -> None:
    """Let a deed fail where the file cannot even be opened again; then let it come back."""
    import resource

    office = open_office(path)
    office.do(rooms.add("before"))
    infinite = resource.RLIM_INFINITY
    files = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, infinite))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, files[1]))
    said = answer_to(_deed(office, "lost", 300_000))
    reading = answer_to(lambda: codes(office))
    again = answer_to(_deed(office, "lost", 300_000))
    undone = answer_to(office.undo)
    resource.setrlimit(resource.RLIMIT_NOFILE, files)
    resource.setrlimit(resource.RLIMIT_FSIZE, (infinite, infinite))
    found = codes(office)
    office.do(rooms.add("after"))
    office.undo()
    office.undo()
    tell(said=said, reading=reading, again=again, undone=undone, found=found, left=codes(office))
    sys.stdin.readline()
    office.close()


def _deed(office: Office, code: str, size: int) -> Callable[[], int]:
    return lambda: office.do(rooms.add(code, note="x" * size))


def as_nobody(path: Path, _number: int) -> None:
    with language.speaking("de"):
        language._("Cancel")  # a new school's papers are named in German: the words are read while there are rights
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    assert migrating.NEWEST
    tell(opened=answer_to(lambda: open_office(path).close()))
    tell(made=answer_to(lambda: new_school(path.with_name("new.ganztag")).close()))


def in_turns(path: Path, _number: int) -> None:
    """For each line of input try to open (or make) the file; hold it until the next line."""
    for line in sys.stdin:
        opener = open_office if line.strip() == "open" else new_school
        held: list[Office] = []
        tell(said=answer_to(lambda o=opener, h=held: h.append(o(path))))  # type: ignore[misc]
        sys.stdin.readline()
        for office in held:
            office.close()
        tell(closed=True)


def reading_elsewhere(path: Path, _number: int) -> None:
    """Read the file as another program does, and hold the reading until a line comes."""
    import sqlite3

    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    tell(count=other.execute("SELECT count(*) FROM room").fetchone())
    sys.stdin.readline()
    other.close()


def never_closed(path: Path, _number: int) -> None:
    office = open_office(path)
    office.do(rooms.add("kept"))
    tell(user=office.path.name)


PARTS = (with_little_room, without_a_way_back, as_nobody, in_turns, reading_elsewhere, never_closed)

if __name__ == "__main__":
    language.speak("en")
    part = next(part for part in PARTS if part.__name__ == sys.argv[1])
    part(Path(sys.argv[2]), int(sys.argv[3]))
