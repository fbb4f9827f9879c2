"""What does not fit together in an offer: small pure rules on frozen data, all of them in ``RULES``.

``findings`` runs them all; ``of_meeting`` only those that one meeting, moved or newly drawn, would break. ``Runs``
remembers the findings of each rule and runs again what looks at something that changed.
"""

from ganztag.planning.clashes.finding import Case, Finding, Rule, Severity
from ganztag.planning.clashes.running import RULES, Runs, findings, in_short, of_meeting

__all__ = ["RULES", "Case", "Finding", "Rule", "Runs", "Severity", "findings", "in_short", "of_meeting"]
