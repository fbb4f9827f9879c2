"""Pure computation on frozen data: wishes in, a proposal with its proof and its reasons out.

Knows the domain's words, but neither file nor screen: no SQL, no Qt, no clock. Whoever calls it reads the school first
and keeps the answer afterwards. HiGHS is imported in ``highs`` and ``model`` alone, and only when something is solved.
"""
