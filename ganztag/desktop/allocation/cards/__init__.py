"""The scenarios as cards side by side, and the goals to begin with."""
