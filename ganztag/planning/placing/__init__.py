"""Placing courses: for chosen courses a time, a room and leaders each, beside all that stays where it is.

``propose`` finds an ``Outcome``: ``needs`` (what has to be placed), ``spots`` (where each may be beside what stays),
``greedy`` (a first week at once), then ``columns``, ``rows`` and ``aims`` make an integer programme of it that is
solved with HiGHS (``solving``), aim by aim (``climb``). ``reasons`` say what is in the way of what has no place;
``judge`` looks at the result once more without a solver. numpy and HiGHS are imported only when something is solved.
"""

from ganztag.planning.placing.needs import waiting_courses
from ganztag.planning.placing.outcome import Hurdle, Left, Level, Outcome, Placed
from ganztag.planning.placing.propose import SECONDS, propose

__all__ = ["SECONDS", "Hurdle", "Left", "Level", "Outcome", "Placed", "propose", "waiting_courses"]
