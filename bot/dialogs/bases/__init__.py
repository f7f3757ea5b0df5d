"""Who is in the programme; those without a messenger."""
