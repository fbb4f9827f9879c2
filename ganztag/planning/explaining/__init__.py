"""Why a child is where it is, and what would have to change: of a plan, in words that parents understand.

``local`` answers at once, ``why_not`` with the solver where it must; ``why_in``, ``seats`` (worth of one more place),
``striking`` (what a struck course would have taken). ``answers`` are the shapes of it all.
"""
