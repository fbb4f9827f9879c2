"""The screen of wishes: papers are typed in by course numbers, child after child, as they lie in the class's pile.

Beside the grid: what is wrong or missing on the papers, the ballot itself, and the demand for its courses.
"""
