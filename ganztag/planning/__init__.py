"""Pure computation on frozen data: what does not fit, where it would, and proposals with their proof and reasons.

Knows the domain's words, but neither file nor screen: no SQL, no Qt, no clock. Whoever calls it reads the school first
and keeps the answer afterwards. ``offer`` is what rules, week and placing look at, ``problem`` what the allocation
does. HiGHS is imported in ``highs`` and ``placing.solving`` alone, and only when something is solved.
"""
