"""A process that edits a school through the real operations and is killed at random moments, again and again.

Run as a program: ``killing.py FILE KILLS SEED``. Each round forks a child that announces every deed ("will", with the
rooms as they should be then), does it, and acknowledges it ("did"). After SIGKILL the file must hold exactly what was
acknowledged last, or the one deed announced after it. Prints one line of JSON.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ganztag.domain.rooms import Room
from ganztag.language import N_
from ganztag.operations import rooms
from ganztag.operations.office import Office
from ganztag.operations.opening import open_office
from ganztag.operations.operation import Operation, Work
from ganztag.queries import frame
from ganztag.queries.rooms import rooms as all_rooms

Model = dict[str, int | None]


def state(office: Office) -> Model:
    return {row.code: row.seats for row in office.read(all_rooms, office.read(frame.term).id)}


def _many(codes: list[str]) -> Operation[None]:
    def run(work: Work) -> None:
        work.insert(Room, [{"code": code, "seats": 1} for code in codes])

    return Operation(N_("Add room {room}", room=codes[0]), run)


def _clear(codes: list[str]) -> Operation[None]:
    def run(work: Work) -> None:
        work.remove(Room, code=codes)

    return Operation(N_("Delete room {room}", room=codes[0]), run)


def deeds(office: Office, chance: random.Random) -> Any:
    """Yield (the model after the deed, what does it) without end; the model is plain Python, it reads nothing."""
    model, past = state(office), list[Model]()
    ids: dict[str, int] = {r.code: r.id for r in office.read(all_rooms, office.read(frame.term).id)}
    number = 0
    while True:
        number += 1
        kind = chance.choice(("add", "edit", "edit", "many", "clear", "undo"))
        code = f"{os.getpid()}-{number}"
        after = dict(model)
        run: Callable[[], Any]
        undoes = kind == "undo" and bool(past)
        if undoes:
            after = past.pop()
            run = office.undo
        elif kind == "many":
            codes = [f"{code}-{n}" for n in range(40)]
            after |= dict.fromkeys(codes, 1)
            run = _doing(office, _many(codes))
        elif kind == "clear" and len(model) > 100:
            codes = chance.sample(sorted(model), 80)
            after = {c: s for c, s in model.items() if c not in codes}
            run = _doing(office, _clear(codes))
        elif kind == "edit" and ids.keys() & model.keys():
            edited = chance.choice(sorted(ids.keys() & model.keys()))
            after[edited] = (model[edited] or 0) + number
            run = _doing(office, rooms.edit(ids[edited], edited, seats=after[edited]))
        else:
            after[code] = number
            run = _doing(office, rooms.add(code, seats=number))
        yield after, run
        if not undoes:
            past.append(model)
        model = after


def _doing(office: Office, operation: Operation[Any]) -> Callable[[], Any]:
    return lambda: office.do(operation)


def work_until_killed(path: Path, pipe: int, seed: int) -> None:
    with os.fdopen(pipe, "w", encoding="utf-8") as told:
        office = open_office(path)
        for after, run in deeds(office, random.Random(seed)):
            print(json.dumps(["will", after]), file=told, flush=True)
            run()
            print(json.dumps(["did", after]), file=told, flush=True)


def one_kill(path: Path, before: Model, chance: random.Random) -> tuple[list[Model], int]:
    """Fork, let it work, kill it; return the states that the file may be in, and how many deeds were acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work_until_killed(path, writing, chance.randrange(10**9))
        finally:
            os._exit(1)
    os.close(writing)
    early = chance.random() < 0.1  # during the opening
    with os.fdopen(reading, encoding="utf-8") as told:
        first = "" if early else told.readline()
        time.sleep(chance.uniform(0, 0.05))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines = [first, *told.read().split("\n")]
    allowed, acknowledged = [before], 0
    for line in lines:
        try:
            what, model = json.loads(line)
        except ValueError:
            continue  # cut off in the middle
        if what == "did":
            allowed, acknowledged = [model], acknowledged + 1
        else:
            allowed.append(model)
    return allowed, acknowledged


def main(path: Path, kills: int, seed: int) -> dict[str, int]:
    chance = random.Random(seed)
    found = {"kills": 0, "acknowledged": 0, "lost": 0, "hot_journals": 0}
    before: Model = {}
    for _ in range(kills):
        allowed, acknowledged = one_kill(path, before, chance)
        journal = path.with_name(path.name + "-journal")
        found["hot_journals"] += journal.exists() and journal.stat().st_size > 0
        office = open_office(path)  # checks every page and key too
        before = state(office)
        office.close()
        found["kills"] += 1
        found["acknowledged"] += acknowledged
        found["lost"] += before not in allowed
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
