"""The scenarios of the screen: what was accepted, kept by name, or tried since; and which two are looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ganztag.desktop.allocation.calculation import Calculated
from ganztag.desktop.desk import Desk
from ganztag.domain.objection import Objection
from ganztag.planning.asked import Asked, asked_of
from ganztag.planning.figures import figures
from ganztag.planning.packing import unpack_plan
from ganztag.planning.plan import Plan
from ganztag.planning.problem import Problem
from ganztag.queries import allocation, scenarios
from ganztag.queries.allocation import RunRow
from ganztag.queries.ballots import BallotRow
from ganztag.queries.scenarios import ScenarioRow
from ganztag.queries.to_allocate import problem


@dataclass(frozen=True)
class Scenario:
    """A plan on the screen. *kept* is its id in the file, *name* what it was called; else its goal is its name.

    *old*: wishes, courses or children are no longer what it was made for. It *explains* itself while what it was
    made for is known all the same.
    """

    key: str
    made: Calculated
    name: str = ""
    kept: int | None = None
    old: bool = False
    accepted: bool = False
    explains: bool = True

    @property
    def plan(self) -> Plan:
        return self.made.plan


class Scenarios:
    """``read`` after each piece of news; *a* is the key of what would be accepted, *b* of what is held against it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.ballot: BallotRow | None = None
        self.run: RunRow | None = None
        self.a = self.b = ""
        self._tried: dict[str, Scenario] = {}
        self._kept: dict[str, Scenario] = {}
        self._packed: dict[int, str] = {}
        self._number = 0
        self._listed: list[Scenario] | None = None
        self._problem: Problem | None = None
        self._before: Problem | None = None
        self._hashes: dict[str, str] = {}

    # ---- reading

    def read(self, ballot: BallotRow | None) -> None:
        """Read the ballot anew; what was tried for another one is forgotten."""
        if self.ballot is None or ballot is None or self.ballot.id != ballot.id:
            self._tried, self._kept, self._packed = {}, {}, {}
            self.a = self.b = ""
        self._before = self._problem or self._before
        self.ballot, self.run, self._problem, self._listed = ballot, None, None, None
        if ballot is None:
            return
        office = self._desk.office
        self.run = office.read(allocation.last_run, ballot.id)
        self._take_kept(office.read(scenarios.scenarios, ballot.id))
        self._settle()

    @property
    def problem(self) -> Problem | None:
        """What the file holds now; it is read when it is first wanted after news."""
        if self._problem is None and self.ballot is not None:
            office = self._desk.office
            self._problem = office.read(problem, self.ballot.id, office.clock.today())
            if self._problem != self._before:  # else the hashes still hold; to make one takes longer than to compare
                self._hashes = {}
        return self._problem

    def has_wishes(self) -> bool:
        if self.ballot is None:
            return False
        return bool(self.ballot.children) or (self.problem is not None and bool(self.problem.pupils))

    def _take_kept(self, rows: list[ScenarioRow]) -> None:
        before = {one.kept: one for one in self._kept.values()}
        self._kept = {}
        for row in rows:
            known = before.get(row.id)
            same = known is not None and self._packed.get(row.id) == row.plan
            made = known.made if known is not None and same else self._unpacked(row)
            if made is not None:
                self._packed[row.id] = row.plan
                key = known.key if known is not None else f"kept {row.id}"
                explains = made.plan.input_hash == made.problem.input_hash()
                self._kept[key] = Scenario(key, made, row.name, row.id, explains=explains)

    def _unpacked(self, row: ScenarioRow) -> Calculated | None:
        """Return a kept scenario as if it had just been calculated; None where it cannot be read any more."""
        now = self.problem
        if now is None:
            return None
        try:
            plan = unpack_plan(row.plan)
            asked = asked_of(plan.policy, row.changes)
            meant = asked.problem(now)
        except (Objection, ValueError):
            return None
        if plan.input_hash != meant.input_hash() and self.run is not None and self.run.plan_hash == plan.plan_hash:
            meant = self._made_from(self.run) or meant
        return Calculated(asked, meant, plan, figures(plan, meant))

    def _made_from(self, run: RunRow) -> Problem | None:
        """Return what the accepted plan was made from; None where that was not kept, or cannot be read any more."""
        try:
            return self._desk.office.read(allocation.stored_problem, run.id)
        except Objection:
            return None

    # ---- what there is

    def all(self) -> list[Scenario]:
        """Return what was accepted, what was kept, and what was tried, each as it stands to the file now."""
        if self._listed is None:
            known = [*self._kept.values(), *self._tried.values()]
            accepted = self._accepted(known)
            self._listed = [self._standing(one) for one in ([accepted] if accepted else []) + known]
        return self._listed

    def get(self, key: str) -> Scenario | None:
        return next((one for one in self.all() if one.key == key), None)

    def chosen(self) -> Scenario | None:
        return self.get(self.a)

    def other(self) -> Scenario | None:
        return self.get(self.b) if self.b else None

    def _accepted(self, known: list[Scenario]) -> Scenario | None:
        """Return the accepted plan where it is none of those that were kept or tried; with what it was made from."""
        run, now = self.run, self.problem if self.run is not None else None
        if run is None or now is None or any(one.plan.plan_hash == run.plan_hash for one in known):
            return None
        made_from = now
        if run.input_hash != self._hash_with(Asked(run.policy)) and run.has_problem:
            made_from = self._made_from(run) or now
        plan = run.as_plan(made_from)
        explains = made_from is not now or run.input_hash == self._hash_with(Asked(run.policy))
        made = Calculated(Asked(plan.policy), made_from, plan, figures(plan, made_from))
        return Scenario("accepted", made, explains=explains)

    def _standing(self, one: Scenario) -> Scenario:
        accepted = self.run is not None and one.plan.plan_hash == self.run.plan_hash
        return replace(one, old=one.plan.input_hash != self._hash_with(one.made.asked), accepted=accepted)

    def _hash_with(self, asked: Asked) -> str:
        """Return the hash of what the file holds now with the changes of a scenario; empty where they do not fit."""
        key, now = asked.changes_text(), self.problem
        if key not in self._hashes:
            try:
                self._hashes[key] = asked.problem(now).input_hash() if now is not None else ""
            except Objection:
                self._hashes[key] = ""
        return self._hashes[key]

    def run_is_old(self) -> bool:
        """Whether wishes, courses or children have changed since the acceptance."""
        return self.run is not None and self.run.input_hash != self._hash_with(Asked(self.run.policy))

    # ---- what is done with them

    def add(self, made: Calculated) -> Scenario:
        """Take a new plan up: it is A where there was none that still fits, else it is held against A."""
        before = next((one for one in self._tried.values() if one.made.asked.same_as(made.asked)), None)
        if before is not None and not made.plan.by_hand:
            key = before.key
        else:
            self._number += 1
            key = f"tried {self._number}"
        new = self._tried[key] = Scenario(key, made, made.asked.name)
        self._listed = None
        chosen = self.chosen()
        if chosen is None or (chosen.old and key != self.a):
            self.a, self.b = key, ""
        elif key not in (self.a, self.b):
            self.b = key
        return new

    def choose(self, key: str) -> None:
        """Make one A; the one that was A is held against it where it was B."""
        if key == self.b:
            self.a, self.b = key, self.a
        elif key != self.a:
            self.a = key

    def hold_against(self, key: str) -> None:
        """Hold one against A; nothing where it is held against it already."""
        if key != self.a:
            self.b = "" if key == self.b else key

    def forget(self, key: str) -> None:
        """Forget what was tried, as when it was kept in the file, or thrown away."""
        self._tried.pop(key, None)
        self._listed = None
        self._settle()

    def became_kept(self, key: str, scenario_id: int) -> None:
        """Go on with a tried one that was just kept in the file, at its place."""
        self._tried.pop(key, None)
        self._listed = None
        kept = f"kept {scenario_id}"
        self.a, self.b = (kept if one == key else one for one in (self.a, self.b))

    def _settle(self) -> None:
        """Let A and B be scenarios that are there."""
        keys = [one.key for one in self.all()]
        if self.a not in keys:
            self.a = keys[0] if keys else ""
        if self.b not in keys or self.b == self.a:
            self.b = ""
