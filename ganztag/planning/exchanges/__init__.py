"""Exchanges in the middle of a half-year: who could change with whom so that nobody loses, and where a late child fits.

``case``: what there is to decide; ``rows`` and ``ladder``: the exact model, one goal after the other; ``search``: the
questions that are asked of it; ``chains``: the answer as chains and circles that people can follow.
"""
