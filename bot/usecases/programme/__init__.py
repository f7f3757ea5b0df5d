"""A programme and its organisation over the years."""
