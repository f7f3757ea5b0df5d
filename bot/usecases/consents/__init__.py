"""What was agreed to, what is known about a person, and the ways out."""
