"""Matching: the pool, runs, decisions, wishes, who waits."""
