"""The first screen: the next afternoon, what is to be done, wishes against places, and the next step."""
