"""Coming in: invitation, consent, the form."""
