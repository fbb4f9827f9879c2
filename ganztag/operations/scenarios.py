"""What can be done with scenarios: keep a plan that was tried by name, call it otherwise, throw it away."""

from ganztag.domain.ballots import Ballot, Scenario
from ganztag.domain.objection import Objection
from ganztag.domain.text import tidy
from ganztag.language import N_
from ganztag.operations.operation import Operation, Work
from ganztag.planning.packing import pack
from ganztag.planning.plan import Plan

__all__ = ["delete", "keep", "rename"]


def keep(ballot_id: int, name: str, plan: Plan, changes: str = "") -> Operation[int]:
    """Keep a plan under a name; *changes* is what is other than in the file, as text. Returns its id.

    Objects to an empty name, and to one that another scenario of the ballot has.
    """

    def run(work: Work) -> int:
        ballot = work.get(Ballot, ballot_id)
        wanted = _free(work, ballot.id, name)
        work.label = N_("Keep the scenario {name}", name=wanted)
        kept = Scenario(ballot_id=ballot.id, name=wanted, made_at=work.now, plan=pack(plan), changes=changes)
        return work.add(kept).id

    return Operation(N_("Keep a scenario"), run)


def rename(scenario_id: int, name: str) -> Operation[None]:
    """Call a scenario otherwise; objects as *keep* does."""

    def run(work: Work) -> None:
        scenario = work.get(Scenario, scenario_id)
        wanted = _free(work, scenario.ballot_id, name, but=scenario.id)
        work.label = N_("Scenario {old}: now {name}", old=scenario.name, name=wanted)
        scenario.name = wanted

    return Operation(N_("Rename a scenario"), run)


def delete(scenario_id: int) -> Operation[None]:
    def run(work: Work) -> None:
        scenario = work.get(Scenario, scenario_id)
        work.label = N_("Delete the scenario {name}", name=scenario.name)
        work.delete(scenario)

    return Operation(N_("Delete a scenario"), run)


def _free(work: Work, ballot_id: int, name: str, but: int | None = None) -> str:
    """Return the name as it is kept; object where it is empty or taken."""
    wanted = tidy(name)
    if not wanted:
        raise Objection(N_("A scenario needs a name."))
    others = [one for one in work.all(Scenario, ballot_id=ballot_id) if one.id != but]
    if any(one.name.casefold() == wanted.casefold() for one in others):
        raise Objection(N_("There is a scenario “{name}” already.", name=wanted))
    return wanted
