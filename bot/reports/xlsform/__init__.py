"""Questionnaires as XLSForm workbooks, out and in: the public format that other tools know too."""
