"""The training of a mentor, and the team's log of it."""
