"""A second opinion on a plan, without a solver: every hard rule and every level's value, counted again.

Shares no code with the model builder: ``reading`` is what a problem says, ``case`` a plan laid open, ``places`` and
``sizes`` the hard rules, ``order`` and ``values`` the levels; ``auditing`` puts them together. ``recount`` is for plans
that were changed by hand.
"""

from ganztag.planning.judge.auditing import audit
from ganztag.planning.judge.case import Violation
from ganztag.planning.judge.recount import cost, evaluate, given, moved
from ganztag.planning.reasons import reasons, why

__all__ = ["Violation", "audit", "cost", "evaluate", "given", "moved", "reasons", "why"]
