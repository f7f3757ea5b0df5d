"""Screens of reports and papers."""
