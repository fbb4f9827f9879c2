"""The screen of the people who lead courses: who they are, how to reach them, and what they lead."""
