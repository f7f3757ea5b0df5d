"""Questionnaires and their waves."""
