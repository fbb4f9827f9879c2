"""The screen of children: who is there, what each child's week looks like, and who cares for it."""
