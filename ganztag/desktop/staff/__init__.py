"""The screen of the people who lead courses: who they are, what they lead, papers, hours and fees."""
