"""Pure computation on frozen data: what does not fit, where it would, and proposals with their proof and reasons.

Knows the domain's words, but neither file nor screen: no SQL, no Qt, no clock. Whoever calls it reads the school first
and keeps the answer afterwards. ``offer`` is what rules, week and placing look at.

The allocation: ``problem`` with its ``conditions`` is what is to be solved, ``policy`` how, ``plan`` the answer.
``allocate`` makes it (``candidates``, ``model``, ``levels``, ``objectives``, ``climb``), ``judge`` counts it again
without them, ``contradictions`` says which rules cannot all hold, ``explaining`` why a child is where it is.
``changes`` and ``asked`` are scenarios, ``packing`` is how a file keeps problem and plan, ``exchanges`` the middle of a
half-year.

HiGHS is imported where something is solved (``engine``, ``highs``, ``explaining.linear``, ``contradictions.core``,
``exchanges.ladder``, ``placing.solving``), and these only then.
"""
