"""The screen of wishes: papers are typed in by course numbers, child after child, as they lie in the class's pile."""
