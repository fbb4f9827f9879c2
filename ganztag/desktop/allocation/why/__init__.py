"""Why a child is where it is, and what a course is worth: the panel at the right."""
