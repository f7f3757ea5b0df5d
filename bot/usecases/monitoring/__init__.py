"""Questionnaires, their waves, and the digest."""
