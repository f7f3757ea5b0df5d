"""Coming in: language, consent, the form, and where one stands."""
