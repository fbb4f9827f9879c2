"""Changing a plan by hand: the courses of a block with their children, and at once what a move costs."""
