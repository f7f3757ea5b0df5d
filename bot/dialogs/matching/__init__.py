"""Matching: runs, cards, settings, wishes, who waits."""
